"""From an audit to the sheet of queries that an editor sends to the author."""

from __future__ import annotations

from footnoted.model.report import Report
from footnoted.reports.author.judged import judged_queries
from footnoted.reports.author.links import link_queries
from footnoted.reports.author.lints import lint_queries
from footnoted.reports.author.notes import note_queries
from footnoted.reports.author.parts import part_queries
from footnoted.reports.author.places import Places
from footnoted.reports.author.query import Query, Sheet
from footnoted.reports.author.unchecked import unchecked_lines
from footnoted.reports.words import GONE


def author_sheet(report: Report) -> Sheet:
    """Return one query for each problem that needs the author, in the order of the notes.

    Waived findings and hints are left out; several findings of one cause are one query. A
    query's number is its place in the sheet, from 1.
    """
    places = Places(report)
    queries = [
        *note_queries(report, places),
        *lint_queries(report, places),
        *link_queries(report, places),
        *part_queries(report, places),
        *judged_queries(report, places),
    ]
    queries.sort(key=lambda query: (places.first(query.notes), query.rank))
    return Sheet(tuple(queries), unchecked_lines(report, _asked(report, queries)))


def _asked(report: Report, queries: list[Query]) -> set[str]:
    """Return the notes whose sources were not at hand for a reason that a query tells."""
    told = {note.id for query in queries for note in query.notes if note.status != "ok"}
    gone = (link for link in report.links if link.verdict in GONE and not link.mitigated)
    told_gone = {note for link in gone for note in link.notes}
    drifted = {
        note
        for claim in report.claims
        if claim.reason == "may_have_drifted"
        for note in claim.notes
    }
    asked = {note.id for query in queries for note in query.notes}
    return told | ((told_gone | drifted) & asked)
