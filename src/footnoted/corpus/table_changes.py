"""From an edited table to changed claims: what a person changed, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from footnoted.corpus import table
from footnoted.corpus.canonical import proposed_id
from footnoted.corpus.edit import Change
from footnoted.corpus.folders import kind_of
from footnoted.corpus.table_read import Row, Table, Wrong
from footnoted.corpus.typed import wanted
from footnoted.model.corpus import Corpus
from footnoted.model.records import RELATIONS, ClaimRecord
from footnoted.spelling import closest

_PART = re.compile(r"(quotation|figure)(?:\s+(\d+))?")
_YES, _NO = frozenset({"yes", "true", "1", "wahr", "x"}), frozenset({"no", "false", "0", "falsch"})


@dataclass(slots=True)
class FileChange:
    """What a table changes in one file of claims: by id, in the order of the table."""

    changed: dict[str, Change] = field(default_factory=dict)
    added: list[ClaimRecord] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Group:
    """The rows of one claim; `old` is its record, None for a new one."""

    id: str
    file: str
    old: ClaimRecord | None
    own: Row | None = None
    parts: list[tuple[Row, str, int | None]] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The number of the row that stands for the claim."""
        return self.own.number if self.own else self.parts[0][0].number


def changes_in(
    corpus: Corpus, sheet: Table, taken: set[str], *, delete: bool
) -> tuple[dict[str, FileChange], list[Wrong]]:
    """Return what the table changes, by name of the file, and everything that is wrong with it.

    A row that is as it was exported changes nothing, whatever became of its record since. One
    that was edited while its record changed too is wrong. `taken` are the ids that no new claim
    may have. With `delete`, claims and parts that the table has not are taken out.
    """
    wrong: list[Wrong] = []
    groups = _groups(corpus, sheet, taken, wrong)
    files: dict[str, FileChange] = {}
    left: AbstractSet[str] = groups.keys()
    if not delete:
        left = left | corpus.claims.keys()
    known: dict[str, AbstractSet[str]] = dict.fromkeys(RELATIONS, left)
    known |= {"note": corpus.notes.keys(), "source": corpus.sources.keys()}
    for group in groups.values():
        _take(_Claim(sheet.columns, group, wrong, known, delete), files)
    if delete and sheet.rows:
        for file in corpus.files:
            gone = [ident for ident in file.claims if ident not in groups]
            if gone:
                files.setdefault(file.name, FileChange()).removed += gone
    return files, sorted(wrong, key=lambda one: one.row)


def _groups(corpus: Corpus, sheet: Table, taken: set[str], wrong: list[Wrong]) -> dict[str, _Group]:
    """Return the rows by the claim that they are of; those without an id go with the row above."""
    file_of = {ident: file.name for file in corpus.files for ident in file.claims}
    groups: dict[str, _Group] = {}
    above = ""
    file = corpus.files[0].name if corpus.files else "01-claims.yaml"
    owned: list[tuple[Row, str]] = []
    for row in sheet.rows:
        if row.part:
            owned.append((row, row.id or above))
            continue
        ident = row.id or proposed_id("claims", _claim_fields(row), taken)
        above = ident
        file = row.file or file_of.get(ident) or file
        if ident in groups:
            wrong.append(Wrong(row.number, "id", f"'{ident}' stands in row {groups[ident].first}"))
            continue
        taken.add(ident)
        groups[ident] = _Group(ident, file_of.get(ident, file), corpus.claims.get(ident), row)
        wrong += _wrong_file(row, file_of.get(ident))
    for row, ident in owned:
        _own(row, ident, groups, corpus, file_of, wrong)
    return groups


def _claim_fields(row: Row) -> dict[str, Any]:
    return {"says": row.cells.get("says"), "at": {"start": row.cells.get("start")}}


def _wrong_file(row: Row, file: str | None) -> Iterator[Wrong]:
    if file and row.file not in {"", file}:
        yield Wrong(row.number, "file", f"the claim stands in {file}: move it there by hand")
    elif row.file and kind_of(row.file) != "claims":
        message = f"'{row.file}' is no name for a file of claims, as '02-foreign-policy.yaml'"
        yield Wrong(row.number, "file", message)


def _own(
    row: Row,
    ident: str,
    groups: dict[str, _Group],
    corpus: Corpus,
    file_of: Mapping[str, str],
    wrong: list[Wrong],
) -> None:
    """Give the row of a quotation or figure to its claim."""
    found = _PART.fullmatch(row.part.casefold())
    if not found:
        near = f"'{row.part}': write 'quotation' or 'figure', and leave a claim's own row empty"
        wrong.append(Wrong(row.number, "part", near))
        return
    if ident not in groups and ident in corpus.claims:
        groups[ident] = _Group(ident, file_of[ident], corpus.claims[ident])
    group = groups.get(ident)
    if group is None:
        near_id = closest(ident, [*groups, *corpus.claims])
        hint = f"did you mean '{near_id}'?" if near_id else "its own row is missing"
        wrong.append(Wrong(row.number, "id", f"there is no claim '{ident}': {hint}"))
        return
    kind, number = found[1], int(found[2]) - 1 if found[2] else None
    if number is not None and any(one[1:] == (kind, number) for one in group.parts):
        wrong.append(Wrong(row.number, "part", f"another row is '{row.part}' of '{ident}'"))
        return
    group.parts.append((row, kind, number))


@dataclass(slots=True)
class _Claim:
    """Makes one claim's record from its rows; `known` are the ids that its columns may name."""

    columns: frozenset[str]
    group: _Group
    wrong: list[Wrong]
    known: Mapping[str, AbstractSet[str]]
    delete: bool
    kept: dict[str, list[int]] = field(default_factory=dict)
    at: dict[tuple[str | int, ...], int] = field(default_factory=dict)

    def record(self) -> ClaimRecord | None:
        """Return the record, None where something is wrong with it."""
        old, own = self.group.old, self.group.own
        data: dict[str, Any] = {"id": self.group.id}
        if old is not None:
            data = old.model_dump(by_alias=True, exclude_defaults=True, mode="json")
        if own is not None:
            self._apply(own, data, table.CLAIM, is_new=old is None)
        for kind, (name, columns) in table.PARTS.items():
            made = self._parts(kind, name, columns, data.get(name, []))
            data.pop(name, None)
            if made:
                data[name] = made
        return self._validated(data)

    def _parts(
        self, kind: str, name: str, columns: Mapping[str, table.Path], old: list[dict[str, Any]]
    ) -> list[dict[str, Any]]:
        """Return the claim's parts of one kind: old ones changed, new ones behind them."""
        mine = [(row, number) for row, one, number in self.group.parts if one == kind]
        changed = {number: row for row, number in mine if number is not None and number < len(old)}
        whole = self.delete and self.group.own is not None
        kept = [index for index in range(len(old)) if index in changed or not whole]
        parts: list[dict[str, Any]] = []
        for index in kept:
            if index in changed:
                self._apply(changed[index], old[index], columns, is_new=False)
                self.at[name, len(parts)] = changed[index].number
            parts.append(old[index])
        for row, number in mine:
            if number is None or number >= len(old):
                part: dict[str, Any] = {}
                self._apply(row, part, columns, is_new=True)
                self.at[name, len(parts)] = row.number
                parts.append(part)
        self.kept[name] = kept
        return parts

    def _apply(
        self, row: Row, data: dict[str, Any], columns: Mapping[str, table.Path], *, is_new: bool
    ) -> None:
        """Write the row's changed cells into `data`."""
        for name in row.cells:
            if name not in columns:
                kind = "a claim's own row" if name in table.CLAIM else "another kind of row"
                self.wrong.append(Wrong(row.number, name, f"belongs into {kind}: leave it empty"))
        mine = {name: row.cells[name] for name in row.cells if name in columns}
        now = table.cells_of(data, columns)
        if not is_new and row.mark == table.mark(mine):
            return
        different = [
            name
            for name in columns
            if name in self.columns and mine.get(name, "") != now.get(name, "")
        ]
        if different and row.mark and not is_new and row.mark != table.mark(now):
            message = f"'{self.group.id}' was changed since the table was exported: export it again"
            self.wrong.append(Wrong(row.number, None, message))
            return
        for name in different:
            _set(data, columns[name], _value(name, mine.get(name, "")))

    def _validated(self, data: dict[str, Any]) -> ClaimRecord | None:
        before = len(self.wrong)
        try:
            record = ClaimRecord.model_validate(data, by_alias=True, by_name=False)
        except ValidationError as errors:
            self.wrong += [self._from_error(dict(error)) for error in errors.errors()]
            return None
        for name, known in self.known.items():
            for ident in data.get(name, ()):
                if ident not in known:
                    near = closest(ident, known)
                    hint = f"did you mean '{near}'?" if near else "write that record first"
                    what = name if name in {"note", "source"} else "claim"
                    message = f"there is no {what} '{ident}': {hint}"
                    self.wrong.append(Wrong(self.group.first, name, message))
        return record if len(self.wrong) == before else None

    def _from_error(self, error: dict[str, Any]) -> Wrong:
        loc: tuple[str | int, ...] = error["loc"]
        columns, path = table.CLAIM, loc
        if loc[:1] in {("quotations",), ("figures",)}:
            columns = table.QUOTATION if loc[0] == "quotations" else table.FIGURE
            path = loc[2:]
        row = self.at.get(loc[:2], self.group.first)
        column = _column(columns, path)
        kind = error["type"]
        if kind == "value_error":
            return Wrong(row, column, str(error["ctx"]["error"]))
        if kind == "missing":
            return Wrong(row, column, "is missing: write it")
        value = error["input"] if isinstance(error["input"], str) else None
        return Wrong(row, column, wanted(kind, error, value))


def _take(claim: _Claim, files: dict[str, FileChange]) -> None:
    group = claim.group
    record = claim.record()
    if record is None or record == group.old:
        return
    file = files.setdefault(group.file, FileChange())
    if group.old is None:
        file.added.append(record)
    else:
        file.changed[group.id] = Change(record, claim.kept)


def _set(data: dict[str, Any], path: Iterable[str], value: Any) -> None:
    """Write a value, or take it out (and what is then empty around it) where it is None."""
    first, *rest = path
    if rest:
        inner = dict(data.get(first) or {})
        _set(inner, rest, value)
        value = inner or None
    if value is None:
        data.pop(first, None)
    else:
        data[first] = value


def _value(name: str, text: str) -> Any:
    if name in table.MANY:
        return [one.strip() for one in text.split(";") if one.strip()] or None
    if name == "translated":
        word = text.casefold()
        return "true" if word in _YES else None if word in _NO else text or None
    return text or None


def _column(columns: Mapping[str, table.Path], path: tuple[str | int, ...]) -> str | None:
    """Return the column that a field is written in."""
    names = tuple(one for one in path if isinstance(one, str))
    for name, own in columns.items():
        if own == names or (names and own[: len(names)] == names):
            return name
    return "id" if names == ("id",) else None
