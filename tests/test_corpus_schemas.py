from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from footnoted.commands import cli
from footnoted.corpus.emit import list_file, schema_line
from footnoted.corpus.schemas import RECORDS, schemas
from footnoted.model.records import Anchor, ClaimRecord, FigureRecord

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "schemas"
CORPUS = ROOT / "claims" / "saferworld-2013"


class _Core(yaml.SafeLoader):
    """Reads scalars as editors do, by the core schema of YAML 1.2: `on` is a word, 2012 is none."""


_Core.yaml_implicit_resolvers = {}
_Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"\A(?:true|false)\Z"), list("tf"))
_Core.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"\A[-+]?[0-9.]+(?:e[-+]?\d+)?\Z"), list("-+.0123456789")
)


def _schema(name: str) -> Any:
    return json.loads(schemas()[f"{name}.json"])


def test_the_schemas_on_disk_are_current() -> None:
    """`docs/schemas/` holds what the models say now: run make schemas after a change."""
    on_disk = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.json")}
    assert on_disk == schemas()


def test_the_command_writes_them_where_records_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a repository of the user's own they stand where the first line of each file says."""
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, ["schemas"])
    assert (done.exit_code, done.output) == (0, f"{len(schemas())} schemas in docs/schemas\n")
    named = schema_line("claims").partition("$schema=")[2].strip()
    (tmp_path / "claims" / "orvel").mkdir(parents=True)
    path = tmp_path / "claims" / "orvel" / named
    assert path.read_text("utf-8") == schemas()["claims.json"]


@pytest.mark.parametrize("name", sorted(schemas()))
def test_every_schema_is_a_json_schema(name: str) -> None:
    """Each schema is valid by JSON Schema's own."""
    Draft202012Validator.check_schema(json.loads(schemas()[name]))


def test_a_canonical_file_fits_its_schema_and_a_wrong_one_does_not() -> None:
    """An editor accepts what the program writes, and marks an unknown or null field."""
    validator = Draft202012Validator(json.loads(schemas()["claims.json"]))
    claim = ClaimRecord(
        id="c",
        at=Anchor(start="a", end="b"),
        note=("59",),
        figures=(FigureRecord(raw="5", period="2012"),),
    )
    assert validator.is_valid(yaml.safe_load(list_file("claims", [claim])))
    assert not validator.is_valid([{"id": "c", "at": {"start": "a"}, "sayz": "x"}])
    assert not validator.is_valid([{"id": "c", "at": {"start": "a"}, "says": None}])


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.yaml")), ids=lambda path: path.name)
def test_the_corpus_that_ships_fits_the_schemas_that_it_names(path: Path) -> None:
    """An editor that reads a file's first line finds nothing to complain of."""
    first, *_ = (text := path.read_text("utf-8")).splitlines()
    named = path.parent / first.removeprefix("# yaml-language-server: $schema=")
    validator = Draft202012Validator(json.loads(named.read_text("utf-8")))
    written = yaml.load(text, Loader=_Core)
    assert [one.message for one in validator.iter_errors(written)] == []


@pytest.mark.parametrize("name", ["paper", *RECORDS])
def test_fields_have_descriptions(name: str) -> None:
    """An editor can show what each field of each record is for."""
    schema = _schema(name)
    records = {name: schema, **schema["$defs"]}
    fields = {
        f"{record}.{field}": one
        for record, shape in records.items()
        for field, one in shape.get("properties", {}).items()
    }
    assert fields
    assert [at for at, one in fields.items() if not one.get("description")] == []
