"""What a newer text does to the records, for a terminal: what a person has to look at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from footnoted.model.records import Anchor
from footnoted.model.update import FateName, UpdatedNote, UpdateDocument, UpdatedRecord
from footnoted.reports.visible import one_line, shortened

_WORDS = 110
_REMARKS = 10
_STATES: dict[FateName, str] = {
    "gone": "Gone",
    "unsure": "Not sure",
    "changed": "Changed",
    "moved": "Moved",
}
"""What is listed, worst first; records that stay as they are are only counted."""


def render(document: UpdateDocument) -> str:
    """Return the update as lines of text; `-` stands before the old words, `+` before the new."""
    lines: list[str] = []
    for state, title in _STATES.items():
        listed = [one for one in document.records if one.state == state]
        if listed:
            lines += [f"{title} ({len(listed)}):"]
            lines += [line for one in listed for line in _record(one)]
            lines.append("")
    lines += _notes(document.notes)
    if document.new:
        lines.append(f"New, on no record ({len(document.new)}):")
        lines += [
            f"  line {one.line}: {one.kind}: {shortened(one.words, _WORDS)}" for one in document.new
        ]
        lines.append("")
    if document.remarks:
        lines.append(f"Remarks that name a note by its old number ({len(document.remarks)}):")
        lines += [f"  {one_line(one)}" for one in document.remarks[:_REMARKS]]
        more = len(document.remarks) - _REMARKS
        lines += [f"  and {more} more: --format json has them"] if more > 0 else []
        lines.append("")
    if document.drafts and not document.written:
        lines += ["Drafts (--write appends them):", ""]
        for one in document.drafts:
            lines += [f"# {one_line(one.file)}", *map(_safe, one.text.rstrip("\n").split("\n")), ""]
    lines += _end(document)
    return "\n".join(lines) + "\n"


def _record(one: UpdatedRecord) -> Iterator[str]:
    reviewed = "" if one.reviewed or one.record == "exemption" else " (a draft)"
    why = f": {one.why}" if one.why else ""
    yield f"  {one_line(one.where)}: {one.record} {one_line(one.id)}{reviewed}{one_line(why)}"
    if one.words:
        before, now = _cut(*one.words)
        yield f"    - {before}"
        yield f"    + {now}"
    if one.new_at:
        yield f"    at - {_anchor(one.at)}"
        yield f"    at + {_anchor(one.new_at)}"
    if one.new_notes is not None:
        yield f"    note {', '.join(one.notes)} -> {one_line(', '.join(one.new_notes))}"
    for part in one.parts:
        if part.state != "same":
            yield f"    {part.kind} - {one_line(part.on_record)}"
            yield f"    {part.kind} + {one_line(part.now) if part.now else '(gone)'}"


def _notes(notes: Iterable[UpdatedNote]) -> Iterator[str]:
    """Yield the notes that changed, and in one line those that only have another number."""
    listed = [*notes]
    changed = [one for one in listed if one.state in {"changed", "gone", "unsure", "new"}]
    led = [one for one in listed if one.leads_to]
    if changed or led:
        yield f"Notes ({len(changed) + len(led)}):"
    for one in changed:
        number = one.old or one.new
        arrow = f" -> {one.new}" if one.old and one.new and one.old != one.new else ""
        yield f"  note {one_line(f'{number}{arrow}')}: {one.state}"
        before, now = _cut(one.old_text or "(not printed)", one.new_text or "(not printed)")
        if one.old:
            yield f"    - {before}"
        if one.new:
            yield f"    + {now}"
    for one in led:
        there = one_line(one.leads_to or "")
        number = one_line(one.old or "")
        yield f"  note {number}: leads to another work now, that of note {there} in the new text"
    renumbered = [f"{one.old} -> {one.new}" for one in listed if one.state == "renumbered"]
    if renumbered:
        yield f"Renumbered ({len(renumbered)}): {one_line(', '.join(renumbered))}"
    if changed or led or renumbered:
        yield ""


def _end(document: UpdateDocument) -> Iterator[str]:
    counts = Counter(one.state for one in document.records)
    told = [f"{counts[state]} {title.lower()}" for state, title in _STATES.items() if counts[state]]
    rest = f", {', '.join(told)}" if told else ""
    yield f"{len(document.records)} records: {counts['same']} as they were{rest}"
    if document.written:
        yield f"Written: {', '.join(document.written)}"
        yield "Only anchors, note ids, drafts and the digest: read the changed claims anew."
    elif document.sha256 == document.sha256_on_record:
        yield "This is the text that the records were written from."
    else:
        yield "Nothing was written; --write sets anchors and note ids, and appends the drafts."


def _anchor(at: Anchor) -> str:
    return one_line(at.start) + (f" … {one_line(at.end)}" if at.end else "")


def _cut(before: str, now: str) -> tuple[str, str]:
    """Return two texts on one line each, what both begin and end with cut to a few words."""
    old, new = one_line(before).split(" "), one_line(now).split(" ")
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    blocks = [one for one in matcher.get_opcodes() if one[0] != "equal"]
    if not blocks:
        return " ".join(old), " ".join(new)
    first, last = blocks[0], blocks[-1]
    return (
        _window(old, first[1], last[2]),
        _window(new, first[3], last[4]),
    )


def _window(words: list[str], start: int, end: int) -> str:
    low, high = max(0, start - 4), min(len(words), end + 4)
    head = "… " if low else ""
    tail = " …" if high < len(words) else ""
    return f"{head}{' '.join(words[low:high])}{tail}"


def _safe(line: str) -> str:
    indent = len(line) - len(line.lstrip(" "))
    return " " * indent + one_line(line)
