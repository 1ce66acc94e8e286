"""Which lines of a paper begin printed notes: `<sup>44</sup> text`, `44 text`, `[^44]: text`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from footnoted.papers.inline import labels_of

_SUP = re.compile(r"<sup>([^<>\n]{0,40})</sup>")
_SUP_START = re.compile(r"^\s*\*{0,2}<sup>\s*([^<>\n]{1,20}?)\s*</sup>\*{0,2}[ \t]*(.*)$")
_DEFINITION = re.compile(r"^ {0,3}\[\^([^\]\s]{1,20})\]:\s*(.*)$")
_PLAIN = re.compile(r"^ {0,3}(\d{1,4})[.)]?[ \t]+(\S.*)$")
_REFERENCE = re.compile(r"\[\^([^\]\s\\]{1,20})\](?!:)")
_MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
_CITES = re.compile(
    r"\bibid\b|\bop\.?\s*cit|https?://|\bwww\.|\*[^*\s][^*]+\*|\bpp?\.?\s?\d"
    r"|\bquoted in\b|\bsupra\b"
    r"|\b\d{1,2} [A-Z][a-z]{2,8}\.? (?:1[5-9]|20)\d\d|\((?:[^()]*\s)?(?:1[5-9]|20)\d\d\)",
    re.IGNORECASE,
)
_LOWER_START = re.compile(r"(?i)ibid|id\.|op\.?\s*cit|see\b|cf\b|https?:|www\.|quoted|for\b")
_BREAK = re.compile(r"^\s*(?:([-*_])(?:\s*\1){2,}\s*|#{1,6}\s.*|<!--.*-->\s*)?$")


@dataclass(frozen=True, slots=True)
class NoteStart:
    """A line that begins a printed note: the note's label and the line's words behind it."""

    label: str
    rest: str


@dataclass(slots=True)
class _Scan:
    lines: Sequence[str]
    inner: dict[str, int]
    sup_labels: set[str]
    starts: dict[int, NoteStart] = field(default_factory=dict)
    printed: set[str] = field(default_factory=set)
    highest: int = 0
    in_notes: bool = False
    before: str = "blank"  # what the line above is: blank, body or note
    body: str = ""

    def take(self, index: int, start: NoteStart) -> None:
        self.starts[index] = start
        self.printed.add(start.label)
        if start.label.isdigit():
            self.highest = max(self.highest, int(start.label))
        self.in_notes, self.before = True, "note"


def find_note_starts(lines: Sequence[str]) -> dict[int, NoteStart]:
    """Return the lines (index into `lines`) that begin a note.

    The plain form is taken only where the number is that of a mark seen before and not printed
    yet, goes on the sequence, and the line stands among its neighbours or reads as a citation:
    an address (`28 Charles Square`) or a sentence that begins with a number is no note.
    """
    inner, sup_labels = _survey(lines)
    scan = _Scan(lines, inner, sup_labels)
    for index, line in enumerate(lines):
        if _BREAK.match(line):
            scan.before = "blank"
            continue
        start = _start_of(scan, index, line)
        if start:
            scan.take(index, start)
        elif scan.before != "note":
            scan.before, scan.in_notes, scan.body = "body", False, line
    return scan.starts


def _survey(lines: Sequence[str]) -> tuple[dict[str, int], set[str]]:
    """Return the first line of each mark inside a line, and labels that begin a block."""
    inner: dict[str, int] = {}
    leading: set[str] = set()
    blank = True
    for index, line in enumerate(lines):
        first = _SUP_START.match(line)
        for found in (*_SUP.finditer(line), *_REFERENCE.finditer(line)):
            if not (first and found.start() <= first.start(1) and blank):
                for label in labels_of(found[1]) or ((found[1],) if found[0][0] == "[" else ()):
                    inner.setdefault(label, index)
        if first and blank:
            leading.add(first[1].strip("[]"))
        blank = bool(_BREAK.match(line)) or (blank and bool(first))
    return inner, leading


def _start_of(scan: _Scan, index: int, line: str) -> NoteStart | None:
    definition = _DEFINITION.match(line)
    if definition:
        return NoteStart(definition[1], definition[2])
    sup = _SUP_START.match(line)
    if sup:
        return _sup_start(scan, index, sup)
    plain = _PLAIN.match(line)
    if plain:
        return _plain_start(scan, index, plain)
    if line.strip().isdigit() and _goes_on(scan.lines, index):
        # A number alone on its line, the note's words wrapped to the next.
        wrapped = _PLAIN.match(f"{line.strip()} {scan.lines[index + 1].strip()}")
        if wrapped and _plain_start(scan, index, wrapped):
            return NoteStart(wrapped[1], "")
    return None


def _sup_start(scan: _Scan, index: int, found: re.Match[str]) -> NoteStart | None:
    labels, rest = labels_of(found[1]), found[2]
    if len(labels) != 1 or not (rest or _goes_on(scan.lines, index)):
        return None
    label = labels[0]
    if scan.before == "body":
        # Between two lines of a paragraph it is a mark, unless its mark stands further up.
        noted = scan.inner.get(label, index) < index and label not in scan.printed
        return NoteStart(label, rest) if noted else None
    goes_on = rest[:1].islower() or rest[:1] in ".,;:)"
    unfinished = scan.body.rstrip()[-1:] not in ".?!”\"’')"
    if label not in scan.inner and not scan.in_notes and goes_on and unfinished and scan.body:
        return None
    return NoteStart(label, rest)


def _goes_on(lines: Sequence[str], index: int) -> bool:
    return index + 1 < len(lines) and not _BREAK.match(lines[index + 1])


def _plain_start(scan: _Scan, index: int, found: re.Match[str]) -> NoteStart | None:
    label, rest = found[1], found[2]
    pending = scan.inner.get(label, index) < index and label not in scan.printed
    if not pending or scan.before == "body" or label in scan.sup_labels or _MONTH.match(rest):
        return None
    number = int(label)
    if number <= scan.highest or (rest[0].islower() and not _LOWER_START.match(rest)):
        return None
    follows = scan.in_notes and number == scan.highest + 1
    if follows or _next_is(scan, index, number + 1) or _CITES.search(rest):
        return NoteStart(label, rest)
    return None


def _next_is(scan: _Scan, index: int, number: int) -> bool:
    """Tell whether the next block after line `index` begins with `number`, a pending mark."""
    if scan.inner.get(str(number), index) >= index:
        return False
    for line in scan.lines[index + 1 : index + 9]:
        if re.match(rf"^\s*(?:<sup>\s*)?{number}\b(?!\.\d)", line):
            return True
        if line.strip() and _PLAIN.match(line):
            return False
    return False
