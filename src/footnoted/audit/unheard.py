"""Lost pages that mementos made good before, on a night on which no memento of them came."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from footnoted import plan
from footnoted.audit.compare import Compared
from footnoted.audit.history_inputs import waiver_name
from footnoted.audit.history_night import Night
from footnoted.audit.history_parts import part_digests
from footnoted.audit.news import loss_name
from footnoted.history import ROT
from footnoted.model.finding import LOSSES
from footnoted.verdicts import ANSWERED


def losses_unheard(compared: Compared, night: Night, made_good: Collection[str]) -> frozenset[str]:
    """Return the cited addresses whose loss was made good before, and cannot be shown to be now.

    Each is lost tonight, and was at its last look before, of which no audit's word stands: it was
    made good by a memento, in which a part of its claims was last found, unless a person had waived
    it. (Of an address that left the records no word stands either.) Tonight no memento of its
    sources was read, be it that an archive was silent, or that none was asked; one that was read
    has spoken.
    """
    notes = plan.notes_by_source(night.corpus)
    claims = plan.cited_by(night.corpus, night.corpus.claims)
    return frozenset(
        url
        for url, sources in compared.lost().items()
        if url not in made_good
        and _lost_untold(night, url)
        and not _was_waived(night, sources, notes)
        and _stood_in_memento(night, [one for it in sources for one in claims.get(it, ())])
        and not any(_heard(compared, source) for source in sources)
    )


def _lost_untold(night: Night, url: str) -> bool:
    looks = night.book.looks(url, night.looked_at)
    told = night.book.standing(loss_name(url), night.looked_at)
    return bool(looks) and looks[-1].verdict in ROT and told is None


def _stood_in_memento(night: Night, claims: Sequence[str]) -> bool:
    return any(
        night.book.part(claim, digest, night.looked_at).stood_in == "memento"
        for claim in claims
        for digest in part_digests(night.corpus, claim).values()
    )


def _was_waived(night: Night, sources: Sequence[str], notes: Mapping[str, Sequence[str]]) -> bool:
    before = night.book.inputs(night.looked_at)
    targets = [*sources, *(note for source in sources for note in notes.get(source, ()))]
    names = {waiver_name(rule, None, None, target) for rule in LOSSES for target in targets}
    return before is not None and not names.isdisjoint(before.records)


def _heard(compared: Compared, source: str) -> bool:
    return any(
        one.question.basis == "memento" and one.link is not None and one.link.verdict in ANSWERED
        for one in compared.of(source)
    )
