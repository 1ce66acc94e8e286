"""Settings found and judged: by what a lint is, a host, an archive; and what the fetcher needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from footnoted.corpus import find_papers
from footnoted.errors import FootnotedError
from footnoted.mementos import archive_at
from footnoted.model.capture import Failure
from footnoted.model.settings import Judge, secret_of
from footnoted.settings import SettingsFile, find_settings
from footnoted.spelling import closest
from footnoted.web.settings import parse_canary
from footnoted.web.urls import as_sent


def settings_for(paths: Iterable[Path], shown: Callable[[Path], str] = str) -> SettingsFile:
    """Return the settings for the corpora at `paths`, each one corpus or a folder of them.

    One run has one set of settings: raises FootnotedError where they have several files, and
    SettingsError for what is wrong with one.
    """
    folders = [folder for path in paths for folder in find_papers(path) or [path]]
    found: dict[Path | None, tuple[Path, SettingsFile]] = {}
    read: dict[Path, SettingsFile] = {}
    for folder in folders:
        parent = folder.resolve()
        if parent not in read:
            read[parent] = find_settings(parent, JUDGES, shown)
        found.setdefault(read[parent].path, (folder, read[parent]))
    if len(found) > 1:
        told = "; ".join(
            f"{shown(folder)} has {shown(one.path) if one.path else 'none'}"
            for folder, one in found.values()
        )
        raise FootnotedError(f"these corpora have different settings ({told}); check them apart")
    return next(iter(found.values()))[1] if found else find_settings(Path.cwd(), JUDGES, shown)


@dataclass(frozen=True, slots=True)
class HostManners:
    """How single hosts are met, by their names in ASCII; `unset` are variables without a value."""

    pace: Mapping[str, float] = field(default_factory=dict)
    skip: frozenset[str] = frozenset()
    headers: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    unset: tuple[str, ...] = ()


def host_manners(file: SettingsFile, environment: Mapping[str, str]) -> HostManners:
    """Return what the settings say of single hosts, secrets taken from the environment.

    A header whose variable is unset or empty is not sent: on a machine without the secret the
    page may then turn us away, which is told as such and never as its loss.
    """
    hosts = {_ascii(name): one for name, one in file.settings.hosts.items()}
    headers: dict[str, dict[str, str]] = {}
    unset: dict[str, None] = {}
    for host, one in hosts.items():
        for name, text in one.headers.items():
            secret = secret_of(text)
            value = environment.get(secret.variable, "").strip()
            if value:
                words = (secret.scheme, value) if secret.scheme else (value,)
                headers.setdefault(host, {})[name] = " ".join(words)
            else:
                unset[secret.variable] = None
    return HostManners(
        pace={host: one.pace for host, one in hosts.items() if one.pace is not None},
        skip=frozenset(host for host, one in hosts.items() if one.skip),
        headers=headers,
        unset=tuple(unset),
    )


def _ascii(name: str) -> str:
    target = as_sent(f"http://{name}/")
    assert not isinstance(target, Failure), "it was judged"
    return target.site


def _host(name: str) -> str | None:
    target = as_sent(f"http://{name}/")
    alone = not any(sign in name for sign in "/:@?#*% ")
    if alone and not isinstance(target, Failure):
        return None
    return f"'{name}' is no host: write its name alone, as \"www.example.org\""


def _canary(text: str) -> str | None:
    try:
        host, _ = parse_canary(text)
    except FootnotedError:
        host = ""
    if host and _host(host) is None:
        return None
    return f'is \'{text}\': write a host, as "example.com" or "example.com:80"'


def _rule(name: str) -> str | None:
    from footnoted.lints import LINTS  # noqa: PLC0415 - `links` has settings and no lints

    if name in LINTS:
        return None
    near = closest(name, LINTS)
    hint = f"did you mean '{near}'?" if near else "docs/lints.md lists them"
    return f"names '{name}', and no lint is called so: {hint}"


def _archive(base: str) -> str | None:
    try:
        archive_at(base)
    except FootnotedError as error:
        return f"is '{base}': {str(error).removeprefix(f'--archive {base.strip()}: ')}"
    return None


JUDGES: Mapping[str, Judge] = {
    "host": _host,
    "canary": _canary,
    "rule": _rule,
    "archive": _archive,
}
"""What is wrong with a value of each kind, and what to write."""
