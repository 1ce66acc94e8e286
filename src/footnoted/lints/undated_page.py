"""`undated-page`: a page of the web cited without any date."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding


def undated_page(examined: Examined) -> Iterator[Finding]:
    """Yield each source with a URL that has neither a day of issue nor one of access."""
    for work in examined.corpus.sources.values():
        if work.url and not work.issued and not work.accessed and not work.doi:
            message = (
                f"source '{work.id}' has an address, but no date: nobody can tell which state of "
                "the page was read; say when"
            )
            yield find_in_record(
                examined, "undated-page", "info", ("sources", work.id), message, proof=work.url
            )
