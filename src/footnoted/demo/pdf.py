"""A PDF of plain text, for the demo's report: one fixed font, one column, numbered pages."""

from __future__ import annotations

from collections.abc import Sequence

_LEFT, _TOP, _LEADING, _SIZE = 72, 770, 16, 12
_FOOT = 40
_MEDIA_BOX = "[0 0 595 842]"  # A4 in points


def write_pdf(title: str, pages: Sequence[Sequence[str]]) -> bytes:
    """Return a PDF 1.4 file (ISO 32000-1) whose `pages` hold the given lines, in ASCII.

    Each page has `title` as a running head and its number at the foot, as reports have.
    """
    count = len(pages)
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(count))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode("ascii"),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    ]
    for index, lines in enumerate(pages):
        bodies.append(_page(5 + 2 * index))
        bodies.append(_stream(_content(title, lines, index + 1)))
    return _file(bodies)


def _page(contents: int) -> bytes:
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox {_MEDIA_BOX} "
        f"/Resources << /Font << /F1 3 0 R >> >> /Contents {contents} 0 R >>"
    ).encode("ascii")


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _content(title: str, lines: Sequence[str], number: int) -> bytes:
    """Return the page's text operators; a blank line leaves a gap."""
    placed = [(_TOP + 2 * _LEADING, title), (_FOOT, str(number))]
    placed[1:1] = [(_TOP - _LEADING * row, line) for row, line in enumerate(lines) if line.strip()]
    shown = "\n".join(
        f"BT /F1 {_SIZE} Tf {_LEFT} {height} Td ({_escaped(line)}) Tj ET" for height, line in placed
    )
    return shown.encode("ascii")


def _escaped(line: str) -> str:
    """Escape a literal string (ISO 32000-1, 7.3.4.2)."""
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _file(bodies: Sequence[bytes]) -> bytes:
    """Join the objects, numbered from 1, with their cross-reference table (ISO 32000-1, 7.5)."""
    out = bytearray(b"%PDF-1.4\n")
    offsets: list[int] = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    for offset in offsets:
        out += b"%010d 00000 n \n" % offset
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(bodies) + 1)
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)
