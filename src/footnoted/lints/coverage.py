"""What covers a part of the paper: a reviewed claim; a draft that nobody has read does not."""

from __future__ import annotations

from collections.abc import Iterable

from footnoted.lints.examined import Examined
from footnoted.model.records import ClaimRecord


def lacking(examined: Examined, holders: Iterable[ClaimRecord]) -> str | None:
    """Return in words why something held by these claims is not covered, None if it is."""
    drafts: list[ClaimRecord] = []
    for claim in holders:
        if claim.reviewed:
            return None
        drafts.append(claim)
    if not drafts:
        return "nothing is on record of it"
    place = examined.corpus.place("claims", drafts[0].id)
    return f"only claim '{drafts[0].id}' ({place}) has it, which nobody has reviewed"
