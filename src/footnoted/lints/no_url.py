"""`no-url`: a page of the web without its address."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_record
from footnoted.model.finding import Finding


def no_url(examined: Examined) -> Iterator[Finding]:
    """Yield each source read on the web that has neither URL nor DOI."""
    for work in examined.corpus.sources.values():
        if work.medium == "web" and not work.url and not work.doi and not work.quoted_in:
            message = (
                f"source '{work.id}' is of the web, but has no URL: give it, or its medium "
                "('print', 'private')"
            )
            yield find_in_record(
                examined, "no-url", "warning", ("sources", work.id), message, proof=work.title
            )
