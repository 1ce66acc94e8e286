"""The little of Office Open XML (ECMA-376, ISO/IEC 29500) that our Word documents need.

Written here and not by python-docx: of our needs (a header row repeated on each page, the
document's language, check boxes to click, links, right-to-left runs, fixed dates in the zip) it
offers none without writing the XML by hand all the same, and it is one dependency more for
everybody who only checks a corpus.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Final
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from footnoted.reports.visible import visible, web_address

W: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can hold: no member tells when it was written."""
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_ADDRESS = re.compile(r"(https?://[a-z0-9.-]+(?::\d{1,5})?)([/?#].*)?", re.IGNORECASE)
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_RIGHT_TO_LEFT = re.compile(rf"([{_RTL}](?:[{_RTL}\s\d.,:;!?()-]*[{_RTL}])?)")


def packed(members: Mapping[str, str]) -> bytes:
    """Return the members as a zip, in their order.

    Nothing in it depends on the day, the machine or the version of its compressor: members are
    stored as they are.
    """
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, text in members.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = 0
            info.external_attr = 0o600 << 16
            archive.writestr(info, text.encode())
    return out.getvalue()


def shown(text: str) -> str:
    """Return text for an element: on one line, nothing hidden, nothing that XML 1.0 forbids."""
    return escape(re.sub(r"\s", " ", visible(text)))


def attribute(text: str) -> str:
    """Return text for an attribute, in its quotation marks."""
    return quoteattr(re.sub(r"\s", " ", visible(text)))


def run(text: str, properties: str = "") -> str:
    """Return runs of text; what is written from right to left says so, and is set that way."""
    made = []
    for number, piece in enumerate(_RIGHT_TO_LEFT.split(text)):
        if not piece:
            continue
        inner = properties + ("<w:rtl/>" if number % 2 else "")
        told = f"<w:rPr>{inner}</w:rPr>" if inner else ""
        made.append(f'<w:r>{told}<w:t xml:space="preserve">{shown(piece)}</w:t></w:r>')
    return "".join(made)


def paragraph(content: str, style: str = "", *, keep: bool = False, rtl: bool = False) -> str:
    """Return a paragraph in a style; `keep` holds it on one page with the next."""
    inner = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner += "<w:keepNext/>" if keep else ""
    inner += "<w:bidi/>" if rtl else ""
    told = f"<w:pPr>{inner}</w:pPr>" if inner else ""
    return f"<w:p>{told}{content}</w:p>"


def right_to_left(text: str) -> bool:
    """Tell whether the first letter of `text` is of a script written from right to left."""
    letter = next((one for one in text if one.isalpha()), "")
    return bool(letter and _RIGHT_TO_LEFT.match(letter))


def check_box(name: str, number: int) -> str:
    """Return a check box that a click ticks, with its name for those who do not see it."""
    alias = attribute(name)
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val={alias}/><w:id w:val="{number}"/><w14:checkbox>'
        '<w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" '
        'w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>☐</w:t></w:r></w:sdtContent></w:sdt>'
    )


def _target(url: str) -> str | None:
    """Return `url` as a URI (RFC 3986); None where it is none.

    Word calls a whole document damaged over one address that is not.
    """
    found = _ADDRESS.fullmatch(web_address(url) or "")
    if found is None:
        return None
    path, mark, fragment = (found[2] or "").partition("#")
    return f"{found[1]}{_quoted(path)}{mark}{_quoted(fragment)}"


def _quoted(part: str) -> str:
    return quote(_BARE_PERCENT.sub("%25", part), safe="/?:@!$&'()*+,;=%~")


class Links:
    """The addresses that a document leads to, each with its relationship."""

    def __init__(self) -> None:
        """Begin with none."""
        self._known: dict[str, str] = {}

    def link(self, url: str) -> str:
        """Return a run that leads to `url` where that may be a link, else plain words."""
        target = _target(url)
        if target is None:
            return run(url)
        name = self._known.setdefault(target, f"link{len(self._known) + 1}")
        inner = run(url, '<w:rStyle w:val="Hyperlink"/>')
        return f'<w:hyperlink r:id="{name}" w:history="1">{inner}</w:hyperlink>'

    def relationships(self) -> str:
        """Return the relationships of all addresses."""
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        return "".join(
            f'<Relationship Id="{name}" Type="{kind}" Target={attribute(url)} '
            'TargetMode="External"/>'
            for url, name in self._known.items()
        )
