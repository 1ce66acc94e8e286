"""The tour, start to end: serve the site, write paper and corpus, audit them."""

from __future__ import annotations

from pathlib import Path

from footnoted.audit import Audit, Clock, Options, Watcher, audit
from footnoted.demo.folder import DemoFolder, write_demo
from footnoted.demo.settings import demo_settings
from footnoted.demo.site import DemoSite
from footnoted.store.evidence import Evidence


def run_demo(folder: Path, site: DemoSite, clock: Clock, watcher: Watcher) -> Audit:
    """Write the demo into `folder` and audit it against the running `site`.

    Raises WriteRefusedError where `folder` holds something that the demo did not write.
    """
    demo = write_demo(folder, site, today=clock.now().date())
    options = Options(
        corpus=demo.corpus,
        paper=demo.paper,
        ask_all=True,
        vantage="demo",
        fetch=demo_settings(),
    )
    _keep_copies(demo, options, clock)
    return audit(options, clock, watcher)


def _keep_copies(demo: DemoFolder, options: Options, clock: Clock) -> None:
    """Take the demo's local copies into its evidence, as `footnoted evidence add` would."""
    with Evidence.open(options.evidence_folder, writing=True) as evidence:
        for copy in demo.local_files:
            evidence.add_local(
                copy.path.read_bytes(),
                media_type=copy.media_type,
                obtained=copy.obtained,
                source=copy.source,
                seen=None,
                at=clock.now(),
            )
