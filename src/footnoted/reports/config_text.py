"""The settings in force, for a terminal."""

from __future__ import annotations

from footnoted.model.config import ConfigDocument, SettingDoc
from footnoted.reports.terminal import plain

_MOST = (32, 24)
"""Columns of a name and of a value; a longer one pushes what follows it."""


def config_lines(document: ConfigDocument) -> list[str]:
    """Return a line that names the file, then a line a setting: name, value, where from."""
    rows = [
        (plain(one.name), plain(value_words(one)), origin_words(one)) for one in document.settings
    ]
    widths = [min(most, max(len(row[column]) for row in rows)) for column, most in enumerate(_MOST)]
    head = f"settings: {plain(document.file)}" if document.file else "settings: no file"
    lines = (f"{name:{widths[0]}}  {value:{widths[1]}}  {origin}" for name, value, origin in rows)
    return [f"{head}, for {plain(document.corpus)}", "", *lines]


def value_words(setting: SettingDoc) -> str:
    """Return a value as TOML writes it, without its quotation marks; never a secret."""
    value = setting.value
    if setting.is_set is not None:
        return f"set from ${setting.variable}" if setting.is_set else f"${setting.variable} not set"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, tuple):
        return ", ".join(value) or "none"
    return str(value)


def origin_words(setting: SettingDoc) -> str:
    """Return where a value comes from: `footnoted.toml:3`, `default`, `environment NAME`."""
    if setting.origin == "file":
        return plain(f"{setting.file}:{setting.line}")
    if setting.origin == "environment":
        return f"environment {setting.variable}"
    return "default"
