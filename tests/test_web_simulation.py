"""The schedule loses nothing: its own code in simulated time, against the least time possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footnoted.web.settings import FetchSettings
from simulation import Served, simulate

LATENCIES = st.sampled_from([0.01, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0])
HOSTS = st.lists(st.tuples(LATENCIES, st.integers(1, 30)), min_size=1, max_size=50)
PACES = st.sampled_from([0.0, 0.1, 0.5, 1.0, 3.0])

Mix = Sequence[tuple[float, int]]


def laid_out(mix: Mix) -> tuple[dict[str, list[str]], dict[str, Served]]:
    """Return the URLs by host and the hosts of a mix: seconds of a look, and how many URLs."""
    urls = {f"h{n}.test": [f"/{k}" for k in range(count)] for n, (_, count) in enumerate(mix)}
    hosts = {f"h{n}.test": Served([seconds]) for n, (seconds, _) in enumerate(mix)}
    return urls, hosts


def least(mix: Mix, fetch: FetchSettings) -> float:
    """Return the least time: the slowest host's own pacing, or all work over the connections."""
    pace = fetch.pace_seconds
    own = max(count * seconds + (count - 1) * pace for seconds, count in mix)
    return max(own, sum(count * seconds for seconds, count in mix) / fetch.hosts_at_once)


@settings(max_examples=60, deadline=None)
@given(HOSTS, PACES)
def test_any_mix_takes_little_more_than_the_least_time(mix: Mix, pace: float) -> None:
    """At most a tenth more, and one look: how long a look is nobody knows before its end."""
    fetch = FetchSettings(pace_seconds=pace)
    urls, hosts = laid_out(mix)
    run = simulate(urls, hosts, fetch)
    assert len(run.captures) == sum(count for _, count in mix)
    assert run.seconds <= 1.1 * least(mix, fetch) + max(seconds for seconds, _ in mix)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(LATENCIES, st.integers(1, 30)), min_size=1, max_size=16), PACES)
def test_as_many_hosts_as_connections_take_the_least_time(mix: Mix, pace: float) -> None:
    """Each host goes at its own pace, and none waits for another."""
    fetch = FetchSettings(pace_seconds=pace)
    urls, hosts = laid_out(mix)
    assert simulate(urls, hosts, fetch).seconds == pytest.approx(least(mix, fetch))


@pytest.mark.parametrize("pace", [0.5, 1.0, 3.0])
@pytest.mark.parametrize("seconds", [2.0, 5.0])
def test_a_long_host_does_not_wait_for_looks_of_others(pace: float, seconds: float) -> None:
    """Its looks are short and many; sixteen connections full of long ones would each hold it up."""
    fetch = FetchSettings(pace_seconds=pace)
    work = int((40 * 0.01 + 39 * pace) * fetch.hosts_at_once / seconds)
    single = [(0.01, 40), *[(seconds, 1)] * work]
    deep = [(0.01, 40), *[(seconds, max(1, work // 32))] * 32]
    for mix in (single, deep):
        urls, hosts = laid_out(mix)
        assert simulate(urls, hosts, fetch).seconds <= 1.1 * least(mix, fetch) + seconds


def test_a_simulation_is_the_same_every_time_and_keeps_the_pace() -> None:
    """Who was asked when, to the last digit; and every rest is whole."""
    mix = [(0.1, 20), (1.0, 7), (5.0, 3)] * 9
    seen: list[Mapping[str, list[float]]] = []
    for _ in range(2):
        urls, hosts = laid_out(mix)
        simulate(urls, hosts, FetchSettings())
        seen.append({site: host.asked_at for site, host in hosts.items()})
        for host in hosts.values():
            rests = [
                at - done
                for (_, done), (at, _) in pairwise(zip(host.asked_at, host.done_at, strict=True))
            ]
            assert all(rest >= 1 - 1e-9 for rest in rests)
    assert seen[0] == seen[1]


def test_a_redirect_to_a_host_that_rests_holds_no_connection() -> None:
    """Two connections, two hosts that send on to a third one, which rests long."""
    fetch = FetchSettings(hosts_at_once=2, pace_by_host={"slow.test": 100.0}, pace_seconds=0.0)
    urls = {f"h{n}.test": ["/a"] for n in range(4)} | {"busy.test": ["/a"] * 1}
    urls["busy.test"] = [f"/{n}" for n in range(50)]
    leads = {"/a": "http://slow.test/"}
    hosts = {site: Served([0.1], leads if site != "busy.test" else {}) for site in urls}
    hosts["slow.test"] = Served([0.1])
    run = simulate(urls, hosts, fetch)
    assert hosts["busy.test"].done_at[-1] < 10
    assert len(hosts["slow.test"].asked_at) == 4
    assert run.seconds == pytest.approx(0.1 + 3 * 100.1 + 0.1)
