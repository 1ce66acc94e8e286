"""Other readers of HTML and PDF, measured on the same documents where they are installed."""

from __future__ import annotations

import importlib
import importlib.util
import warnings
from collections.abc import Callable
from io import BytesIO

Reader = Callable[[bytes], str]


def _bs4(body: bytes) -> str:
    bs4 = importlib.import_module("bs4")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return str(bs4.BeautifulSoup(body, "lxml").get_text(" "))


def _selectolax(body: bytes) -> str:
    lexbor = importlib.import_module("selectolax.lexbor")
    return str(lexbor.LexborHTMLParser(body.decode("utf-8", "replace")).text(separator=" "))


def _html_text(body: bytes) -> str:
    module = importlib.import_module("html_text")
    return str(module.extract_text(body.decode("utf-8", "replace")))


def _inscriptis(body: bytes) -> str:
    module = importlib.import_module("inscriptis")
    try:
        return str(module.get_text(body.decode("utf-8", "replace")))
    except ValueError:  # it refuses a str with an encoding declaration
        return ""


def _pypdf(body: bytes) -> str:
    module = importlib.import_module("pypdf")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return "\n".join(page.extract_text() for page in module.PdfReader(BytesIO(body)).pages)


HTML: dict[str, tuple[str, Reader]] = {
    "bs4 get_text(' ')": ("bs4", _bs4),
    "selectolax text(' ')": ("selectolax", _selectolax),
    "html-text": ("html_text", _html_text),
    "inscriptis": ("inscriptis", _inscriptis),
}
"""Readers of HTML by name, with the module that each needs."""

PDF: dict[str, tuple[str, Reader]] = {"pypdf": ("pypdf", _pypdf)}
"""Readers of PDF by name, with the module that each needs."""


def installed(readers: dict[str, tuple[str, Reader]]) -> dict[str, Reader]:
    """Return those of `readers` whose module is on this machine."""
    return {
        name: reader
        for name, (module, reader) in readers.items()
        if importlib.util.find_spec(module) is not None
    }
