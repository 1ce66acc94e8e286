"""Every fault of the fault site hears its verdict, in one run, in time and within memory."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from corpus_folder import cited, quoting, write_corpus
from faults import ALL
from faults.client import Heard, Run, audit_site, look_at_site
from faults.model import Fault
from faults.resolver import SiteResolver
from faults.site import Site, run_site
from faults.with_words import CLAIMED

SECONDS = 30.0
"""No fault may hold a run for longer, counted from the start of the run."""

MEMORY = 300_000_000
"""Bytes that a run may take at most: its own process and its workers together."""


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """Run the site."""
    with run_site(ALL) as running:
        yield running


@pytest.fixture(scope="module")
def run(site: Site) -> Run:
    """Look at every fault, in one run and a process of its own."""
    return look_at_site(site, [site.url(url) for one in ALL for url in (one.url, *one.beside)])


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """Audit a corpus that quotes words from some faults, on a site that nobody asked before."""
    home = tmp_path_factory.mktemp("faults")
    by_name = {one.name: one for one in ALL}
    with run_site(ALL) as site:
        pairs = [cited(one.ident, site.url(by_name[one.fault].url), one.ident) for one in CLAIMED]
        corpus = write_corpus(
            home,
            issued="2014-06",
            sources=[source for source, _ in pairs],
            notes=[note for _, note in pairs],
            claims=[quoting(one.ident, one.ident, one.words) for one in CLAIMED],
        )
        return audit_site(site, corpus)


@pytest.mark.parametrize("name", [one.name for one in ALL])
def test_a_fault_hears_its_verdict(name: str, site: Site, run: Run) -> None:
    """Verdict, reason, findings beside it, and the address that is offered."""
    fault = next(one for one in ALL if one.name == name)
    heard = run.heard[site.url(fault.url)]
    assert (heard.verdict, _reason(fault, heard)) == (fault.verdict, fault.reason), heard.message
    assert fault.finding is None or fault.finding in heard.rules
    assert fault.silent not in heard.rules
    assert fault.suggested is None or heard.suggested == site.url(fault.suggested)


def _reason(fault: Fault, heard: Heard) -> str | None:
    return heard.reason if fault.reason else None


def test_no_fault_holds_a_run_for_long(run: Run) -> None:
    """Each is settled in time, counted from the start of the whole run."""
    late = {one.url: one.seconds for one in run.heard.values() if (one.seconds or 0) > SECONDS}
    assert late == {}


def test_no_fault_takes_much_memory(run: Run) -> None:
    """Endless bodies, bombs and all, side by side."""
    assert run.peak_bytes < MEMORY


@pytest.mark.parametrize("ident", [one.ident for one in CLAIMED])
def test_the_words_of_a_claim_decide_beside_the_signs(
    ident: str, report: Mapping[str, Any]
) -> None:
    """The link's verdict and the claim's, which is never `supported` by an error page."""
    told = next(one for one in CLAIMED if one.ident == ident)
    claim = next(one for one in report["claims"] if one["id"] == ident)
    link = next(one for one in report["links"] if one["source"] == ident)
    assert (link["verdict"], claim["verdict"]) == (told.link, told.claim), link["message"]
    assert bool(link["suggested_url"]) == told.suggested


def test_the_site_has_faults_enough_and_no_two_of_a_name() -> None:
    """Issue 4 wants 70."""
    assert len({one.name for one in ALL}) == len(ALL) >= 70
    assert len({one.ident for one in CLAIMED}) == len(CLAIMED)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("no-such-name.faults.internal", socket.EAI_NONAME),
        ("nobody-ever-declared-this.test", socket.EAI_NONAME),
        ("name-servfail.faults.internal", socket.EAI_AGAIN),
        ("no-address.faults.internal", socket.EAI_NODATA),
    ],
)
def test_the_name_server_answers_as_declared(name: str, code: int, site: Site) -> None:
    """A fault of names is one that the resolver hears, not one that the test made up."""
    with pytest.raises(socket.gaierror) as raised:
        SiteResolver(site.name_server)(name, 80)
    assert raised.value.errno == code


def test_numbers_are_read_as_the_system_reads_them(site: Site) -> None:
    """Odd notations of addresses never reach a name server."""
    resolver = SiteResolver(site.name_server)
    for text in ("2852039166", "0251.0376.0251.0376", "0xa9.0xfe.0xa9.0xfe"):
        assert [str(one) for one in resolver(text, 80)] == ["169.254.169.254"]
