"""Archives: where each is asked for its lists and its mementos."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from footnoted.errors import FootnotedError
from footnoted.mementos.hosts import host_of, is_refused_archive

IndexKind = Literal["cdx", "timemap"]


class NoArchiveError(FootnotedError):
    """What the command line names as an archive is none that can be asked."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A web archive, and the beginnings of the addresses by which it is asked.

    `index` is followed by the URL asked about: percent-encoded for a CDX server, as it is for a
    timemap (RFC 7089, 5). `timegate` is followed by the URL (RFC 7089, 4), `replay` by a stamp
    of 14 digits, `id_` for the bytes as captured, a slash and the URL.
    """

    name: str
    kind: IndexKind
    index: str
    timegate: str
    replay: str

    @property
    def host(self) -> str:
        """The host that is asked, in lower case."""
        return host_of(self.index)

    def raw(self, stamp: str, original: str) -> str:
        """Return where the bytes of a capture are to be had as they were captured."""
        return f"{self.replay}{stamp}id_/{original}"

    def view(self, stamp: str, original: str) -> str:
        """Return where a reader sees a capture."""
        return f"{self.replay}{stamp}/{original}"


FIELDS = ("timestamp", "original", "mimetype", "statuscode", "digest")
"""What Wayback's CDX server is asked to tell, in this order."""

WAYBACK = Archive(
    name="web.archive.org",
    kind="cdx",
    index=(
        "https://web.archive.org/cdx/search/cdx?output=json"
        f"&fl={','.join(FIELDS)}&collapse=timestamp:8&url="
    ),
    timegate="https://web.archive.org/web/",
    replay="https://web.archive.org/web/",
)
"""The Internet Archive's Wayback Machine; of each day the first capture is listed."""

ARCHIVES: tuple[Archive, ...] = (WAYBACK,)
"""The archives that are asked unless the command line names others."""

_TIMEMAP = "/timemap/link"


def archive_at(base: str) -> Archive:
    """Return the archive whose collection stands at `base`, such as http://127.0.0.1:8080/coll.

    It is asked as pywb answers: CDX at `/cdx`, TimeGate and replay below the collection itself.
    A base that ends in `/timemap/link` names an archive that is asked for timemaps in place of
    CDX. Raises NoArchiveError for what is no http(s) address, and for archive.today.
    """
    text = base.strip()
    try:
        parts = urlsplit(text)
        usable = parts.scheme in {"http", "https"} and parts.hostname and not parts.query
        usable = usable and parts.port != 0
    except ValueError:
        usable = False
    if not usable or "@" in parts.netloc:
        raise NoArchiveError(
            f"--archive {text}: no archive; write the address of its collection, "
            "such as https://archive.example.org/coll"
        )
    if is_refused_archive(text):
        raise NoArchiveError(
            f"--archive {text}: {parts.hostname} is no evidence, since it serves pages changed"
        )
    if host_of(text) in {"web.archive.org", "archive.org", "www.archive.org"}:
        return WAYBACK
    path = parts.path.rstrip("/")
    listed = path.endswith(_TIMEMAP)
    path = path.removesuffix(_TIMEMAP)
    root = f"{parts.scheme}://{parts.netloc}{path}"
    return Archive(
        name=f"{parts.netloc.lower()}{path}",
        kind="timemap" if listed else "cdx",
        index=f"{root}{_TIMEMAP}/" if listed else f"{root}/cdx?output=json&url=",
        timegate=f"{root}/",
        replay=f"{root}/",
    )
