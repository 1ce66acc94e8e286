"""Queries about addresses that are gone or have moved: one for each address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footnoted.mementos import is_refused_archive
from footnoted.model.report import LinkDoc, MementoDoc, NoteDoc, Report
from footnoted.model.verdicts import FOUND, LinkVerdict, PartVerdict
from footnoted.reports import overview
from footnoted.reports.author.places import Places
from footnoted.reports.author.query import Query, Span, Words, plain, quoted
from footnoted.reports.author.seen import address
from footnoted.reports.lives import since_words
from footnoted.reports.visible import clipped, web_address
from footnoted.reports.words import GONE

_ASKED = {
    LinkVerdict.DEAD: "The site says that this page is not there any more.",
    LinkVerdict.SOFT_404: "The address answers, but without the page that the note names.",
    LinkVerdict.PARKED: "The address now leads to a page that only offers the domain itself.",
}
_LISTED = 3
_STATUS = re.compile(r" \(\d{3}\)| though it answers \d{3}")
"""What a server says in numbers; the words beside them say the same."""


def link_queries(report: Report, places: Places) -> Iterator[Query]:
    """Yield a query for each cited address that is gone and not made good, or has moved."""
    for link in report.links:
        if link.basis != "cited" or link.mitigated or _waived(places, link):
            continue
        if link.verdict in GONE:
            yield _gone(link, places)
        elif link.verdict is LinkVerdict.MOVED:
            yield _moved(link, places)


def _waived(places: Places, link: LinkDoc) -> bool:
    return any(
        one.rule.startswith("link-") and one.message.startswith(f"{link.url}:")
        for one in places.waived
    )


def _notes(link: LinkDoc, places: Places) -> tuple[tuple[NoteDoc, ...], str]:
    """Return the notes that print the address, and a word on those that cite it in short."""
    notes = places.notes(link.notes)
    printing = tuple(note for note in notes if _printed(note.text, link.url))
    others = [note.label for note in notes if printing and note not in printing]
    told = f" The same source is also cited in note {', '.join(others)}." if others else ""
    return printing or notes, told


def _statements(places: Places, link: LinkDoc) -> tuple[str, ...]:
    says = [one.says for one in places.claims(link.claims) if one.says]
    left = len(says) - _LISTED
    more = (f"(and {left} more)",) if left > 0 else ()
    return (*says[:_LISTED], *more)


def _gone(link: LinkDoc, places: Places) -> Query:
    notes, told = _notes(link, places)
    proposal, question, seen = _copy(places, link, notes)
    return Query(
        heading="An address does not lead to its page any more",
        notes=notes,
        statements=_statements(places, link),
        question=f"{_ASKED[link.verdict]} {question}{told}",
        evidence=(_asked(link), *_page(link), *seen),
        proposal=proposal,
        rank=2,
    )


def _asked(link: LinkDoc) -> Words:
    when = f"We asked for it on {overview.day(link.at)}: " if link.at else "We asked for it: "
    gone = since_words(link).removeprefix("rotten: ")
    since = f" It has been {gone}." if gone.startswith("gone since") and link.life else ""
    return (Span(when), address(link.url), Span(f". {_answer(link)}{since}"))


def _answer(link: LinkDoc) -> str:
    said = clipped(overview.sentence(_STATUS.sub("", link.message)), 300)
    return f"What came back: {said}" if said else "The page did not come back."


def _page(link: LinkDoc) -> tuple[Words, ...]:
    if not link.title:
        return ()
    return (plain(f"The page shown there calls itself {quoted(clipped(link.title, 200))}."),)


def _copy(
    places: Places, link: LinkDoc, notes: tuple[NoteDoc, ...]
) -> tuple[tuple[Words, ...], str, tuple[Words, ...]]:
    """Return a proposal with an archived copy, the question, and what is known of the copy.

    Only a copy that we know of is proposed, and with its date; one on which the words were looked
    for in vain is not.
    """
    ask = "Could you give an address at which the source can be read now?"
    held = _compared(places, link)
    if held:
        copy, lacks = held
        when = overview.day(copy.at)
        if lacks:
            told = f"An archived copy of {when} does not have all that the paper takes from it: "
            return (), ask, ((Span(told), address(copy.view_url), Span(".")),)
        seen = f"An archived copy of {when} holds what we looked for of it: "
        proposal = _with_copy(link, copy, notes)
        return (
            proposal,
            "May we add the archived copy?",
            ((Span(seen), address(copy.view_url), Span(".")),),
        )
    archived = link.archived
    nearest = archived.nearest if archived else None
    if nearest is None or not _usable(nearest):
        return (), ask, (plain(_none_known(link)),)
    when = overview.day(nearest.at)
    near = archived.near if archived else None
    asks = (
        "May we add the archived copy? We know of it from the archive's list; please look "
        "whether it shows what you saw."
    )
    far = "" if near else (
        " It is not from about the time at which the page was cited."
        if near is False
        else " We do not know on which day you saw the page."
    )  # fmt: skip
    seen_line = (
        Span(f"A web archive lists a copy of {when}: "), address(nearest.view_url), Span(f".{far}")
    )  # fmt: skip
    return _with_copy(link, nearest, notes), asks, (seen_line,)


def _usable(copy: MementoDoc) -> bool:
    return bool(web_address(copy.view_url)) and not is_refused_archive(copy.view_url)


def _compared(places: Places, link: LinkDoc) -> tuple[MementoDoc, bool] | None:
    """Return the archived copy that was compared, and whether it lacks or alters a part."""
    parts = [
        part
        for claim in places.claims(link.claims)
        for part in claim.parts
        if part.evidence
        and part.evidence.basis == "memento"
        and part.evidence.source == link.source
        and part.verdict is not PartVerdict.UNCHECKED
    ]
    for part in parts:
        evidence = part.evidence
        made = evidence and overview.memento_time(evidence)
        if not evidence or not made:
            continue
        url = evidence.view_url or evidence.url or ""
        copy = MementoDoc(at=made, url=evidence.url or url, view_url=url)
        if _usable(copy):
            return copy, any(one.verdict not in FOUND for one in parts)
    return None


def _none_known(link: LinkDoc) -> str:
    archived = link.archived
    if archived is None:
        return "No web archive was asked for a copy of it, so we have nothing to propose."
    if archived.silent:
        return "A web archive gave no answer, so we do not know whether there is a copy of it."
    if archived.nearest:
        return "The copy that an archive lists cannot serve as evidence."
    when = overview.day(archived.asked_at)
    return f"The web archives that we asked hold no copy of it, as of {when}."


def _with_copy(link: LinkDoc, copy: MementoDoc, notes: tuple[NoteDoc, ...]) -> tuple[Words, ...]:
    when = overview.day(copy.at)
    added = (Span(f", archived copy of {when}: ", "in"), address(copy.view_url))
    lines = [
        (Span(f"Note {note.label}: {head}{url}"), *added, Span(tail))
        for note in notes
        if (cut := _printed(note.text, link.url))
        for head, url, tail in [cut]
    ]
    return tuple(lines) or ((Span(f"Add to {link.url}"), *added),)


def _moved(link: LinkDoc, places: Places) -> Query:
    notes, told = _notes(link, places)
    new = web_address(link.suggested_url)
    came = f"We asked for it on {overview.day(link.at)}: " if link.at else "We asked for it: "
    to = (Span(" The page answers at "), address(new), Span(".")) if new else ()
    asks = "May we give the new address?" if new else "Could you give us the new address?"
    stands = "stand there" in link.message
    held = plain(
        "The words that the paper takes from it stand there."
        if stands
        else "The site itself leads there; please look whether it is the page you cited."
    )
    return Query(
        heading="A page has a new address",
        notes=notes,
        statements=_statements(places, link),
        question=f"The page that the note names has moved. {asks}{told}",
        evidence=((Span(came), address(link.url), Span("."), *to), held),
        proposal=_with_new(link.url, new, notes) if new else (),
        rank=2,
    )


def _with_new(old: str, new: str, notes: tuple[NoteDoc, ...]) -> tuple[Words, ...]:
    lines = [
        (Span(f"Note {note.label}: {head}"), Span(url, "out"), Span(" "), address(new), Span(tail))
        for note in notes
        if (cut := _printed(note.text, old))
        for head, url, tail in [cut]
    ]
    return tuple(lines) or ((Span(old, "out"), Span(" "), address(new)),)


def _printed(text: str | None, url: str) -> tuple[str, str, str] | None:
    """Return a note's text before, in and after the address, where that stands in it once."""
    for form in (url, re.sub(r"^https?://", "", url), re.sub(r"^https?://|/$", "", url)):
        places = [
            one
            for one in re.finditer(re.escape(form), text or "")
            if not re.match(r"[\w/?#&=%-]", (text or "")[one.end() :])
        ]
        if form and len(places) == 1:
            at = places[0]
            assert text is not None
            return text[: at.start()], at[0], text[at.end() :]
    return None
