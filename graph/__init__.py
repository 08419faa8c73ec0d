"""The network of speakers, outlets and the outlets that words came through.

`graph.build` makes it from a store, `graph.formats` writes and reads it; `graph.attributes` says what is in it.
"""
