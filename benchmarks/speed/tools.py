"""The same jobs by each tool, as its own documentation or source has it done.

Standard library only at import: the worker runs this under the peers' environment, too. A tool
without a job has None there. All of it read in krokai 0.15.0, citations 0.6.1, quotecheck 0.1.0
and rapidfuzz 3.14.6.
"""

from __future__ import annotations

import importlib
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Tool:
    """`fold` a text once, `found` says whether a quotation passes, `html` reads a page's text."""

    fold: Callable[[str], Any]
    found: Callable[[str, Any], bool]
    html: Callable[[Path], str] | None
    remark: str = ""


def own() -> Tool:
    """Return this package's jobs."""
    from footnoted.model.text import Text  # noqa: PLC0415 -- not in the peers' environment
    from footnoted.model.verdicts import FOUND  # noqa: PLC0415
    from footnoted.quotations import compare_quotation, prepare  # noqa: PLC0415
    from footnoted.texts import read_text  # noqa: PLC0415

    return Tool(
        fold=lambda text: prepare(Text(text, "text/plain")),
        found=lambda quotation, folded: compare_quotation(quotation, folded).verdict in FOUND,
        html=lambda path: read_text(path.read_bytes(), "text/html").content,
    )


def rapidfuzz() -> Tool:
    """Return `partial_ratio` at 90 over what `default_process` makes of both sides."""
    fuzz = importlib.import_module("rapidfuzz.fuzz")
    process = importlib.import_module("rapidfuzz.utils").default_process
    return Tool(
        fold=process,
        found=lambda quotation, folded: bool(
            fuzz.partial_ratio(process(quotation), folded, score_cutoff=90)
        ),
        html=None,
        remark="partial_ratio, score_cutoff=90; reads no HTML",
    )


def krokai() -> Tool:
    """Return a corpus of one file, and `verify.check`; green is `VERIFIED`."""
    corpus = importlib.import_module("krokai.corpus").Corpus
    check = importlib.import_module("krokai.verify").check
    read = importlib.import_module("krokai.readers").read_any

    def fold(text: str) -> Any:
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "source.txt").write_text(text, encoding="utf-8")
            return corpus([folder], quiet=True)

    return Tool(
        fold=fold,
        found=lambda quotation, folded: check(quotation, folded)[0] == "VERIFIED",
        html=lambda path: str(read(str(path))),
        remark="folding includes writing and reading the file that its corpus needs",
    )


def citations() -> Tool:
    """Return `resolve_in` with its own cache of the folded text filled before."""
    verify = importlib.import_module("citations.verify")
    html = importlib.import_module("citations.extractors").EXTRACTORS["html-text"]

    def fold(text: str) -> str:
        verify.passage_fold.cache_clear()
        verify.skeleton.cache_clear()
        verify.skeleton(text)
        return text

    return Tool(
        fold=fold,
        found=lambda quotation, text: verify.resolve_in(quotation, text).state == "found",
        html=lambda path: str(html.read(path, None, False)),  # noqa: FBT003 -- their signature
        remark="resolve_in",
    )


def quotecheck() -> Tool:
    """Return `check`, which folds the text anew for every quotation."""
    find = importlib.import_module("quotecheck.find")
    strip = importlib.import_module("quotecheck.sources")._strip_html  # noqa: SLF001 -- no other

    def fold(text: str) -> str:
        find.fold(text)
        return text

    return Tool(
        fold=fold,
        found=lambda quotation, text: bool(find.check(quotation, text).ok),
        html=lambda path: str(strip(path.read_text(encoding="utf-8", errors="replace"))),
        remark="each hit and miss folds the text again: its check takes no folded one",
    )


TOOLS: dict[str, Callable[[], Tool]] = {
    "footnoted": own,
    "rapidfuzz": rapidfuzz,
    "krokai": krokai,
    "citations": citations,
    "quotecheck": quotecheck,
}
PEERS = tuple(name for name in TOOLS if name != "footnoted")
