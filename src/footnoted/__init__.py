"""Checks a paper's claims against the sources its footnotes cite."""

__version__ = "0.1.0"
