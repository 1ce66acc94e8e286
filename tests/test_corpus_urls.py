from __future__ import annotations

import pytest

from footnoted.corpus.urls import url_fault, url_findings
from footnoted.model.place import Place
from footnoted.model.records import SourceRecord


@pytest.mark.parametrize(
    "url",
    [
        "http://www.example.org/a?b=c#d",
        "HTTPS://example.org:8443/",
        "www.example.org/a",
        "example.org:8080/a",
        "http://localhost:8000/a",
        "http://127.0.0.1/a",
        "http://[::1]/a",
        "http://例子.测试/页",
        "example.org",
    ],
)
def test_addresses_that_can_be_asked_for(url: str) -> None:
    """A host with a dot will do, with or without `http://`; ports and other scripts too."""
    assert url_fault(url) is None


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http:///x", "has no host"),
        ("http://", "has no host"),
        ("www", "has no host"),
        ("localhost/x", "has no host"),
        ("http://.org/x", "has no host"),
        ("/a/b", "has no host"),
        ("ftp://example.org/a", "is not http or https"),
        ("mailto:a@example.org", "is not http or https"),
        ("javascript:alert(1)", "is not http or https"),
        ("http://example.org/a b", "has a blank in it"),
        ("http://example.org:port/", "cannot be read as an address"),
        ("http://example.org:99999/", "cannot be read as an address"),
        ("http://[::1/", "cannot be read as an address"),
        ("http://me:secret@example.org/", "has a user name in it"),
    ],
)
def test_addresses_that_cannot(url: str, words: str) -> None:
    """An address without host, or not of the web, is refused in words."""
    fault = url_fault(url)
    assert fault
    assert words in fault


def test_every_address_of_a_source_is_looked_at() -> None:
    """The source's own address, alternates and mementos each have their finding."""
    source = SourceRecord.model_validate(
        {
            "id": "s",
            "URL": "http:///x",
            "alternates": [
                {"url": "http://a.org", "kind": "related"},
                {"url": "www", "kind": "related"},
            ],
            "mementos": [{"url": "ftp://a.org/m", "on": "2020-01-01"}],
        }
    )  # fmt: skip
    places = {
        ("sources", "s"): Place("sources.yaml", 1, 3),
        ("sources", "s", "URL"): Place("sources.yaml", 2, 3),
        ("sources", "s", "alternates", 1, "url"): Place("sources.yaml", 5, 8),
    }
    found = url_findings(("sources", "s"), source, places)
    assert [(one.rule, one.where.source, one.where.line) for one in found] == [
        ("record-url", "s", 2),
        ("record-url", "s", 5),
        ("record-url", "s", 1),
    ]
