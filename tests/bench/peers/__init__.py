"""What others use for the same job, each a program for an environment of its own, because none is a dependency of ours.

A program reads JSON Lines of `{"text": …}` and says at the end, as JSON, how many quotations it found in how many
articles.
"""
