"""The action's own steps, night after night, in a scratch repository with a remote, a site, issues.

Nothing is replaced but the runner and the code host: the steps of action.yml run in bash, with
git, pip and the installed program, and libfaketime shows them another clock.
"""

from __future__ import annotations

import base64
import copy
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from action_nights import BRANCH, HISTORY, Project, git
from action_runner import Job
from loopback import serve
from small_github import TOKEN, SmallGitHub
from story.world import GONE, OUT_OF_ORDER, closed_port, html

pytestmark = [pytest.mark.runner, pytest.mark.timeout(900)]

PRESS = html("The bridge was opened by the mayor on a rainy morning.")
STORY = html("The keeper lives in a house of one story by the gate.")
SAID = html("I crossed the bridge twice, and I regret it.")
BASIC = base64.b64encode(f"x-access-token:{TOKEN}".encode()).decode()
WAIVER = {
    "rule": "quotation-altered",
    "claim": "on-letters",
    "owner": "mk",
    "reason": "the author was asked",
    "expires": "2026-03-18",
}


@dataclass
class Seen:
    """A night: its job, and what it left."""

    job: Job
    commits: int
    issues: list[dict[str, Any]]
    comments: list[tuple[int, str]]
    writes: list[str]


@dataclass
class Month:
    """The nights that were run, by their day; two at once are one day's two."""

    project: Project
    nights: dict[int, Seen] = field(default_factory=dict)
    at_once: list[Job] = field(default_factory=list)
    lines: dict[int, list[str]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    wacz: list[str] = field(default_factory=list)

    def night(self, day: int, **options: Any) -> None:
        """Run one and keep what is to be seen of it."""
        self.keep(day, self.project.night(day, **options))

    def keep(self, day: int, job: Job) -> None:
        """Keep what is to be seen after a job."""
        github = self.project.github
        self.nights[day] = Seen(
            job,
            self.project.commits(),
            copy.deepcopy(github.issues),
            list(github.comments),
            list(github.writes),
        )
        self.lines[day] = self.project.stored()
        github.writes.clear()


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Month]:
    """Live through the nights."""
    github = SmallGitHub(drops_labels=True)
    with serve({}) as site, serve({"*": github.answer}) as api, closed_port() as dead:
        home = tmp_path_factory.mktemp("action") / "p"
        project = Project(home, site, api, github, dead.getsockname()[1])
        month = Month(project)
        _first_week(month)
        _second_week(month)
        _third_week(month)
        _upgrade(month)
        _links(month)
        yield month


def _first_week(month: Month) -> None:
    """Begin with an old corpus; a dead link in a change; three nights without network; all well."""
    project, site = month.project, month.project.site
    site.answers |= {
        "http://press.test/page": PRESS,
        "http://weak.test/page": PRESS,
        "http://keeper.test/page": STORY,
        "http://letters.test/page": SAID,
    }
    project.cite(
        old="a page that nobody reads again",
        press="opened by the mayor",
        weak="on a rainy morning",
        keeper="a house of one storey by the gate",
        letters="I crossed the bridge twice, and I do not regret it",
    )
    project.waive(WAIVER)
    month.night(1)

    project.cite(fresh="words that nobody can read")
    month.night(3)
    for day in (4, 5, 6):
        month.night(day, network=False)
    site.answers["http://fresh.test/page"] = html("These are words that nobody can read but you.")
    month.night(7)


def _second_week(month: Month) -> None:
    """Let a link die for good, and a site be down for a few days."""
    answers = month.project.site.answers
    answers |= {"http://press.test/page": GONE, "http://weak.test/page": OUT_OF_ORDER}
    month.night(8)
    month.night(11)
    answers["http://weak.test/page"] = PRESS
    month.night(14)
    month.night(15)


def _third_week(month: Month) -> None:
    """Lose the state branch, let two runs meet and a waiver run out."""
    project = month.project
    git(project.remote, "branch", "-D", BRANCH)
    month.night(16)
    project.cite(twin="words of a page that never was")
    month.at_once = project.nights_at_once(17, ["job", "other"])
    month.keep(17, month.at_once[0])
    month.night(18)
    month.night(19)


def _upgrade(month: Month) -> None:
    """Take a newer version, which judges a page otherwise."""
    month.project.upgrade()
    month.night(21, **{"evidence": "true", "keep-alive": "true"})
    work = month.project.home / "runners" / "job" / "work"
    for path in ("reports/p/junit.xml", "reports/sarif/p.sarif"):
        month.files[path] = (work / path).read_text("utf-8")
    folder = month.nights[21].job.steps["Upload the evidence"].given["path"]
    with zipfile.ZipFile(Path(folder) / "p.wacz") as wacz:
        names = (name.partition("/") for name in wacz.namelist())
        month.wacz = sorted({f"{first}{slash}" for first, slash, _ in names})


def _links(month: Month) -> None:
    """Check plain links beside, which nobody checked before; then add a dead one."""
    project = month.project
    project.list_links("http://old.test/page", "http://keeper.test/page")
    only = {"corpus": "", "files": "links.txt", "issue-title": "Dead links"}
    month.night(22, **only)
    project.list_links("http://lost.test/page")
    month.night(23, **only)


def test_the_first_night_is_the_start(month: Month) -> None:
    """An old corpus with a dead link is not red for it: what was found is taken as known."""
    first = month.nights[1]
    assert not first.job.red
    assert first.job.outputs["first-night"] == "true"
    assert first.job.summary.startswith("> **First night.**")
    assert "::warning title=footnoted::first night: nothing is remembered" in first.job.log
    assert news(month, 1) == ["new link-dead http://old.test/page",
                              "accepted link-dead http://old.test/page"]  # fmt: skip
    assert first.issues == []


def test_the_branch_has_state_alone_and_main_is_left_alone(month: Month) -> None:
    """A commit a night on a branch of its own; nobody but persons commits on main."""
    project = month.project
    links = "links/links-state/history.jsonl"  # from the last two nights
    state = ["reports/p/state/checks.json", HISTORY]
    assert project.branch_files() == ["README.md", links, *state]
    assert [month.nights[day].commits for day in (1, 3, 4, 5, 6, 7)] == [1, 2, 3, 4, 5, 6]
    authors = git(project.remote, "log", "--format=%an", "main").split()
    assert set(authors) == {"a-person@example.org"}
    assert git(project.remote, "branch", "--format=%(refname:short)").split() == [BRANCH, "main"]
    author = git(project.remote, "log", "-1", "--format=%an %s", BRANCH).strip()
    assert author.startswith("github-actions[bot] state, 2026-03-23 02:")


def test_a_dead_link_in_a_change_is_red_at_once(month: Month) -> None:
    """And opens the issue, labelled although GitHub dropped the label while opening it."""
    night = month.nights[3]
    assert night.job.red
    assert night.job.outputs["exit-code"] == "1"
    assert night.job.steps["Red or green"].outcome == "failure"
    assert "1 new, 0 fixed, 1 persisting" in night.job.summary
    assert news(month, 3) == ["new link-dead http://fresh.test/page"]
    assert night.writes == ["POST /issues", "POST /issues/1/labels"]
    (issue,) = night.issues
    assert issue["labels"] == [{"name": "footnoted"}]
    assert "**1 open error**" in issue["body"]
    assert "http&#58;//fresh.test/page: the server says: not found (404)" in issue["body"]
    assert "old.test" not in issue["body"]


def test_the_state_is_kept_although_the_check_failed(month: Month) -> None:
    """Before the job turns red, and whatever else there is to do."""
    steps = [*month.nights[3].job.steps]
    assert month.nights[3].commits == month.nights[1].commits + 1
    assert steps.index("Keep the state") < steps.index("Red or green")


def test_no_network_is_green_green_and_red_on_the_third_night(month: Month) -> None:
    """Nobody is accused: nothing else is new, and the issue is told on the third night alone."""
    nights = [month.nights[day] for day in (4, 5, 6)]
    assert [night.job.red for night in nights] == [False, False, True]
    assert [night.job.outputs["exit-code"] for night in nights] == ["4", "4", "1"]
    assert all("**Offline.**" in night.job.summary for night in nights)
    assert [news(month, day) for day in (4, 5, 6)] == [[], [], ["new could-not-look runner"]]
    assert [night.writes for night in nights[:2]] == [[], []]
    assert nights[2].writes == ["PATCH /issues/1", "POST /issues/1/comments"]
    assert "**could-not-look**" in nights[2].issues[0]["body"]


def test_a_fixed_link_closes_the_issue(month: Month) -> None:
    """All is well: told once, and the issue is closed; what was known from the start is no news."""
    night = month.nights[7]
    assert not night.job.red
    assert night.job.outputs["fixed"] == "2"
    assert news(month, 7) == ["fixed link-dead http://fresh.test/page",
                              "fixed could-not-look runner"]  # fmt: skip
    assert night.issues[0]["state"] == "closed"
    assert night.issues[0]["state_reason"] == "completed"
    assert night.comments[-1][1].startswith("All is well")


def test_a_dying_link_warns_then_is_red_once(month: Month) -> None:
    """Two warning nights, red on the third look over six days, and known from then on."""
    nights = {day: month.nights[day] for day in (8, 11, 14, 15)}
    assert [night.job.red for night in nights.values()] == [False, False, True, False]
    assert news(month, 8) == ["new link-dead http://press.test/page"]
    assert "**warning** note 2: http&#58;//press.test/page" in nights[8].job.summary
    assert news(month, 11) == []
    assert news(month, 14) == ["new link-rotten http://press.test/page"]
    assert news(month, 15) == []
    assert "0 new, 0 fixed, 2 persisting" in nights[15].job.summary


def test_the_issue_is_used_again_and_speaks_only_of_news(month: Month) -> None:
    """Warnings write nothing; the error reopens the same issue; a night without news is silent."""
    assert month.nights[8].writes == month.nights[11].writes == month.nights[15].writes == []
    night = month.nights[14]
    assert night.writes == ["PATCH /issues/1", "POST /issues/1/comments"]
    assert [(one["number"], one["state"]) for one in night.issues] == [(1, "open")]
    assert "**link-rotten** http&#58;//press.test/page" in night.comments[-1][1]


def test_a_site_that_is_down_is_weather(month: Month) -> None:
    """Told as not seen from here, with its day, and never red."""
    assert "1 unreachable" in month.nights[8].job.summary
    assert all("weak.test" not in line for day in month.nights for line in news(month, day))


def test_a_lost_state_is_told_and_turns_nothing_red(month: Month) -> None:
    """As a first night; the issue does not call well what nobody knows, and is closed as such."""
    night = month.nights[16]
    assert (night.job.red, night.commits) == (False, 1)
    assert night.job.summary.startswith("> **First night.**")
    assert "the state branch is lost" in night.job.log
    assert [line for line in news(month, 16) if line.startswith("accepted")] == [
        "accepted link-dead http://old.test/page",
        "accepted link-dead http://press.test/page",
    ]
    assert night.comments[-1][1].startswith("What was remembered is lost")
    assert night.issues[0]["state_reason"] == "not_planned"


def test_two_runs_at_once_lose_nothing_and_tell_nothing_twice(month: Month) -> None:
    """Both find the same at the same time; their lines are united, and the next night is green."""
    assert [job.red for job in month.at_once] == [True, True]
    assert month.nights[17].commits == month.nights[16].commits + 2
    assert news(month, 17) == ["new link-dead http://twin.test/page"] * 2
    assert len(month.lines[17]) == len(set(month.lines[17]))
    assert month.lines[17][: len(month.lines[16])] == month.lines[16]
    assert (month.nights[18].job.red, news(month, 18), month.nights[18].writes) == (False, [], [])
    assert "0 links asked" in month.nights[18].job.summary
    assert len(month.nights[18].issues) == 1


def test_a_waiver_that_runs_out_is_red_once_by_the_clock(month: Month) -> None:
    """Nothing changed but the day; what it waived counts again."""
    night = month.nights[19]
    assert night.job.red
    assert news(month, 19) == ["new quotation-altered on-letters", "new waiver-expired on-letters"]
    assert night.job.summary.count("New: a date ran out") == 2
    body = night.issues[0]["body"]
    told = r"claim on-letters; claims/p/waivers\.yaml:\d+; since 2026-03-19; because a date ran out"
    assert re.search(told, body), body
    assert "`footnoted explain RULE`" in body
    assert not month.nights[21].job.red


def test_an_upgrade_is_no_breakage(month: Month) -> None:
    """A newer version takes two spellings for two words: told, with its cause, and not red."""
    night = month.nights[21]
    assert not night.job.red
    assert news(month, 21) == ["new quotation-altered on-keeper"]
    assert "our own version changed from 0.0.9 to 0.1.0" in night.job.summary
    assert night.writes == ["PUT /actions/workflows/nightly.yml/enable"]


def test_reports_are_there_for_other_programs(month: Month) -> None:
    """JUnit and SARIF are named in the outputs; SARIF goes to code scanning; no evidence leaves."""
    for day, night in month.nights.items():
        job = night.job
        assert len(job.summary.encode()) < 1024 * 1024
        assert job.ran("Upload the evidence") is (day == 21)
        if day < 22:
            assert job.outputs["junit"] == "reports/p/junit.xml"
            assert job.steps["Upload SARIF"].given == {"sarif_file": "reports/sarif"}
    assert '<testsuite name="' in month.files["reports/p/junit.xml"]
    assert '"version": "2.1.0"' in month.files["reports/sarif/p.sarif"]


def test_evidence_leaves_only_when_asked(month: Month) -> None:
    """As a WACZ file with the pages of the night."""
    given = month.nights[21].job.steps["Upload the evidence"].given
    assert given["name"] == "footnoted-evidence"
    assert month.wacz == ["archive/", "datapackage-digest.json", "datapackage.json", "indexes/",
                          "pages/"]  # fmt: skip


def test_the_schedule_is_kept_alive_only_when_asked(month: Month) -> None:
    """The workflow that runs is enabled anew; else the token needs no leave for it."""
    assert month.project.github.enabled == ["nightly.yml"]
    assert "PUT /actions/workflows/nightly.yml/enable" in month.nights[21].writes


def test_plain_links_have_a_first_night_of_their_own(month: Month) -> None:
    """What is known of the corpus stays; a dead link in a change is red, in an issue of its own."""
    first, second = month.nights[22], month.nights[23]
    assert (first.job.red, first.job.outputs["first-night"]) == (False, "true")
    assert second.job.red
    assert second.job.outputs["junit"] == "links-state/junit.xml"
    assert "# Link check" in second.job.summary
    told = month.project.stored("links/links-state/history.jsonl")
    kinds = [(one["kind"], one.get("target")) for one in map(json.loads, told) if "rule" in one]
    assert kinds == [
        ("new", "http://old.test/page"),
        ("accepted", "http://old.test/page"),
        ("new", "http://lost.test/page"),
    ]
    assert month.lines[23] == month.lines[21]
    assert [(one["title"], one["state"]) for one in second.issues] == [
        ("Citations and links that fail", "open"),
        ("Dead links", "open"),
    ]


def test_no_secret_is_printed_or_kept(month: Month) -> None:
    """The token is in the environment of the steps that need it, and masked where git needs it."""
    for night in month.nights.values():
        told = night.job.log.replace("::add-mask::" + BASIC, "")
        assert TOKEN not in told
        assert BASIC not in told
    config = month.project.home / "runners" / "job" / "work" / ".git" / "config"
    assert "extraheader" not in config.read_text("utf-8")


def news(month: Month, day: int) -> list[str]:
    """Return what a night told of problems: its own lines of the history on the branch."""
    told = [json.loads(line) for line in month.lines[day]]
    own = [one for one in told if one["at"].startswith(f"2026-03-{day:02}") and "rule" in one]
    return [f"{one['kind']} {one['rule']} {one['target']}" for one in own]
