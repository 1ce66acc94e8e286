"""An archive's list of the mementos of a URL, read: CDX in three writings, and timemaps."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from footnoted.mementos.archive import FIELDS, Archive
from footnoted.mementos.hosts import place_of
from footnoted.mementos.identity import same_address
from footnoted.mementos.timemaps import is_link_format, read_links
from footnoted.model.archived import Snapshot
from footnoted.model.capture import Capture, Response

_NAMES = {
    "url": "original",
    "mime": "mimetype",
    "status": "statuscode",
}
"""pywb's names of fields, in Wayback's words."""

_EXCEPTION = re.compile(r"org\.archive\.(?:wayback|util)[\w.]*\.(\w+)")
_STAMP = re.compile(r"\d{14}")
_STAMPED = re.compile(r"/(\d{14})(?:[a-z]{2}_)?/")
_DIGITS = re.compile(r"[1-5]\d\d")
_CUT_SHORT = "its list was cut short or is no JSON"
_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+|-|unk|warc/revisit")


def read_index(capture: Capture, archive: Archive, url: str) -> tuple[Snapshot, ...] | str:
    """Return the mementos that an archive lists for `url`, or why its answer is none.

    An empty list is what it says and no more: archives have given it wrongly, so it means "not
    archived" only once the TimeGate agrees (`read_timegate`). Rows with a time or an address that
    is none, or with another page's address (`same_address`), are passed over, as are mementos that
    are elsewhere: an archive speaks for what it holds itself, and leads nobody into other hosts. A
    list of which no row is left is no answer: its TimeGate would name the other page's captures
    for this one's.
    """
    listed = _listed(capture, archive, url)
    if isinstance(listed, str):
        return listed
    ours = tuple(one for one in listed if same_address(one.original, url))
    if listed and not ours:
        return "it lists captures of other addresses only, which it files under the same key"
    own = tuple(one for one in ours if place_of(one.url) == place_of(archive.replay))
    if ours and not own:
        return "its list names mementos at other places than its own only"
    return own


def _listed(capture: Capture, archive: Archive, url: str) -> tuple[Snapshot, ...] | str:
    response = capture.response
    if response is None:
        assert capture.failure
        return capture.failure.message
    text = response.body.decode("utf-8", "replace").strip().removeprefix("\ufeff").lstrip()
    why = _silence(response, text)
    if why is not None:
        return why
    if _says_none(response, text):
        return ()
    return read_links(text, url) if is_link_format(text) else _read_rows(text, archive)


def _read_rows(text: str, archive: Archive) -> tuple[Snapshot, ...] | str:
    rows = _rows(text)
    if isinstance(rows, str):
        return rows
    found = {
        (one.at, one.original): one for row in rows if (one := _snapshot(row, archive)) is not None
    }
    if not found and rows:
        return "its list cannot be read: no row of it names a time and an address"
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.original)))


def _silence(response: Response, text: str) -> str | None:
    """Return why a response is no list, None where it may be one."""
    exception = _EXCEPTION.search(text[:4000])
    if exception and exception[1] != "ResourceNotInArchiveException":
        return f"it gave an error in place of a list ({exception[1]})"
    if response.status == 429:
        return "it asks to be left alone for now (429)"
    if response.status not in {200, 404}:
        return f"it answered {response.status} in place of a list"
    listed = not text or text[0] in "[{" or exception or is_link_format(text)
    if not listed and (text[0] == "<" or response.status == 404):
        return f"it answered with a page in place of a list ({response.status})"
    return None


def _says_none(response: Response, text: str) -> bool:
    """Tell whether an answer says that there is no memento."""
    if response.status == 404 and text.startswith("{"):
        return True
    return text in {"", "[]", "[[]]", "{}"} or "ResourceNotInArchiveException" in text[:4000]


def _rows(text: str) -> Sequence[Mapping[str, str]] | str:
    """Return the rows of a CDX list, fields by Wayback's names, or why they cannot be read."""
    if text.startswith("["):
        return _array(text)
    if text.startswith("{"):
        return _objects(text)
    return [row for line in text.splitlines() if (row := _plain(line)) is not None] or (
        "its list is in no writing that is known"
    )


def _array(text: str) -> Sequence[Mapping[str, str]] | str:
    """Read Wayback's writing: an array of arrays, the first of which names the fields."""
    try:
        listed = json.loads(text)
    except (ValueError, RecursionError):
        return _CUT_SHORT
    rows = [row for row in listed if isinstance(row, list)]
    names: tuple[str, ...] = FIELDS
    if rows and "timestamp" in rows[0]:
        names, rows = tuple(str(one) for one in rows[0]), rows[1:]
    return [
        {_NAMES.get(name, name): str(value) for name, value in zip(names, row, strict=False)}
        for row in rows
    ]


def _objects(text: str) -> Sequence[Mapping[str, str]] | str:
    """Read pywb's writing: an object a line; an error is an object too."""
    rows = []
    for line in filter(str.strip, text.split("\n")):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            return _CUT_SHORT
        if isinstance(row, dict):
            rows.append({_NAMES.get(str(key), str(key)): str(row[key]) for key in row})
    if rows and all("timestamp" not in row for row in rows):
        told = rows[0].get("message") or rows[0].get("error") or "no list"
        return f"it gave an error in place of a list ({' '.join(told.split())[:80]})"
    return rows or _CUT_SHORT


def _plain(line: str) -> Mapping[str, str] | None:
    """Read a line of plain CDX, with or without a key before the time.

    Fields stand between blanks, and an address may hold some: it reaches to the media type.
    """
    words = line.split()
    at = next((n for n, word in enumerate(words[:2]) if _STAMP.fullmatch(word)), None)
    if at is None:
        return None
    rest = words[at + 1 :]
    for end in range(1, len(rest) - 1):
        if _MEDIA_TYPE.fullmatch(rest[end]) and re.fullmatch(r"\d{3}|-", rest[end + 1]):
            digest = rest[end + 2] if len(rest) > end + 2 else "-"
            fields = (words[at], " ".join(rest[:end]), rest[end], rest[end + 1], digest)
            return dict(zip(FIELDS, fields, strict=True))
    return dict(zip(FIELDS, (words[at], *rest[:1]), strict=False))


def _snapshot(row: Mapping[str, str], archive: Archive) -> Snapshot | None:
    """Return the memento of a row, None where it names no time on the calendar or no address."""
    stamp, original = row.get("timestamp", ""), row.get("original", "").strip()
    at = moment(stamp)
    if at is None or not original or "\n" in original:
        return None
    status, digest = row.get("statuscode", "-"), row.get("digest", "-")
    media_type = row.get("mimetype", "-")
    told = "/" in media_type and media_type != "warc/revisit"
    return Snapshot(
        at=at,
        original=original,
        url=archive.raw(stamp, original),
        view=archive.view(stamp, original),
        status=int(status) if _DIGITS.fullmatch(status) else None,
        media_type=media_type.lower() if told else None,
        digest=digest if digest not in {"", "-", "None"} else None,
    )


def moment(stamp: str) -> datetime | None:
    """Return the time of a stamp of 14 digits (UTC), None where no calendar has it."""
    if not _STAMP.fullmatch(stamp) or not stamp.isascii():
        return None
    try:
        day = int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8])
        return datetime(*day, int(stamp[8:10]), int(stamp[10:12]), int(stamp[12:]), tzinfo=UTC)
    except ValueError:
        return None


def stamped_at(address: str) -> datetime | None:
    """Return the time (UTC) that stands in the address of a memento, None where there is none."""
    stamp = _STAMPED.search(address)
    return moment(stamp[1]) if stamp else None
