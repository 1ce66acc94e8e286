"""`work-under-several-names`: one work that notes call by names unlike each other."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.citations.names import folded
from footnoted.lints.examined import Examined, find_in_record
from footnoted.lints.short_names import short_names
from footnoted.model.finding import Finding


def work_under_several_names(examined: Examined) -> Iterator[Finding]:
    """Yield each work that notes cite in short under two names, neither part of the other."""
    names: dict[str, dict[str, str]] = {}
    for note in examined.corpus.notes.values():
        cited = [one.source for one in note.entries if one.form in {"op_cit", "short"}]
        said = [*short_names(note)]
        if len(cited) == len(said) == 1 and cited[0]:
            names.setdefault(cited[0], {}).setdefault(folded(said[0]), note.id)
    for work, called in names.items():
        apart = [one for one in called if not any(one != it and one in it for it in called)]
        if len(apart) > 1:
            message = f"source '{work}' is cited in short under {len(apart)} names: keep to one"
            proof = "; ".join(f"'{name}' (note {called[name]})" for name in apart)
            yield find_in_record(
                examined, "work-under-several-names", "info", ("sources", work), message,
                proof=proof, confidence="medium",
            )  # fmt: skip
