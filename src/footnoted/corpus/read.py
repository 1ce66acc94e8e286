"""Reading a corpus: every record that can be read, every fault of all files in one run."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from footnoted.corpus.compiled import keep_corpus, kept_corpus
from footnoted.corpus.folders import Files, Kind, RecordFile, record_files, shown_path
from footnoted.corpus.problems import from_fault, in_file_order, problem
from footnoted.corpus.references import Records, drop_unreferable, references_in
from footnoted.corpus.typed import fields_at, read_record, to_data
from footnoted.corpus.urls import url_findings
from footnoted.corpus.yaml_subset import Fault, Node, Parsed, decode, parse_list, parse_mapping
from footnoted.errors import UnreadableCorpusError
from footnoted.model.base import Record
from footnoted.model.corpus import ClaimFile, Corpus, PlaceKey
from footnoted.model.finding import Finding
from footnoted.model.judgement import Judgement, JudgementKey
from footnoted.model.place import Place
from footnoted.model.records import (
    ClaimRecord,
    Exemption,
    NoteRecord,
    PaperRecord,
    SourceRecord,
    Waiver,
)

MODELS: dict[Kind, type[Record]] = {
    "sources": SourceRecord,
    "notes": NoteRecord,
    "claims": ClaimRecord,
    "exemptions": Exemption,
    "judgements": Judgement,
    "waivers": Waiver,
}
"""What a record is in a file that is a list of them."""

_WITH_ID = frozenset({"sources", "notes", "claims"})


@dataclass(frozen=True, slots=True)
class CorpusReading:
    """What came of reading a corpus.

    `corpus` holds every record that could be read and all of whose references lead somewhere;
    it is None only where `paper.yaml` says neither which paper this is nor its title.
    `findings` (rules `record-…`) are sorted by file and place.
    """

    corpus: Corpus | None
    findings: tuple[Finding, ...]


def read_corpus(folder: Path, *, shown: str | None = None) -> CorpusReading:
    """Read all records of `folder`; `shown` is its path in findings (see `shown_path`).

    Raises UnreadableCorpusError where there is no such folder or no `paper.yaml` in it.
    """
    if not (folder / "paper.yaml").is_file():
        what = "has no paper.yaml" if folder.is_dir() else "there is no such folder"
        raise UnreadableCorpusError(f"{folder}: not a corpus, {what}")
    shown = shown_path(folder) if shown is None else shown
    files = record_files(folder, shown)
    of_all = digest(files.readable)
    with _without_collector():
        kept = None if files.findings else kept_corpus(folder, shown, of_all)
        if kept is not None:
            return CorpusReading(kept, ())
        corpus, findings = _read(files, shown, of_all)
    if corpus is not None and not findings:
        keep_corpus(folder, corpus, sum(len(file.data) for file in files.readable))
    return CorpusReading(corpus, findings)


def _read(files: Files, shown: str, of_all: str) -> tuple[Corpus | None, tuple[Finding, ...]]:
    """Read the files' records one by one."""
    reading = _Reading(files.findings)
    reading.records.lost.update(files.lost)
    for file in files.readable:
        reading.take(file)
    reading.findings += drop_unreferable(reading.records)
    return reading.corpus(shown, of_all), in_file_order(reading.findings)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Hold the collector of cycles: records have none, and it would look at all again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def duplicate_slugs(readings: Iterable[CorpusReading]) -> tuple[Finding, ...]:
    """Return a finding for each paper whose `id` another paper, read before it, has too."""
    first: dict[str, Place] = {}
    findings: list[Finding] = []
    for corpus in (reading.corpus for reading in readings):
        if corpus is None:
            continue
        place = corpus.place("paper", "id")
        known = first.setdefault(corpus.paper.id, place)
        if known != place:
            message = (
                f"another paper has the id '{corpus.paper.id}' ({known}): give this one its own, "
                "its reports would overwrite the other's"
            )
            findings.append(problem("record-duplicate-slug", place, message))
    return tuple(findings)


def digest(files: Sequence[RecordFile]) -> str:
    """Return the sha256 over names, lengths and bytes of the record files, in order of names."""
    total = hashlib.sha256()
    for file in sorted(files, key=lambda one: one.name):
        total.update(f"{file.name}\0{len(file.data)}\0".encode())
        total.update(file.data)
    return total.hexdigest()


@dataclass(slots=True)
class _Reading:
    """The state of one run over a folder's files."""

    findings: list[Finding]
    records: Records = field(default_factory=Records)
    paper: PaperRecord | None = None
    exemptions: list[Exemption] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    judged: dict[JudgementKey, Place] = field(default_factory=dict)
    waivers: list[Waiver] = field(default_factory=list)
    claims_of: dict[str, list[str]] = field(default_factory=dict)

    def take(self, file: RecordFile) -> None:
        """Read one file's records."""
        text = decode(file.data)
        if isinstance(text, Fault):
            self.findings.append(from_fault(text, file.shown))
            self.records.lost.add(file.kind)
            return
        parsed = parse_mapping(text) if file.kind == "paper" else parse_list(text)
        self.findings += [from_fault(fault, file.shown) for fault in parsed.faults]
        if file.kind == "paper":
            self._take_paper(parsed, file)
            return
        if file.kind == "claims":
            self.claims_of[file.name] = []
        told = {(one.line, one.column) for one in parsed.faults}
        for index, node in enumerate(parsed.nodes):
            self._take_record(file, node, told if index in parsed.broken else set())

    def corpus(self, shown: str, digest: str) -> Corpus | None:
        """Return what was read as a corpus."""
        if self.paper is None:
            return None
        kept = self.records.kept
        return Corpus(
            folder=shown,
            digest=digest,
            paper=self.paper,
            sources={k: v for k, v in kept["sources"].items() if isinstance(v, SourceRecord)},
            notes={k: v for k, v in kept["notes"].items() if isinstance(v, NoteRecord)},
            claims={k: v for k, v in kept["claims"].items() if isinstance(v, ClaimRecord)},
            exemptions=tuple(self.exemptions),
            judgements=tuple(self.judgements),
            waivers=tuple(self.waivers),
            files=tuple(
                ClaimFile(name, tuple(one for one in ids if one in kept["claims"]))
                for name, ids in self.claims_of.items()
            ),
            places=self.records.places,
        )

    def _take_paper(self, parsed: Parsed, file: RecordFile) -> None:
        """Read the paper's record; one without its wrong fields still tells which paper it is."""
        if not parsed.nodes:
            if not parsed.faults:
                message = "is empty: write at least the paper's 'id' and 'title'"
                self.findings.append(problem("record-syntax", Place(file.shown), message))
            return
        node, broken = parsed.nodes[0], bool(parsed.broken)
        record, faults = read_record(PaperRecord, node, broken=broken)
        self.findings += [from_fault(fault, file.shown) for fault in faults]
        self.paper = record or _what_can_be_read(node)
        if self.paper:
            self._note_places(("paper",), node, file.shown)
            self.findings += url_findings(("paper",), self.paper, self.records.places)

    def _take_record(self, file: RecordFile, node: Node, told: set[tuple[int, int]]) -> None:
        """Read one record; where its text has faults, those `told` are not told again."""
        record, faults = read_record(MODELS[file.kind], node, broken=bool(told))
        identity, is_first = self._see(file, node)
        about = (file.kind[:-1], identity) if file.kind in _WITH_ID else None
        for fault in faults:
            at = Place(file.shown, fault.line, fault.column)
            if (fault.line, fault.column) not in told:
                self.findings.append(problem(fault.rule, at, fault.message, about))
        self.records.references += [
            (file.kind, identity if is_first else None, one)
            for one in references_in(file.kind, node, file.shown)
        ]
        if isinstance(record, SourceRecord | NoteRecord | ClaimRecord):
            if is_first:
                self._keep(file, record, node)
        elif isinstance(record, Exemption):
            self._note_places(("exemptions", len(self.exemptions)), node, file.shown)
            self.exemptions.append(record)
        elif isinstance(record, Judgement):
            self._take_judgement(file, record, node)
        elif isinstance(record, Waiver):
            self._note_places(("waivers", len(self.waivers)), node, file.shown)
            self.waivers.append(record)

    def _take_judgement(self, file: RecordFile, record: Judgement, node: Node) -> None:
        """Keep a judgement, unless another one before it is about the same."""
        place = Place(file.shown, node.line, node.column)
        first = self.judged.setdefault(record.key, place)
        if first != place:
            message = f"another judgement of the same stands at {first}: keep one of the two"
            about = ("claim", record.claim)
            self.findings.append(problem("record-duplicate-judgement", place, message, about))
            return
        self._note_places(("judgements", len(self.judgements)), node, file.shown)
        self.judgements.append(record)

    def _see(self, file: RecordFile, node: Node) -> tuple[str | None, bool]:
        """Return the id that `node` gives itself, and whether no record before it has it."""
        value = node.get("id") if node.kind == "mapping" else None
        if file.kind not in _WITH_ID or value is None or value.kind != "scalar":
            return None, True
        identity = value.text.strip()
        place = Place(file.shown, value.line, value.column)
        first = self.records.seen.setdefault(file.kind, {}).setdefault(identity, place)
        if first == place:
            return identity, True
        kind = file.kind[:-1]
        message = f"another {kind} has the id '{identity}' ({first}): give this one its own"
        self.findings.append(problem("record-duplicate-id", place, message, (kind, identity)))
        return identity, False

    def _keep(
        self, file: RecordFile, record: SourceRecord | NoteRecord | ClaimRecord, node: Node
    ) -> None:
        key: PlaceKey = (file.kind, record.id)
        self._note_places(key, node, file.shown)
        faults = url_findings(key, record, self.records.places)
        self.findings += faults
        if faults:
            return
        self.records.kept[file.kind][record.id] = record
        if file.kind == "claims":
            self.claims_of[file.name].append(record.id)

    def _note_places(self, key: PlaceKey, node: Node, file: str) -> None:
        places = self.records.places
        places[key] = Place(file, node.line, node.column)
        for path, at in fields_at(node):
            places[key + path] = Place(file, at.line, at.column)


def _what_can_be_read(node: Node) -> PaperRecord | None:
    """Return the paper's record without the fields that are wrong, if it still is one."""
    data = to_data(node)
    for name in list(data):
        alone = {key: data[key] for key in ("id", "title", name) if key in data}
        try:
            PaperRecord.model_validate(alone, by_alias=True, by_name=False)
        except ValidationError:
            if name in {"id", "title"}:
                return None
            del data[name]
    try:
        return PaperRecord.model_validate(data, by_alias=True, by_name=False)
    except ValidationError:
        return None
