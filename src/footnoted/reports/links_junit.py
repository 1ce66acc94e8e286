"""`footnoted links` as JUnit XML: a test case a link, its class the file that it stands in.

What fails is the caller's to say, so that the build is as red as the exit code. What was not
seen is skipped, with its reason, and never a pass; a file that could not be read is an error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from footnoted.model.documents import LinkAnswer, LinksDocument, UnreadableFile
from footnoted.model.report import FindingDoc
from footnoted.reports.links_words import SEEN, words_of
from footnoted.reports.visible import one_line, visible
from footnoted.reports.words import LINKS

Fails = Callable[[FindingDoc], bool]


def render(document: LinksDocument, fails: Fails) -> str:
    """Return the answers as JUnit XML; the same answers give the same text.

    A case is named by its address, not by its line: it stays the same test when the file is
    edited. An address listed again in its file is numbered.
    """
    seen = Counter[tuple[str | None, str]]()
    cases = []
    for answer in document.links:
        key = (answer.where.file, answer.url)
        seen[key] += 1
        cases += _case(answer, seen[key], fails)
    cases += [line for one in document.unreadable for line in _unread(one)]
    failed = sum(any(map(fails, answer.findings)) for answer in document.links)
    skipped = sum(_is_skipped(answer, fails) for answer in document.links)
    numbers = (
        f'tests="{len(document.links) + len(document.unreadable)}" failures="{failed}" '
        f'errors="{len(document.unreadable)}" skipped="{skipped}"'
    )
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<testsuites name="footnoted links" {numbers}>',
            f'  <testsuite name="links" {numbers} timestamp={_attribute(document.checked_at)}>',
            *cases,
            "  </testsuite>",
            "</testsuites>\n",
        ]
    )


def _is_skipped(answer: LinkAnswer, fails: Fails) -> bool:
    return answer.verdict not in SEEN and not any(map(fails, answer.findings))


def _case(answer: LinkAnswer, number: int, fails: Fails) -> list[str]:
    where = answer.where
    name = f"{answer.url} ({number})" if number > 1 else answer.url
    line = f' line="{where.line}"' if where.line else ""
    file = where.file or ""
    head = f"    <testcase classname={_attribute(file)} name={_attribute(name)}"
    said = f"{LINKS[answer.verdict].title}: {words_of(answer)}"
    failing = [one for one in answer.findings if fails(one)]
    if failing:
        told = "\n".join([said, *map(_told, failing)])
        body = (
            f"<failure type={_attribute(answer.verdict)} message={_attribute(said)}>"
            f"{escape(visible(told))}</failure>"
        )
    elif answer.verdict not in SEEN:
        body = f"<skipped message={_attribute(said)}/>"
    else:
        body = f"<system-out>{escape(visible(said))}</system-out>"
    return [f"{head} file={_attribute(file)}{line}>", f"      {body}", "    </testcase>"]


def _told(finding: FindingDoc) -> str:
    where = finding.where
    at = ":".join(str(part) for part in (where.file, where.line) if part)
    return f"{at}: {finding.level}: {finding.message} [{finding.rule}]"


def _unread(one: UnreadableFile) -> list[str]:
    return [
        f'    <testcase classname={_attribute(one.file)} name="links of this file">',
        f'      <error type="unreadable" message={_attribute(one.message)}/>',
        "    </testcase>",
    ]


def _attribute(text: str) -> str:
    return quoteattr(one_line(text))
