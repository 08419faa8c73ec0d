"""What a `Store` can do, by what it is for; `quotes.store.store` puts it together."""
