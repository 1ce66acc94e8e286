"""How the demo's site is fetched: on loopback only, and without the rests that strangers get."""

from __future__ import annotations

from footnoted.web.settings import FetchSettings, parse_network

LOOPBACK = "127.0.0.0/8"


def demo_settings() -> FetchSettings:
    """Return settings for a site of our own on loopback.

    The deadline is longer than the slow page takes and short enough for the one that never
    ends. Where all hosts share one address (macOS) they must not wait for each other, nor be
    given up together.
    """
    return FetchSettings(
        allow_net=(parse_network(LOOPBACK),),
        connections_per_host=4,
        pace_seconds=0.0,
        total_seconds=5.0,
        connect_seconds=2.0,
        retries=1,
        backoff_seconds=0.2,
        give_up_after=20,
        canaries=(),
    )
