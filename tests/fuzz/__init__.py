"""Damaged samples are read: nothing but articles and rejects may come of it, soon, and in little memory."""
