"""A project's settings: `footnoted.toml`, or `[tool.footnoted]` in `pyproject.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from footnoted.errors import FootnotedError
from footnoted.model.place import Place
from footnoted.model.settings import Judge, Settings
from footnoted.settings.faults import named, told
from footnoted.settings.positions import KeyPath, Position, positions

__all__ = ["OWN", "PROJECT", "SettingsError", "SettingsFile", "find_settings", "named"]

OWN = "footnoted.toml"
PROJECT = "pyproject.toml"
_TABLE: KeyPath = ("tool", "footnoted")
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class SettingsError(FootnotedError):
    """A settings file cannot be read; a line for each fault, each at its place."""


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """The settings in force and where each is written; without a file there are none.

    `path` is the file. `places` has the key of each setting, and each item of a list.
    """

    settings: Settings = field(default_factory=Settings)
    path: Path | None = None
    places: Mapping[KeyPath, Place] = field(default_factory=dict)


def find_settings(
    start: Path,
    judges: Mapping[str, Judge] | None = None,
    shown: Callable[[Path], str] = str,
) -> SettingsFile:
    """Return the settings for what lies at `start`: those of the nearest folder that has any.

    Folders are asked from `start` up to the root of its git repository; outside of one no higher
    than the folder that holds `claims/`, since those above may be anybody's. Settings of two
    folders are never mixed. `judges` tell what is wrong with a `host`, a `rule`,
    an `archive` or a `canary`; `shown` gives a file's path as people see it. Raises SettingsError
    with every fault of the file, or where a folder has both files.
    """
    for one in _folders(start.resolve()):
        found = _at(one, judges or {}, shown)
        if found:
            return found
    return SettingsFile()


def _folders(start: Path) -> list[Path]:
    """Return the folders whose settings may be meant, the nearest first."""
    above = [start, *start.parents]
    root = next((at for at, one in enumerate(above) if (one / ".git").exists()), None)
    if root is None:
        root = next((at + 1 for at, one in enumerate(above[:2]) if one.name == "claims"), 0)
    return above[: root + 1]


def _at(
    folder: Path, judges: Mapping[str, Judge], shown: Callable[[Path], str]
) -> SettingsFile | None:
    """Return the settings that stand in one folder, None where it has none."""
    own, project = folder / OWN, folder / PROJECT
    if not own.is_file():
        text = _Text.of(project, shown) if project.is_file() else None
        data = text.table(_TABLE) if text else None
        return None if text is None or data is None else text.settings(_TABLE, data, judges)
    if project.is_file() and _names_us(project):
        place = _Text.of(project, shown).places()[_TABLE]
        raise SettingsError(f"{place}: settings stand also in {shown(own)}; keep one of the two")
    text = _Text.of(own, shown)
    return text.settings((), text.table(()) or {}, judges)


def _names_us(project: Path) -> bool:
    """Tell whether a `pyproject.toml` has settings for us; one that cannot be read has none."""
    try:
        return _Text.of(project, str).table(_TABLE) is not None
    except SettingsError:
        return False


@dataclass(frozen=True, slots=True)
class _Text:
    """A TOML file, read: what it holds, and its path as people see it."""

    path: Path
    shown: str
    text: str
    data: dict[str, Any]

    @classmethod
    def of(cls, path: Path, shown: Callable[[Path], str]) -> _Text:
        """Read a file; SettingsError, in one line, where it is no TOML."""
        name = shown(path)
        try:
            text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
            return cls(path, name, text, tomllib.loads(text))
        except OSError as error:
            raise SettingsError(f"{name}: cannot be read ({error.strerror})") from None
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise SettingsError(f"{name}:{line}:1: is not UTF-8; save it as UTF-8") from None
        except RecursionError:
            raise SettingsError(f"{name}: is nested too deeply; write plain tables") from None
        except tomllib.TOMLDecodeError as error:
            raise SettingsError(_syntax(name, text, str(error))) from None

    def table(self, path: KeyPath) -> object:
        """Return what stands at `path`, None where nothing does."""
        found: Any = self.data
        for key in path:
            found = found.get(key) if isinstance(found, dict) else None
        return found

    def places(self) -> dict[KeyPath, Place]:
        """Return where each key stands."""
        found: Mapping[KeyPath, Position] = positions(self.text)
        return {path: Place(self.shown, *position) for path, position in found.items()}

    def settings(self, root: KeyPath, data: object, judges: Mapping[str, Judge]) -> SettingsFile:
        """Return the settings in the table at `root`; SettingsError with every fault of them."""
        places = {
            path[len(root) :]: place
            for path, place in self.places().items()
            if path[: len(root)] == root
        }
        if not isinstance(data, dict):
            raise SettingsError(f"{places[()]}: '{named(root)}' is no table: write [{named(root)}]")
        try:
            found = Settings.model_validate(
                data, by_alias=True, by_name=False, context=dict(judges)
            )
        except ValidationError as errors:
            faults = [told(dict(error)) for error in errors.errors(include_url=False)]
            lines = sorted((_nearest(places, path, self.shown), words) for path, words in faults)
            raise SettingsError("\n".join(f"{at}: {words}" for at, words in lines)) from None
        return SettingsFile(found, self.path, places)


def _syntax(name: str, text: str, error: str) -> str:
    """Return tomllib's own words, at the place that they name."""
    found = _AT.search(error)
    lines = text.split("\n")
    place = Place(name, len(lines), len(lines[-1]) + 1)
    if found and found[1]:
        place = Place(name, int(found[1]), int(found[2]))
    return f"{place}: is no TOML: {_AT.sub('', error)}; mend this line"


def _nearest(places: Mapping[KeyPath, Place], path: KeyPath, file: str) -> Place:
    """Return where a setting stands, or the nearest table around it."""
    ends = (path[:end] for end in range(len(path), -1, -1))
    return next((places[one] for one in ends if one in places), Place(file))
