"""What a page says of itself: title, language, published date, canonical address, refresh."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml import etree

from footnoted.layout.dates import edtf_day
from footnoted.layout.markup import Elements, words_of
from footnoted.layout.metadata import published_in

HEAD_TAGS = ("title", "meta", "link", "base", "time", "script", "style", "noscript")
"""What is gathered from a page for `read_head` and the reader."""

_REFRESH = re.compile(
    r"\s*(\d+)(?:\.\d*)?\s*[;,\s]\s*(?:url\s*=\s*)?(['\"]?)(.+?)\2\s*$", re.IGNORECASE | re.DOTALL
)
_SOON = 5
"""Seconds within which a refresh counts as a redirect: a reader never reads the page itself."""

_FEW = 100
"""`<time>` elements that are looked at."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "citation_publication_date",
    "citation_online_date",
    "citation_date",
    "prism.publicationdate",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.available",
    "publication_date",
    "publication-date",
    "published_date",
    "published-date",
    "publish_date",
    "publish-date",
    "publishdate",
    "published",
    "pubdate",
    "date.published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "originalpublicationdate",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "date",
)
"""Names of `<meta>` elements that give the day of publication, the clearest first."""

_LANGUAGE_NAMES = ("content-language", "dcterms.language", "dc.language", "language", "og:locale")
_WANTED = frozenset((*_DATE_NAMES, *_LANGUAGE_NAMES, "og:url"))


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself; each None where it does not say.

    `language` is a BCP 47 tag, `published` an EDTF date (the day at most, as printed),
    `canonical` and `refresh` (the target of an immediate refresh) are absolute addresses
    wherever the page's own is known.
    """

    title: str | None
    language: str | None
    refresh: str | None
    published: str | None
    canonical: str | None


def read_head(root: etree._Element, elements: Elements, url: str | None) -> Head:
    """Read what the page at `url` says of itself; `elements` are gathered by HEAD_TAGS."""
    metas = _metas(elements["meta"])
    base = _base(elements["base"], url)
    canonical = _canonical(elements["link"], base) or _address(metas.get("og:url", ""), base)
    return Head(
        title=next(filter(None, map(_title, elements["title"])), None),
        language=_language(root, metas),
        refresh=_refresh(elements["meta"], base),
        published=_published(elements, metas),
        canonical=canonical,
    )


def _metas(elements: Sequence[etree._Element]) -> dict[str, str]:
    """Return the first value of each `<meta>` that is asked for, by its lower-case name."""
    found: dict[str, str] = {}
    for meta in elements:
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = (meta.get(attribute) or "").strip().lower()
            if name in _WANTED:
                found.setdefault(name, (meta.get("content") or "").strip())
    return found


def _title(element: etree._Element) -> str | None:
    """Return the words of a `<title>` that is the page's, not a picture's."""
    if next(element.iterancestors("svg"), None) is not None:
        return None
    return words_of(element) or None


def _language(root: etree._Element, metas: Mapping[str, str]) -> str | None:
    """Return the first language tag that is one: of the root, the body, the head."""
    body = next(root.iterfind("body"), None)
    for told in (*_own(root), *_own(body), *(metas.get(name) for name in _LANGUAGE_NAMES)):
        tag = (told or "").split(",")[0].strip().replace("_", "-")
        if _LANGUAGE.fullmatch(tag):
            return tag
    return None


def _own(element: etree._Element | None) -> Iterator[str | None]:
    names = ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang")
    return (element.get(name) for name in names if element is not None)


def _published(elements: Elements, metas: Mapping[str, str]) -> str | None:
    """Return the day of publication: by article metadata, JSON-LD, other metadata, `<time>`."""
    for name in _DATE_NAMES[:4]:
        day = edtf_day(metas.get(name, ""))
        if day:
            return day
    linked = [e for e in elements["script"] if "ld+json" in (e.get("type") or "").lower()]
    day = published_in(script.text or "" for script in linked)
    if day:
        return day
    told = [metas.get(name, "") for name in _DATE_NAMES[4:]]
    times = (time for time in elements["time"][:_FEW] if _is_publication(time))
    told += [time.get("datetime") or words_of(time) for time in times]
    return next(filter(None, map(edtf_day, filter(None, told))), None)


def _is_publication(element: etree._Element) -> bool:
    names = (element.get("itemprop") or "").split()
    classes = (element.get("class") or "").split()
    return (
        element.get("pubdate") is not None
        or "datePublished" in names
        or not {"published", "entry-date", "dt-published"}.isdisjoint(classes)
    )


def _base(elements: Sequence[etree._Element], url: str | None) -> str | None:
    """Return the address that others are relative to (HTML, 4.2.3: the first `<base href>`)."""
    href = next((e.get("href") for e in elements if e.get("href")), None)
    return _joined(href, url) if href else url


def _canonical(links: Sequence[etree._Element], base: str | None) -> str | None:
    for link in links:
        if "canonical" in (link.get("rel") or "").lower().split():
            found = _address(link.get("href") or "", base)
            if found:
                return found
    return None


def _address(href: str, base: str | None) -> str | None:
    """Return `href` made absolute; None where that is no address on the web."""
    href = href.strip()
    if not href or len(href) > 2_000:
        return None
    found = _joined(href, base)
    try:
        parts = urlsplit(found)
    except ValueError:
        return None
    return found if parts.scheme in {"http", "https"} and parts.netloc else None


def _refresh(metas: Sequence[etree._Element], base: str | None) -> str | None:
    """Return where an immediate refresh leads (HTML, 4.2.5.3), not one inside `noscript`."""
    for meta in metas:
        if (meta.get("http-equiv") or "").strip().lower() != "refresh":
            continue
        match = _REFRESH.match(meta.get("content") or "")
        if not match or len(match.group(1)) > 3 or int(match.group(1)) > _SOON:
            continue
        if next(meta.iterancestors("noscript"), None) is None:
            return _joined(match.group(3).strip(), base)
    return None


def _joined(target: str, base: str | None) -> str:
    try:
        return urljoin(base or "", target)
    except ValueError:  # a broken IPv6 host; the target as written still tells
        return target
