"""The speed benchmark: its material is what it says, its counting is right, it runs by itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import documents
from benchmarks.speed import __main__ as speed
from benchmarks.speed import material, worker
from benchmarks.speed.material import Material, quotations, text_of
from benchmarks.speed.tools import PEERS, TOOLS

PARAGRAPHS = tuple(
    f"Council number {n} met in the old harbour town of place{n}, and {n + 7} members signed the "
    f"treaty on trade over river{n} before the {n}th winter."
    for n in range(400)
)


def test_a_text_has_the_size_asked_for_and_is_the_same_each_time() -> None:
    """Paragraphs that come again do so in another order, and always the same one."""
    text = text_of(PARAGRAPHS, 200_000)
    assert len(text) == 200_000
    assert text == text_of(PARAGRAPHS, 200_000)
    assert text[:10_000] != text[100_000:110_000]


def test_quotations_stand_in_the_text_or_do_not() -> None:
    """Hits are runs of the text's words; misses have its words and are no run of them."""
    text = text_of(PARAGRAPHS, 50_000)
    flat = " ".join(text.split())
    hits, misses = quotations(text, 30)
    assert all(hit in flat for hit in hits)
    assert not any(miss in flat for miss in misses)
    known = set(flat.split())
    assert all(known.issuperset(miss.split()) for miss in misses)
    assert len(hits) == len(misses) == 30


def test_without_documents_the_text_is_made_up_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without apt still measures, on words that nobody wrote."""

    def none(_: str) -> list[documents.Document]:
        raise documents.DocumentsMissingError("no apt here")

    monkeypatch.setattr(material, "documents", none)
    found = material.material()
    assert "made up by seed" in found.origin
    assert "no apt here" in found.origin
    assert not found.pages
    assert len(text_of(found.paragraphs, 100_000)) == 100_000


def test_percentile() -> None:
    """The value that a share of all do not exceed; the greatest for few values."""
    assert speed.percentile([3.0, 1.0, 2.0], 0.99) == 3.0
    assert speed.percentile([float(n) for n in range(200)], 0.99) == 198.0
    assert speed.percentile([5.0], 0.5) == 5.0


def test_a_tool_is_measured_in_a_process_of_its_own(tmp_path: Path) -> None:
    """Our own tool does every job, passes all hits and no miss, and the table says so."""
    page = tmp_path / "page.html"
    page.write_text(f"<html><body><p>{PARAGRAPHS[0]}</p></body></html>", encoding="utf-8")
    text = text_of(PARAGRAPHS, 50_000)
    source = tmp_path / "text.txt"
    source.write_text(text, encoding="utf-8")
    hits, misses = quotations(text, 10)
    task = {"text": str(source), "hit": hits, "miss": misses, "html": [str(page)], "budget": 60}
    seen, wrong = speed.measure({"footnoted": Path(sys.executable)}, {"small": task}, 1)
    assert not wrong
    jobs = seen["small"]["footnoted"]
    assert len(jobs["fold"]) == len(jobs["html"]) == 1
    assert len(jobs["hit"]) == len(jobs["miss"]) == 10
    assert jobs["miss_found"] == [0]
    (line,) = speed.lines(seen["small"], "miss", 0.05)
    assert "| 0 of 10 |" in line
    assert "| 1 |" in line


def test_a_tool_that_fails_is_named_with_its_reason(tmp_path: Path) -> None:
    """A peer that cannot be imported is told of, and the others go on."""
    task = {"text": "", "hit": [], "miss": [], "html": [], "budget": 1}
    seen, wrong = speed.measure({"krokai": Path(sys.executable)}, {"small": task}, 1)
    assert not seen["small"]
    assert "krokai" in wrong["krokai, small"]


def test_the_budget_ends_a_job() -> None:
    """A job that takes longer than its budget is done once, and no more."""
    seconds, results = worker.each([lambda: sum(range(2_000_000))] * 5, 0.0001)
    assert len(seconds) == len(results) == 1


def test_every_peer_is_a_tool() -> None:
    """The peers that are installed are those that are measured."""
    assert set(PEERS) == set(TOOLS) - {"footnoted"}
    assert Material("x", (), ()).pages == ()
