"""HTTP on loopback, for the one person who was given the link.

`keys` are what only that person knows, `guard` decides which requests are theirs, `app` leads
those to a desk, and `wire` listens. What is shown and written is the desk's.
"""
