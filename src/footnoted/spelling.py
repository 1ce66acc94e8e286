"""The name that was probably meant (pure)."""

from __future__ import annotations

from collections.abc import Iterable


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the one of `known` that `word` was probably meant to be, None if none is near.

    Capitals, and underscores in place of hyphens, are no difference.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only a fault needs it

    names = list(known)
    plain = {name.lower().replace("_", "-"): name for name in names}
    key = word.lower().replace("_", "-")
    near = [key] if key in plain else get_close_matches(key, plain, n=1, cutoff=0.6)
    return plain[near[0]] if near else None
