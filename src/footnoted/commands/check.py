"""`footnoted check`: the audit."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from footnoted.commands.arguments import ALLOW_NET, EVIDENCE, PATH, REPORTS, TEXT_OR_JSON, VANTAGE
from footnoted.commands.completing import corpora as complete_corpora
from footnoted.commands.completing import records
from footnoted.commands.console import (
    ARCHIVE,
    ARCHIVES,
    CANARY,
    FAIL_ON,
    OBEY_ROBOTS,
    OFF,
    PACE,
    QUIET,
    SECOND_OPINION,
    TIMEOUT,
    USE_PROXY,
    VERBOSE,
    archives_named,
    cadence_wanted,
    count_words,
    fetch_settings,
    moment_named,
    paint,
    print_error,
    print_findings,
    rules_off,
    shown,
    terminal_columns,
    vantage_name,
)
from footnoted.commands.progress import watching
from footnoted.commands.settings import of_corpus
from footnoted.errors import FootnotedError

if TYPE_CHECKING:  # the pipeline: too heavy for `--help`
    from footnoted.audit import Audit, Options


_EXAMPLES = """\
\b
Examples:
  footnoted check claims/bridge-2020 --paper paper.md
  footnoted check claims/bridge-2020 --only bridge-cost
  footnoted check claims/bridge-2020 --all --fail-on error
  footnoted check claims/bridge-2020 --replay --as-of 2026-11-24
"""


@click.command("check", epilog=_EXAMPLES)
@click.argument(
    "corpora",
    nargs=-1,
    required=True,
    type=PATH,
    is_eager=True,
    callback=of_corpus,
    shell_complete=complete_corpora,
)
@click.option(
    "--paper",
    type=PATH,
    metavar="FILE",
    help="Your copy of the paper: more lints run, and the report shows the author's sentences.",
)
@click.option(
    "--only",
    metavar="CLAIM|note:N|source:ID",
    help="Audit this alone.",
    shell_complete=records("claim"),
)
@click.option(
    "--changed-since",
    metavar="DIR",
    type=PATH,
    help="Audit what is new or changed since the state of the corpus in this folder, alone.",
)
@click.option("--all", "ask_all", is_flag=True, help="Ask every page, also those not due yet.")
@click.option("--replay", is_flag=True, help="Judge the kept evidence again, without network.")
@click.option("--as-of", metavar="TIME", help="With --replay: judge as of this time (ISO 8601).")
@click.option(
    "--fail-on",
    type=FAIL_ON,
    default="new-error",
    show_default=True,
    help="When to end with 1: never, at an error, at a warning too, or at an error that is news.",
)
@REPORTS
@EVIDENCE
@ALLOW_NET
@TIMEOUT
@PACE
@CANARY
@SECOND_OPINION
@OBEY_ROBOTS
@USE_PROXY
@ARCHIVES
@ARCHIVE
@OFF
@VANTAGE
@TEXT_OR_JSON
@QUIET
@VERBOSE
def command(
    corpora: tuple[Path, ...],
    paper: Path | None,
    only: str | None,
    changed_since: Path | None,
    ask_all: bool,
    replay: bool,
    as_of: str | None,
    fail_on: str,
    reports: Path | None,
    evidence: Path | None,
    allow_net: tuple[str, ...],
    timeout: float,
    pace: float,
    canaries: tuple[str, ...],
    second_opinion: bool,
    obey_robots: bool,
    use_proxy: bool,
    archives: bool,
    archive: tuple[str, ...],
    off: tuple[str, ...],
    vantage: str | None,
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Audit CORPORA: fetch each cited page once, compare, judge, remember, report.

    A corpus is a paper's folder, such as claims/bridge-2020. The report goes to reports/ beside
    claims/, what was seen to .footnoted/ there.
    """
    from footnoted.audit import Options
    from footnoted.audit.exits import worst

    options = Options(
        corpus=corpora[0],
        paper=paper,
        only=only,
        changed_since=changed_since,
        ask_all=ask_all,
        replay=replay,
        as_of=_as_of(as_of, replay=replay),
        reports=reports,
        evidence=evidence,
        vantage=vantage_name(vantage),
        archives=archives_named(archive, ask=archives),
        off=rules_off(off),
        cadence=cadence_wanted(),
        fetch=fetch_settings(
            allow_net=allow_net,
            timeout=timeout,
            pace=pace,
            canaries=canaries,
            second_opinion=second_opinion,
            obey_robots=obey_robots,
            use_proxy=use_proxy,
        ),
    )
    if ask_all and replay:
        raise FootnotedError("--all asks the web and --replay asks nobody; give one of them")
    if quiet and verbose:
        raise FootnotedError("--quiet and --verbose contradict each other; give one of them")
    output = _Output(form, fail_on, quiet=quiet, verbose=verbose)
    folders = _folders(corpora)
    if len(folders) > 1 and (form == "json" or only):
        option = "--format json" if form == "json" else "--only"
        raise FootnotedError(f"{option} takes one corpus, not {len(folders)}; name one of them")
    sys.exit(worst([_audit_one(replace(options, corpus=folder), output) for folder in folders]))


@dataclass(frozen=True, slots=True)
class _Output:
    """What of an audit is printed, and from which findings on it fails."""

    form: str
    fail_on: str
    quiet: bool
    verbose: bool


def _folders(corpora: tuple[Path, ...]) -> list[Path]:
    """Return every corpus given, each once; FootnotedError where two papers have one id."""
    from footnoted.audit.corpora import papers_at
    from footnoted.corpus import duplicate_slugs, read_corpus

    folders = list(dict.fromkeys(folder for path in corpora for folder in papers_at(path)))
    faults = duplicate_slugs(read_corpus(folder) for folder in folders)
    print_findings(faults, err=True)
    if faults:
        raise FootnotedError("two papers of one id would overwrite each other's reports")
    return folders


def _audit_one(options: Options, output: _Output) -> int:
    """Audit one corpus and return its exit code; an error is told, so that others go on."""
    from footnoted.audit import InterruptedAuditError
    from footnoted.audit.exits import UNREADABLE, exit_code

    try:
        done = _audit(options, quiet=output.quiet)
    except InterruptedAuditError:
        raise
    except FootnotedError as error:
        print_error(error)
        return UNREADABLE
    code = exit_code(done.report, done.unreadable_records, output.fail_on)
    if done.is_empty and output.form == "text" and not output.quiet:
        click.echo(f"{shown(options.corpus)}: nothing changed since {options.changed_since}")
    else:
        _print_report(done, output)
    if output.quiet:
        _print_why(done, output.fail_on, code)
    _print_left_out(done)
    if options.replay:
        _print_not_kept(done)
    return code


def _audit(options: Options, *, quiet: bool) -> Audit:
    from footnoted.audit import Clock, audit
    from footnoted.audit.last import refuse_file

    refuse_file(options.reports_folder)
    with watching(quiet=quiet) as watcher:
        return audit(options, Clock(), watcher)


def _print_report(done: Audit, output: _Output) -> None:
    from footnoted.reports import render
    from footnoted.reports.colours import painted
    from footnoted.reports.summary import summary_lines
    from footnoted.reports.verbose import verbose_lines

    if output.form == "json":
        click.echo(render(done.report, "json"), nl=False)
        return
    if output.quiet:
        return
    columns = terminal_columns()
    for line in verbose_lines(done.report, columns) if output.verbose else ():
        click.echo(line)
    for line in painted(summary_lines(done.report, columns), paint):
        click.echo(line)
    for name in ("report.html", "report.md", "report.json"):
        click.echo(shown(done.folder / name))


def _print_why(done: Audit, fail_on: str, code: int) -> None:
    """Tell on standard error why a quiet run does not end with 0."""
    from footnoted.audit.exits import BLIND, FINDINGS, fails
    from footnoted.reports.overview import blind_words

    report = done.report
    if code == FINDINGS:
        print_findings((one for one in report.findings if fails(one, fail_on)), err=True)
    elif code == BLIND:
        why = report.run.offline_message if report.run.offline else None
        print_error(FootnotedError(why or blind_words(report) or "nothing could be looked at"))


def _print_left_out(done: Audit) -> None:
    """Tell on standard error which records could not be read, and how many that are."""
    if not done.unreadable_records:
        return
    faults = [one for one in done.report.findings if one.rule.startswith("record-")]
    print_findings(faults, err=True)
    told = count_words(done.unreadable_records, "fault")
    click.echo(
        f"footnoted: {told} in the records; those records were left out, the rest was audited",
        err=True,
    )


def _print_not_kept(done: Audit) -> None:
    """Tell on standard error how many looks a replay did not have, so that it is no audit."""
    from footnoted.audit.compare import NO_EVIDENCE

    missing = sum(link.reason == NO_EVIDENCE for link in done.report.links)
    if missing:
        told = f"{missing} address{'' if missing == 1 else 'es'}"
        click.echo(
            f"footnoted: no look at {told} is kept in the evidence: the report tells less than the "
            "audit did, its news may be of that alone, and it stands apart from the last audit's",
            err=True,
        )


def _as_of(text: str | None, *, replay: bool) -> datetime | None:
    if text is None:
        return None
    if not replay:
        raise FootnotedError("--as-of needs --replay: the web cannot be asked as of another time")
    return moment_named("--as-of", text)
