"""The JSON document of `footnoted config`: which settings are in force, and where from."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from footnoted.model.base import Document

Origin = Literal["default", "file", "environment"]


class SettingDoc(Document):
    """One setting: its name as the file has it, its value, and where that comes from.

    `variable` is the environment's that gave the value, or would. The value of a header is never
    told: null, with `is_set` telling whether the environment has it. Of an `origin` other than
    `file`, `file`, `line` and `column` are null.
    """

    name: str
    value: bool | int | float | str | tuple[str, ...] | None
    origin: Origin
    file: str | None = None
    line: int | None = None
    column: int | None = None
    variable: str | None = None
    is_set: bool | None = None


class ConfigDocument(Document):
    """`footnoted config [CORPUS] --format json`; `file` is the settings file, null without one."""

    schema_: Literal["footnoted/config/1"] = Field(default="footnoted/config/1", alias="schema")
    corpus: str
    file: str | None
    settings: tuple[SettingDoc, ...]
