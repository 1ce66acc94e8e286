"""Which charset a body is in: as browsers decide it, and better where a declaration lies."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from bs4.dammit import EncodingDetector

_LABELS = {
    "ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "windows-1252": "cp1252",
    "x-cp1252": "cp1252",
    "iso-8859-9": "cp1254",
    "latin5": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "cp936": "gb18030",
    "hz-gb-2312": "hz",
    "big5": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "cp950": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "unicode": "utf-16-le",
}
"""WHATWG Encoding Standard, section 4.2: what browsers decode under a label, in Python's names."""

_NAMES = {
    "cp1252": "windows-1252",
    "cp1254": "windows-1254",
    "cp932": "shift_jis",
    "cp1250": "windows-1250",
}
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MANY_BYTES = frozenset({"gb18030", "big5hkscs", "cp932", "cp949", "euc_jp", "iso2022_jp", "hz"})
_TRANSFORMS = frozenset(
    {"rot13", "hex", "base64", "bz2", "zlib", "uu", "quopri", "punycode", "idna"}
    | {"raw-unicode-escape", "unicode-escape", "undefined"}
)
_MARKS = "“”‘’„–—…€«»"
_LETTERS = {
    "cp1252": frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýßœÀÁÂÃÄÅÆÇÈÉÊÍÑÓÔÖØÚÜ¿¡£©°" + _MARKS),
    "cp1250": frozenset("ąćęłńóśźżáčďéěíňřšťúůýžöüőűăâîşţľĺŕđĄĆĘŁŃÓŚŹŻČŘŠŽ" + _MARKS),
    "iso8859_2": frozenset("ąćęłńóśźżáčďéěíňřšťúůýžöüőűăâîşţľĺŕđĄĆĘŁŃÓŚŹŻČŘŠŽ"),
    "cp1254": frozenset("çğıöşüâîûÇĞİÖŞÜ" + _MARKS),
}
"""Letters and marks of the languages that are written in a charset of the Latin script."""

_FEW_BYTES = 12
"""Fewer bytes beyond ASCII are a few accents sooner than Chinese or Japanese."""

_SAMPLE = 200_000
_TOLERATED = 0.01  # share of undecodable among non-ASCII bytes that a true charset may show
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A body as text, and the charset it was read in (its name as on the web)."""

    text: str
    charset: str


def decode(body: bytes, content_type: str | None, *, markup: bool = True) -> Decoded:
    """Decode `body` by BOM, `content_type`'s charset, `<meta>` (with `markup`), or its bytes.

    A declared charset under which the bytes make no sense gives way to one under which they
    do: bytes that are valid UTF-8 are UTF-8 whatever single-byte charset is declared, and
    Latin-1 in the header, which servers add by themselves, gives way to `<meta>`. Where
    nothing is declared the bytes decide, as Beautiful Soup detects them. Never raises; what
    cannot be decoded becomes U+FFFD.
    """
    for bom, charset in _BOMS:
        if body.startswith(bom):
            return Decoded(body[len(bom) :].decode(charset, "replace"), charset)
    if body.isascii() and b"\x1b" not in body and b"~{" not in body:
        return Decoded(body.decode("ascii"), "utf-8")
    declared = _declared(body, content_type, markup=markup)
    if not declared or declared[0] not in _MANY_BYTES:
        text = _strict(body, "utf-8")
        if text is not None:
            return Decoded(text, "utf-8")
    return _by_declaration(body, declared) or _by_bytes(body)


def _by_declaration(body: bytes, declared: list[str]) -> Decoded | None:
    for charset in declared:
        text = _strict(body, charset)
        if text is not None:
            return _decoded(text, charset)
    for charset in [*declared, "utf-8"]:
        text = body.decode(charset, "replace")
        if text.count("\ufffd") <= _foreign(body) * _TOLERATED:
            return _decoded(text, charset)
    return None


def _by_bytes(body: bytes) -> Decoded:
    """Take the likeliest charset, as Beautiful Soup ranks them, that nearly all bytes fit.

    Charsets of the Latin script differ in few letters, which says little to a detector: among
    those the one under which the letters are such as its languages write.
    """
    sample = _around_foreign_bytes(body)
    for label in EncodingDetector(sample, is_html=False).encodings:
        charset = _python_name(label)
        if charset:
            text = body.decode(charset, "replace")
            if text.count("\ufffd") <= _foreign(body) * _TOLERATED:
                few = charset in _MANY_BYTES and _foreign(sample) < _FEW_BYTES
                if few or _is_latin(sample.decode(charset, "replace")):
                    charset = max(_LETTERS, key=lambda name: _letters(sample, name))
                    text = body.decode(charset, "replace")
                return _decoded(text, charset)
    return _decoded(body.decode("cp1252", "replace"), "cp1252")


def _is_latin(text: str) -> bool:
    """Say whether the letters beyond ASCII are of the Latin script, mostly, or none are there."""
    letters = [letter for letter in text if letter > "\x7f" and letter.isalpha()]
    return 2 * sum("\xaa" <= letter <= "\u024f" for letter in letters) >= len(letters)


def _letters(sample: bytes, charset: str) -> int:
    """Return how many letters beyond ASCII are such as the languages of `charset` write."""
    return sum(letter in _LETTERS[charset] for letter in sample.decode(charset, "replace"))


def _foreign(body: bytes) -> int:
    """Return how many bytes are not ASCII."""
    return sum(map(len, re.findall(rb"[\x80-\xff]+", body)))


def _around_foreign_bytes(body: bytes) -> bytes:
    """Return a sample that holds the first non-ASCII bytes, on which the guess rests."""
    first = re.search(rb"[\x80-\xff]", body)
    start = max(0, (first.start() if first else 0) - _SAMPLE // 4)
    sample = body[start : start + _SAMPLE]
    if len(sample) < _SAMPLE:
        return sample
    # never within a character: these bytes are no part of one in any charset
    end = max(sample.rfind(sign) for sign in (b"<", b" ", b"\n"))
    return sample[:end] if end > len(sample) // 2 else sample


def _declared(body: bytes, content_type: str | None, *, markup: bool) -> list[str]:
    """Return the charsets that header and `<meta>` declare, the likelier first."""
    match = _CHARSET.search(content_type or "")
    header = _python_name(match.group(1) if match else None)
    meta = (
        _python_name(
            EncodingDetector.find_declared_encoding(
                body, is_html=True, search_entire_document=False
            )
        )
        if markup
        else None
    )
    if meta and meta.startswith("utf-16"):
        meta = "utf-8"  # HTML, 13.2.3.2: a <meta> that could be read is not in UTF-16
    order = [meta, header] if header == "cp1252" else [header, meta]
    return list(dict.fromkeys(charset for charset in order if charset))


def _python_name(label: str | None) -> str | None:
    """Return the codec that browsers use under `label`, None for one nobody knows."""
    if not label:
        return None
    name = label.strip().lower()
    try:
        found = codecs.lookup(_LABELS.get(name, name))
    except LookupError:
        return None
    # rot13 and hex are codecs to Python and no charset
    return None if found.name in _TRANSFORMS else _LABELS.get(found.name, found.name)


def _strict(body: bytes, charset: str) -> str | None:
    try:
        return body.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return None


def _decoded(text: str, charset: str) -> Decoded:
    return Decoded(text, _NAMES.get(charset, charset))
