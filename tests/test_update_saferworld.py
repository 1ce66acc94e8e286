"""The first real corpus led over to its paper as an editor may leave it: seeded random edits.

Every claim must be told right: whose words changed, whose moved, and that no other is. The
paper is read from the developers' copy where there is one.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from footnoted.anchors import find_words, fold
from footnoted.audit.update import Update, update
from footnoted.corpus import read_corpus
from footnoted.lints.examined import Examined
from footnoted.model.corpus import Corpus
from footnoted.papers.markdown import read_markdown
from paper_help import read

PAPER = Path(__file__).parents[1] / ".." / "shared" / "papers" / "saferworld-2013.md"
RECORDS = Path(__file__).parents[1] / "claims" / "saferworld-2013"
BARE = re.compile(r"(?m)^(\d{1,2}) (?=[A-Z*\[](?!harles Square))")  # how some notes are printed
RAISED = re.compile(r"<sup>(\d+)</sup>")
NEW_NOTE = "Ash, *Boats of Orvel*, 3 May 2013, http://orvel.example.org/boats"

Hold = Callable[..., Update]


@pytest.fixture(scope="module")
def text() -> str:
    if not PAPER.is_file():
        pytest.skip("the developers' copy shared/papers/saferworld-2013.md is not here")
    return PAPER.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    found = read_corpus(RECORDS).corpus
    assert found is not None
    return found


@pytest.fixture(scope="module")
def known(text: str, corpus: Corpus) -> Examined:
    return Examined(corpus, read_markdown(text.encode(), "old.md"))


@pytest.fixture
def hold(tmp_path: Path, text: str) -> Hold:
    """Hold a newer text against the corpus, with or without the old one."""

    def held(newer: str, *, old: bool) -> Update:
        paper = tmp_path / "newer.md"
        paper.write_text(newer, encoding="utf-8")
        return update(paper, RECORDS, PAPER if old else None)

    return held


def states(found: Update) -> dict[str, str]:
    """Return what became of each record that did not stay as it was."""
    return {f"{one.record} {one.id}": one.state for one in found.records if one.state != "same"}


def assert_notes_followed(found: Update, known: Examined) -> None:
    """Each claim hangs on notes of the very words that it hung on before."""
    now = {one.id: one.text for one in found.draft.notes}
    before = {one.id: one.text for one in known.paper.notes}
    for one in found.records:
        for old, new in zip(one.notes, one.new_notes or one.notes, strict=True):
            assert now[new] == before[old], (one.id, old, new)


def with_note(text: str, number: int) -> str:
    """Return the text with a sentence and its note put in before note `number`."""

    def up(hit: re.Match[str]) -> str:
        one = int(hit[1]) + (int(hit[1]) >= number)
        return hit[0].replace(hit[1], str(one), 1)

    blocks = RAISED.sub(up, BARE.sub(up, text)).split("\n\n")
    mark = f"<sup>{number + 1}</sup>"
    at = next(i for i, one in enumerate(blocks) if mark in one and re.match("[A-Z]", one))
    blocks[at] = f"The council of Orvel counted 777 boats.<sup>{number}</sup> {blocks[at]}"
    printed = rf"(?m)^(?:{re.escape(mark)}|{number + 1}) "
    newer, count = re.subn(
        printed,
        lambda hit: f"<sup>{number}</sup> {NEW_NOTE}\n\n{hit[0]}",
        "\n\n".join(blocks),
        count=1,
    )
    assert count == 1
    return newer


def paragraphs(text: str) -> list[int]:
    """Return the blocks that are paragraphs by themselves: nothing runs on over a page's end."""
    blocks = text.split("\n\n")
    running = [i for i, one in enumerate(blocks) if not re.match(r"<sup>|!\[|\d+ ", one)]
    found = []
    for before, here, after in zip(running, running[1:], running[2:], strict=False):
        block = blocks[here]
        closed = re.search(r"[.!?\"”>]$|^#", blocks[before].strip())
        begins = re.match(r"[A-Z#*|\"“]", blocks[after])
        whole = re.match(r"[A-Z]", block) and re.search(r"(\.|</sup>)[\"”]?$", block.strip())
        if closed and begins and whole and "\n" not in block and len(block) > 300:
            found.append(here)
    return found


@pytest.mark.parametrize("old", [True, False])
@pytest.mark.parametrize("seed", range(2))
def test_a_note_put_in_anywhere_moves_no_claim(
    text: str, known: Examined, hold: Hold, seed: int, *, old: bool
) -> None:
    """All notes behind it are followed, also those of the same words as others."""
    blocks = text.split("\n\n")
    marked = {int(one) for at in paragraphs(text) for one in RAISED.findall(blocks[at])}
    printed = [n for n in sorted(marked) if re.search(rf"(?m)^(?:<sup>{n}</sup>|{n}) ", text)]
    number = random.Random(seed).choice(printed)
    found = hold(with_note(text, number), old=old)
    assert states(found) == {}
    assert [one.new for one in found.placed.notes if one.state == "new"] == [str(number)]
    renumbered = {one.old for one in found.placed.notes if one.state == "renumbered"}
    assert renumbered == {str(n) for n in range(number, 91)}
    assert_notes_followed(found, known)
    assert {one.part.words for one in found.new} >= {"777 boats", str(number)}
    assert [one.file for one in found.drafts][:2] == ["sources.yaml", "notes.yaml"]


@pytest.mark.parametrize("seed", range(3))
def test_a_paragraph_moved_anywhere_takes_its_claims_along(
    text: str, corpus: Corpus, known: Examined, hold: Hold, seed: int
) -> None:
    """They are told as moved, and no other is."""
    rng = random.Random(seed)
    here = rng.choice(paragraphs(text))
    there = rng.choice([one for one in paragraphs(text) if abs(one - here) > 40])
    blocks = text.split("\n\n")
    block = blocks.pop(here)
    blocks.insert(there - (there > here), block)
    start = known.paper.body.index(read(block).body)
    end = start + len(read(block).body)
    moved = {
        f"claim {name}": "moved"
        for name, span in known.anchored.items()
        if start <= span[0] and span[1] <= end
    }
    found = hold("\n\n".join(blocks), old=True)
    assert moved
    assert states(found) == moved
    assert_notes_followed(found, known)
    assert found.new == ()


@pytest.mark.parametrize("old", [True, False])
@pytest.mark.parametrize("seed", range(2))
def test_a_figure_corrected_anywhere_is_told_where_it_is_on_record(
    text: str, corpus: Corpus, known: Examined, hold: Hold, seed: int, *, old: bool
) -> None:
    """With what stands there now; only claims whose own words or figures changed are told."""
    body = known.paper.body
    figures = [
        figure.raw
        for figure in (one for claim in corpus.claims.values() for one in claim.figures)
        if figure.raw.startswith("$") and len(find_words(figure.raw, body)) == 1
    ]
    raw = random.Random(seed).choice(figures)
    digit = re.search(r"\d", raw)
    assert digit is not None
    now = raw.replace(digit[0], str(int(digit[0]) % 9 + 1), 1)
    newer, count = re.subn(re.escape("\\" + raw), lambda _: "\\" + now, text, count=1)
    assert count == 1
    at = find_words(raw, body)[0][0]
    told = set()
    for name, claim in corpus.claims.items():
        first, last = known.reach.get(name, (0, 0))
        own_first, own_last = known.anchored.get(name, (0, 0))
        holds = any(raw in one.raw for one in claim.figures) and first <= at < last
        named = raw in f"{claim.at.start} {claim.at.end or ''}"
        if holds or (own_first <= at < own_last and (old or named)):
            told.add(f"claim {name}")
    found = hold(newer, old=old)
    assert states(found) == dict.fromkeys(told, "changed")
    changes = {
        (part.on_record, part.now)
        for one in found.records
        for part in one.parts
        if part.state != "same"
    }
    assert (raw, now) in changes
    assert found.new == ()


@pytest.mark.parametrize("seed", range(5))
def test_an_anchor_with_a_word_changed_is_found_again_at_its_own_place(
    text: str, corpus: Corpus, known: Examined, hold: Hold, seed: int
) -> None:
    """Or refused; never set on other words."""
    rng = random.Random(seed)
    body = known.paper.body
    names = [name for name in known.anchored if corpus.claims[name].at.end]
    hit: list[re.Match[str]] = []
    while len(hit) != 1:
        name = rng.choice(names)
        start, end = known.anchored[name]
        word = rng.choice([*re.finditer(r"\S+", fold(body[start:end]))])
        around = body[max(0, start + word.start() - 30) : start + word.end()].split("\n")[-1]
        hit = [*re.finditer(re.escape(around), text)]
    newer = text[: hit[0].end() - len(word[0])] + "Zorvel" + text[hit[0].end() :]
    found = hold(newer, old=True)
    now = found.placed.places["claim", name].span
    shift = len("Zorvel") - len(word[0])
    if now is not None:
        assert abs(now[0] - start) <= len("Zorvel")
        assert abs(now[1] - (end + shift)) <= len("Zorvel") + len(word[0])
    assert states(found)[f"claim {name}"] in {"changed", "unsure", "gone"}
    touched = {
        f"claim {other}"
        for other, span in known.anchored.items()
        if span[0] < start + word.end() and start + word.start() < known.reach[other][1]
    }
    exempt = {one for one in states(found) if one.startswith("exemption")}
    assert set(states(found)) <= touched | exempt
