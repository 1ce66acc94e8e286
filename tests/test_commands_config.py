"""Settings under the command line: command line, then file, then default."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from corpus_folder import cited, quoting, write_corpus
from footnoted.audit import Clock, Options, Watcher, audit
from footnoted.audit.config import DEFAULTS
from footnoted.cadence import Cadence
from footnoted.commands import COMMANDS, cli
from footnoted.commands.settings import defaults_in, of_corpus, of_here
from footnoted.corpus.schemas import schemas
from footnoted.errors import FootnotedError
from footnoted.model.settings import Settings
from loopback import Site, page, serve
from nights import LOOPBACK

QUICK = ("--allow-net", "127.0.0.0/8")


@pytest.fixture
def site() -> Iterator[Site]:
    """Yield a site with a page that holds the words, on any address of loopback."""
    with serve({"/a": page("<p>The bridge is safe and sound, they said.</p>")}) as running:
        yield running


@pytest.fixture
def home(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder, the current one, with a corpus whose claim quotes that page."""
    source, note = cited("s", site.url("/a"), "1")
    claims = [quoting("c", "1", "safe and sound")]
    write_corpus(tmp_path, sources=[source], notes=[note], claims=claims)
    monkeypatch.chdir(tmp_path)
    for name in ("FOOTNOTED_VANTAGE", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def run(*words: str, **environment: str) -> Result:
    """Run footnoted in this process."""
    return CliRunner().invoke(cli, words, env=environment)


def settings(text: str) -> None:
    """Write the settings of the current folder."""
    Path("footnoted.toml").write_text(text, "utf-8")


def rows(*words: str, **environment: str) -> dict[str, dict[str, Any]]:
    """Return what `footnoted config` tells of each setting."""
    done = run("config", *words, "--format", "json", **environment)
    assert done.exit_code == 0, done.output
    document = json.loads(done.stdout)
    Draft202012Validator(json.loads(schemas()["config.json"])).validate(document)
    return {one["name"]: one for one in document["settings"]}


def test_config_tells_each_value_and_where_it_comes_from(home: Path) -> None:
    """Defaults, the file with its line, the environment."""
    settings('pace = 3\n[lints]\noff = ["bare-url"]\n[hosts."a.org"]\nskip = true\n')
    lines = run("config", "claims/p", FOOTNOTED_VANTAGE="attic").stdout.splitlines()
    assert lines[0] == "settings: footnoted.toml, for claims/p"
    told = [line.split() for line in lines[2:]]
    assert ["timeout", "25", "default"] in told
    assert ["pace", "3", "footnoted.toml:1"] in told
    assert ["lints.off", "bare-url", "footnoted.toml:3"] in told
    assert ['hosts."a.org".skip', "true", "footnoted.toml:5"] in told
    assert ["vantage", "attic", "environment", "FOOTNOTED_VANTAGE"] in told


def test_config_without_a_file_tells_the_defaults(home: Path) -> None:
    """Every one, and the machine that we are on."""
    told = rows()
    assert {name: told[name]["value"] for name in DEFAULTS} == {
        name: list(value) if isinstance(value, tuple) else value for name, value in DEFAULTS.items()
    }
    assert {one["origin"] for one in told.values()} == {"default"}
    vantage = rows(GITHUB_ACTIONS="true")["vantage"]
    assert (vantage["value"], vantage["variable"]) == ("github-actions", "GITHUB_ACTIONS")


def test_a_setting_at_its_default_still_comes_from_the_file(home: Path) -> None:
    """Who wrote it down wants to see it there."""
    settings("timeout = 25\nlints.off = []\n")
    told = rows()
    assert (told["timeout"]["origin"], told["lints.off"]["origin"]) == ("file", "file")


def test_config_never_shows_a_secret(home: Path) -> None:
    """It tells whether the variable has a value, and no more."""
    settings('[hosts."a.org".headers]\nAuthorization = "Bearer $FOOTNOTED_KEY"\n')
    name = 'hosts."a.org".headers.Authorization'
    shown = run("config", FOOTNOTED_KEY="hunter2").stdout
    assert (
        "hunter2" not in shown + run("config", "--format", "json", FOOTNOTED_KEY="hunter2").stdout
    )
    assert "set from $FOOTNOTED_KEY" in shown
    assert "$FOOTNOTED_KEY not set" in run("config").stdout
    assert (rows()[name]["value"], rows()[name]["is_set"]) == (None, False)


def test_the_defaults_that_config_tells_are_those_of_the_commands() -> None:
    """Where an option has a setting, its own default is that one."""
    ours = {
        "timeout": "timeout",
        "pace": "pace",
        "fail_on": "fail-on",
        "obey_robots": "obey-robots",
        "second_opinion": "second-opinion",
        "archives": "archives.ask",
        "archives_for_links": "archives.ask-for-links",
    }
    seen = set()
    for name in ("check", "links", "lint", "bisect", "compare"):
        context = click.Context(cli)
        command = cli.get_command(context, name)
        assert command is not None
        for one in command.params:
            if one.name in ours:
                assert (one.get_default(context) or False) == DEFAULTS[ours[one.name]], one.name
                seen.add(one.name)
    assert seen == set(ours)


def test_every_option_that_has_a_setting_takes_it_in_every_command_that_fetches() -> None:
    """A command with such an option has a parameter by which the settings are found."""
    whole = Settings.model_validate(
        {
            "timeout": 1, "pace": 1, "fail-on": "never", "obey-robots": True,
            "second-opinion": True, "canaries": ["a.org"], "lints": {"off": ["bare-url"]},
            "archives": {"ask": True, "ask-for-links": True, "bases": ["https://a.org/c"]},
        }
    )  # fmt: skip
    names = set(defaults_in(whole))
    lacking = []
    for path, command in commands_below(cli, ()):
        has = {one.name for one in command.params} & names
        own_levels = path[0] in {"coverage", "diff"}  # a --fail-on of their own
        if has and not own_levels and not any(map(finds_settings, command.params)):
            lacking.append(path)
    assert lacking == []


def commands_below(
    group: click.Group, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command, by the words that call it."""
    context = click.Context(group)
    for name in COMMANDS if group is cli else group.commands:
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands_below(command, (*path, name))
        elif command is not None:
            yield (*path, name), command


def finds_settings(parameter: click.Parameter) -> bool:
    """Tell whether a parameter says where settings are found."""
    return parameter.callback in {of_corpus, of_here}


def test_the_command_line_beats_the_file_and_the_file_the_default(home: Path) -> None:
    """`lint`: what is red."""
    Path("claims/p/notes.yaml").write_text('- id: "1"\n  status: missing\n', "utf-8")
    assert run("lint", "claims/p").exit_code == 1
    settings('fail-on = "never"\n')
    assert run("lint", "claims/p").exit_code == 0
    assert run("lint", "claims/p", "--fail-on", "error").exit_code == 1


def test_off_on_the_command_line_adds_to_the_file(home: Path) -> None:
    """`lint` and `check` alike."""
    found = run("lint", "claims/p").stdout
    assert "[undated-page]" in found
    settings('lints.off = ["undated-page"]\n')
    assert "[undated-page]" not in run("lint", "claims/p", "--off", "bare-url").stdout
    audited = ("check", "claims/p", *QUICK, "--pace", "0", "--no-archives", "--format", "json")
    done = json.loads(run(*audited, "--off", "bare-url").stdout)
    off = {one["rule"] for one in done["run"]["not_run"] if one["why"] == "switched off"}
    assert off == {"undated-page", "bare-url"}


def test_a_fault_stops_every_command_that_has_settings(home: Path) -> None:
    """Before anything is looked at: a run by half-read settings would be another one."""
    settings("pcae = 1\n")
    for words in (["lint", "claims/p"], ["check", "claims/p"], ["links", "x.md"], ["config"]):
        done = run(*words)
        assert isinstance(done.exception, FootnotedError), words
        assert "footnoted.toml:1:1: no setting is called 'pcae'" in str(done.exception)


def test_help_is_had_also_where_the_settings_are_faulty(home: Path) -> None:
    """Who asks how something is written must be told."""
    settings("pcae = 1\n")
    assert run("check", "claims/p", "--help").exit_code == 0


def test_hosts_are_sent_their_secrets(home: Path, site: Site) -> None:
    """A host's secret goes to it; one without a value is not sent, and that is told."""
    settings(
        '[hosts."127.0.0.1".headers]\nX-Key = "Bearer $FOOTNOTED_KEY"\nX-Other = "$FOOTNOTED_NO"\n'
    )
    done = run("check", "claims/p", *QUICK, "--pace", "0", "--no-archives", FOOTNOTED_KEY="hunter2")
    assert done.exit_code == 0, done.output
    assert "$FOOTNOTED_NO is not set" in done.stderr
    sent = next(one for one in site.asked if one.path == "/a").headers
    assert (sent["X-Key"], sent.get("X-Other")) == ("Bearer hunter2", None)
    kept = [one for folder in ("reports", ".footnoted") for one in Path(folder).rglob("*")]
    assert any(b"safe and sound" in one.read_bytes() for one in kept if one.is_file())
    assert not any(b"hunter2" in one.read_bytes() for one in kept if one.is_file())


def test_links_obey_the_settings_of_the_current_folder(home: Path, site: Site) -> None:
    """A skipped host is not fetched, whatever file the links are in."""
    settings('hosts."127.0.0.1".skip = true\n')
    Path("list.txt").write_text(f"{site.url('/a')}\n")
    document = json.loads(run("links", "list.txt", *QUICK, "--format", "json").stdout)
    assert [one["verdict"] for one in document["links"]] == ["not_fetched"]
    assert site.asked == []
    Path("footnoted.toml").unlink()
    document = json.loads(run("links", "list.txt", *QUICK, "--format", "json").stdout)
    assert [one["verdict"] for one in document["links"]] == ["alive"]


def test_what_the_file_switches_on_the_command_line_switches_off(home: Path, site: Site) -> None:
    """A flag has a way back."""
    site.answers["/robots.txt"] = page("User-agent: *\nDisallow: /\n", "text/plain")
    settings("obey-robots = true\n")
    Path("list.txt").write_text(f"{site.url('/a')}\n")
    for option, verdict in ((), "not_fetched"), (("--no-obey-robots",), "alive"):
        done = run("links", "list.txt", *QUICK, "--pace", "0", "--format", "json", *option)
        assert [one["verdict"] for one in json.loads(done.stdout)["links"]] == [verdict]


def archives_asked(*words: str) -> tuple[str, ...]:
    """Return the archives that an audit says it was to ask."""
    done = run("check", "claims/p", *QUICK, "--pace", "0", "--format", "json", *words)
    assert done.exit_code in {0, 1}, done.output
    return tuple(json.loads(done.stdout)["run"]["archives"])


def test_archives_follow_the_file_unless_the_command_line_speaks(home: Path, site: Site) -> None:
    """On or off, and which: an option that was given wins, also against bases of the file."""
    base, other = site.url("/coll"), site.url("/other")
    name, others = base.removeprefix("http://"), other.removeprefix("http://")
    settings(f'archives.bases = ["{base}"]\n')
    assert archives_asked() == (name,)
    assert archives_asked("--archive", other) == (others,)
    assert archives_asked("--no-archives") == ()
    settings(f'archives.ask = false\narchives.bases = ["{base}"]\n')
    assert archives_asked() == ()
    assert archives_asked("--archives") == (name,)
    assert archives_asked("--archive", other) == (others,)
    both = run("check", "claims/p", "--no-archives", "--archive", other)
    assert "contradict each other" in str(both.exception)


def test_a_longer_cadence_leaves_pages_alone(home: Path, site: Site) -> None:
    """A page that was there is due after `cadence.well` days; its default is a week."""

    def asked(day: int, cadence: Cadence) -> int:
        before = len(site.asked)
        now = datetime(2026, 11, 2, 12, tzinfo=UTC) + timedelta(days=day)
        options = Options(Path("claims/p"), archives=(), fetch=LOOPBACK, cadence=cadence)
        audit(options, Clock(lambda: now), Watcher())
        return sum(one.path == "/a" for one in site.asked[before:])

    assert asked(0, Cadence()) == 1
    assert asked(8, Cadence(well=30)) == 0
    assert asked(8, Cadence()) == 1


def test_a_check_names_the_file_that_it_goes_by(home: Path) -> None:
    """Also one far above the corpus: whoever did not look for it sees what made the run green."""
    settings('fail-on = "never"\n[cadence]\nwell = 365\n[lints]\noff = ["undated-page"]\n')
    net = ("--allow-net", "127.0.0.0/8", "--pace", "0", "--no-archives")
    told = run("check", "claims/p", *net).stdout.splitlines()
    assert told[0] == "Settings  footnoted.toml: cadence.well, fail-on never, lints.off"
    assert "Settings" not in run("check", "claims/p", *net, "--quiet").stdout
    Path("footnoted.toml").unlink()
    assert "Settings" not in run("check", "claims/p", *net).stdout
