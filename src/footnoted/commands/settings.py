"""Settings under the command line: what its options default to where a project has a say.

A command's first argument says where the settings are found. It is read before all options, and
what the file says becomes their default, so that an option which was given always wins.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

if TYPE_CHECKING:  # pydantic models: too heavy for `--help`
    from footnoted.cadence import Cadence
    from footnoted.model.settings import Settings
    from footnoted.settings import SettingsFile

_KEY = "footnoted.settings"


def of_corpus(context: click.Context, _parameter: click.Parameter, value: Any) -> Any:
    """Take the settings of the corpus, or corpora, that an (eager) argument names."""
    paths = value if isinstance(value, tuple) else (value,)
    _take(context, [path for path in paths if path is not None])
    return value


def of_here(context: click.Context, _parameter: click.Parameter, value: Any) -> Any:
    """Take the settings of the current folder, whatever an (eager) argument names."""
    _take(context, [Path.cwd()])
    return value


def in_force() -> SettingsFile:
    """Return the settings of the command that runs; none for one that asks for none."""
    from footnoted.settings import SettingsFile

    context = click.get_current_context(silent=True)
    file: SettingsFile | None = context.meta.get(_KEY) if context else None
    return file or SettingsFile()


def words_in_force() -> str | None:
    """Name the file of the settings in force and what it sets; None where there is none."""
    from footnoted.commands.console import shown
    from footnoted.settings import named

    file = in_force()
    if file.path is None:
        return None
    keys = {tuple(one for one in path if isinstance(one, str)) for path in file.places}
    tables = {key[:end] for key in keys for end in range(len(key))}
    fail_on = f" {file.settings.fail_on}" if file.settings.fail_on else ""
    set_here = [named(key) + fail_on * (key == ("fail-on",)) for key in sorted(keys - tables)]
    return f"{shown(file.path)}: {', '.join(set_here) or 'nothing'}"


def was_given(parameter: str) -> bool:
    """Tell whether the user gave an option of the command that runs."""
    source = click.get_current_context().get_parameter_source(parameter)
    return source in {ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT}


def _take(context: click.Context, paths: list[Path]) -> None:
    if context.resilient_parsing:  # a shell completes: it needs no settings, and hears no error
        return
    from footnoted.audit.settings import settings_for
    from footnoted.commands.console import shown

    file = settings_for(paths, shown)
    context.meta[_KEY] = file
    context.default_map = {**(context.default_map or {}), **defaults_in(file.settings)}


def defaults_in(settings: Settings) -> dict[str, Any]:
    """Return what the settings say by the names of the commands' parameters."""
    said = {
        "timeout": settings.timeout,
        "pace": settings.pace,
        "fail_on": settings.fail_on,
        "obey_robots": settings.obey_robots,
        "second_opinion": settings.second_opinion,
        "canaries": settings.canaries or None,
        "archives": settings.archives.ask,
        "archives_for_links": settings.archives.ask_for_links,
        "archive": settings.archives.bases or None,
    }
    return {name: value for name, value in said.items() if value is not None}


def rules_off(given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lints that do not run: those of the settings, and those given to `--off`."""
    from footnoted.lints import LINTS
    from footnoted.spelling import closest

    if unknown := next((rule for rule in given if rule not in LINTS), None):
        near = closest(unknown, LINTS)
        hint = f"did you mean '{near}'?" if near else "docs/lints.md lists them"
        raise click.UsageError(f"no lint is called '{unknown}': {hint}")
    return tuple(dict.fromkeys((*in_force().settings.lints.off, *given)))


def cadence_wanted() -> Cadence:
    """Return when pages are looked at again, as the settings say."""
    from footnoted.cadence import Cadence

    said = in_force().settings.cadence
    usual = Cadence()
    return Cadence(said.well or usual.well, said.failing or usual.failing)
