"""`footnoted bisect` against a real web archive: what it tells, what it asks, how it fails."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from archive_site import Collection, Pywb
from corpus_folder import cited, quoting, write_corpus
from footnoted.commands import cli
from loopback import Answer

URL = "http://news.example/trade"
WORDS = "the railway will open next year"
BEFORE = f"<p>The minister said that {WORDS}, as planned. It is a long way to go from here."
AFTER = "<p>The minister said nothing of the railway. It is a long way to go from here, he added."
OTHER = "<p>The minister said that the railway will not open next year, as planned. It is long."


def corpus(home: Path, *words: str, **more: Any) -> Path:
    """Write a corpus with one claim `c` that quotes `words` from the page at URL."""
    source, note = cited("a", URL, "1", accessed="2013-09-10")
    claim = quoting("c", "1", *(words or (WORDS,)), **more)
    return write_corpus(home, sources=[source], notes=[note], claims=[claim])


def crawl(site: Collection, pages: Mapping[str, str | Answer]) -> None:
    """Have the page at URL archived, day by day."""
    for day, page in pages.items():
        site.crawl(day, {URL: page})


def run(home: Path, archive: str, *more: str) -> Result:
    """Run the command on the corpora below `home`."""
    args = ["bisect", "c", str(home / "claims"), "--archive", archive, "--pace", "0", "-q"]
    return CliRunner().invoke(cli, [*args, "--allow-net", "127.0.0.0/8", *more])


def answer(result: Result) -> dict[str, Any]:
    """Return the document that a run with `--format json` printed."""
    assert result.exit_code == 0, result.output
    document: dict[str, Any] = json.loads(result.stdout)
    return document


def test_when_the_words_went(tmp_path: Path, pywb: Pywb) -> None:
    """The change is told between two neighbours, of mementos alike one is asked."""
    site = pywb.collection()
    corpus(tmp_path)
    days = [f"20{year}-0{month}-02" for year in range(12, 18) for month in (2, 6, 9)]
    crawl(site, {day: BEFORE if day < "2016-05" else AFTER for day in days})
    document = answer(run(tmp_path, site.base, "--format", "json"))
    (part,) = document["parts"]
    assert [(one["state"], one["first"][:10], one["last"][:10]) for one in part["spells"]] == [
        ("present", "2012-02-02", "2016-02-02"),
        ("absent", "2016-06-02", "2017-09-02"),
    ]
    (turn,) = part["turns"]
    assert (turn["before"][:10], turn["after"][:10], turn["unseen"]) == (
        ("2016-02-02", "2016-06-02", 0)
    )
    assert (document["listed"], document["looked_at"], document["requests"]) == (18, 2, 3)
