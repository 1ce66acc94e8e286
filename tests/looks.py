"""Captures to keep, made by hand or as odd as they can be, and short ways to keep them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import strategies as st

from footnoted.files import digest
from footnoted.model.capture import Capture, Failure, Hop, Response
from footnoted.store.evidence import Evidence
from footnoted.store.segments import segments

AT = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def page(asked: str = "http://a.example/page", body: bytes = b"<p>Hello", **more: str) -> Capture:
    """Return the capture of a page, here and at noon unless `more` says otherwise."""
    return Capture(
        asked=asked,
        basis="cited",
        at=datetime.fromisoformat(more["at"]) if "at" in more else AT,
        vantage=more.get("vantage", "here"),
        response=Response(asked, 200, (("Content-Type", "text/html"),), body),
        digest=digest(body),
    )


def failure(asked: str = "http://gone.example/") -> Capture:
    """Return a look that brought no response, after a redirect."""
    return Capture(
        asked=asked,
        basis="cited",
        at=AT,
        vantage="here",
        hops=(Hop(asked, 302, "http://nowhere.example/"),),
        failure=Failure("no_such_host", "nowhere.example does not exist"),
    )


def last_segment(folder: Path) -> Path:
    """Return the file of the last segment."""
    return segments(folder)[-1].path


def keep(folder: Path, *looks: Capture) -> None:
    """Record `looks` in a folder of evidence."""
    with Evidence.open(folder, writing=True) as evidence:
        for look in looks:
            evidence.record(look)


def asked(folder: Path) -> list[str]:
    """Return what a reader finds in the evidence, in order."""
    with Evidence.open(folder, writing=False) as evidence:
        return [one.asked for one in evidence.ls()]


_text = st.text(max_size=12)
_urls = st.one_of(
    st.just("http://[broken/"),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(
        lambda rest: f"http://a.example/{rest}"
    ),
)
_zones = st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))])
_bodies = st.one_of(
    st.just(b""),
    st.just(b"\x1f\x8b\x08WARC/1.1\r\n\r\n"),
    st.binary(max_size=200),
    st.sampled_from([b"the same\r\n\r\nbody", b"another"]),
)
_responses = st.builds(
    Response,
    url=_urls,
    status=st.integers(100, 999),
    headers=st.lists(
        st.tuples(st.sampled_from(["Content-Type", "content-length", "X-\xff", ""]) | _text, _text),
        max_size=5,
    ).map(tuple),
    body=_bodies,
    untrusted=st.none() | _text,
)
_failures = st.builds(Failure, reason=st.sampled_from(["timeout", "tls", "bad_url"]), message=_text)

captures = st.builds(
    lambda outcome, **fields: Capture(
        response=outcome if isinstance(outcome, Response) else None,
        failure=outcome if isinstance(outcome, Failure) else None,
        **fields,
    ),
    outcome=_responses | _failures,
    asked=_urls,
    basis=st.sampled_from(["cited", "alternate", "memento", "local", "probe"]),
    at=st.datetimes(
        min_value=datetime(1996, 1, 1),  # noqa: DTZ001  Hypothesis wants bounds without a zone
        max_value=datetime(2100, 1, 1),  # noqa: DTZ001  the same
        timezones=_zones,
    ),
    vantage=_text,
    hops=st.lists(st.builds(Hop, _urls, st.integers(300, 308), _text), max_size=3).map(tuple),
    digest=st.none() | st.just("0" * 64),
    obtained=st.none() | _text,
    asked_as=st.none() | _text,
)
"""Any capture, with bodies that repeat, headers of odd bytes and URLs that no parser takes."""
