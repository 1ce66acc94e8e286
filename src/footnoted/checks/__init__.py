"""What is asked of a claim's parts and of a capture: one file, one line here, one kind of check."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def _check(module: str, name: str) -> Callable[..., Any]:
    """Return a callable that imports its check when it is first called."""

    def run(*args: Any, **kwargs: Any) -> Any:
        return getattr(import_module(f"footnoted.checks.{module}"), name)(*args, **kwargs)

    return run


CHECKS: dict[str, Callable[..., Any]] = {
    "quotation": _check("quotations", "check_quotation"),
    "figure": _check("figures", "check_figure"),
    "link": _check("links", "check_link"),
}
"""Checks by what they judge; each module documents its own signature."""
