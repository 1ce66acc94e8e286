"""The table: what an auditor should hear of each fault, and what each program said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.links.peers import Said

from faults.model import Fault

BEGIN, END = "<!-- faults: begin -->", "<!-- faults: end -->"
NO_NAMES = "no name service of our own here"
SECONDS = 30.0
"""A checker that takes longer over one link hangs."""

_HEARD = {
    "ok": frozenset({"alive", "moved"}),
    "redirected": frozenset({"alive", "moved"}),
    "broken": frozenset({"dead", "soft_404", "parked", "unreachable"}),
    "timeout": frozenset({"unreachable"}),
    "skipped": frozenset({"not_fetched", "blocked"}),
    "hangs": frozenset[str](),
}
"""For which verdicts a peer's word is right. None has words for a wall; an error that is no loss
counts as right where the page cannot be seen at all."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a peer said of a fault, and whether it connected where it must not."""

    said: Said
    trapped: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A fault, what is wrong with ours (nothing: right), and what each peer said."""

    fault: Fault
    wrong: Sequence[str]
    peers: Mapping[str, Heard]


def peer_is_right(fault: Fault, heard: Heard) -> bool:
    """Judge a peer's answer, kindly: by the rule that stands above the table."""
    if heard.trapped or heard.said.seconds > SECONDS:
        return False
    if fault.verdict == "not_fetched":
        return heard.said.word != "hangs"
    if fault.finding == "link-fragment":
        return heard.said.word == "broken" or heard.said.warned
    return fault.verdict in _HEARD[heard.said.word]


def render(rows: Sequence[Row], names: Sequence[str], head: str) -> str:
    """Return the counts by verdict, then a line for each fault, as Markdown."""
    verdicts = list(dict.fromkeys(row.fault.verdict for row in rows))
    lines = [head, "", f"| should hear | faults | ours right | {_titles(names)} |"]
    lines.append("|---|--:|--:|" + "--:|" * len(names))
    for verdict in (*verdicts, "all"):
        part = [row for row in rows if verdict in (row.fault.verdict, "all")]
        counts = [str(sum(not row.wrong for row in part)), *(_count(part, name) for name in names)]
        lines.append(f"| {_code(verdict)} | {len(part)} | {' | '.join(counts)} |")
    lines += ["", f"| fault | should hear | ours | {' | '.join(names)} |"]
    lines.append("|---|---|---|" + "---|" * len(names))
    lines += [_line(row, names) for row in rows]
    return "\n".join(lines) + "\n"


def _titles(names: Sequence[str]) -> str:
    return " | ".join(f"{name} right" for name in names)


def _code(verdict: str) -> str:
    return verdict if verdict == "all" else f"`{verdict}`"


def _count(rows: Sequence[Row], name: str) -> str:
    heard = [(row.fault, row.peers.get(name)) for row in rows]
    if any(one is None for _, one in heard):
        return NO_NAMES
    return str(sum(peer_is_right(fault, one) for fault, one in heard if one))


def _line(row: Row, names: Sequence[str]) -> str:
    fault = row.fault
    should = " ".join(filter(None, (f"`{fault.verdict}`", fault.reason and f"`{fault.reason}`")))
    should += f", `{fault.finding}`" if fault.finding else ""
    ours = "right" if not row.wrong else f"**{'; '.join(row.wrong)}**"
    cells = [_cell(fault, row.peers.get(name)) for name in names]
    why = fault.why.replace("|", "\\|")
    return f"| `{fault.name}`: {why} | {should} | {ours} | {' | '.join(cells)} |"


def _cell(fault: Fault, heard: Heard | None) -> str:
    if heard is None:
        return NO_NAMES
    word = "silent for 60 s" if heard.said.word == "hangs" else heard.said.word
    if heard.trapped:
        word += ", connected"
    elif heard.said.seconds > SECONDS and heard.said.word != "hangs":
        word += f" after {heard.said.seconds:.0f} s"
    return word if peer_is_right(fault, heard) else f"**{word}**"


def write_between(path: Path, text: str) -> None:
    """Put `text` between the markers of a file, which must be there."""
    before, begin, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"{path}: no {BEGIN} and {END}")
    path.write_text(f"{before}{BEGIN}\n{text}{END}{after}", encoding="utf-8")
