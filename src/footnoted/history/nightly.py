"""One audit beside the history before it: what is news, and which lines it leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from footnoted.history.book import Book
from footnoted.history.lines import HistoryLine, LinkLine
from footnoted.history.looks import Sight, look_line
from footnoted.history.problems import News, Problem, problem_line, worse


def tell(
    book: Book,
    problems: Iterable[Problem],
    as_of: datetime,
    settles: Callable[[Problem], bool] = lambda _problem: True,
) -> News:
    """Return which problems are new, persist, or are fixed since the lines before `as_of`.

    A problem is new when it comes, and once more when a warning becomes an error, with the cause
    of its coming; one that a person accepted never is. Once an error it is known as one until it
    is fixed, whatever its level tonight. A known problem that is not told tonight is fixed only
    where `settles` tells that tonight's audit could have seen it.
    """
    known = {one.problem.fingerprint: one for one in book.open(as_of)}
    present = _each_once(problems)
    new, persisting = [], []
    for problem in present.values():
        before = known.get(problem.fingerprint)
        if before is None:
            new.append(problem)
        elif before.is_news(problem):
            cause, message = before.problem.cause, before.problem.cause_message
            new.append(replace(problem, cause=cause, cause_message=message))
        else:
            persisting.append(problem)
    gone = (one.problem for name, one in known.items() if name not in present)
    return News(tuple(new), tuple(persisting), tuple(one for one in gone if settles(one)))


def news_lines(book: Book, told: News, as_of: datetime) -> list[HistoryLine]:
    """Return the lines that tell of an audit's news."""
    at = as_of.astimezone(UTC)
    new: list[HistoryLine] = [problem_line("new", one, at) for one in told.new]
    lines = [*new, *(problem_line("fixed", one, at) for one in told.fixed)]
    return without_known(book, lines)


def look_lines(book: Book, sights: Iterable[Sight], as_of: datetime) -> list[HistoryLine]:
    """Return the lines that tell of an audit's looks: changes, and unsettled failures.

    A URL that was looked at twice leaves what the last look told.
    """
    at = as_of.astimezone(UTC)
    lines: list[HistoryLine] = []
    for sight in {one.look.url: one for one in sights}.values():
        line = look_line(_looks_known(book, sight, at), sight, at)
        if line:
            lines.append(line)
    return without_known(book, lines)


def without_known(book: Book, lines: Iterable[HistoryLine]) -> list[HistoryLine]:
    """Return the lines that the book has not.

    An audit that was taken up after a crash writes nothing twice.
    """
    return [line for line in lines if not book.has(line)]


def tonight(
    book: Book,
    sights: Sequence[Sight],
    problems: Iterable[Problem],
    as_of: datetime,
    settles: Callable[[Problem], bool] = lambda _problem: True,
) -> tuple[News, list[HistoryLine]]:
    """Return the news of an audit at `as_of`, and the lines that it leaves for the next."""
    told = tell(book, problems, as_of, settles)
    return told, [*news_lines(book, told, as_of), *look_lines(book, sights, as_of)]


def _each_once(problems: Iterable[Problem]) -> dict[str, Problem]:
    """Return each problem as it was first named, at the worst level that it was named with."""
    present: dict[str, Problem] = {}
    for one in problems:
        known = present.setdefault(one.fingerprint, one)
        if worse(one.level, known.level):
            present[one.fingerprint] = one
    return present


def _looks_known(book: Book, sight: Sight, at: datetime) -> list[LinkLine]:
    """Return the looks at a URL that were before, those of this second from elsewhere too."""
    url = sight.look.url
    return [*book.looks(url, at), *book.looks_beside(url, at, sight.vantage)]
