"""The settings of a project, as a person writes them in `footnoted.toml`.

What is not set is None or empty: each default stands where it is used, and nowhere twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StrictBool, ValidationInfo

from footnoted.model.base import Record

FailOn = Literal["never", "error", "warning", "new-error"]

Judge = Callable[[str], str | None]
"""Tells what is wrong with a value, and what to write; None where nothing is."""

_SECRET = re.compile(r"(?:(?P<scheme>[A-Za-z]+) )?\$(?P<variable>FOOTNOTED_[A-Z0-9_]+)")
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110, 5.6.2
_OURS = frozenset(
    {"connection", "content-length", "host", "proxy-authorization", "transfer-encoding"}
    | {"user-agent"}
)
"""Headers that are HTTP's own, or tell who we are: no project changes them."""


def _judged_as(kind: str) -> AfterValidator:
    """Have values judged by what the validation context holds for `kind`; without it, by nobody.

    What a lint, an archive or a host is, is known further up than the model.
    """

    def judge(value: str, info: ValidationInfo) -> str:
        judges: Mapping[str, Judge] = info.context or {}
        wrong = judges[kind](value) if kind in judges else None
        if wrong:
            raise ValueError(wrong)
        return value

    return AfterValidator(judge)


@dataclass(frozen=True, slots=True)
class Secret:
    """A header's value as the file has it: the name of a variable, and a word before its value."""

    scheme: str | None
    variable: str


def secret_of(text: str) -> Secret:
    """Return what a header's value names; ValueError, which never quotes it, for what is none."""
    found = _SECRET.fullmatch(text)
    if found is None:
        raise ValueError(
            "is not shown, since it may be a secret: write the name of an environment variable "
            "that begins with FOOTNOTED_, as '$FOOTNOTED_TOKEN' or 'Bearer $FOOTNOTED_TOKEN'"
        )
    return Secret(found["scheme"], found["variable"])


def _secret(text: str) -> str:
    secret_of(text)
    return text


def _header(name: str) -> str:
    if not _TOKEN.fullmatch(name):
        raise ValueError(f"'{name}' is no header: write letters, digits and hyphens")
    if name.lower() in _OURS:
        raise ValueError(f"'{name}' is not a project's to set: take it out")
    return name


Days = Annotated[int, Field(ge=1, le=365, strict=True)]
Seconds = Annotated[float, Field(ge=0, le=3600, allow_inf_nan=False, strict=True)]
Host = Annotated[str, _judged_as("host")]


class HostSettings(Record):
    """How one host is met."""

    pace: Seconds | None = Field(
        default=None, description="Seconds of rest for this host after each answer."
    )
    skip: StrictBool = Field(
        default=False, description="Never ask this host, nor any below it (its subdomains)."
    )
    headers: dict[
        Annotated[str, AfterValidator(_header)], Annotated[str, AfterValidator(_secret)]
    ] = Field(
        default_factory=dict,
        description="Headers for exactly this host; a value names an environment variable, "
        "`$FOOTNOTED_TOKEN` or `Bearer $FOOTNOTED_TOKEN`.",
    )


class ArchiveSettings(Record):
    """Which web archives are asked, and when."""

    ask: StrictBool | None = Field(
        default=None, description="`check` asks archives what they hold of the cited pages."
    )
    ask_for_links: StrictBool | None = Field(
        default=None,
        alias="ask-for-links",
        description="`links` asks archives for a memento of each page that did not come.",
    )
    bases: tuple[Annotated[str, _judged_as("archive")], ...] = Field(
        default=(), description="Collections of web archives, in place of web.archive.org."
    )


class CadenceSettings(Record):
    """After how many days `check` looks at a page again."""

    well: Days | None = Field(
        default=None, description="A page that was there, with all that is claimed of it."
    )
    failing: Days | None = Field(
        default=None, description="A page that failed, or lacked a quotation or figure."
    )


class LintSettings(Record):
    """Which lints run."""

    off: tuple[Annotated[str, _judged_as("rule")], ...] = Field(
        default=(), description="Rules that do not run; `--off` adds to them."
    )


class Settings(Record):
    """All that a project may decide; a command's own option outranks it.

    What opens a network or a proxy is no setting: whoever runs the program says so, never a file
    that came with somebody's repository.
    """

    timeout: Annotated[float, Field(ge=0.1, le=3600, allow_inf_nan=False, strict=True)] | None = (
        Field(
            default=None,
            description="Seconds that one address may cost: redirects, retries, their pauses.",
        )
    )
    pace: Seconds | None = Field(
        default=None, description="Seconds of rest for a host after each answer."
    )
    fail_on: FailOn | None = Field(
        default=None, alias="fail-on", description="From which findings on a run ends with 1."
    )
    obey_robots: StrictBool | None = Field(
        default=None,
        alias="obey-robots",
        description="Leave cited pages alone that their site's robots.txt closes to programs.",
    )
    second_opinion: StrictBool | None = Field(
        default=None,
        alias="second-opinion",
        description="Ask a page that turns us away once more, with a browser's headers.",
    )
    canaries: tuple[Annotated[str, _judged_as("canary")], ...] = Field(
        default=(), description="Hosts that tell whether there is a network, in place of ours."
    )
    hosts: dict[Host, HostSettings] = Field(default_factory=dict, description="Hosts by name.")
    archives: ArchiveSettings = Field(
        default=ArchiveSettings(), description="Which web archives are asked, and when."
    )
    cadence: CadenceSettings = Field(
        default=CadenceSettings(), description="When a page is looked at again, in days."
    )
    lints: LintSettings = Field(default=LintSettings(), description="Which lints run.")
