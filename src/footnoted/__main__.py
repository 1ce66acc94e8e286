"""The one door of the program: errors become one line and an exit code (DESIGN, rule 6)."""

from __future__ import annotations

import contextlib
import errno
import os
import sys

import click

from footnoted.commands import cli
from footnoted.errors import FootnotedError

UNWRITABLE = 2
OUR_BUG = 3
INTERRUPTED = 130

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What the disk says behind standard output; files that we write tell of it themselves."""


def main() -> None:
    """Run the command line, and end with its exit code."""
    try:
        code = cli.main(standalone_mode=False, prog_name="footnoted")
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.exceptions.Exit as error:
        code = error.exit_code
    except FootnotedError as error:
        for line in str(error).splitlines():
            click.echo(f"footnoted: {_plain(line)}", err=True)
        code = error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("footnoted: interrupted", err=True)
        code = INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        code = 0
    except OSError as error:
        code = _no_room(error) if error.errno in _FULL else _our_bug(error)
    except Exception as error:  # noqa: BLE001 -- the one place that tells our bugs from the world
        code = _our_bug(error)
    sys.exit(code if isinstance(code, int) else 0)


def _no_room(error: OSError) -> int:
    """Say that standard output could not be written, and leave its unwritten rest alone."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    click.echo(f"footnoted: standard output cannot be written ({error.strerror})", err=True)
    return UNWRITABLE


def _plain(line: str) -> str:
    from footnoted.reports.terminal import plain  # noqa: PLC0415 -- only where there is an error

    return plain(line)


def _our_bug(error: Exception) -> int:
    """Write what is needed to find the bug to a log, and name it; nothing in here may raise."""
    told = f"footnoted: this is our bug ({type(error).__name__})"
    try:
        told = f"footnoted: this is our bug ({type(error).__name__}: {_plain(str(error))[:200]})"
        click.echo(f"{told}; please attach {_log(error)} when you tell us", err=True)
    except Exception:  # noqa: BLE001 -- the log could not be written, or the error not be shown
        with contextlib.suppress(Exception):
            click.echo(f"{told}; no log could be written", err=True)
    return OUR_BUG


def _log(error: Exception) -> str:
    """Write the log and return its path."""
    import platform  # noqa: PLC0415 -- only after a crash
    import tempfile  # noqa: PLC0415
    import traceback  # noqa: PLC0415

    from footnoted import __version__  # noqa: PLC0415

    with tempfile.NamedTemporaryFile(
        "w",
        encoding="utf-8",
        errors="backslashreplace",
        prefix="footnoted-bug-",
        suffix=".log",
        delete=False,
    ) as log:
        log.write(f"footnoted {__version__}, Python {platform.python_version()}\n")
        log.write(f"command: {' '.join(sys.argv[1:])}\n\n")
        log.writelines(traceback.format_exception(error))
    return log.name


if __name__ == "__main__":
    main()
