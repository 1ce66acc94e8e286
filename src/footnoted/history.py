"""What earlier audits saw: which problems are new, since when a link fails, what has rotted.

History is lines, one a change; every state is derived from them and none is stored. Questions
about an audit at `as_of` count only lines before `as_of`, so that the same audit replayed later,
when its own lines stand in the file, gets the same answers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, Field, TypeAdapter

from footnoted.model.base import Document
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
1,000 links a night where every failure gives 77."""

Utc = Annotated[AwareDatetime, AfterValidator(lambda at: at.astimezone(UTC))]


class ProblemLine(Document):
    """A problem that came (`new`) or went (`fixed`)."""

    at: Utc
    kind: Literal["new", "fixed"]
    fingerprint: str
    rule: str
    target: str
    message: str
    level: str


class LinkLine(Document):
    """A look at a URL from a vantage.

    `link` is a verdict unlike the one before, `look` a failing look with the same verdict.
    """

    at: Utc
    kind: Literal["link", "look"]
    url: str
    verdict: LinkVerdict
    reason: str | None
    vantage: str


HistoryLine = Annotated[ProblemLine | LinkLine, Field(discriminator="kind")]
"""A line of `history.jsonl`."""

_LINE: TypeAdapter[ProblemLine | LinkLine] = TypeAdapter(HistoryLine)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an audit complains of: a fingerprint that stays the same from run to run.

    `target` is what it is about (a claim's id, a URL), `level` error, warning or info.
    """

    fingerprint: str
    rule: str
    target: str
    message: str
    level: str


@dataclass(frozen=True, slots=True)
class News:
    """The problems of an audit beside those that history knows."""

    new: tuple[Problem, ...] = ()
    persisting: tuple[Problem, ...] = ()
    fixed: tuple[Problem, ...] = ()


def read_line(text: str | bytes) -> HistoryLine:
    """Return the line that `text` holds; pydantic's ValidationError, a ValueError, if none."""
    return _LINE.validate_json(text)


def write_line(line: HistoryLine) -> str:
    """Return the line as ASCII JSON without a line break."""
    return json.dumps(line.model_dump(mode="json"), separators=(",", ":"))


def fingerprint(
    rule: str,
    claim: str | None = None,
    note: str | None = None,
    source: str | None = None,
    url: str | None = None,
    part: str | None = None,
) -> str:
    """Return the name under which history knows a problem: 16 hex digits.

    `part` tells parts of one claim apart by their words (a quotation, a raw figure), not by
    their position: no line number or index may enter, since editing a file moves them all.
    """
    named = json.dumps([rule, claim, note, source, url, part]).encode("ascii")
    return hashlib.sha256(named).hexdigest()[:16]


def news(
    lines: Sequence[HistoryLine],
    problems: Sequence[Problem],
    *,
    as_of: datetime,
    targets: Collection[str] | None = None,
) -> News:
    """Return which problems are new, persist, or are fixed since the lines before `as_of`.

    An audit that looked at a part only (`--only`) gives the `targets` it looked at: a known
    problem of another target is then not fixed, it was not asked about.
    """
    known = _open_problems(_before(lines, as_of))
    present = {one.fingerprint: one for one in reversed(problems)}
    unique = tuple({one.fingerprint: present[one.fingerprint] for one in problems}.values())
    return News(
        new=tuple(one for one in unique if one.fingerprint not in known),
        persisting=tuple(one for one in unique if one.fingerprint in known),
        fixed=tuple(
            one
            for one in known.values()
            if one.fingerprint not in present and (targets is None or one.target in targets)
        ),
    )


def lines_for(
    lines: Sequence[HistoryLine],
    told: News,
    looks: Iterable[LinkLook],
    *,
    as_of: datetime,
    vantage: str,
) -> tuple[HistoryLine, ...]:
    """Return the lines to append after an audit at `as_of`: changes, and unsettled failures.

    A failing row is settled once it is long enough to be rot; it then gets no more lines until
    its verdict changes. Verdicts that are no look at the page (`offline`, `not_fetched`,
    `no_url`) leave no line. Lines that history has already are not returned again, so that an
    audit taken up after a crash writes nothing twice.
    """
    at = as_of.astimezone(UTC)
    there = {line for line in lines if line.at == at}
    fresh: list[HistoryLine] = [_problem_line("new", one, at) for one in told.new]
    fresh += [_problem_line("fixed", one, at) for one in told.fixed]
    known = [*_before(lines, at), *(line for line in lines if _beside(line, at, vantage))]
    by_url = looks_by_url(known)
    for look in {one.url: one for one in looks}.values():
        line = _link_line(by_url.get(look.url, []), look, at, vantage)
        if line:
            fresh.append(line)
    return tuple(line for line in fresh if line not in there)


def _beside(line: HistoryLine, at: datetime, vantage: str) -> bool:
    """Tell whether a line is a look of that second from elsewhere, which ours may contradict."""
    return isinstance(line, LinkLine) and line.at == at and line.vantage != vantage


def looks_by_url(lines: Iterable[HistoryLine]) -> dict[str, list[LinkLine]]:
    """Return the looks at each URL, in the order given.

    `since` and `rotten` may be given one URL's looks in place of all lines, which keeps a long
    history from being read once a link.
    """
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
    tell of one. Looks from different vantages never add up; a page seen from anywhere ends
    every row, a wall or weather ends the row of its own vantage.
    """
    looks = _looks(lines, url, as_of)
    if verdict is not None and vantage is not None:
        tonight = _link_line(looks, LinkLook(url, verdict), as_of.astimezone(UTC), vantage)
        looks += [tonight] if tonight else []
    return any(_settled(_row(looks, place, ROT)) for place in {one.vantage for one in looks})


def _looks(lines: Iterable[HistoryLine], url: str, as_of: datetime) -> list[LinkLine]:
    """Return the looks at `url` before `as_of`, in order of time."""
    own = (line for line in lines if isinstance(line, LinkLine) and line.url == url)
    return sorted((line for line in own if line.at < as_of), key=lambda line: line.at)


def _before(lines: Sequence[HistoryLine], as_of: datetime) -> list[HistoryLine]:
    """Return the lines before `as_of` in order of time; lines of one time keep theirs."""
    return sorted((line for line in lines if line.at < as_of), key=lambda line: line.at)


def _open_problems(lines: Iterable[HistoryLine]) -> dict[str, Problem]:
    """Return the problems that came and did not go, oldest first."""
    known: dict[str, Problem] = {}
    for line in lines:
        if not isinstance(line, ProblemLine):
            continue
        known.pop(line.fingerprint, None)
        if line.kind == "new":
            known[line.fingerprint] = Problem(
                line.fingerprint, line.rule, line.target, line.message, line.level
            )
    return known


def _problem_line(kind: Literal["new", "fixed"], problem: Problem, at: datetime) -> ProblemLine:
    """Return the line that says that a problem came or went."""
    return ProblemLine(
        at=at,
        kind=kind,
        fingerprint=problem.fingerprint,
        rule=problem.rule,
        target=problem.target,
        message=problem.message,
        level=problem.level,
    )


def _link_line(
    earlier: Sequence[LinkLine], look: LinkLook, at: datetime, vantage: str
) -> LinkLine | None:
    """Return the line for a look, None if it tells nothing that history needs.

    A verdict is a change also where another vantage last told otherwise: a page seen from one
    place must end the row of failures seen from another.
    """
    if look.verdict not in ROT | SEEN | UNSEEN:
        return None
    own = [line for line in earlier if line.vantage == vantage]
    same = bool(own) and own[-1].verdict == look.verdict and not _contradicted(earlier, look)
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


def _contradicted(earlier: Sequence[LinkLine], look: LinkLook) -> bool:
    """Tell whether the last look that told anything of the page told the opposite of this one."""
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
        if look.at not in times:
            times.append(look.at)
    return times[::-1]


def _settled(row: Sequence[datetime]) -> bool:
    """Tell whether a row is long enough to mean something."""
    return len(row) >= ROT_LOOKS and row[-1] - row[0] >= ROT_SPAN
