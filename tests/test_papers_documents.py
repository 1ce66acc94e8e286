"""The JSON document of `extract`."""

from __future__ import annotations

from decimal import Decimal

import pytest

from footnoted.papers import to_document
from footnoted.papers.documents import plain
from paper_help import read


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (Decimal("2870000000.00"), "2870000000"),
        (Decimal("4.2E+9"), "4200000000"),
        (Decimal("4.390"), "4.39"),
        (Decimal("-0.5"), "-0.5"),
        (Decimal(100), "100"),
        (None, None),
    ],
)
def test_numbers_are_plain(number: Decimal | None, words: str | None) -> None:
    """No exponent, no zeros that say nothing."""
    assert plain(number) == words


def test_the_document_has_every_part() -> None:
    """Schema first; unknown values are null and never left out."""
    draft = read(
        '## 1 A\n\nIt paid \\$3bn for "x".<sup>1</sup>\n\nTown\tPeople\nUp\t1\n\n'
        "<sup>1</sup> Doe J, *X*, 2001\n"
    )
    found = to_document(draft).model_dump(by_alias=True, mode="json")
    assert next(iter(found)) == "schema"
    assert found["schema"] == "footnoted/extract/1"
    assert found["paper"]["issued"] is None
    assert found["sections"] == [{"label": "1", "title": "A"}]
    assert found["notes"][0] == {
        "id": "1",
        "label": "1",
        "text": "Doe J, X, 2001",
        "status": "ok",
        "resolves_to": ["1"],
        "candidates": [],
        "section": "1",
        "sentence": 'It paid $3bn for "x".',
        "urls": [],
        "entries": [
            {
                "text": "Doe J, X, 2001",
                "source": "doe-2001",
                "form": "full",
                "locator": None,
                "resolves_to": "1",
            }
        ],
    }
    assert found["figures"][0]["value"] == "3000000000"
    assert found["quotations"] == [
        {"text": "x", "notes": ["1"], "speaker": None, "marks": "double", "place": "body"}
    ]
    assert found["tables"][0]["rows"] == [["Up", "1"]]
