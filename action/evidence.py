"""The step that exports evidence: a WACZ file for each corpus that the night audited."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from footnoted.audit.last import one_corpus
from night import Night, program, reports


def main() -> None:
    """Write the looks of the last run of each corpus into the folder that is given."""
    target = Path(sys.argv[1])
    for folder in Night.read().papers:
        name = one_corpus(Path(folder), reports())[0].paper.id
        where = ["--corpus", folder, "--run", "last", "-o", str(target / f"{name}.wacz")]
        subprocess.run([program(), "evidence", "export", *where], check=True)


if __name__ == "__main__":
    main()
