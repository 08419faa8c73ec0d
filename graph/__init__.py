"""The network of speakers, outlets and the outlets that words came through."""
