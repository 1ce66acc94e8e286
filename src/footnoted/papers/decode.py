"""A paper's bytes as text, or one line that says why not."""

from __future__ import annotations

from footnoted.errors import UnreadablePaperError

_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a DOCX, ODT or other zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip file"),
)
_ADVICE = "convert it to Markdown with <sup>N</sup> or [^N] marks and give that file"


def decode(data: bytes, file: str) -> str:
    """Return the text of a paper, its lines ended by newlines and its byte order mark taken off.

    Raises UnreadablePaperError, in one line that names `file`, if the data are empty, binary,
    a word processor's, or not UTF-8 (then with line:column of the first bad byte).
    """
    if not data.strip():
        raise UnreadablePaperError(f"{file}: the file is empty; give the text of a paper")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadablePaperError(f"{file}: this is {kind}, not text; {_ADVICE}")
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        raise UnreadablePaperError(f"{file}: the text is UTF-16; save it as UTF-8")
    if b"\0" in data:
        raise UnreadablePaperError(f"{file}: this is a binary file, not text; {_ADVICE}")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadablePaperError(_bad_byte(data, error.start, file)) from None
    if text.lstrip()[:15].lower().startswith(("<!doctype html", "<html")):
        raise UnreadablePaperError(f"{file}: this is an HTML page; {_ADVICE}")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadablePaperError(f"{file}: the file is empty; give the text of a paper")
    return text


def _bad_byte(data: bytes, at: int, file: str) -> str:
    # What stands before the first bad byte is valid, so its characters can be counted.
    before = data[:at].decode("utf-8-sig", errors="replace")
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return (
        f"{file}:{line}:{column}: not UTF-8 here (byte 0x{data[at]:02X}); "
        "save the file as UTF-8 and run the command again"
    )
