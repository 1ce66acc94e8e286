"""Looks at one URL: since when it fails, whether it has rotted, whether it was ever seen.

All questions take the looks at one URL (`Book.looks`), in order of time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from footnoted.history.lines import HistoryLine, LinkLine
from footnoted.model.verdicts import LinkLook, LinkVerdict

ROT = frozenset({LinkVerdict.DEAD, LinkVerdict.SOFT_404, LinkVerdict.PARKED})
"""The only verdicts that can become rot; walls and weather never do (DESIGN, Verdicts)."""

SEEN = frozenset({LinkVerdict.ALIVE, LinkVerdict.MOVED})
"""The page was seen."""

UNSEEN = frozenset({LinkVerdict.BLOCKED, LinkVerdict.UNREACHABLE})
"""Walls and weather: the page was not seen from this vantage."""

ROT_LOOKS = 3
ROT_SPAN = timedelta(days=6)
"""Three looks in a row spanning six days: InternetArchiveBot's cadence, 0.22 false alarms per
1,000 links a night where every failure gives 77. Days are whole and UTC's, as they are where it is
said when a look is due (`cadence`): a run that starts a minute earlier than six days ago counts."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A look at a link and from where. `remembered`: made on an earlier day, and not again."""

    look: LinkLook
    vantage: str
    remembered: bool = False


def looks_by_url(lines: Iterable[HistoryLine]) -> dict[str, list[LinkLine]]:
    """Return the looks at each URL, in the order given."""
    looks: dict[str, list[LinkLine]] = {}
    for line in lines:
        if isinstance(line, LinkLine):
            looks.setdefault(line.url, []).append(line)
    return looks


def since(
    lines: Sequence[HistoryLine],
    url: str,
    verdict: LinkVerdict,
    as_of: datetime,
    *,
    vantage: str | None = None,
) -> date | None:
    """Return the first day (UTC) of the unbroken row of looks with `verdict`, up to `as_of`.

    The look at `as_of` itself, which gave `verdict`, is part of the row. With `vantage` only
    looks from there count. None if `verdict` is no look at the page.
    """
    if verdict not in ROT | SEEN | UNSEEN:
        return None
    first = as_of.astimezone(UTC)
    for line in reversed(_looks(lines, url, as_of)):
        if vantage is not None and line.vantage != vantage:
            continue
        if line.verdict != verdict:
            break
        first = line.at
    return first.date()


def was_seen(lines: Sequence[HistoryLine], url: str, as_of: datetime) -> bool:
    """Tell whether the page at `url` was seen from anywhere before `as_of`."""
    return any(line.verdict in SEEN for line in _looks(lines, url, as_of))


def rotten(
    lines: Sequence[HistoryLine],
    url: str,
    as_of: datetime,
    *,
    verdict: LinkVerdict | None = None,
    vantage: str | None = None,
) -> bool:
    """Tell whether the link is rotten: three looks in a row, spanning six days, found it gone.

    The looks are the lines before `as_of`, and the look at `as_of` if `verdict` and `vantage`
    tell of one; a look remembered from an earlier day is none. Looks from different vantages
    never add up; a page seen from anywhere ends every row, a wall or weather ends the row of its
    own vantage.
    """
    return rotten_since(lines, url, as_of, verdict=verdict, vantage=vantage) is not None


def rotten_since(
    lines: Sequence[HistoryLine],
    url: str,
    as_of: datetime,
    *,
    verdict: LinkVerdict | None = None,
    vantage: str | None = None,
) -> date | None:
    """Return the day of the look that made the link `rotten`, None if it is not."""
    looks = _looks(lines, url, as_of)
    if verdict is not None and vantage is not None:
        tonight = look_line(looks, Sight(LinkLook(url, verdict), vantage), as_of)
        looks += [tonight] if tonight else []
    rows = (_row(looks, place, ROT) for place in {one.vantage for one in looks})
    return min((row[_settled_at(row)].date() for row in rows if _settled(row)), default=None)


def look_line(earlier: Sequence[LinkLine], sight: Sight, at: datetime) -> LinkLine | None:
    """Return the line for a look, None if it tells nothing that history needs.

    A failing row is settled once it is long enough to be rot; it then gets no more lines until
    its verdict changes. Verdicts that are no look at the page (`offline`, `not_fetched`,
    `no_url`) leave no line, nor does a look that is only remembered, unless its verdict is
    another one now (our version judges differently). A verdict is a change also where another
    vantage last told otherwise: a page seen from one place must end the row of failures seen
    from another.
    """
    look, vantage = sight.look, sight.vantage
    if look.verdict not in ROT | SEEN | UNSEEN:
        return None
    own = [line for line in earlier if line.vantage == vantage]
    known = bool(own) and own[-1].verdict == look.verdict
    if known and sight.remembered:
        return None
    same = known and not _contradicted(earlier, look)
    if same and (look.verdict in SEEN or _settled(_row(earlier, vantage, {look.verdict}))):
        return None
    return LinkLine(
        at=at,
        kind="look" if same else "link",
        url=look.url,
        verdict=look.verdict,
        reason=look.reason,
        vantage=vantage,
    )


def _looks(lines: Iterable[HistoryLine], url: str, as_of: datetime) -> list[LinkLine]:
    """Return the looks at `url` before `as_of`, in order of time."""
    own = (line for line in lines if isinstance(line, LinkLine) and line.url == url)
    return sorted((line for line in own if line.at < as_of), key=lambda line: line.at)


def _contradicted(earlier: Sequence[LinkLine], look: LinkLook) -> bool:
    """Tell whether the last look that told anything of the page told the opposite of this one.

    A wall or weather tells nothing of it, and contradicts nobody.
    """
    if look.verdict in UNSEEN:
        return False
    told = next((line.verdict for line in reversed(earlier) if line.verdict not in UNSEEN), None)
    return told is not None and (told in SEEN) == (look.verdict in ROT)


def _row(
    looks: Sequence[LinkLine], vantage: str, verdicts: Collection[LinkVerdict]
) -> list[datetime]:
    """Return the times of the latest unbroken row of looks from `vantage` with these verdicts.

    A row of pages found gone ends also where the page was seen from elsewhere.
    """
    ended_by = SEEN if ROT.issuperset(verdicts) else frozenset[LinkVerdict]()
    times: list[datetime] = []
    for look in reversed(looks):
        if look.vantage != vantage and look.verdict not in ended_by:
            continue
        if look.verdict not in verdicts:
            break
        if look.at not in times[-1:]:
            times.append(look.at)
    return times[::-1]


def _settled(row: Sequence[datetime]) -> bool:
    """Tell whether a row is long enough to mean something."""
    return len(row) >= ROT_LOOKS and _span(row[0], row[-1]) >= ROT_SPAN


def _settled_at(row: Sequence[datetime]) -> int:
    """Return which look of a settled row settled it."""
    return next(i for i in range(len(row)) if _settled(row[: i + 1]))


def _span(first: datetime, last: datetime) -> timedelta:
    return last.date() - first.date()
