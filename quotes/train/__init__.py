"""Trains the packaged English models from raw corpora with Stanza's own trainers."""
