"""Inline Markdown taken off: plain text, and what stood where in it."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

LABEL = re.compile(r"\d{1,4}[a-z]?|\d{1,3}\.\d{1,4}|[*†‡§¶#]{1,4}|[a-z]|[ivxl]{2,6}")
_TOKEN = re.compile(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
    |<sup>(?P<sup>[^<>\n]{0,40})</sup>
    |\[\^(?P<footnote>[^\]\s\\]{1,20})\](?!:)
    |(?P<image>!\[[^\[\]\n]*\]\([^()\s]*\))
    |\[(?P<words>(?:[^\[\]\\]|\\.)*)\]\(\s*<?(?P<target>(?:[^()\s<>\\]|\\.|\([^()\s<>]*\))*)>?
        (?:\s+"[^"\n]*")?\s*\)
    |<(?P<auto>(?:(?:https?|ftp)://|mailto:|www\.)[^<>\s]+|[\w.+-]+@[\w.-]+)>
    |(?P<tag></?(?:em|i|b|strong|u|sub|small|span|a|p|div|br|cite|q|sup)\b[^<>\n]{0,200}>)
    |(?P<comment><!--[^<>]{0,500}-->)
    |(?P<entity>&(?:[A-Za-z]{2,10}|\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6});)
    |(?P<url>(?:https?://|www\.)[^\s<>\[\]*"“”]+)
    |(?P<run>\*{1,3}|_{1,3})
    |(?P<space>\s+)""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_POWERS = {"2": "²", "3": "³"}
_LENGTH = re.compile(r"(?:\b|\d)(?:[kcmd]?m|km|ft|mi)$")
_MONEY = re.compile(r"[$€£¥]\s?\d[\d.,]*\s?(?:m|bn|k)$")


@dataclass(frozen=True, slots=True)
class InlineMark:
    """A footnote mark: its label, where it stood in the plain text, its line in the file."""

    label: str
    at: int
    line: int


@dataclass(frozen=True, slots=True)
class Inline:
    """Plain text with its marks and emphasised spans; `lines` are (offset, line) pairs."""

    text: str
    marks: tuple[InlineMark, ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()
    lines: tuple[tuple[int, int], ...] = ()

    def line(self, at: int) -> int:
        """Return the file's line in which the character at `at` stands."""
        index = bisect_right(self.lines, (at, 1 << 60)) - 1
        return self.lines[max(index, 0)][1] if self.lines else 0


@dataclass(slots=True)
class _Writer:
    """Collects the plain text; runs of blanks become one, none at either end."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    last: str = ""
    marks: list[InlineMark] = field(default_factory=list)

    def write(self, words: str) -> None:
        if not words:
            return
        # A mark that glued two sentences together hid the blank between them.
        if self.marks and self.marks[-1].at == self.length and words[0].isupper() and (
            self.last in ".?!”"
        ):  # fmt: skip
            self.space()
        self.pieces.append(words)
        self.length += len(words)
        self.last = words[-1]

    def space(self) -> None:
        if self.length and self.last != " ":
            self.pieces.append(" ")
            self.length += 1
            self.last = " "

    def mark(self, label: str, line: int) -> None:
        at = self.length - (self.last == " ")
        self.marks.append(InlineMark(label, at, line))


def labels_of(words: str) -> tuple[str, ...]:
    """Return the note labels of a superscript (`3,4`, `[12]`), none if it is no mark."""
    bare = words.strip().strip("[]()").replace("\\", "")
    found = [part for part in re.split(r"[\s,;]+", bare) if part]
    return tuple(found) if found and all(LABEL.fullmatch(part) for part in found) else ()


def render(lines: Sequence[tuple[int, str]]) -> Inline:
    """Return the plain text of `lines`, given as (line number, raw text)."""
    raw = "\n".join(text for _, text in lines)
    starts = [0]
    for _, text in lines:
        starts.append(starts[-1] + len(text) + 1)
    tokens = list(_TOKEN.finditer(raw))
    paired = _pair(raw, tokens)
    writer, at, opened = _Writer(), 0, {}
    emphasis: list[tuple[int, int]] = []
    seen: list[tuple[int, int]] = []
    for token in tokens:
        _note_line(seen, writer, lines, starts, at)
        writer.write(raw[at : token.start()])
        at = token.end()
        line = lines[bisect_right(starts, token.start()) - 1][0]
        if token.lastgroup == "run":
            partner = paired.get(token.start())
            if partner is None:
                writer.write(token[0])
            elif partner > token.start():
                opened[token.start()] = writer.length
            else:
                emphasis.append((opened[partner], writer.length))
        else:
            _write_token(writer, token, line)
    _note_line(seen, writer, lines, starts, at)
    writer.write(raw[at:])
    text = "".join(writer.pieces).rstrip()
    marks = tuple(InlineMark(m.label, min(m.at, len(text)), m.line) for m in writer.marks)
    spans = ((a, min(b, len(text))) for a, b in emphasis)
    return Inline(text, marks, tuple(sorted(s for s in spans if s[0] < s[1])), tuple(seen))


def _note_line(
    seen: list[tuple[int, int]],
    writer: _Writer,
    lines: Sequence[tuple[int, str]],
    starts: list[int],
    at: int,
) -> None:
    if not lines:
        return
    number = lines[min(bisect_right(starts, at) - 1, len(lines) - 1)][0]
    if not seen or seen[-1][1] != number:
        seen.append((writer.length, number))


def _write_token(writer: _Writer, token: re.Match[str], line: int) -> None:
    kind = token.lastgroup
    if kind == "space":
        writer.space()
    elif kind == "escape":
        writer.write(token[0][1:])
    elif kind == "entity":
        writer.write(html.unescape(token[0]).replace("\xa0", " "))
    elif kind == "footnote":
        writer.mark(token["footnote"], line)
    elif kind == "sup":
        _write_superscript(writer, token["sup"], line)
    elif kind == "target":
        target = _ESCAPE.sub(r"\1", token["target"])
        internal = target.startswith("#") or not target
        writer.write(render([(line, token["words"])]).text if internal else target)
    elif kind == "auto":
        writer.write(_ESCAPE.sub(r"\1", token["auto"]))
    elif kind == "url":
        writer.write(_ESCAPE.sub(r"\1", token["url"]))
    elif kind == "tag" and token[0].lower().startswith(("<br", "<p", "</p", "<div", "</div")):
        writer.space()


def _write_superscript(writer: _Writer, words: str, line: int) -> None:
    before = "".join(writer.pieces[-4:])[-24:]
    power = words.strip() in _POWERS and _LENGTH.search(before) and not _MONEY.search(before)
    labels = labels_of(words)
    if power:
        writer.write(_POWERS[words.strip()])
    elif labels:
        for label in labels:
            writer.mark(label, line)
    else:
        writer.write(_ESCAPE.sub(r"\1", words))


def _pair(raw: str, tokens: list[re.Match[str]]) -> dict[int, int]:
    """Return the partners of the emphasis marks that open and close (CommonMark 6.2, simply).

    A mark may close after a character that is no blank and open before one; underscores only
    at a word's edge. What finds no partner stays as printed.
    """
    pairs: dict[int, int] = {}
    open_: list[re.Match[str]] = []
    for token in tokens:
        if token.lastgroup != "run":
            continue
        before, after = raw[token.start() - 1 : token.start()], raw[token.end() : token.end() + 1]
        closes = bool(before) and not before.isspace()
        opens = bool(after) and not after.isspace()
        if token[0][0] == "_":
            closes, opens = closes and not after.isalnum(), opens and not before.isalnum()
        partner = next(
            (i for i in range(len(open_) - 1, max(-1, len(open_) - 9), -1)
             if open_[i][0] == token[0]), None,
        ) if closes else None  # fmt: skip
        if partner is not None:
            pairs[token.start()] = open_[partner].start()
            pairs[open_[partner].start()] = token.start()
            del open_[partner:]
        elif opens:
            open_.append(token)
    return pairs
