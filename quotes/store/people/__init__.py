"""Who speaks, across articles: placed as articles come in, settled by the log of judgements."""
