"""`docs/settings.md` names each setting, with its true default, and its examples are valid."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from footnoted.audit.config import DEFAULTS
from footnoted.audit.settings import JUDGES
from footnoted.model.config import SettingDoc
from footnoted.model.settings import HostSettings
from footnoted.reports.config_text import value_words
from footnoted.settings import find_settings
from footnoted.settings.faults import NEVER

TEXT = (Path(__file__).parent.parent / "docs" / "settings.md").read_text("utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)


def test_each_setting_has_a_row_with_its_true_default() -> None:
    """As `footnoted config` tells it."""
    told = dict(re.findall(r"^\| `([a-z.-]+)` \| ([^|]+) \|", TEXT, re.MULTILINE))
    assert told == {
        name: value_words(SettingDoc(name=name, value=value, origin="default"))
        for name, value in DEFAULTS.items()
    }


def test_each_setting_of_a_host_has_a_row() -> None:
    """Its names are those of the model."""
    told = re.findall(r'^\| `hosts\."NAME"\.([a-z-]+)` \|', TEXT, re.MULTILINE)
    assert told == list(HostSettings.model_fields)


def test_what_a_project_cannot_set_is_told() -> None:
    """Each power by its name, certificates in words."""
    section = TEXT.partition("## What a project cannot set")[2]
    assert [one for one in NEVER if one not in {"ca-bundle", "proxy"} and one not in section] == []
    assert "certificates" in section


def test_every_example_is_valid_and_together_they_name_every_setting(tmp_path: Path) -> None:
    """What a reader copies works."""
    seen: set[str] = set()
    for example in EXAMPLES:
        (tmp_path / "footnoted.toml").write_text(example, "utf-8")
        seen |= {
            ".".join(str(part) for part in path if not isinstance(part, int))
            for path in find_settings(tmp_path, JUDGES).places
        }
        assert tomllib.loads(example)
    assert [name for name in DEFAULTS if name not in seen] == []
    hosts = {name.rpartition(".")[2] for name in seen if name.startswith("hosts.")}
    assert set(HostSettings.model_fields) <= hosts
