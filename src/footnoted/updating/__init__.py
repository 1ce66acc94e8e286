"""A newer version of a paper: where its records stand now, and what of them changed.

Pure: records and both texts in, fates out. What cannot be told for sure is never decided.
"""
