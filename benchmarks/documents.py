"""Real documents that nobody here wrote: manuals and books out of Debian's packages.

Usage: python benchmarks/documents.py [dev|test]

Prints what there is. Packages are downloaded with `apt-get download` and unpacked with `dpkg-deb`
into `benchmarks/.documents/`: nothing is installed, no root is needed. Where apt has no lists yet,
run `apt-get update` first. Which document belongs to which split stands in `document_table.py`;
a package has all its documents in one split.
"""

from __future__ import annotations

import gzip
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.document_table import DEV, TEST, Row

Split = Literal["dev", "test"]
CACHE = Path(__file__).resolve().parent / ".documents"
MEDIA_TYPES = {".html": "text/html", ".pdf": "application/pdf", ".txt": "text/plain"}
TABLES: dict[Split, tuple[Row, ...]] = {"dev": DEV, "test": TEST}


class DocumentsMissingError(RuntimeError):
    """A package cannot be had or lacks a file that the table names."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file of a package, unpacked: `language` is a BCP 47 tag, `version` the package's."""

    path: Path
    media_type: str
    language: str
    package: str
    version: str
    split: Split

    @property
    def name(self) -> str:
        """Package and file name, short enough for a line of output."""
        return f"{self.package}/{self.path.name}"


def documents(split: Split) -> list[Document]:
    """Return the documents of `split` in the table's order, fetching what is not here yet.

    Raises `DocumentsMissingError` where a package cannot be downloaded (no apt, no network) or
    where another version of it has no such file.
    """
    return [_document(row, name, split) for row in TABLES[split] for name in row.files]


def versions(found: list[Document]) -> dict[str, str]:
    """Return the version of each package that `found` comes from."""
    return {document.package: document.version for document in found}


def _document(row: Row, name: str, split: Split) -> Document:
    folder, version = _unpacked(row.package)
    packed = folder / row.folder / name
    path = packed
    if packed.suffix == ".gz":
        path = packed.with_suffix("")
        if not path.is_file() and packed.is_file():
            path.write_bytes(gzip.decompress(packed.read_bytes()))
    if not path.is_file():
        raise DocumentsMissingError(f"{row.package} {version} has no {row.folder}/{name}")
    kind = MEDIA_TYPES.get(path.suffix, "text/plain")
    return Document(path, kind, row.language, row.package, version, split)


@cache
def _unpacked(package: str) -> tuple[Path, str]:
    """Return the folder of the unpacked `package`, and its version."""
    CACHE.mkdir(exist_ok=True)
    archive = _archive(package)
    version = _output(["dpkg-deb", "--field", str(archive), "Version"]).strip()
    folder = CACHE / package
    if not folder.is_dir():
        partial = CACHE / f"{package}.part"
        _output(["dpkg-deb", "--extract", str(archive), str(partial)])
        partial.rename(folder)
    return folder, version


def _archive(package: str) -> Path:
    found = sorted(CACHE.glob(f"{package}_*.deb"))
    if not found:
        _output(["apt-get", "download", package])
        found = sorted(CACHE.glob(f"{package}_*.deb"))
    if not found:
        raise DocumentsMissingError(f"apt-get download {package} left no file")
    return found[-1]


def _output(command: list[str]) -> str:
    try:
        done = subprocess.run(command, cwd=CACHE, capture_output=True, text=True, check=True)
    except OSError as error:
        raise DocumentsMissingError(f"{command[0]} is not on this machine: {error}") from error
    except subprocess.CalledProcessError as error:
        raise DocumentsMissingError(f"{' '.join(command)}: {error.stderr.strip()}") from error
    return done.stdout


def main(arguments: list[str]) -> None:
    """Print packages with versions, and counts by media type and language, of each split."""
    splits: list[Split] = [name for name in TABLES if name in (arguments or TABLES)]
    for split in splits:
        found = documents(split)
        print(f"{split}: {len(found)} documents")
        for title, values in (
            ("media types", [document.media_type for document in found]),
            ("languages", [document.language for document in found]),
        ):
            print(f"  {title}: {', '.join(f'{k} {n}' for k, n in Counter(values).most_common())}")
        counts = Counter(document.package for document in found)
        for package, version in versions(found).items():
            print(f"  {package:<28} {version:<24} {counts[package]:>3} documents")


if __name__ == "__main__":
    main(sys.argv[1:])
