"""Author queries as Markdown: what an editor sends to the author, to be answered in place."""

from __future__ import annotations

import re
from itertools import groupby

from footnoted.model.report import Report
from footnoted.reports.author import Query, Sheet, Span, Words, author_sheet
from footnoted.reports.author import wording as say
from footnoted.reports.markdown import escaped, linked

_LENGTH = 1500
"""Characters of one piece of text, at most."""
_BLOCK = re.compile(r"^(\s*\d{0,9})([-+=.)])")


def render(report: Report) -> str:
    """Return the queries as Markdown, in the order of the paper's notes."""
    sheet = author_sheet(report)
    parts = [f"# {escaped(say.title(report))}"]
    parts += [escaped(line, _LENGTH) for line in say.letter(report, sheet)]
    numbered = list(enumerate(sheet.queries, 1))
    for where, group in groupby(numbered, key=lambda pair: pair[1].notes):
        asked = list(group)
        parts.append(f"## {escaped(say.place(asked[0][1]))}")
        parts += [_printed(note.label, say.printed(note), len(where)) for note in where]
        parts += [_query(number, query) for number, query in asked]
    return "\n\n".join([*parts, *_unchecked(sheet)]) + "\n"


def _printed(label: str, text: str, of: int) -> str:
    named = f"{label}: " if of > 1 else ""
    return f"> {_begun(escaped(named + text, _LENGTH))}"


def _query(number: int, query: Query) -> str:
    lines = [f"### {number}. {escaped(query.heading)}", ""]
    if query.statements:
        lines += [f"**{say.STATEMENT}** {escaped(' '.join(query.statements), _LENGTH)}"]
        lines += [""]
    lines += [escaped(query.question, _LENGTH), "", f"**{say.SEEN}**", ""]
    lines += [f"- {_words(line)}" for line in query.evidence]
    if query.proposal:
        lines += ["", "**Proposal:**", "", *(f"- {_words(line)}" for line in query.proposal)]
    else:
        lines += ["", f"**Proposal:** {say.ASK}"]
    lines += ["", "**Your answer:**", "", *(f"- [ ] {answer}" for answer in say.answers(query))]
    return "\n".join([*lines, "- comment:"])


def _words(line: Words) -> str:
    return _begun("".join(_span(span) for span in line))


def _begun(text: str) -> str:
    """Return a line's text that begins no block of its own: no list, no underline of a heading."""
    return _BLOCK.sub(lambda found: f"{found[1]}\\{found[2]}", text)


def _span(span: Span) -> str:
    """Return one piece, its spaces kept outside of the marks.

    The marks are HTML's: Markdown's own do not hold inside a word, nor between CJK letters.
    """
    text = escaped(span.text, _LENGTH)
    before = " " if span.text[:1].isspace() else ""
    after = " " if span.text[-1:].isspace() and text else ""
    if span.mark == "link":
        return linked(span.text)
    if text and span.mark:
        tag = "del" if span.mark == "out" else "ins"
        text = f"<{tag}>{text}</{tag}>"
    return f"{before}{text}{after}"


def _unchecked(sheet: Sheet) -> list[str]:
    if not sheet.unchecked:
        return []
    lines = [f"- {escaped(line, _LENGTH)}" for line in sheet.unchecked]
    return [f"## {say.UNCHECKED}", "These are no questions to you.", "\n".join(lines)]
