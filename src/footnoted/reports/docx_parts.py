"""The parts of a Word document beside its text: styles, settings, footer, properties."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from footnoted.model.report import Report
from footnoted.reports.ooxml import HEAD, Links, W, shown

LANGUAGE: Final = "en-GB"
PAGE: Final = (
    '<w:sectPr><w:footerReference w:type="default" r:id="footer"/>'
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="850" w:right="734" w:bottom="850" w:left="734" w:header="425" '
    'w:footer="425" w:gutter="0"/></w:sectPr>'
)
"""A4 on its side; lengths in twentieths of a point."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"


def members(report: Report, title: str, document: str, links: Links) -> dict[str, str]:
    """Return the members of the package by their names, in the order of the zip."""
    return {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _ROOT,
        "docProps/core.xml": _core(report, title),
        "docProps/app.xml": _APP,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relationships(links),
        "word/styles.xml": _styles(),
        "word/settings.xml": _SETTINGS,
        "word/footer.xml": _FOOTER,
    }


def _core(report: Report, title: str) -> str:
    """Return who, what and when: the time is that of the audit, never that of the writing."""
    at = _moment(report.run.as_of)
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{at}</dcterms:{name}>'
        for name in ("created", "modified")
        if at
    )
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{shown(title)}</dc:title><dc:creator>footnoted "
        f"{shown(report.tool.version)}</dc:creator>{times}<dc:language>{LANGUAGE}</dc:language>"
        "</cp:coreProperties>"
    )


def _moment(as_of: str) -> str | None:
    try:
        when = datetime.fromisoformat(as_of)
    except ValueError:
        return None
    when = when.astimezone(UTC) if when.tzinfo else when
    return f"{when:%Y-%m-%dT%H:%M:%SZ}"


def _relationships(links: Links) -> str:
    own = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for name in ("styles", "settings", "footer")
    )
    return (
        f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{own}{links.relationships()}'
        "</Relationships>"
    )


_OWN = {
    "/word/document.xml": f"{_TYPES}.wordprocessingml.document.main+xml",
    "/word/styles.xml": f"{_TYPES}.wordprocessingml.styles+xml",
    "/word/settings.xml": f"{_TYPES}.wordprocessingml.settings+xml",
    "/word/footer.xml": f"{_TYPES}.wordprocessingml.footer+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": f"{_TYPES}.extended-properties+xml",
}
_CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in _OWN.items())
    + "</Types>"
)
_ROOT = (
    f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="document" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="core" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/>'
    f'<Relationship Id="app" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
)
_APP = (
    f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>footnoted</Application></Properties>'
)
_SETTINGS = (
    f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    f'<w:themeFontLang w:val="{LANGUAGE}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:settings>'
)
_FOOTER = (
    f'{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="right"/></w:pPr>'
    '<w:r><w:t xml:space="preserve">Page </w:t></w:r>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    '<w:r><w:t xml:space="preserve"> of </w:t></w:r>'
    '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
)


def _styles() -> str:
    return (
        f"{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Microsoft YaHei" '
        'w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val="{LANGUAGE}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        + _style("Normal", "Normal", default=True)
        + _style("Title", "Title", '<w:spacing w:after="160"/>', "<w:b/><w:bCs/>" + _size(40))
        + _style(
            "Heading1",
            "heading 1",
            '<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/>',
            "<w:b/><w:bCs/>" + _size(30),
        )
        + _style("Cell", "Query cell", '<w:spacing w:after="60" w:line="240"/>', _size(18))
        + _style(
            "CellHead",
            "Query heading",
            '<w:spacing w:after="60" w:line="240"/>',
            "<w:b/><w:bCs/>" + _size(18),
        )
        + _style("Footer", "footer", '<w:spacing w:after="0"/>', _size(16))
        + _mark("Hyperlink", "Hyperlink", '<w:color w:val="0B4F9E"/><w:u w:val="single"/>')
        + _mark("TakenOut", "Taken out", '<w:strike/><w:color w:val="8A1C1C"/>')
        + _mark("PutIn", "Put in", '<w:b/><w:bCs/><w:color w:val="14532D"/><w:u w:val="single"/>')
        + _TABLE_STYLE
        + "</w:styles>"
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _style(
    ident: str, name: str, paragraph: str = "", run: str = "", *, default: bool = False
) -> str:
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    told = f"{based}<w:qFormat/>"
    told += f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    told += f"<w:rPr>{run}</w:rPr>" if run else ""
    first = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="paragraph"{first} w:styleId="{ident}"><w:name w:val="{name}"/>'
        f"{told}</w:style>"
    )


def _mark(ident: str, name: str, run: str) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{ident}"><w:name w:val="{name}"/>'
        f"<w:rPr>{run}</w:rPr></w:style>"
    )


_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"'
_TABLE_STYLE = (
    '<w:style w:type="table" w:styleId="QueryTable"><w:name w:val="Query table"/><w:tblPr>'
    "<w:tblBorders>"
    + "".join(f"<w:{side} {_LINE}/>" for side in ("top", "left", "bottom", "right"))
    + f"<w:insideH {_LINE}/><w:insideV {_LINE}/></w:tblBorders><w:tblCellMar>"
    '<w:top w:w="60" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
)
