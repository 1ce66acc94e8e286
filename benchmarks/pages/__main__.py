"""Sentences of real HTML and PDF that the package's readers find, and at what speed.

Usage: python -m benchmarks.pages [dev|test] [--kind html|pdf] [--show-failures N] [--no-peers]

Run from the repository's root. A sentence is known by another route (see `known.py`), has six
words or more, and is found where the text read from the same file holds it, white space, hyphens
and quotation marks aside. "word for word" minds the blanks between words as well.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.documents import Document, Split, documents
from benchmarks.pages import known, peers
from benchmarks.pages.score import found, is_wide, wilson

from footnoted.texts import read_text

_RUNS = 3


@dataclass(slots=True)
class Tally:
    """Sentences known, found, and found word for word; those of scripts with blanks apart."""

    known: int = 0
    found: int = 0
    blanked: int = 0
    word_for_word: int = 0
    lost: list[tuple[str, str]] = field(default_factory=list)

    def add(self, name: str, results: list[tuple[str, bool, bool]]) -> None:
        """Count the results of one document."""
        for sentence, there, words in results:
            self.known += 1
            self.found += there
            if not there:
                self.lost.append((name, sentence))
            if not is_wide(sentence):
                self.blanked += 1
                self.word_for_word += words


Table = dict[tuple[str, str, str], Tally]
Reader = Callable[[bytes], str]


def _own(media_type: str) -> Reader:
    return lambda body: read_text(body, media_type).content


def measure_html(chosen: list[Document], readers: dict[str, Reader], table: Table) -> None:
    """Read every page by every reader; fill the table and print the speed."""
    texts = known.shown(chosen)
    bodies = {d.path: d.path.read_bytes() for d in chosen}
    size = sum(map(len, bodies.values())) / 1e6
    print(f"\nHTML: {len(chosen)} pages, {size:.1f} MB")
    for name, reader in readers.items():
        seconds = []
        read = {}
        for _ in range(_RUNS if name == "footnoted" else 1):
            started = time.process_time()
            read = {path: reader(body) for path, body in bodies.items()}
            seconds.append(time.process_time() - started)
        for document in chosen:
            results = found(texts[document.path], read[document.path])
            table["html/chromium", document.language, name].add(document.name, results)
        print(f"  {name:<22} {min(seconds) / size * 1000:7.1f} ms/MB")


def measure_pdf(
    chosen: list[Document], every: list[Document], readers: dict[str, Reader], table: Table
) -> None:
    """Read every document by every reader; fill the table and print the speed."""
    print(f"\nPDF: {len(chosen)} documents")
    for name, reader in readers.items():
        paces, pages = [], 0
        for document in chosen:
            body = document.path.read_bytes()
            started = time.process_time()
            text = reader(body)
            spent = time.process_time() - started
            count = known.poppler_text(document.path).count("\f") or 1
            paces.append(spent / count * 1000)
            pages += count
            key = (document.language, name)
            if name != "pdftotext":
                results = found(known.by_poppler(document.path), text)
                table["pdf/poppler", *key].add(document.name, results)
            edition = known.edition(document, every)
            if edition is not None:
                table["pdf/text edition", *key].add(document.name, found(edition, text))
        pace = f"{statistics.median(paces):6.1f} ms/page, median" if name != "pdftotext" else ""
        print(f"  {name:<22} {pages} pages {pace}")


def show(table: Table) -> None:
    """Print the table by kind, language and reader, and the sums of each kind and reader."""
    sums: Table = defaultdict(Tally)
    for (kind, _, name), tally in table.items():
        one = sums[kind, "all", name]
        for part in ("known", "found", "blanked", "word_for_word"):
            setattr(one, part, getattr(one, part) + getattr(tally, part))
    print(f"\n{'kind':<18}{'language':<9}{'reader':<22}{'sentences':>9}{'found':>9}", end="")
    print("   95 % (Wilson)   word for word")
    rows = [*((k, t) for k, t in sorted(table.items()) if k[2] == "footnoted"), *sums.items()]
    for (kind, language, name), tally in rows:
        low, high = wilson(tally.found, tally.known)
        share = tally.found / tally.known if tally.known else 0
        words = f"{tally.word_for_word / tally.blanked:.4f}" if tally.blanked else "–"
        print(f"{kind:<18}{language:<9}{name:<22}{tally.known:>9}{share:>9.4f}", end="")
        print(f"   {low:.4f}–{high:.4f}   {words:>8}")


def main(arguments: list[str]) -> None:
    """Measure one split."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("split", nargs="?", choices=("dev", "test"), default="dev")
    parser.add_argument("--kind", choices=("html", "pdf"))
    parser.add_argument("--show-failures", type=int, default=0, metavar="N")
    parser.add_argument("--no-peers", action="store_true")
    options = parser.parse_args(arguments)
    split: Split = options.split
    every = documents(split)
    table: Table = defaultdict(Tally)
    if options.kind != "pdf":
        others = {} if options.no_peers else peers.installed(peers.HTML)
        chosen = [d for d in every if d.media_type == "text/html"]
        measure_html(chosen, {"footnoted": _own("text/html"), **others}, table)
    if options.kind != "html":
        others = {} if options.no_peers else peers.installed(peers.PDF)
        chosen = [d for d in every if d.media_type == "application/pdf"]
        measure_pdf(chosen, every, {"footnoted": _own("application/pdf"), **others}, table)
    show(table)
    for (kind, language, name), tally in table.items():
        for document, sentence in (
            tally.lost[: options.show_failures] if name == "footnoted" else ()
        ):
            print(f"\n{kind} {language} {document}\n  {sentence}")


if __name__ == "__main__":
    main(sys.argv[1:])
