"""Checks a paper's claims against the sources its footnotes cite."""

from __future__ import annotations

__version__ = "0.1.0"

__all__ = ["__version__", "audit", "compare"]

TYPE_CHECKING = False  # type checkers take it for true; `typing` itself would cost its import
if TYPE_CHECKING:
    from footnoted import audit, compare
else:

    def __getattr__(name: str) -> object:
        """Import `footnoted.audit` or `footnoted.compare` when first asked for (PEP 562)."""
        if name not in __all__:
            raise AttributeError(f"module 'footnoted' has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 -- `import footnoted` stays quick

        return import_module(f"footnoted.{name}")
