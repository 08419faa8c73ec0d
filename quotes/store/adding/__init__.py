"""An article comes in: what it is to the store, the rows that it brings, and what follows from it."""
