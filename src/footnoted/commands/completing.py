"""What a shell offers for a word that is half typed: corpora, records, rules.

The records are searched as text, not read: a shell asks anew at every press of the key.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem

CLAIMS = Path("claims")
"""Where commands look for corpora; a shell stands in the folder above."""

_ID = re.compile(r"""^- (?:\{ *)?id: *["']?([^"'\s,}]+)""", re.MULTILINE)
_KINDS = {"sources.yaml": "source", "notes.yaml": "note"}
_WITHOUT_CLAIMS = {"paper.yaml", "exemptions.yaml", "judgements.yaml", "waivers.yaml"}

Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def corpora(_context: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Offer the corpora below `claims/`; any folder, where none begins as typed."""
    found = sorted(one.parent.as_posix() for one in CLAIMS.glob("*/paper.yaml"))
    fitting = [CompletionItem(one) for one in found if one.startswith(typed)]
    return fitting or [CompletionItem(typed, type="dir")]


def records(*kinds: str) -> Completer:
    """Return what offers the ids of `claim`s, `source`s, `note`s below `claims/`."""

    def offer(_context: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
        return _fitting(_ids(kinds), typed)

    return offer


def rules_and_claims(
    _context: click.Context, _param: click.Parameter, typed: str
) -> list[CompletionItem]:
    """Offer what `footnoted explain` can tell of."""
    from footnoted.commands.rules import known_words

    return _fitting([*sorted(known_words()), *_ids(("claim",))], typed)


def lints(_context: click.Context, _param: click.Parameter, typed: str) -> list[CompletionItem]:
    """Offer the rules of lints."""
    from footnoted.lints import LINTS

    return _fitting(LINTS, typed)


def _fitting(words: Iterable[str], typed: str) -> list[CompletionItem]:
    return [CompletionItem(one) for one in dict.fromkeys(words) if one.startswith(typed)]


def _ids(kinds: tuple[str, ...]) -> Iterator[str]:
    for path in sorted(CLAIMS.glob("*/*.yaml")):
        if path.name not in _WITHOUT_CLAIMS and _KINDS.get(path.name, "claim") in kinds:
            yield from _ID.findall(path.read_text("utf-8", errors="replace"))
