"""Answers out: the queries, and the values that their rows become."""
