"""What every HTML page of ours has in common: escaping, and a style that its policy allows.

A page is one file and makes no request: its style, and a script if it has one, stand in it, and
its Content-Security-Policy (CSP 3) allows these by their digests and nothing else. Every value
that a template writes passes `visible`, then autoescape.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from footnoted.reports.visible import visible


def page_environment(filters: Mapping[str, Any], names: Mapping[str, Any]) -> Environment:
    """Return the templates' environment, with a page's own filters and global names."""
    environment = Environment(
        autoescape=True,
        loader=PackageLoader("footnoted.reports"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    environment.filters |= filters
    environment.globals |= names
    return environment


@cache
def inlined(name: str) -> tuple[Markup, str]:
    """Return one of our styles or scripts for a page, and its SHA-256 in base64 for the policy."""
    environment = page_environment({}, {})
    assert environment.loader is not None
    text = environment.loader.get_source(environment, name)[0]
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(text), digest  # noqa: S704 -- our own file, and it must reach the page unescaped


def _shown(value: Any) -> Any:
    """Make text from outside visible before it is escaped; Markup is our own and stays."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return visible(value)
    return "" if value is None else value
