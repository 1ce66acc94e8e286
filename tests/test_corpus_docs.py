from __future__ import annotations

import json
import re
from pathlib import Path

import yaml
from jsonschema import Draft202012Validator

from footnoted.corpus import read_corpus
from footnoted.corpus.emit import list_file, paper_file
from footnoted.corpus.schemas import schemas

TEXT = (Path(__file__).parent.parent / "docs" / "corpus.md").read_text("utf-8")
EXAMPLES = re.findall(r"(?ms)^## [^\n]*`([\w-]+\.yaml)`\n.*?^```yaml\n(.*?)^```", TEXT)


class Yaml12(yaml.SafeLoader):
    """Reads as editors do: in YAML 1.2 `on` is a word."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the base class has it so
        first: [one for one in resolvers if one[0] != "tag:yaml.org,2002:bool" or first in "tf"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def test_the_examples_of_the_guide_are_a_corpus(tmp_path: Path) -> None:
    """What docs/corpus.md shows is read without a finding, and is in the canonical form."""
    assert len(EXAMPLES) == 7
    for name, text in EXAMPLES:
        (tmp_path / name).write_text(text, "utf-8")
    reading = read_corpus(tmp_path)
    assert reading.findings == ()
    corpus = reading.corpus
    assert corpus
    canonical = {
        "paper.yaml": paper_file(corpus.paper),
        "sources.yaml": list_file("sources", corpus.sources.values()),
        "notes.yaml": list_file("notes", corpus.notes.values()),
        "01-introduction.yaml": list_file("claims", corpus.claims.values()),
        "exemptions.yaml": list_file("exemptions", corpus.exemptions),
        "judgements.yaml": list_file("judgements", corpus.judgements),
        "waivers.yaml": list_file("waivers", corpus.waivers),
    }
    assert dict(EXAMPLES) == canonical


def test_the_examples_fit_the_schemas() -> None:
    """An editor that follows the first line of each file marks nothing in it."""
    for _, text in EXAMPLES:
        name = text.split("schemas/", 1)[1].split("\n", 1)[0]
        validator = Draft202012Validator(json.loads(schemas()[name]))
        assert [
            error.message for error in validator.iter_errors(yaml.load(text, Loader=Yaml12))
        ] == []
