"""What came for a question, read and judged: from the page itself, or from memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from footnoted.audit.excerpts import excerpts, without_content
from footnoted.audit.looked import without_body
from footnoted.audit.memento_looks import memento_look
from footnoted.audit.rounds import Known
from footnoted.audit.study import Criterion, Key
from footnoted.checks import CHECKS
from footnoted.checks.links import SHARED_TARGET, PageLook, check_shared
from footnoted.mementos import as_captured
from footnoted.model.capture import Capture
from footnoted.model.remembered import (
    FailureDoc,
    LinkLookDoc,
    LookDoc,
    answer_doc,
    link_look_doc,
    outcome_doc,
    read_doc,
)
from footnoted.model.text import Text
from footnoted.model.verdicts import Comparison, LinkLook


@dataclass(frozen=True, slots=True)
class Came:
    """What came for a question, read, and the link judged; the page itself is not held.

    `alone` is what would be told of the link had it no neighbours, `shared` whether enough of
    them would make it no page (see `model.remembered.LookDoc`).
    """

    capture: Capture
    text: Text | None
    comparisons: Mapping[Key, Comparison]
    excerpts: Mapping[tuple[int, int], tuple[str, str]]
    link: LinkLook | None
    alone: LinkLook | None = None
    shared: bool = False


def judged(known: Known) -> Came:
    """Judge the address of a page (a local copy has none), and keep what a report needs."""
    capture, studied = known.look.capture, known.studied
    link = alone = None
    shared = False
    if capture.basis != "local":
        link = _link(known.look)
        if capture.response and capture.hops:
            alone = _link(replace(known.look, same_target=1))
            many = replace(known.look, same_target=max(SHARED_TARGET, known.look.same_target))
            shared = _link(many).reason == "shared_target"
    return Came(
        without_body(capture),
        without_content(studied.text) if studied else None,
        studied.comparisons if studied else {},
        excerpts(studied.text, studied.comparisons.values()) if studied else {},
        link,
        alone if alone != link else None,
        shared,
    )


def recalled(known: Known, look: LookDoc, criteria: Iterable[Criterion]) -> Came:
    """Return what came as the earlier `look` at the same page tells it."""
    capture = known.look.capture
    outcomes = {one.key: look.outcomes[one.digest] for one in criteria} if look.outcomes else {}
    around = {
        one.span: one.around for one in outcomes.values() if one.span and one.around is not None
    }
    alone = look.link_of(look.alone) if look.alone else look.link
    crowded = look.shared and known.look.same_target >= SHARED_TARGET
    link = _crowded(known.look) if crowded else alone
    return Came(
        without_body(capture),
        look.text,
        {key: one.comparison for key, one in outcomes.items()},
        around,
        replace(link, url=capture.asked),
        alone if crowded else None,
        look.shared,
    )


def look_doc(known: Known, came: Came, criteria: Iterable[Criterion], version: str) -> LookDoc:
    """Return a look as the next audit may go by it."""
    capture, last = came.capture, known.remembered
    assert came.link is not None, "a local copy has no address"
    if last and last.at == capture.at:
        told = {"told": link_look_doc(came.link), "alone": _doc(came.alone)}
        return last.model_copy(update=told)
    outcomes = {
        one.digest: outcome_doc(found, came.excerpts.get(found.span) if found.span else None)
        for one in criteria
        if (found := came.comparisons.get(one.key)) is not None
    }
    return LookDoc(
        url=capture.asked,
        basis=capture.basis,
        at=capture.at,
        vantage=capture.vantage,
        judged_by=version,
        hops=tuple((hop.url, hop.status, hop.location) for hop in capture.hops),
        response=answer_doc(capture.response) if capture.response else None,
        failure=_failure(capture),
        digest=capture.digest,
        asked_as=capture.asked_as,
        not_modified=capture.not_modified,
        read=read_doc(came.text) if came.text else None,
        told=link_look_doc(came.link),
        alone=_doc(came.alone),
        shared=came.shared,
        doubtful=known.doubtful,
        outcomes=outcomes,
        whole_at=(last.whole_at or last.at) if last and capture.not_modified else None,
    )


def _link(look: PageLook) -> LinkLook:
    if look.capture.basis == "memento":
        return memento_look(look)
    found: LinkLook = CHECKS["link"](look)
    return replace(found, url=look.capture.asked)


def _crowded(look: PageLook) -> LinkLook:
    """Judge a link that its neighbours tell of: they all lead to one place."""
    capture = look.capture
    if capture.basis != "memento":
        return check_shared(capture, look.same_target)
    found = check_shared(as_captured(capture), look.same_target)
    assert capture.response, "what was sent on came to a page"
    return replace(found, final_url=capture.response.url)


def _doc(link: LinkLook | None) -> LinkLookDoc | None:
    return link_look_doc(link) if link else None


def _failure(capture: Capture) -> FailureDoc | None:
    failure = capture.failure
    return FailureDoc(reason=failure.reason, message=failure.message) if failure else None
