"""`footnoted.reports.badge` and `badge_json`: how many notes are supported, and when."""

from __future__ import annotations

import json
import re
from typing import Any

import jsonschema
import pytest
from lxml import etree

import sample_reports
from footnoted.model.report import Report
from footnoted.model.verdicts import ClaimVerdict
from footnoted.reports import render
from footnoted.reports.badge import BLUE, GREY, ORANGE, badge, text_width

ENDPOINT = {
    "type": "object",
    "required": ["schemaVersion", "label", "message"],
    "properties": {
        "schemaVersion": {"const": 1},
        "label": {"type": "string"},
        "message": {"type": "string", "minLength": 1},
        "color": {"type": "string", "pattern": "^[0-9a-f]{6}$"},
    },
    "additionalProperties": False,
}
"""What shields.io documents of its endpoint, as far as we use it."""


def fine(count: int = 2, **run: Any) -> Report:
    claims = [
        sample_reports.claim(f"c{n}", ClaimVerdict.SUPPORTED, (sample_reports.VERBATIM,))
        for n in range(count)
    ]
    notes = [
        sample_reports.note(str(n), "x", ClaimVerdict.SUPPORTED, (f"c{n}",)) for n in range(count)
    ]
    return sample_reports.report(claims, notes, **run)


def test_it_counts_notes_and_tells_the_day() -> None:
    """What stands only in an archived copy is counted apart; a mismatch shows."""
    said = badge(sample_reports.sample_report())
    assert (said.label, said.message) == ("notes", "2/11 supported, 1 then · 2026-11-24")
    assert said.colour == ORANGE
    assert badge(fine()).message == "2/2 supported · 2026-11-24"
    assert badge(fine()).colour == BLUE


@pytest.mark.parametrize(
    ("report", "words"),
    [
        (sample_reports.offline_report(), "no source compared"),
        (sample_reports.empty_report(), "no source compared"),
        (fine(only="note:3"), "only a part audited"),
    ],
)
def test_without_a_look_there_is_no_count(report: Report, words: str) -> None:
    """An audit that compared nothing has no number to show."""
    said = badge(report)
    assert said.message == f"{words} · 2026-11-24"
    assert said.colour == GREY


@pytest.mark.parametrize("name", ["sample", "empty", "offline", "hostile", "big"])
def test_no_badge_says_that_anything_is_true(name: str) -> None:
    """Nor verified, checked or passing; and nothing from a page or paper is in it."""
    report = getattr(sample_reports, f"{name}_report")()
    for text in (render(report, "badge"), render(report, "badge-json")):
        assert not re.search(
            r"true|verif|correct|pass|valid|script|javascript", text, re.IGNORECASE
        )
        assert "\x1b" not in text


def test_the_json_is_an_endpoint_for_shields() -> None:
    """Version, label, message, colour, and no more."""
    document = json.loads(render(sample_reports.sample_report(), "badge-json"))
    jsonschema.validate(document, ENDPOINT)
    assert document["message"] == "2/11 supported, 1 then · 2026-11-24"


@pytest.mark.parametrize("name", ["sample", "offline", "empty"])
def test_the_svg_has_a_title_fits_its_text_and_asks_for_nothing(name: str) -> None:
    """An image with a name for screen readers; the halves are as wide as their words."""
    root = etree.fromstring(render(getattr(sample_reports, f"{name}_report")(), "badge").encode())
    space = {"s": "http://www.w3.org/2000/svg"}
    (title,) = root.findall("s:title", space)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == title.get("id")
    assert str(title.text).endswith(".")
    first, second = root.findall("s:rect", space)
    label, message = root.findall("s:g/s:text", space)
    assert number(first, "width") == number(label, "textLength") + 12
    assert number(second, "width") == number(message, "textLength") + 12
    assert number(second, "x") == number(first, "width")
    assert number(root, "width") == number(first, "width") + number(second, "width")
    assert not root.xpath("//*[@href or @src or @style]")
    assert {etree.QName(one).localname for one in root.iter()} == {
        "svg", "title", "rect", "g", "text",
    }  # fmt: skip


def number(element: etree._Element, name: str) -> int:
    return int(element.get(name, ""))


def test_widths_are_those_of_the_font() -> None:
    """DejaVu Sans at 11 px: five digits of 0.636 em, a stop of 0.318 em."""
    assert text_width("12345") == round(5 * 0.6362 * 11)
    assert text_width("....") == 14
    assert text_width("") == 0


def test_white_text_on_each_colour_can_be_read() -> None:
    """WCAG 2.2, 1.4.3: a contrast of 4.5 at least."""
    for colour in (BLUE, ORANGE, GREY, "#3f3f3f"):
        assert 1.05 / (_luminance(colour) + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
