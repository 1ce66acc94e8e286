"""`short-form-of-two-works`: one short form by which two works are called."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.citations.names import folded
from footnoted.lints.examined import Examined, find_in_record
from footnoted.lints.short_names import short_names
from footnoted.model.finding import Finding


def short_form_of_two_works(examined: Examined) -> Iterator[Finding]:
    """Yield each short form that records or resolved notes give to more than one work."""
    called: dict[str, dict[str, str]] = {}
    for work in examined.corpus.sources.values():
        for name in work.short_forms:
            called.setdefault(folded(name), {}).setdefault(work.id, f"short-forms of '{work.id}'")
    for note in examined.corpus.notes.values():
        cited = [one.source for one in note.entries if one.form in {"op_cit", "short"}]
        for name, source in zip(short_names(note), cited, strict=False):
            if source and len(cited) == 1:
                works = called.setdefault(folded(name), {})
                works.setdefault(source, f"note {note.id}")
    for name, works in called.items():
        if len(works) > 1:
            last = [*works][-1]
            message = (
                f"the short form '{name}' names {len(works)} works: "
                "add a title or a year to it wherever it is used"
            )
            proof = "; ".join(f"{work} ({where})" for work, where in works.items())
            yield find_in_record(
                examined, "short-form-of-two-works", "warning", ("sources", last), message,
                proof=proof, subject=name,
            )  # fmt: skip
