"""Which settings are in force, and where each comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from footnoted.cadence import Cadence
from footnoted.mementos import ARCHIVES
from footnoted.model.config import ConfigDocument, Origin, SettingDoc
from footnoted.model.settings import Settings, secret_of
from footnoted.settings import SettingsFile, named
from footnoted.settings.positions import KeyPath
from footnoted.web.settings import CANARIES, FetchSettings

Value = bool | int | float | str | tuple[str, ...] | None

_FETCH = FetchSettings()
_CADENCE = Cadence()

DEFAULTS: Mapping[str, Value] = {
    "timeout": _FETCH.total_seconds,
    "pace": _FETCH.pace_seconds,
    "fail-on": "new-error",
    "obey-robots": _FETCH.obey_robots,
    "second-opinion": _FETCH.second_opinion,
    "canaries": tuple(f"{host}:{port}" for host, port in CANARIES),
    "archives.ask": True,
    "archives.ask-for-links": False,
    "archives.bases": tuple(f"https://{one.name}" for one in ARCHIVES),
    "cadence.well": _CADENCE.well,
    "cadence.failing": _CADENCE.failing,
    "lints.off": (),
}
"""What is in force where nobody says otherwise, by the name of each setting."""


def config_document(
    file: SettingsFile, corpus: str, shown: str | None, environment: Mapping[str, str]
) -> ConfigDocument:
    """Return every setting in force for `corpus`; `shown` is the file's path, None without one."""
    return ConfigDocument(
        corpus=corpus,
        file=shown,
        settings=(
            *_plain(file),
            _vantage(environment),
            *_hosts(file, environment),
        ),
    )


def vantage_of(environment: Mapping[str, str]) -> tuple[str, str | None]:
    """Return the name of the place we look from, and the variable that tells it, if any."""
    if named_so := environment.get("FOOTNOTED_VANTAGE"):
        return named_so, "FOOTNOTED_VANTAGE"
    if environment.get("GITHUB_ACTIONS"):
        return "github-actions", "GITHUB_ACTIONS"
    return "local", None


def _plain(file: SettingsFile) -> Iterator[SettingDoc]:
    for name, usual in DEFAULTS.items():
        path: KeyPath = tuple(name.split("."))
        said = _said(file.settings, path) if path in file.places else None
        if said is None:
            yield SettingDoc(name=name, value=usual, origin="default")
        else:
            yield _from_file(file, path, said)


def _said(settings: Settings, path: KeyPath) -> Value:
    found: object = settings.model_dump(by_alias=True)
    for key in path:
        assert isinstance(found, dict)
        found = found[key]
    assert found is None or isinstance(found, bool | int | float | str | tuple)
    return found


def _vantage(environment: Mapping[str, str]) -> SettingDoc:
    name, variable = vantage_of(environment)
    origin: Origin = "environment" if variable else "default"
    return SettingDoc(name="vantage", value=name, origin=origin, variable=variable)


def _hosts(file: SettingsFile, environment: Mapping[str, str]) -> Iterator[SettingDoc]:
    for host, one in file.settings.hosts.items():
        if one.pace is not None:
            yield _from_file(file, ("hosts", host, "pace"), one.pace)
        if one.skip:
            yield _from_file(file, ("hosts", host, "skip"), one.skip)
        for header, text in one.headers.items():
            variable = secret_of(text).variable
            is_set = bool(environment.get(variable, "").strip())
            told = _from_file(file, ("hosts", host, "headers", header), None)
            yield told.model_copy(update={"variable": variable, "is_set": is_set})


def _from_file(file: SettingsFile, path: KeyPath, value: Value) -> SettingDoc:
    place = file.places[path]
    return SettingDoc(
        name=named(path),
        value=value,
        origin="file",
        file=place.file,
        line=place.line,
        column=place.column,
    )
