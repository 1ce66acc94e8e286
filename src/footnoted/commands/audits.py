"""What `check` and `merge` share: audits one after another, and what is printed of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sized
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from footnoted.commands.console import (
    count_words,
    paint,
    print_error,
    print_findings,
    shown,
    terminal_columns,
)
from footnoted.commands.progress import watching
from footnoted.commands.settings import words_in_force
from footnoted.errors import FootnotedError

if TYPE_CHECKING:  # the pipeline: too heavy for `--help`
    from footnoted.audit import Audit, Options, Watcher
    from footnoted.audit.library import Ended

    AuditOne = Callable[[Options, Watcher], Audit]

_NOT_WRITTEN = (
    "No library.html: the papers' reports stand in several folders; --reports names one for all."
)


@dataclass(frozen=True, slots=True)
class Output:
    """What of an audit is printed, and from which findings on it fails."""

    form: str
    fail_on: str
    quiet: bool
    verbose: bool
    alone: bool

    @classmethod
    def of(cls, form: str, fail_on: str, folders: Sized, *, quiet: bool, verbose: bool) -> Output:
        """Return what the options say of the audits in `folders`; FootnotedError for a clash."""
        if quiet and verbose:
            raise FootnotedError("--quiet and --verbose contradict each other; give one of them")
        return cls(form, fail_on, quiet, verbose, alone=len(folders) == 1)


def audit_all(options: Options, folders: list[Path], output: Output, audit_one: AuditOne) -> int:
    """Audit each corpus, then tell what all come to; return the exit code of the worst.

    What stops one stops no other. A bug of ours is raised when the others are done.
    """
    from footnoted.audit.exits import worst
    from footnoted.audit.library import Ended

    settings = words_in_force()
    if settings and output.form == "text" and not output.quiet:
        click.echo(f"Settings  {settings}")
    codes: list[int] = []
    ended: list[Ended] = []
    bug: Exception | None = None
    for folder in folders:
        try:
            code, one = _audit_one(replace(options, corpus=folder), audit_one, output)
        except FootnotedError:
            raise
        except Exception as error:
            if output.alone:
                raise
            bug = bug or error
            ended.append(Ended(folder, None, f"a bug of ours ({type(error).__name__})"))
            continue
        codes.append(code)
        ended.append(one)
    if not output.alone:
        _tell_library(options, folders, ended, output)
    if bug:
        raise bug
    return worst(codes)


def _audit_one(options: Options, audit_one: AuditOne, output: Output) -> tuple[int, Ended]:
    """Audit one corpus and return its exit code; an error is told, so that others go on."""
    from footnoted.audit import InterruptedAuditError
    from footnoted.audit.exits import UNREADABLE, exit_code
    from footnoted.audit.library import Ended

    try:
        done = _audit(options, audit_one, quiet=output.quiet)
    except InterruptedAuditError:
        raise
    except FootnotedError as error:
        print_error(error)
        return UNREADABLE, Ended(options.corpus, None, str(error))
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
    return code, Ended(options.corpus, done)


def _tell_library(
    options: Options, folders: list[Path], ended: list[Ended], output: Output
) -> None:
    """Print what the papers come to, and write it where their reports stand together."""
    from footnoted.audit.library import write_library
    from footnoted.reports import render_library
    from footnoted.reports.colours import painted
    from footnoted.reports.library_text import library_lines

    places = {replace(options, corpus=folder).reports_folder for folder in folders}
    reports = places.pop() if len(places) == 1 else None
    library, written = write_library(reports, ended)
    if output.form == "json":
        click.echo(render_library(library, "json"), nl=False)
    elif not output.quiet:
        click.echo()
        for line in painted(library_lines(library, terminal_columns()), paint):
            click.echo(line)
        click.echo(shown(written) if written else _NOT_WRITTEN)


def _audit(options: Options, audit_one: AuditOne, *, quiet: bool) -> Audit:
    from footnoted.audit.last import refuse_file

    refuse_file(options.reports_folder)
    with watching(quiet=quiet) as watcher:
        return audit_one(options, watcher)


def _print_report(done: Audit, output: Output) -> None:
    from footnoted.reports import render
    from footnoted.reports.colours import painted
    from footnoted.reports.summary import summary_lines
    from footnoted.reports.verbose import verbose_lines

    if output.form == "json":
        if output.alone:
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


def folders_of(corpora: Iterable[Path]) -> list[Path]:
    """Return every corpus given, each once; FootnotedError where two papers have one id."""
    from footnoted.audit.corpora import papers_at
    from footnoted.corpus import duplicate_slugs, read_corpus

    folders = list(dict.fromkeys(folder for path in corpora for folder in papers_at(path)))
    faults = duplicate_slugs(read_corpus(folder) for folder in folders)
    print_findings(faults, err=True)
    if faults:
        raise FootnotedError("two papers of one id would overwrite each other's reports")
    return folders
