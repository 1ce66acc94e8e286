"""What nobody could look into tonight: of that no waiver can be told to be out of use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from footnoted.audit.exits import NOT_SEEN
from footnoted.model.corpus import Corpus
from footnoted.model.seen import Seen
from footnoted.model.verdicts import PartVerdict
from footnoted.plan import absolute
from footnoted.verdicts import ClaimJudgement


def unseen_records(
    corpus: Corpus, claims: Mapping[str, ClaimJudgement], seen: Iterable[Seen]
) -> frozenset[str]:
    """Return the names (`claim:ID`, `note:ID`, `source:ID`) of what could not be looked into.

    That is a claim with a part that nothing could be compared with, its notes, and a source whose
    page was out of sight.
    """
    hidden = {
        one.question.url
        for one in seen
        if one.question.basis == "cited" and one.link and one.link.verdict in NOT_SEEN
    }
    sources = {
        f"source:{name}"
        for name, source in corpus.sources.items()
        if source.url and absolute(source.url) in hidden
    }
    unchecked = {
        name
        for name, judged in claims.items()
        if any(part.verdict is PartVerdict.UNCHECKED for part in judged.parts)
    }
    notes = {f"note:{note}" for name in unchecked for note in corpus.claims[name].note}
    return frozenset({*sources, *notes, *(f"claim:{name}" for name in unchecked)})
