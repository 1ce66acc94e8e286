"""A look in words, a fact a line, safe to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from footnoted.audit.evidence_show import Shown
from footnoted.reports.visible import one_line
from footnoted.store.index import LookRow
from footnoted.verdicts import as_utc

_BASES = {
    "cited": "the cited page",
    "alternate": "another address of the same text",
    "memento": "an archived copy",
    "local": "a local copy",
    "probe": "a probe of the site",
    "archive": "a list of mementos",
}


def told(one: Shown) -> str:
    """Return the look as lines; whatever came from outside is on one line, its tricks named."""
    capture = one.look.capture
    lines = [one_line(capture.asked)]
    lines += [f"  {name + ':':<14}{one_line(what)}" for name, what in _facts(one) if what]
    for head in one.look.requests:
        lines += ["  request:", *(f"    {one_line(line)}" for line in head.split("\r\n") if line)]
    if capture.response and capture.basis != "local":
        headers = (f"    {one_line(f'{name}: {it}')}" for name, it in capture.response.headers)
        lines += ["  answer:", *headers]
    return "\n".join(lines)


def _facts(one: Shown) -> Iterator[tuple[str, str]]:
    look, capture = one.look, one.look.capture
    yield "looked at", f"{as_utc(capture.at)} from {capture.vantage}, as {_BASES[capture.basis]}"
    yield "asked as", capture.asked_as or ""
    yield "run", f"{one.row.run}, audit of {one.audit or '?'}" if one.row.run else ""
    yield "source", look.source or ""
    yield "obtained", capture.obtained or ""
    yield "seen so on", look.seen.isoformat() if look.seen else ""
    for hop in capture.hops:
        yield "redirect", f"{hop.status} at {hop.url} to {hop.location}"
    if capture.failure:
        yield "no answer", f"{capture.failure.reason}: {capture.failure.message}"
    if capture.response:
        if capture.basis != "local":
            yield "status", f"{capture.response.status} at {capture.response.url}"
        yield "TLS", capture.response.untrusted or ""
        yield "body", f"{len(capture.response.body):,} bytes, sha256 {one.row.payload}"
        yield "same body", _times(one.same)
    yield "all looks", _times(one.others)
    yield "kept in", f"{look.segment}, bytes {one.row.start} to {one.row.spot.end}"


def _times(rows: Sequence[LookRow]) -> str:
    """Return how often something was seen, and between which days."""
    if not rows:
        return ""
    days = sorted(row.at for row in rows)
    first, last = f"{days[0]:%Y-%m-%d}", f"{days[-1]:%Y-%m-%d}"
    span = f"on {first}" if first == last else f"from {first} to {last}"
    addresses = len({row.asked for row in rows})
    where = f", at {addresses} addresses" if addresses > 1 else ""
    return f"seen {'once' if len(rows) == 1 else f'{len(rows)} times'} {span}{where}"
