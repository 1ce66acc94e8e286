from __future__ import annotations

from pathlib import Path

import pytest

from footnoted.audit.settings import JUDGES, settings_for
from footnoted.errors import FootnotedError
from footnoted.model.settings import Settings
from footnoted.settings import SettingsError, find_settings
from footnoted.settings.faults import NEVER


def faults(folder: Path, text: str, name: str = "footnoted.toml") -> list[str]:
    """Return what is wrong with a settings file, a line each."""
    (folder / name).write_text(text, "utf-8")
    with pytest.raises(SettingsError) as error:
        find_settings(folder, JUDGES, lambda path: path.name)
    return str(error.value).splitlines()


def test_all_faults_of_a_file_come_together_each_at_its_place(tmp_path: Path) -> None:
    """File, line, column, what is wrong, and what to write; sorted by place."""
    text = """\
pcae = 2
timeout = "25"
canaries = ["example.com", "http://x"]
[archives]
ask = 1
bases = ["https://archive.example.org/coll",
         "archive.today"]
[hosts."a.org"]
pace = -1
[cadence]
well = 0
failing = 2.5
[lints]
off = ["bare-url", "undated-pge"]
"""
    assert faults(tmp_path, text) == [
        "footnoted.toml:1:1: no setting is called 'pcae': did you mean 'pace'?",
        "footnoted.toml:2:1: 'timeout' is '25': write a number, as 2.5",
        (
            "footnoted.toml:3:28: 'canaries' is 'http://x': write a host, as \"example.com\" or "
            '"example.com:80"'
        ),
        "footnoted.toml:5:1: 'archives.ask' is 1: write true or false",
        (
            "footnoted.toml:7:10: 'archives.bases' is 'archive.today': no archive; write the "
            "address of its collection, such as https://archive.example.org/coll"
        ),
        "footnoted.toml:9:1: 'hosts.\"a.org\".pace' is -1: write a number from 0 to 3600",
        "footnoted.toml:11:1: 'cadence.well' is 0: write a whole number from 1 to 365",
        "footnoted.toml:12:1: 'cadence.failing' is 2.5: write a whole number, as 7",
        (
            "footnoted.toml:14:20: 'lints.off' names 'undated-pge', and no lint is called so: did "
            "you mean 'undated-page'?"
        ),
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("timeout = nan", "'timeout' is nan: write a number from 0.1 to 3600"),
        ("pace = inf", "'pace' is inf: write a number from 0 to 3600"),
        ("timeout = true", "'timeout' is true: write a number, as 2.5"),
        ("obey-robots = 'yes'", "'obey-robots' is 'yes': write true or false"),
        ("obey_robots = true", "no setting is called 'obey_robots': did you mean 'obey-robots'?"),
        ("canaries = 'x'", "'canaries' is 'x': write a list, as [\"…\"]"),
        ("lints = []", "'lints' is a list: write a table of settings"),
        ("hosts.'http://a' = {}", "'http://a' is no host: write its name alone, as"),
        ("fail-on = 'erorr'", "'fail-on' is 'erorr': did you mean 'error'? Write one of never, e"),
        ("colour = 1", "no setting is called 'colour': write one of timeout, pace, fail-on"),
        ("lints.of = []", "no setting is called 'lints.of': did you mean 'off'?"),
        ("hosts.a.pce = 1", "no setting is called 'hosts.a.pce': did you mean 'pace'?"),
        ("pace =", "is no TOML: Invalid value; mend this line"),
        ("pace = [1", "is no TOML: Unclosed array; mend this line"),
    ],
    ids=str,
)
def test_a_fault_says_what_to_write(tmp_path: Path, line: str, told: str) -> None:
    """Wrong types, impossible numbers, unknown names, broken TOML: one line each."""
    (found,) = faults(tmp_path, line)
    assert told in found
    assert found.startswith("footnoted.toml:1:")


@pytest.mark.parametrize("name", sorted(NEVER))
@pytest.mark.parametrize("text", ["{} = ['10.0.0.0/8']", "hosts.a.{} = true"], ids=["top", "host"])
def test_a_project_file_cannot_give_itself_powers(tmp_path: Path, name: str, text: str) -> None:
    """A network, a proxy, certificates, the name of the machine: whoever runs it says so."""
    (found,) = faults(tmp_path, text.format(name))
    assert NEVER[name] in found
    assert found.endswith("take it out here")


@pytest.mark.parametrize(
    "value", ["hunter2", "$HOME", "Bearer $GITHUB_TOKEN", "$FOOTNOTED_X and more", "Bearer hunter2"]
)
def test_a_header_names_a_variable_of_ours_and_its_text_is_never_shown(
    tmp_path: Path, value: str
) -> None:
    """Else a stranger's file could send any secret of the environment to a host of its own."""
    (found,) = faults(tmp_path, f"[hosts.'a.org'.headers]\nAuthorization = '{value}'\n")
    assert "that begins with FOOTNOTED_" in found
    assert value not in found


def test_a_header_of_a_wrong_type_is_not_shown_either(tmp_path: Path) -> None:
    """A number may be a secret, too."""
    (found,) = faults(tmp_path, "hosts.a.headers.X-Key = 90210")
    assert "90210" not in found


@pytest.mark.parametrize("name", ["Host", "user-agent", "Content-Length", "A B"])
def test_headers_of_http_or_of_our_own_name_are_refused(tmp_path: Path, name: str) -> None:
    """A project does not change who we say we are."""
    (found,) = faults(tmp_path, f"hosts.a.headers.'{name}' = '$FOOTNOTED_X'")
    assert f"'{name}' is" in found


def test_the_nearest_file_wins_and_files_are_never_mixed(tmp_path: Path) -> None:
    """From the corpus's folder upwards; a pyproject.toml without our table is passed by."""
    corpus = tmp_path / "claims" / "p"
    corpus.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.footnoted]\npace = 5\ntimeout = 9\n")
    (tmp_path / "claims" / "pyproject.toml").write_text("[tool.ruff]\n")
    assert find_settings(corpus).settings == Settings(pace=5, timeout=9)
    (tmp_path / "claims" / "footnoted.toml").write_text("pace = 2\n")
    assert find_settings(corpus).settings == Settings(pace=2)


def test_outside_of_a_repository_no_folder_of_others_is_asked(tmp_path: Path) -> None:
    """The folder that holds `claims/` may have settings; one above it is somebody else's."""
    home = tmp_path / "home"
    corpus = home / "claims" / "p"
    corpus.mkdir(parents=True)
    (tmp_path / "footnoted.toml").write_text("fail-on = 'never'\n")
    assert find_settings(corpus).path is None
    assert find_settings(home).path is None
    (home / "footnoted.toml").write_text("pace = 2\n")
    assert [find_settings(one).path for one in (corpus, corpus.parent, home)] == [
        home / "footnoted.toml"
    ] * 3


def test_the_search_ends_at_the_root_of_the_repository(tmp_path: Path) -> None:
    """What lies above it is another project's."""
    (tmp_path / "footnoted.toml").write_text("pace = 2\n")
    inner = tmp_path / "repository"
    (inner / ".git").mkdir(parents=True)
    (inner / "claims").mkdir()
    assert find_settings(inner / "claims").path is None
    (inner / "footnoted.toml").write_text("pace = 3\n")
    assert find_settings(inner / "claims").settings == Settings(pace=3)


def test_both_files_in_one_folder_are_an_error(tmp_path: Path) -> None:
    """Nobody could tell which one is meant; a pyproject.toml of others is no trouble."""
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\n\n[tool.footnoted]\npace = 5\n")
    assert faults(tmp_path, "pace = 2") == [
        "pyproject.toml:3:7: settings stand also in footnoted.toml; keep one of the two"
    ]
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\n")
    assert find_settings(tmp_path).settings == Settings(pace=2)


def test_places_in_pyproject_are_those_of_the_whole_file(tmp_path: Path) -> None:
    """Lines count from its beginning; keys are named as in footnoted.toml."""
    text = "[project]\nname = 'x'\n[tool.footnoted]\npcae = 1\n[tool.footnoted.lints]\nof = 1\n"
    assert faults(tmp_path, text, "pyproject.toml") == [
        "pyproject.toml:4:1: no setting is called 'pcae': did you mean 'pace'?",
        "pyproject.toml:6:1: no setting is called 'lints.of': did you mean 'off'?",
    ]


def test_a_table_that_is_none_a_file_that_is_not_text(tmp_path: Path) -> None:
    """Each is told in one line."""
    assert faults(tmp_path, "tool.footnoted = 1", "pyproject.toml") == [
        "pyproject.toml:1:6: 'tool.footnoted' is no table: write [tool.footnoted]"
    ]
    (tmp_path / "footnoted.toml").write_bytes(b"pace = 1\n# \xff\n")
    (tmp_path / "pyproject.toml").unlink()
    with pytest.raises(SettingsError, match=r"footnoted\.toml:2:1: is not UTF-8"):
        find_settings(tmp_path, JUDGES)
    assert faults(tmp_path, "a = " + "[" * 5000 + "]" * 5000) == [
        "footnoted.toml: is nested too deeply; write plain tables"
    ]


def test_windows_line_ends_and_a_byte_order_mark_change_no_place(tmp_path: Path) -> None:
    """As an editor there saves it."""
    (tmp_path / "footnoted.toml").write_bytes(b"\xef\xbb\xbfpace = 1\r\n\r\npcae = 2\r\n")
    with pytest.raises(SettingsError, match=r"footnoted\.toml:3:1: no setting is called 'pcae'"):
        find_settings(tmp_path, JUDGES)


def test_corpora_of_one_run_have_one_set_of_settings(tmp_path: Path) -> None:
    """Where one of them has its own, that is said and nothing is guessed."""
    for name in ("a", "b"):
        (tmp_path / "claims" / name).mkdir(parents=True)
        (tmp_path / "claims" / name / "paper.yaml").write_text("id: x\ntitle: X\n")
    (tmp_path / "footnoted.toml").write_text("pace = 2\n")
    assert settings_for([tmp_path / "claims"]).settings == Settings(pace=2)
    (tmp_path / "claims" / "b" / "footnoted.toml").write_text("pace = 3\n")
    with pytest.raises(FootnotedError, match=r"different settings .*check them apart"):
        settings_for([tmp_path / "claims"])
    assert settings_for([tmp_path / "claims" / "b"]).settings == Settings(pace=3)
