"""Quotations that share words with given ones: the index of fingerprints, and what is found through it.

winnowing       from words to the few hashes that stand for them
fingerprints    filling the table
finding         quotations that may hold the same words
sources         the texts they stand in, with everything quoted there
places          where else the same words stand
"""
