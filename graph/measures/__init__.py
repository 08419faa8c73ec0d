"""Measures of the network: `definitions` says what they are, `measure` takes them, `compare` tells two periods apart.

A module a family. None of them knows whether somebody is a man or a woman, or of what origin, faith or party: the store
does not know it either, and a network that guesses it is none to rely on.
"""
