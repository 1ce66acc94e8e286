"""Sources that a person is about to write: from a note's own words, or from an address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError

from footnoted.corpus.canonical import proposed_id
from footnoted.corpus.emit import to_data
from footnoted.corpus.names import unused
from footnoted.corpus.urls import url_fault
from footnoted.errors import FootnotedError
from footnoted.model.corpus import Corpus
from footnoted.model.records import Name, SourceRecord


def new_source(
    corpus: Corpus, drafted: SourceRecord | None, given: Mapping[str, Any], taken: set[str]
) -> SourceRecord:
    """Return a source's record: what was `given` (CSL names), else what the note says.

    `given` may hold `author` as texts (`Family, Given`, or a body's name). Its id is given, or
    made from author and year; it is never one of `taken`. Raises FootnotedError in one line for
    a value that no record may have, and where the work is on record already.
    """
    fields = {**(to_data(drafted) if drafted else {}), **given}
    if "author" in given:
        fields["author"] = [name_of(one).model_dump(exclude_none=True) for one in given["author"]]
    url = fields.get("URL")
    if url and (fault := url_fault(url)):
        raise FootnotedError(fault)
    if not url and "medium" not in fields:
        fields["medium"] = "print"
    known = known_as(corpus, url, fields.get("title"))
    if known:
        place = corpus.place("sources", known)
        raise FootnotedError(f"{place}: source '{known}' is this work already")
    fields["id"] = _ident(fields, given.get("id"), drafted, taken)
    try:
        return SourceRecord.model_validate(fields, by_alias=True, by_name=False)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise FootnotedError(f"'{field}' is not so: {first['msg']}") from None


def known_as(corpus: Corpus, url: str | None, title: str | None) -> str | None:
    """Return the source on record that has this address or, without an address, this title."""
    for source in corpus.sources.values():
        if url and source.url and _same(url) == _same(source.url):
            return source.id
        if not url and title and source.title and _words(title) == _words(source.title):
            return source.id
    return None


def name_of(text: str) -> Name:
    """Return `Family, Given` as a person's name, anything else as a body's."""
    family, comma, given = text.partition(",")
    if comma and family.strip() and given.strip():
        return Name(family=family.strip(), given=given.strip())
    return Name(literal=text.strip())


def cited_new(
    corpus: Corpus, drafted: Iterable[SourceRecord]
) -> tuple[list[SourceRecord], list[str]]:
    """Return the works of a note that are not on record, and the ids of those that are."""
    new: list[SourceRecord] = []
    known: list[str] = []
    for one in drafted:
        there = known_as(corpus, one.url, one.title)
        if there:
            known.append(there)
        else:
            new.append(one)
    return new, known


def _ident(
    fields: Mapping[str, Any], given: str | None, drafted: SourceRecord | None, taken: set[str]
) -> str:
    if given is not None and given in taken:
        raise FootnotedError(f"another source has the id '{given}': give this one its own")
    ident = given or (unused(drafted.id, taken) if drafted else None)
    found = ident or proposed_id("sources", fields, taken)
    taken.add(found)
    return found


def _same(url: str) -> tuple[str, str, str]:
    """Return what two addresses of one page have in common, whatever their scheme."""
    parts = urlsplit(url if "://" in url else f"http://{url}")
    host = (parts.hostname or "").removeprefix("www.")
    return host, parts.path.rstrip("/"), parts.query


def _words(title: str) -> list[str]:
    return re.findall(r"\w+", title.casefold())
