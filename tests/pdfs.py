"""A writer of tiny PDF files: enough to test a reader with, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

_TOP, _LEFT, _LEADING = 780, 60, 16


def make_pdf(
    pages: Sequence[Sequence[str]],
    *,
    labels: str | None = None,
    title: str | None = None,
    picture: bool = False,
) -> bytes:
    """Return a PDF whose pages hold the given lines (Latin-1), one under the other.

    `labels` is the content of a `/Nums` array for printed page labels, such as
    `0 << /S /r >> 2 << /S /D >>`. With `picture`, each page also shows a one-pixel image.
    """
    objects: list[bytes] = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    objects.append(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream"
    )
    kids = []
    for lines in pages:
        stream = _stream(lines, picture=picture)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources "
            b"<< /Font << /F1 3 0 R >> /XObject << /Im 4 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    tree = f"/PageLabels << /Nums [{labels}] >>" if labels else ""
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R %s >>" % tree.encode("latin-1")
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    info = ""
    if title:
        objects.append(f"<< /Title ({title}) >>".encode("latin-1"))
        info = f"/Info {len(objects)} 0 R"
    return _file(objects, info)


def encrypted_pdf() -> bytes:
    """Return a PDF that asks for a password nobody has (standard handler, revision 2)."""
    body = make_pdf([["Secret"]])
    entry = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>] " % (
        b"41" * 32,
        b"42" * 32,
    )
    return body.replace(b"trailer\n<< ", b"trailer\n<< " + entry)


def _stream(lines: Sequence[str], *, picture: bool) -> bytes:
    parts = [b"q 100 0 0 100 60 400 cm /Im Do Q"] if picture else []
    for number, line in enumerate(lines):
        words = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        at = _TOP - _LEADING * number
        parts.append(b"BT /F1 11 Tf %d %d Td (%s) Tj ET" % (_LEFT, at, words.encode("latin-1")))
    return b"\n".join(parts)


def _file(objects: Sequence[bytes], info: str) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, info.encode("latin-1"))
    out += b"startxref\n%d\n%%%%EOF\n" % at
    return bytes(out)
