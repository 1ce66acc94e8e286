from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from footnoted.commands import cli
from footnoted.corpus.emit import list_file, schema_line
from footnoted.corpus.schemas import schemas
from footnoted.model.records import Anchor, ClaimRecord, FigureRecord

FOLDER = Path(__file__).parent.parent / "docs" / "schemas"


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


def test_fields_have_descriptions() -> None:
    """An editor can show what each field of a claim is for."""
    schema = json.loads(schemas()["claims.json"])
    fields = schema["$defs"]["ClaimRecord"]["properties"]
    assert all(one.get("description") for one in fields.values())
