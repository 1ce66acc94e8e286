"""What `footnoted bisect` is about: a claim, the parts looked for, and the source's page."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from footnoted import plan
from footnoted.audit.compare import part_keys
from footnoted.audit.corpora import readable
from footnoted.audit.study import PartKey
from footnoted.errors import FootnotedError
from footnoted.model.corpus import Corpus
from footnoted.model.records import ClaimRecord, FigureRecord, QuotationRecord, SourceRecord
from footnoted.spelling import closest


@dataclass(frozen=True, slots=True)
class Target:
    """A claim's parts, and the one source on whose page they are looked for."""

    folder: Path
    corpus: Corpus
    claim: ClaimRecord
    source: SourceRecord
    keys: tuple[PartKey, ...]

    @property
    def url(self) -> str:
        """The source's address as printed."""
        assert self.source.url
        return self.source.url

    @property
    def locator(self) -> str | None:
        """Where in the source, as the note or the claim says."""
        cited = plan.citations(self.corpus, self.claim)
        return next((one.locator for one in cited if one.source == self.source.id), None)

    def number(self, key: PartKey) -> int:
        """Return a part's number for people, from 1: quotations first, then figures."""
        return part_keys(self.corpus, self.claim.id).index(key) + 1

    def part(self, key: PartKey) -> QuotationRecord | FigureRecord:
        """Return the record of a part."""
        _, kind, index = key
        return self.claim.quotations[index] if kind == "quotation" else self.claim.figures[index]

    def words(self, key: PartKey) -> str:
        """Return a part's words as on record: the quotation, or the raw figure."""
        part = self.part(key)
        return part.text if isinstance(part, QuotationRecord) else part.raw


def find_target(claim: str, corpus: Path, *, part: int | None, source: str | None) -> Target:
    """Return what is to be searched for, in the one corpus at `corpus` that has this claim.

    Raises FootnotedError in one line where no corpus or several have it, where it has nothing to
    look for, or where it is left open which source is meant.
    """
    folder, found = _corpus_with(claim, corpus)
    record = found.claims[claim]
    keys = part_keys(found, claim)
    if not keys:
        raise FootnotedError(f"claim '{claim}' has no quotation and no figure to look for")
    if part is not None:
        if not 1 <= part <= len(keys):
            raise FootnotedError(f"--part {part}: claim '{claim}' has parts 1 to {len(keys)}")
        keys = (keys[part - 1],)
    return Target(folder, found, record, _source_of(found, record, source), keys)


def _corpus_with(claim: str, path: Path) -> tuple[Path, Corpus]:
    found = readable(path)
    having = [one for one in found if claim in one.corpus.claims]
    if len(having) == 1:
        return having[0].folder, having[0].corpus
    if having:
        names = ", ".join(str(one.folder) for one in having)
        raise FootnotedError(f"claim '{claim}' is in several corpora ({names}); name one of them")
    known = [ident for one in found for ident in one.corpus.claims]
    near = closest(claim, known)
    hint = f"; did you mean '{near}'?" if near else ""
    raise FootnotedError(f"{path}: no claim '{claim}'{hint}")


def _source_of(corpus: Corpus, claim: ClaimRecord, wanted: str | None) -> SourceRecord:
    cited = [corpus.sources[one.source] for one in plan.citations(corpus, claim)]
    names = ", ".join(one.id for one in cited)
    if wanted is not None:
        cited = [one for one in cited if one.id == wanted]
        if not cited:
            told = f"it rests on {names}" if names else "it rests on none"
            raise FootnotedError(f"--source {wanted}: no source of claim '{claim.id}'; {told}")
    on_the_web = [one for one in cited if one.url]
    if not on_the_web:
        raise FootnotedError(f"claim '{claim.id}': no source with an address is on record for it")
    if len(on_the_web) > 1:
        names = ", ".join(one.id for one in on_the_web)
        raise FootnotedError(f"claim '{claim.id}' has several sources ({names}); give --source")
    return on_the_web[0]
