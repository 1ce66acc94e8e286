"""The pages of `footnoted serve`: what waits, a case with its evidence and form, and refusals.

They look like the report, and show evidence by the same templates. Every value that a template
writes passes `visible`, then autoescape; styles and the script are files of ours, and no policy
allows any other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final
from urllib.parse import urlencode

from jinja2 import Environment
from markupsafe import Markup

from footnoted.judgements import RULINGS
from footnoted.model.report import ClaimDoc, EvidenceDoc, PartDoc, Report
from footnoted.model.verdicts import CONTRADICTED, PartVerdict
from footnoted.reports import html_
from footnoted.reports.archives import Robust
from footnoted.reports.cards import PageView, cut_words
from footnoted.reports.judged import WHY
from footnoted.reports.pages import inlined, page_environment
from footnoted.reports.review_queue import WHYS, Queue, Waiting
from footnoted.reports.review_text import outdated_words
from footnoted.reports.words import reason_words

FILES: Final[Mapping[str, str]] = {
    "report.css": "text/css",
    "review.css": "text/css",
    "review.js": "text/javascript",
}
"""The files that the pages ask for, and their media types."""

POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""The Content-Security-Policy (CSP 3) of a page with its files."""

MOST: Final = 500
"""As many cases are listed; a page of thousands helps nobody."""

REASONS: Final[Mapping[str, str]] = {
    **{name: WHY[name] for name in WHYS},
    "stale": "judged before, and changed since",
}
"""Why cases wait, worst first, and in words; those that a list can be kept to."""

REFUSALS: Final[Mapping[str, tuple[str, str]]] = {
    "host": (
        "Another host",
        (
            "This server answers to 127.0.0.1 and localhost alone. Open the link that footnoted "
            "serve printed."
        ),
    ),
    "link": (
        "Open the link from the terminal",
        (
            "This review is for whoever has the link that footnoted serve printed, with its token. "
            "Links of an earlier run are of no use now."
        ),
    ),
    "session": (
        "Not the browser of this review",
        (
            "The link of this review was first opened in another browser, or your browser keeps no "
            "cookies, or you came from another site. If it was not you who opened the link first, "
            "stop footnoted serve and start it again: that gives a new link, and what was written "
            "stays."
        ),
    ),
    "foreign": (
        "Sent by another page",
        ("Another page sent this request in your name. Nothing was written."),
    ),
    "form": (
        "Not a form of this review",
        ("The form was not made for this case by this review. Nothing was written."),
    ),
    "type": ("Not a form", "Answers are taken from the page's own form. Nothing was written."),
    "size": ("Too long", "A note may have some thousand words. Nothing was written."),
    "method": ("No such request", "This page is to be read, or takes forms alone."),
    "path": ("No such page", "There is nothing here."),
    "bug": (
        "A bug of footnoted",
        (
            "Something broke that should not. What was written before stays; stop footnoted serve "
            "with Ctrl-C to get a log that you can attach to a report."
        ),
    ),
}
"""Why a request is turned away: a title, and what to do."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page: the address before all paths, who judges, the audit, today."""

    base: str
    reviewer: str
    view: PageView
    today: str


@dataclass(frozen=True, slots=True)
class Form:
    """A case's form: its signature, the keys and meanings of its answers, and what was typed."""

    token: str
    keys: Mapping[str, str]
    meanings: Mapping[str, str]
    typed: Mapping[str, str] = field(default_factory=lambda: {"note": "", "expires": ""})
    error: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason why cases wait, by its code, in words, and how many have it."""

    name: str
    words: str
    count: int


def case_path(base: str, name: str, only: str, done: int | None = None) -> str:
    """Return the address of a case, within a choice of reasons; `done` is an answer to tell of."""
    query = {
        name: value for name, value in (("only", only), ("done", done)) if value not in {"", None}
    }
    return f"{base}case/{name}" + (f"?{urlencode(query)}" if query else "")


def list_path(base: str, only: str, done: int | None = None) -> str:
    """Return the address of the list."""
    return case_path(base, "", only, done).replace("case/", "", 1)


def chosen(cases: Sequence[Waiting], only: str) -> tuple[Waiting, ...]:
    """Return those of the cases that wait for the reason `only`; all where that is empty."""
    if not only:
        return tuple(cases)
    return tuple(one for one in cases if only in {one.case.why, one.case.state})


def list_page(frame: Frame, queue: Queue, only: str, told: str) -> str:
    """Return the page of all that waits, worst first, and of what was judged."""
    judged = [one for one in queue.cases if not one.waits]
    return _page(
        "review_list.html.j2",
        frame,
        waiting=queue.waiting,
        shown=chosen(queue.waiting, only),
        only=only,
        reasons=_reasons(queue),
        outdated=outdated_words(queue) if queue.outdated else "",
        judged=judged,
        today_count=sum(bool(one.earlier and one.earlier.on == frame.today) for one in judged),
        most=MOST,
        told=told,
    )


def case_page(
    frame: Frame, queue: Queue, one: Waiting, form: Form, *, only: str, told: str = ""
) -> str:
    """Return the page of a case: what is claimed beside what was seen, and the form to judge it."""
    before, after = neighbours(queue, one, only)
    left = [each for each in chosen(queue.waiting, only) if each.name != one.name]
    return _page(
        "review_case.html.j2",
        frame,
        one=one,
        parts=(one.part,) if one.part else one.claim.parts,
        pages=_pages(one),
        why=_why(one),
        earlier=_judged_words(one),
        position=_position(one, len(left)),
        before=case_path(frame.base, before.name, only) if before else None,
        after=case_path(frame.base, after.name, only) if after else None,
        list_path=list_path(frame.base, only),
        only=only,
        token=form.token,
        typed=form.typed,
        error=form.error,
        keys=form.keys,
        meanings=form.meanings,
        told=told,
    )


def changed_page(frame: Frame, words: str, *, note: str = "", again: str = "") -> str:
    """Return the page that says why nothing was written; `again` leads to the case as it is."""
    return _page("review_changed.html.j2", frame, words=words, note=note, again=again, told="")


def refused_page(why: str, back: str = "") -> str:
    """Return the page for a request that is turned away; `back` leads to the review."""
    title, words = REFUSALS[why]
    return _bare(title, words, back=back)


def welcome_page(on: str) -> str:
    """Return the page that leads on to the address `on` by itself."""
    return _bare("Opening the review", "One moment.", on=on)


def bare_policy() -> str:
    """Return the Content-Security-Policy of a page that has its style in it."""
    style = inlined("report.css")[1]
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )


def neighbours(queue: Queue, one: Waiting, only: str) -> tuple[Waiting | None, Waiting | None]:
    """Return the cases before and after one: before it any, after it the next that waits."""
    names = [each.name for each in queue.cases]
    at = names.index(one.name)
    before = chosen(queue.cases[:at], only)
    after = chosen([each for each in queue.cases[at + 1 :] if each.waits], only)
    return (before[-1] if before else None), (after[0] if after else None)


class _CaseView:
    """What the templates of the report's cards ask of the report, for a page without its claims."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self.claim_by_id: Mapping[str, ClaimDoc] = {}

    def robust_of(self, evidence: EvidenceDoc) -> Robust | None:
        """Return the archived page that goes with the evidence."""
        return self._view.robust_of(evidence)


def _page(template: str, frame: Frame, **names: object) -> str:
    report: Report = frame.view.report
    return (
        _environment()
        .get_template(template)
        .render(frame=frame, report=report, run=report.run, view=_CaseView(frame.view), **names)
    )


def _bare(title: str, words: str, *, on: str = "", back: str = "") -> str:
    page = _environment().get_template("review_refused.html.j2")
    return page.render(title=title, words=words, on=on, back=back, style=inlined("report.css")[0])


def _reasons(queue: Queue) -> list[Reason]:
    counts = {name: len(chosen(queue.waiting, name)) for name in REASONS}
    return [Reason(name, REASONS[name], count) for name, count in counts.items() if count]


def _pages(one: Waiting) -> list[EvidenceDoc]:
    """Return the pages to be read that no part shows already."""
    shown = {part.evidence.url for part in one.claim.parts if part.evidence and not one.part}
    return [page for page in one.case.pages if page.url is None or page.url not in shown]


def _why(one: Waiting) -> str:
    """Say more than the reason's own words do; of a part that stands beside it below."""
    if one.part is not None or one.case.why == "nothing_to_compare":
        return ""
    return reason_words(one.claim.reason, one.claim.message)


def _position(one: Waiting, others: int) -> str:
    if not one.waits:
        return "settled"
    return f"{others} more to judge" if others else "the last one to judge"


def _judged_words(one: Waiting) -> str:
    """Say whose word is on record about a case, of which day, and why."""
    judged = one.earlier
    if judged is None:
        return "waived" if one.case.state == "waived" else ""
    waived = ", waived for now" if one.case.state == "waived" else ""
    why = f": {judged.note}" if judged.note else ""
    return f"{RULINGS[judged.ruling]} by {judged.by} on {judged.on}{waived}{why}"


def _tone(one: Waiting) -> str:
    """Return the style of a case's verdict: that of claims, in which parts have theirs."""
    part: PartDoc | None = one.part
    if part is None:
        return one.claim.verdict.value
    if part.verdict in CONTRADICTED:
        return "mismatch"
    return "not_found" if part.verdict is PartVerdict.ABSENT else "unchecked"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@cache
def _environment() -> Environment:
    filters = {**html_.FILTERS, "capital_first": _capital}
    names = {
        **html_.NAMES,
        "WHY": WHY,
        "case_path": case_path,
        "cut_words": cut_words,
        "judged_words": _judged_words,
        "tone": _tone,
    }
    return page_environment(filters, names)


def file_text(name: str) -> Markup:
    """Return one of `FILES`."""
    return inlined(name)[0]
