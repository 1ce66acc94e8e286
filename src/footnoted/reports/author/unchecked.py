"""What could not be checked, in short: no question to the author, and no blame."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from footnoted.model.report import ClaimDoc, NoteDoc, Report
from footnoted.model.verdicts import ClaimVerdict
from footnoted.reports.words import plural, reason_words

_NOT_SEEN: Final = "the page did not let itself be seen from here, and may well be there"
_WHY: Final = {
    "blocked": "a login, a consent page or a check for robots stands before the page",
    "unreachable": "the site did not answer from here, and the page may well be there",
    "script_only": "the page shows nothing to a program that runs no scripts",
    "empty": "the page answers, but is empty",
    "scanned": "the document is made of pictures, without text",
    "encrypted": "the document is locked",
    "not_fetched": "the page was not asked for, by our own rules",
    "refused_address": "the page was not asked for, by our own rules",
    "offline": "there was no network when this was made",
    "other_language": "the source is in another language",
    "no_url": "the source has no address, so it was not at hand",
    "page_furniture": "the words stand only in the frame of the page",
    "nothing_to_compare": "there is no quotation or figure to compare; a person has to read it",
    "unsourced": "the paper gives no note",
    "dead": "the page is gone",
    "soft_404": "the page is gone",
    "parked": "the page is gone",
    "may_have_drifted": "the page may have changed since",
}


def unchecked_lines(report: Report, asked: Collection[str]) -> tuple[str, ...]:
    """Return a line for each reason, with the notes it kept from being checked.

    `asked` are the notes about which there is a query already that says as much.
    """
    heaps: dict[str, list[ClaimDoc]] = {}
    for claim in report.claims:
        open_ = claim.verdict in {ClaimVerdict.UNCHECKED, ClaimVerdict.SOURCE_UNAVAILABLE}
        if not open_ or (claim.notes and set(claim.notes) <= set(asked)):
            continue
        heaps.setdefault(_why(claim), []).append(claim)
    labels = {note.id: note for note in report.notes}
    order = {ident: number for number, ident in enumerate(labels)}
    lines = []
    for why, claims in heaps.items():
        idents = {note for claim in claims for note in claim.notes if note in labels}
        lines.append(
            _line(why, claims, [labels[one] for one in sorted(idents, key=order.__getitem__)])
        )
    return tuple(lines)


def _why(claim: ClaimDoc) -> str:
    reason = claim.reason or ""
    return _WHY.get(reason) or reason_words(reason, "") or _NOT_SEEN


def _line(why: str, claims: list[ClaimDoc], notes: list[NoteDoc]) -> str:
    count = plural(len(claims), "statement")
    where = f" ({_ranges(notes)})" if notes else ""
    return f"{count}{where}: {why}."


def _ranges(notes: list[NoteDoc]) -> str:
    """Return `notes 1 to 4, 7 and 9`: labels in a row are named by their ends."""
    rows: list[list[str]] = []
    for note in notes:
        label = note.label
        last = rows[-1][-1] if rows else ""
        if last.isdecimal() and label.isdecimal() and int(label) == int(last) + 1:
            rows[-1].append(label)
        else:
            rows.append([label])
    told = [f"{row[0]} to {row[-1]}" if len(row) > 2 else ", ".join(row) for row in rows]
    return f"note{'s' if len(notes) > 1 else ''} {', '.join(told)}"
