"""The quotations benchmark's own mutations, on sentences made up here."""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.documents import Document
from benchmarks.quotations.cases import KINDS, Case, Drawn, make_cases
from benchmarks.quotations.harmful import HARMFUL
from benchmarks.quotations.harmless import HARMLESS
from benchmarks.quotations.passages import passages, read, sentences
from benchmarks.quotations.scene import PASSED, Passage, Reading, Scene
from benchmarks.quotations.tally import Answer, Rate, overlap, totals, wilson

PROSE = """\
The labour office did not close the mine in 2012 because it was never able to pay 1,439 workers. \
In that year, without a word, the minister said "we can't sell more coal - not today". \
The workers left the office in three days and the final flight of the efficient staff followed.

It is clear that the company will often organise the transport of 4.39 tonnes of copper a week. \
They were happy about the increase of 12 new trains on the line to Bukhara and Samarkand. \
The first of these trains carried copper from Termez to the harbour in the winter of 1998.

There were 27 schools in the district before the war, and all of them taught Latin and music. \
We do not know how many teachers stayed. Teachers with good Latin earned 350 roubles a month. \
Most pupils walked to school through deep snow each morning. Some came by train from Kagan.

On most winter days, the children of the district walked home on frozen canals.

The old library of the town lent books and maps to every reader who came with a letter.
"""
FOREIGN = {
    "de": "Das Ministerium hat im Jahr 2012 nicht alle Minen geschlossen, und alle waren da.",
    "fr": "Le ministère ne ferme pas la mine de cuivre, et les ouvriers sont restés dans la ville.",
    "es": "El ministerio no cerró la mina de cobre en 2012, y los obreros son muchos todavía allí.",
    "it": "Il ministero non chiuse la miniera di rame nel 2012, e gli operai sono ancora in città.",
    "pt": "O ministério não fechou a mina de cobre em 2012, e os operários são muitos na cidade.",
    "ru": "Министерство не закрыло медный рудник в 2012 году, и рабочие были ещё долго в городе.",
    "zh": "该部在2012年没有关闭铜矿，工人可以继续留在城里；他们的工资也由国家支付。",
    "ja": "その省は2012年に銅山を閉鎖しませんでした。労働者は町に残ります、と新聞は伝えます。",
}
OTHER = "A lighthouse keeper on the northern island wrote about birds, storms and passing ships."


def reading(text: str, language: str, folder: Path) -> Reading:
    path = folder / f"{language}-{len(text)}.txt"
    path.write_text(text, encoding="utf-8")
    return read(Document(path, "text/plain", language, "made-up", "1", "dev"))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    folder = tmp_path_factory.mktemp("documents")
    long = " ".join(f"Line {word} of the long tale is here." for word in ("one", "two") * 60)
    padding = "\n\n".join(
        f"The {n} house of the street was built by hand and sold again for little money soon after."
        for n in ("red", "blue", "green", "white", "black", "brown", "pink", "grey") * 6
    )
    texts = [(f"{PROSE}\n\n{padding}\n\n{long}\n\n{OTHER}", "en"), (OTHER, "en")]
    texts += [(text, language) for language, text in FOREIGN.items()]
    readings = [reading(text, language, folder) for text, language in texts]
    found = [passage for one in readings for passage in passages(one, Random(1))]
    paragraph = readings[0].paragraphs[0]
    found += [Passage(s, "", "", 0, readings[0]) for s in (paragraph, readings[0].paragraphs[1])]
    return Drawn(readings, found)


def tried(name: str, drawn: Drawn) -> list[tuple[Passage, str, bytes | None]]:
    """Return what a mutation made of the passages, each tried with several seeds."""
    found = []
    for passage in drawn.passages:
        for seed in range(0 if passage.text == OTHER else 4):
            made = KINDS[name].make(Scene(passage, drawn.readings[1], Random(seed)))
            if made is not None:
                found.append((passage, made.quotation, made.page))
    return found


_AS_IT_IS = {"verbatim", "verbatim_text", "verbatim_html", "verbatim_pdf", "long"}
_NOT_HERE = {"verbatim_html", "verbatim_pdf", "point_dropped"}


@pytest.mark.parametrize("name", sorted(KINDS.keys() - _NOT_HERE))
def test_each_class_changes_the_quotation_or_the_page(name: str, drawn: Drawn) -> None:
    """A class that finds nothing to do here would never be measured."""
    found = tried(name, drawn)
    assert found
    for passage, quotation, page in found:
        changed = quotation != passage.text or page is not None
        assert changed is (name not in _AS_IT_IS)


def test_classes_are_many_and_named_once() -> None:
    """Harmless and harmful classes share no name."""
    assert not HARMLESS.keys() & HARMFUL.keys()
    assert len(KINDS) >= 45
    assert {kind.right for kind in HARMLESS.values()} == {PASSED}
    assert not any(kind.right & PASSED for kind in HARMFUL.values())


def test_the_same_seed_makes_the_same_cases(drawn: Drawn, tmp_path: Path) -> None:
    """Cases and the pages they bring along are reproducible; another seed makes others."""
    first = make_cases(drawn, 7, 200, tmp_path)
    assert first == make_cases(drawn, 7, 200, tmp_path)
    assert [c.quotation for c in first] != [
        c.quotation for c in make_cases(drawn, 8, 200, tmp_path)
    ]


def test_a_harmful_quotation_stands_nowhere_in_its_document(drawn: Drawn, tmp_path: Path) -> None:
    """A mutation that happens upon words of the source is thrown away."""
    cases = make_cases(drawn, 7, 400, tmp_path)
    for case in cases:
        if not case.harmless and case.media_type == "text/plain" and "cut_" not in case.kind:
            text = " ".join(case.source.read_text("utf-8").lower().split())
            assert f" {' '.join(case.quotation.lower().split())} " not in f" {text} ", case


def test_sentences_end_at_full_stops_only() -> None:
    """An abbreviation or an initial ends no sentence."""
    text = "He met Dr. Smith of Kent, e.g. J. Smith. They talked."
    found = [text[a:b] for a, b in sentences(text)]
    assert found == ["He met Dr. Smith of Kent, e.g. J. Smith.", "They talked."]
    assert len(sentences("不同意。好的。")) == 2


@pytest.mark.parametrize(
    ("good", "n", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662), (0, 0, 0.0, 1.0)],
)
def test_the_wilson_interval(good: int, n: int, low: float, high: float) -> None:
    """Values as in Newcombe (1998), table I, method 3."""
    assert wilson(good, n) == pytest.approx((low, high), abs=5e-5)


def test_overlap_counts_characters_in_order() -> None:
    """The index is 1 for the same words, 0 for none shared, a share between."""
    assert overlap("a mine  closed", "a\nmine closed") == 1.0
    assert overlap("ab cd", "ef gh") == 0.0
    assert overlap("aaaa bbbb", "aaaa") == 0.5
    assert overlap("铜矿关闭", "铜矿") == 0.5


def test_totals_tell_guarded_families_apart(tmp_path: Path) -> None:
    """A negation that passed counts under negations and numbers, not elsewhere."""

    def answer(kind: str, verdict: str) -> Answer:
        case = Case("1", kind, "q", tmp_path, "text/plain", "q", "x", "en")
        return Answer(case, verdict, None, None, "q")

    found = totals(
        [
            answer("verbatim", "verbatim"),
            answer("not_dropped", "edited"),
            answer("word_swapped", "altered"),
        ]
    )
    assert found["harmless passed"] == Rate(1, 1)
    assert found["  negations and numbers"] == Rate(0, 1)
    assert found["  elsewhere"] == Rate(1, 1)
    assert found["right verdict class"] == Rate(2, 3)
