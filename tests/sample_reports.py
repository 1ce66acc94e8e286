"""Reports for the tests of every format: a made-up audit of a made-up paper.

The Institute for Tidal Studies, its paper and its sources do not exist.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from footnoted.model.capture import Basis
from footnoted.model.finding import Level
from footnoted.model.records import NoteStatus
from footnoted.model.report import (
    ArchivedDoc,
    CaseDoc,
    Cause,
    ClaimDoc,
    CorpusDoc,
    EntryDoc,
    EvidenceDoc,
    FindingDoc,
    FixedDoc,
    JudgementDoc,
    LinkDoc,
    MementoDoc,
    News,
    NoteDoc,
    NotRunDoc,
    ObservedDoc,
    PartDoc,
    Report,
    RunDoc,
    SightDoc,
    SummaryDoc,
    ToolDoc,
    WhereDoc,
)
from footnoted.model.verdicts import ClaimVerdict, LinkVerdict, PartVerdict

NOW = "2026-11-24T15:40:00+00:00"
HARBOUR = "https://harbour.example/reports/2012/ferries"
HOSTILE = (
    "<script>alert(1)</script> | =cmd('x')!A1 \x1b[31mred\x1b[0m \u202egnp.exe\u2066 ]]> "
    "\x00\x08 javascript:alert(1) `tick` @everyone [x](javascript:alert(2)) </style> {{ 7*7 }} {0}"
)


def where(
    line: int | None = 1, file: str | None = "claims/salt-road/02-ferries.yaml", **who: str
) -> WhereDoc:
    """Return a place in the made-up corpus."""
    return WhereDoc(
        file=file,
        line=line,
        column=None if line is None else 3,
        note=who.get("note"),
        claim=who.get("claim"),
        source=who.get("source"),
    )


def evidence(basis: Basis = "cited", **fields: Any) -> EvidenceDoc:
    """Return what a part was compared with."""
    given: dict[str, Any] = {
        "source": "harbour-2012",
        "basis": basis,
        "url": HARBOUR,
        "final_url": HARBOUR,
        "at": NOW,
        "digest": "ab" * 32,
        "media_type": "text/html",
        "title": "Ferries of the Lannet Sea, 2012",
        "obtained": None,
    }
    return EvidenceDoc(**(given | fields))


def part(kind: str, text: str, verdict: PartVerdict, **fields: Any) -> PartDoc:
    """Return a quotation or figure, compared."""
    given: dict[str, Any] = {
        "kind": kind,
        "text": text,
        "speaker": None,
        "measure": None,
        "period": None,
        "verdict": verdict,
        "reason": None,
        "message": "",
        "source_wording": None,
        "span": None,
        "context_before": None,
        "context_after": None,
        "diff": (),
        "claim_reads": None,
        "source_reads": None,
        "page": None,
        "needs_review": False,
        "evidence": evidence(),
    }
    return PartDoc(**(given | fields))


def claim(
    name: str, verdict: ClaimVerdict, parts: Iterable[PartDoc] = (), **fields: Any
) -> ClaimDoc:
    """Return a claim; `found` is counted from its parts."""
    compared = tuple(parts)
    found = {PartVerdict.VERBATIM, PartVerdict.TYPOGRAPHIC, PartVerdict.EDITED, PartVerdict.AGREES}
    given: dict[str, Any] = {
        "id": name,
        "says": "The ferries of the Lannet Sea carried 1.2 million people in 2012.",
        "section": "2.1",
        "notes": ("1",),
        "sources": ("harbour-2012",),
        "links": (HARBOUR,),
        "verdict": verdict,
        "reason": None,
        "message": "",
        "needs_review": False,
        "found": sum(one.verdict in found for one in compared),
        "parts_total": len(compared),
        "basis": None,
        "seen_at": None,
        "parts": compared,
        "sentence": None,
        "reviewed": "mk, 2026-11-20",
        "where": where(12, claim=name),
    }
    return ClaimDoc(**(given | fields))


def case(part: int | None = 0, **fields: Any) -> CaseDoc:
    """Return a verdict that waits for a person, of a quotation that differs."""
    given: dict[str, Any] = {
        "part": part,
        "kind": "quotation" if part is not None else None,
        "words": "the accounts will be published" if part is not None else None,
        "verdict": "altered",
        "reason": None,
        "why": "altered",
        "state": "open",
        "record": "0" * 64,
        "evidence": "1" * 64,
        "rule": "quotation-altered" if part is not None else None,
        "pages": (),
        "judgement": None,
        "changed": (),
    }
    return CaseDoc(**(given | fields))


def judgement(ruling: Any = "accept", by: str = "IV", note: str | None = None) -> JudgementDoc:
    """Return a person's word, as it stands in `judgements.yaml`."""
    at = where(3, "claims/salt-road/judgements.yaml")
    return JudgementDoc(ruling=ruling, by=by, on="2026-11-22", note=note, where=at)


def link(url: str, verdict: LinkVerdict, message: str = "", **fields: Any) -> LinkDoc:
    """Return a link and what became of it."""
    given: dict[str, Any] = {
        "url": url,
        "source": "harbour-2012",
        "basis": "cited",
        "verdict": verdict,
        "reason": None,
        "message": message,
        "http_status": 200,
        "final_url": url,
        "suggested_url": None,
        "hops": (),
        "at": NOW,
        "vantage": "a desk in Lannet",
        "title": None,
        "media_type": "text/html",
        "unreadable": None,
        "digest": None,
        "since": "2026-11-01",
        "notes": ("1",),
        "claims": (),
    }
    return LinkDoc(**(given | fields))


def note(
    label: str,
    text: str | None,
    verdict: ClaimVerdict | None = None,
    claims: tuple[str, ...] = (),
    *,
    status: NoteStatus = "ok",
    **fields: Any,
) -> NoteDoc:
    """Return a note as printed."""
    entry = EntryDoc(
        source="harbour-2012",
        form="full",
        locator="p. 4",
        title="Ferries of the Lannet Sea, 2012",
        url=HARBOUR,
        medium="web",
    )
    given: dict[str, Any] = {
        "id": label,
        "label": label,
        "status": status,
        "text": text,
        "entries": (entry,) if status == "ok" else (),
        "verdict": verdict,
        "reason": None,
        "claims": claims,
        "findings": 0,
        "where": where(
            int(label) if label.isdigit() else None, "claims/salt-road/notes.yaml", note=label
        ),
    }
    return NoteDoc(**(given | fields))


def finding(
    rule: str,
    level: Level,
    message: str,
    *,
    news: News | None = "persisting",
    waived: bool = False,
    proof: str | None = None,
    at: WhereDoc | None = None,
    cause: Cause | None = None,
    cause_message: str | None = None,
) -> FindingDoc:
    """Return a finding of a lint or check."""
    return FindingDoc(
        rule=rule,
        level=level,
        where=at or where(),
        message=message,
        proof=proof,
        waived=waived,
        news=news,
        cause=cause,
        cause_message=cause_message,
    )


def memento(at: str, url: str, archive: str = "https://archive.example") -> MementoDoc:
    """Return a memento as an archive lists it, made on the day `at`."""
    stamp = at.replace("-", "") + "101500"
    return MementoDoc(
        at=f"{at}T10:15:00Z",
        url=f"{archive}/web/{stamp}id_/{url}",
        view_url=f"{archive}/web/{stamp}/{url}",
    )


def archived(nearest: MementoDoc | None = None, **fields: Any) -> ArchivedDoc:
    """Return what archives answered when they were asked for an address."""
    given: dict[str, Any] = {
        "asked_at": NOW,
        "total": 1 if nearest else 0,
        "first": nearest and nearest.at,
        "last": nearest and nearest.at,
        "nearest": nearest,
        "near": True if nearest else None,
        "silent": (),
    }
    return ArchivedDoc(**(given | fields))


def sights(
    *days: tuple[str, LinkVerdict], vantage: str = "a desk in Lannet"
) -> tuple[SightDoc, ...]:
    """Return a link's life: from each day on it was so."""
    return tuple(SightDoc(at=f"{at}T15:40:00Z", verdict=to, vantage=vantage) for at, to in days)


def observed(*days: tuple[str, PartVerdict]) -> tuple[ObservedDoc, ...]:
    """Return mementos of the ferries' page on which a part was looked for."""
    made = [(memento(at, HARBOUR), verdict) for at, verdict in days]
    return tuple(
        ObservedDoc(at=one.at, verdict=verdict, url=one.url, view_url=one.view_url)
        for one, verdict in made
    )


def report(
    claims: Iterable[ClaimDoc] = (),
    notes: Iterable[NoteDoc] = (),
    links: Iterable[LinkDoc] = (),
    findings: Iterable[FindingDoc] = (),
    fixed: Iterable[FixedDoc] = (),
    **run: Any,
) -> Report:
    """Return a report of these, with its summary counted from them."""
    parts = (tuple(claims), tuple(notes), tuple(links), tuple(findings), tuple(fixed))
    given: dict[str, Any] = {
        "as_of": NOW,
        "vantage": "a desk in Lannet",
        "offline": False,
        "offline_message": None,
        "only": None,
        "links_asked": len(parts[2]),
        "not_run": (),
    }
    return Report(
        tool=ToolDoc(version="0.1.0"),
        corpus=CorpusDoc(
            folder="claims/salt-road",
            id="salt-road",
            title="The Salt Road: Ferries and Fisheries of the Lannet Sea",
            author="Imre Vold and Tamsin Okoro",
            issued="2013-04",
            publisher="Institute for Tidal Studies",
            rights="Reuse with full attribution",
            digest="cd" * 32,
            paper_sha256="ef" * 32,
            paper_read=True,
        ),
        run=RunDoc(**(given | run)),
        summary=_summary(*parts),
        notes=parts[1],
        claims=parts[0],
        links=parts[2],
        findings=parts[3],
        fixed=parts[4],
    )


def _summary(
    claims: tuple[ClaimDoc, ...],
    notes: tuple[NoteDoc, ...],
    links: tuple[LinkDoc, ...],
    findings: tuple[FindingDoc, ...],
    fixed: tuple[FixedDoc, ...],
) -> SummaryDoc:
    parts = [one for each in claims for one in each.parts]
    news = Counter(one.news for one in findings if not one.waived)
    levels = Counter(one.level for one in findings if not one.waived)
    return SummaryDoc(
        notes_total=len(notes),
        notes=_counts(ClaimVerdict, (one.verdict for one in notes)),
        notes_status={
            key: sum(one.status == key for one in notes)
            for key in ("ok", "missing", "dangling", "ambiguous")
        },
        claims_total=len(claims),
        claims=_counts(ClaimVerdict, (one.verdict for one in claims)),
        quotations=_counts(PartVerdict, (one.verdict for one in parts if one.kind == "quotation")),
        figures=_counts(PartVerdict, (one.verdict for one in parts if one.kind == "figure")),
        links_total=len(links),
        links=_counts(LinkVerdict, (one.verdict for one in links)),
        no_url_sources=2,
        findings={key: levels[key] for key in ("error", "warning", "info")},
        needs_review=sum(one.needs_review for one in claims),
        new=news["new"],
        fixed=len(fixed),
        persisting=news["persisting"],
        archived=_archival(links),
        mitigated=sum(one.mitigated for one in links),
        rotten=sum(one.rotten for one in links),
        to_judge=sum(c.state in {"open", "noted", "stale"} for one in claims for c in one.cases),
    )


def _archival(links: tuple[LinkDoc, ...]) -> dict[str, int]:
    """Count the cited addresses by how archives hold them; nothing where nobody asked."""
    if not any(one.archived for one in links):
        return {}
    counts = dict.fromkeys(("near", "far", "none", "unknown"), 0)
    for one in links:
        held = one.archived
        if held is None or held.near is None:
            kind = "none" if held and not held.silent and not held.nearest else "unknown"
        else:
            kind = "near" if held.near else "far"
        counts[kind] += one.basis == "cited"
    return counts


def _counts(kinds: Iterable[Any], seen: Iterable[Any]) -> dict[str, int]:
    counted = Counter(seen)
    return {str(kind): counted[kind] for kind in kinds}


ALTERED = part(
    "quotation",
    "the harbour board will always publish its full accounts",
    PartVerdict.ALTERED,
    speaker="Dr Ansa Reuel, harbour board",
    reason="negation_dropped",
    message="two words differ, and one of them turns the meaning round",
    source_wording="the harbour board will not always publish its accounts",
    span=(812, 866),
    context_before="Asked about the year to come, Dr Reuel said that ",
    context_after=", and that members had agreed to this in a vote.",
    diff=(
        ("equal", "the harbour board will ", "the harbour board will "),
        ("delete", "", "not "),
        ("equal", "always publish its ", "always publish its "),
        ("insert", "full ", ""),
        ("equal", "accounts", "accounts"),
    ),
    page="12",
    needs_review=True,
)
DISAGREES = part(
    "figure",
    "1.2 million",
    PartVerdict.DISAGREES,
    measure="passengers",
    period="2012",
    message="the source gives 2.1 million for the same measure and period",
    source_wording="2.1 million passengers",
    span=(120, 142),
    context_before="In 2012 the eleven ferries of the Lannet Sea carried ",
    context_after=", the most since the war.",
    claim_reads="1200000 persons",
    source_reads="2100000 persons",
)
VERBATIM = part(
    "quotation",
    "a sea that feeds three coasts",
    PartVerdict.VERBATIM,
    source_wording="a sea that feeds three coasts",
    span=(40, 69),
    context_before="The Lannet is ",
    context_after=" and quarrels with all of them.",
)
AGREES = part(
    "figure",
    "$2.9m",
    PartVerdict.AGREES,
    measure="harbour dues",
    period="2011",
    reason="rounds",
    message="2.87 rounds to 2.9",
    source_wording="US$2.87 million",
    span=(10, 25),
    context_before="Dues came to ",
    context_after=" in 2011.",
    claim_reads="2900000 USD",
    source_reads="2870000 USD",
)
ABSENT = part(
    "figure",
    "47 boats",
    PartVerdict.ABSENT,
    message="no number of boats stands in the source",
    claim_reads="47 boats",
)
EDITED = part(
    "quotation",
    "nets … were mended [by hand] each winter",
    PartVerdict.EDITED,
    message="an ellipsis and a bracketed insertion, both marked",
    source_wording="nets, lines and creels were mended each winter",
    context_before="In the sheds ",
    context_after=" until 1961.",
    diff=(
        ("equal", "nets ", "nets"),
        ("replace", "…", ", lines and creels"),
        ("equal", " were mended ", " were mended "),
        ("insert", "[by hand] ", ""),
        ("equal", "each winter", "each winter"),
    ),
)
TYPOGRAPHIC = part(
    "quotation",
    "it's a salt-road",
    PartVerdict.TYPOGRAPHIC,
    source_wording="it’s a salt‑road",
    context_before="As they say: ",
    context_after=".",
)


def sample_claims() -> tuple[ClaimDoc, ...]:
    """One claim or more of each verdict, with parts of each verdict."""
    memento = evidence(
        "memento",
        url="https://archive.example/web/20130302101500/http://catch.example/tables",
        title="Catch tables",
        source="catch-tables",
    )
    local = evidence(
        "local",
        url=None,
        final_url=None,
        obtained="scanned at the Lannet library",
        source="nets-1961",
    )
    unchecked = part(
        "quotation",
        "no boat came home",
        PartVerdict.UNCHECKED,
        evidence=None,
        message="the source has no address",
    )
    return (
        claim(
            "sea-feeds-coasts",
            ClaimVerdict.SUPPORTED,
            (VERBATIM, AGREES, TYPOGRAPHIC),
            basis="cited",
            seen_at=NOW,
            notes=("1",),
            says="The Lannet Sea feeds three coasts; dues in 2011 came to 2.9 million dollars.",
        ),
        claim(
            "accounts-published",
            ClaimVerdict.MISMATCH,
            (ALTERED, VERBATIM),
            basis="cited",
            seen_at=NOW,
            notes=("2",),
            needs_review=True,
            message="the quotation drops a negation",
            says="The harbour board promised to publish its accounts.",
            sentence="She said that “the harbour board will always publish its full accounts”.",
        ),
        claim(
            "ferry-passengers-2012",
            ClaimVerdict.MISMATCH,
            (DISAGREES,),
            basis="cited",
            seen_at=NOW,
            notes=("3",),
            message="the figure is another one in the source",
            where=where(31, claim="ferry-passengers-2012"),
        ),
        claim(
            "boats-lost",
            ClaimVerdict.NOT_FOUND,
            (ABSENT,),
            basis="cited",
            seen_at=NOW,
            notes=("4",),
            message="the page was read whole",
            says="In 1954 a storm took 47 boats.",
        ),
        claim(
            "catch-1998",
            ClaimVerdict.SUPPORTED_THEN,
            (AGREES.model_copy(update={"evidence": memento}),),
            basis="memento",
            reason="page_gone",
            seen_at=NOW,
            notes=("5",),
            sources=("catch-tables",),
            links=("http://catch.example/tables",),
            says="The catch of 1998 was worth about 2.9 million dollars.",
        ),
        claim(
            "nets-mended",
            ClaimVerdict.SUPPORTED,
            (EDITED.model_copy(update={"evidence": local}),),
            basis="local",
            seen_at=NOW,
            notes=("6",),
            sources=("nets-1961",),
            links=(),
            says="Nets were mended by hand in winter.",
        ),
        claim(
            "tides-wall",
            ClaimVerdict.SOURCE_UNAVAILABLE,
            (part("figure", "3 m", PartVerdict.UNCHECKED, evidence=None),),
            notes=("7",),
            reason="blocked",
            message="the site asks for a login and there is no archived copy",
            links=("https://walled.example/tides",),
            says="The spring tide is three metres.",
        ),
        claim(
            "no-boat-home",
            ClaimVerdict.UNCHECKED,
            (unchecked,),
            notes=("8",),
            reason="no_url",
            links=(),
            says="No boat came home in the winter of 1954.",
        ),
        claim(
            "draft-7f",
            ClaimVerdict.UNCHECKED,
            (),
            notes=("8",),
            reason="nothing_to_compare",
            links=(),
            says=None,
            reviewed=None,
        ),
    )


def sample_notes() -> tuple[NoteDoc, ...]:
    """Return notes of each status and each verdict."""
    verdict = ClaimVerdict
    return (
        note(
            "1",
            "Lannet Harbour Board, ‘Ferries of the Lannet Sea, 2012’, p 4, " + HARBOUR,
            verdict.SUPPORTED,
            ("sea-feeds-coasts",),
        ),
        note("2", "Ibid, p 12.", verdict.MISMATCH, ("accounts-published",)),
        note("3", "Ibid.", verdict.MISMATCH, ("ferry-passengers-2012",)),
        note("4", "Lannet Harbour Board, op cit.", verdict.NOT_FOUND, ("boats-lost",), findings=1),
        note(
            "5",
            "Catch tables, catch.example/tables, accessed 2 March 2013.",
            verdict.SUPPORTED_THEN,
            ("catch-1998",),
        ),
        note(
            "6",
            "O. Brandt, The Nets of Lannet (Lannet: Quay Press, 1961).",
            verdict.SUPPORTED,
            ("nets-mended",),
        ),
        note(
            "7",
            "Tide gauge data, https://walled.example/tides.",
            verdict.SOURCE_UNAVAILABLE,
            ("tides-wall",),
        ),
        note(
            "8",
            "Interview with a net maker, June 2012.",
            verdict.UNCHECKED,
            ("no-boat-home", "draft-7f"),
            reason="no_url",
        ),
        note("9", None, status="missing", findings=1),
        note("10", "Brandt, op cit.", status="ambiguous", findings=1),
        note("11", "Op cit.", status="dangling"),
    )


def sample_links() -> tuple[LinkDoc, ...]:
    """Return a link of each verdict."""
    verdict = LinkVerdict
    return (
        link(
            HARBOUR,
            verdict.ALIVE,
            "the page answers",
            claims=("sea-feeds-coasts", "accounts-published"),
        ),
        link(
            "http://catch.example/tables",
            verdict.DEAD,
            "the server says 404",
            http_status=404,
            source="catch-tables",
            notes=("5",),
            claims=("catch-1998",),
            suggested_url="https://archive.example/web/20130302101500/http://catch.example/tables",
        ),
        link(
            "https://old.example/a",
            verdict.MOVED,
            "answers at another address, verified there",
            final_url="https://new.example/a",
            suggested_url="https://new.example/a",
            hops=((301, "https://new.example/a"),),
            source="old",
        ),
        link(
            "https://soft.example/b",
            verdict.SOFT_404,
            "the same page as for an address that cannot exist",
            source="soft",
        ),
        link("https://parked.example/", verdict.PARKED, "the domain is for sale", source="parked"),
        link(
            "https://walled.example/tides",
            verdict.BLOCKED,
            "the site asks for a login",
            http_status=403,
            source="tides",
            notes=("7",),
            claims=("tides-wall",),
        ),
        link(
            "https://slow.example/",
            verdict.UNREACHABLE,
            "no answer in 20 s",
            http_status=None,
            final_url=None,
            source="slow",
        ),
        link(
            "https://skipped.example/",
            verdict.NOT_FETCHED,
            "",
            reason="not_fetched",
            http_status=None,
            source="skipped",
            at=None,
        ),
        link(
            "https://dark.example/",
            verdict.OFFLINE,
            "",
            reason="offline",
            http_status=None,
            source="dark",
        ),
        link(
            "ftp://files.example/x",
            verdict.NO_URL,
            "",
            reason="not_http",
            http_status=None,
            source="files",
        ),
    )


def sample_findings() -> tuple[FindingDoc, ...]:
    """Return new, persisting and waived findings of each level."""
    notes = "claims/salt-road/notes.yaml"
    return (
        finding(
            "altered-quotation",
            "error",
            "the quotation differs from its source in two words",
            news="new",
            proof="will not always publish",
            at=where(12, note="2", claim="accounts-published"),
        ),
        finding(
            "figure-disagrees",
            "error",
            "the paper has 1.2 million, the source 2.1 million",
            at=where(31, note="3", claim="ferry-passengers-2012"),
        ),
        finding(
            "absent-figure",
            "error",
            "47 boats is not in the source",
            news="new",
            at=where(12, note="4", claim="boats-lost"),
        ),
        finding(
            "rotten-link",
            "error",
            "http://catch.example/tables is dead since 1 November 2026",
            news="new",
            at=where(3, "claims/salt-road/sources.yaml", source="catch-tables"),
        ),
        finding(
            "missing-note",
            "error",
            "mark 9 has no note; print it or take the mark out",
            at=where(9, notes, note="9"),
        ),
        finding(
            "ambiguous-note",
            "warning",
            "'Brandt, op cit' may mean note 6 or note 8; name the title",
            at=where(10, notes, note="10"),
        ),
        finding(
            "moved-link",
            "warning",
            "https://old.example/a answers at https://new.example/a",
            news="new",
            at=where(9, "claims/salt-road/sources.yaml", source="old"),
        ),
        finding("uncovered-figure", "info", "'eleven ferries' has no record", at=where(None, None)),
        finding(
            "dangling-note",
            "error",
            "'Op cit' leads nowhere",
            waived=True,
            at=where(11, notes, note="11"),
        ),
    )


def sample_report(**run: Any) -> Report:
    """Return the made-up audit: every verdict of claims, parts and links, news and waivers."""
    given: dict[str, Any] = {
        "not_run": (NotRunDoc(rule="uncovered-quotation", why="the paper was not given"),)
    }
    return report(
        sample_claims(),
        sample_notes(),
        sample_links(),
        sample_findings(),
        (FixedDoc(rule="rotten-link", target="https://tide.example/", message="answers again"),),
        **(given | run),
    )


def first_report() -> Report:
    """Return the made-up audit as the first of its paper: all is new, for one reason."""
    report = sample_report()
    findings = tuple(
        one.model_copy(update={"cause": "corpus"} if one.news == "new" else {"news": None})
        for one in report.findings
    )
    summary = report.summary.model_copy(update={"fixed": 0, "persisting": 0, "new": 2})
    return report.model_copy(update={"findings": findings, "summary": summary, "fixed": ()})


def without_paper(rules: int) -> tuple[NotRunDoc, ...]:
    """Return so many lints that did not run for the same reason, `lint-1` first."""
    why = "needs the paper: give it with --paper"
    return tuple(NotRunDoc(rule=f"lint-{number + 1}", why=why) for number in range(rules))


def empty_report() -> Report:
    """Return a corpus without a record."""
    return report()


def offline_report() -> Report:
    """Return an audit without a network: every link offline, every claim unchecked."""
    claims = [
        one.model_copy(
            update={
                "verdict": ClaimVerdict.UNCHECKED,
                "reason": "offline",
                "found": 0,
                "basis": None,
                "message": "the checker had no network",
            }
        )
        for one in sample_claims()
    ]
    links = [
        one.model_copy(update={"verdict": LinkVerdict.OFFLINE, "message": ""})
        for one in sample_links()
    ]
    notes = [one.model_copy(update={"verdict": ClaimVerdict.UNCHECKED}) for one in sample_notes()]
    return report(
        claims,
        notes,
        links,
        offline=True,
        offline_message="no network from here: nothing was asked",
        vantage=None,
    )


def hostile_report(text: str = HOSTILE) -> Report:
    """Hostile text in every field that comes from outside: pages, papers, people's records."""
    bad = evidence(
        url="javascript:alert(3)",
        final_url="javascript:alert(4)",
        title=text,
        obtained=text,
        media_type=text,
        memento_at=text,
        view_url="javascript:alert(9)",
    )
    archive = bad.model_copy(update={"basis": "memento", "source": "hostile"})
    quotation = part(
        "quotation", text, PartVerdict.ALTERED, speaker=text, message=text, reason=text,
        source_wording=text, context_before=text, context_after=text, evidence=bad, page=text,
        diff=(("replace", text, text), ("equal", text, text), ("insert", text, "")),
        observed=(_observed(text, text), _observed(NOW, f'{HARBOUR}"><script>{text}')),
        computed_from=text, span=(1, 2),
    )  # fmt: skip
    figure = part(
        "figure",
        "=1+1",
        PartVerdict.DISAGREES,
        measure=text,
        period=text,
        claim_reads=text,
        source_reads=text,
        evidence=bad,
    )
    place = where(7, text, note="1", claim="hostile", source="hostile")
    return report(
        (
            claim(
                "hostile",
                ClaimVerdict.MISMATCH,
                (quotation, figure),
                says=text,
                message=text,
                sentence=text,
                reviewed=text,
                section=text,
                links=("javascript:alert(5)",),
                where=place,
                asserted_by=text,
                certainty="reported",
                agrees_with=("hostile-too", text),
                conflicts_with=(text,),
                repeats=("hostile-too",),
                depends_on=(f'"><script>{text}',),
                cases=(
                    case(
                        words=text,
                        state="stale",
                        changed=(text,),
                        pages=(bad,),
                        judgement=judgement(by=text, note=text),
                    ),
                    case(None, state="rejected", judgement=judgement("reject", text, text)),
                ),
            ),
            claim(
                "hostile-too",
                ClaimVerdict.SUPPORTED,
                (quotation, quotation.model_copy(update={"evidence": archive})),
                says="@SUM(A1)",
                basis="cited",
                sources=(text,),
            ),
        ),
        (
            note("1", text, ClaimVerdict.MISMATCH, ("hostile",), reason=text),
            note("<b>", text, status="dangling"),
        ),
        (
            link(
                "javascript:alert(5)",
                LinkVerdict.DEAD,
                text,
                final_url="javascript:alert(6)",
                suggested_url="javascript:alert(7)",
                hops=((301, "javascript:alert(8)"),),
                title=text,
                vantage=text,
                since=text,
                life=_hostile_life(text),
                rotten=True,
                claims=("hostile",),
                source="hostile",
                archived=archived(
                    MementoDoc(
                        at=text, url="javascript:alert(10)", view_url="javascript:alert(11)"
                    ),
                    silent=((text, text),),
                ),
            ),
            link(
                'https://quoted.example/"><script>',
                LinkVerdict.SOFT_404,
                text,
                mitigated=True,
                remembered=True,
                life=_hostile_life(text),
                archived=archived(
                    MementoDoc(
                        at=f'2013-03-02" onload="{text}',
                        url="https://archive.example/",
                        view_url='https://archive.example/" onclick="alert(12)',
                    ),
                ),
            ),
            link(
                "data:text/html,<script>alert(13)</script>",
                LinkVerdict.BLOCKED,
                text,
                vantage=text,
                archived=archived(silent=((text, text),), asked_at=text),
            ),
        ),
        (
            finding(
                "hostile-rule",
                "error",
                text,
                news="new",
                proof=text,
                at=place,
                cause="world",
                cause_message=text,
            ),
            finding("waived-rule", "info", text, waived=True, at=where(1, text)),
            finding("settled-rule", "error", text, waived=True, at=place).model_copy(
                update={"settled": text}
            ),
        ),
        (FixedDoc(rule=text, target=text, message=text),),
        vantage=text,
        only=text,
        not_run=(NotRunDoc(rule=text, why=text),),
        archives=(text,),
        links_remembered=1,
        blind_nights=2,
    )


def _observed(at: str, url: str) -> ObservedDoc:
    return ObservedDoc(at=at, verdict=PartVerdict.VERBATIM, url=url, view_url=url)


def _hostile_life(text: str) -> tuple[SightDoc, ...]:
    return (
        SightDoc(at=text, verdict=LinkVerdict.DEAD, vantage=text),
        *sights(("2026-01-01", LinkVerdict.ALIVE), ("2026-02-01", LinkVerdict.DEAD), vantage=text),
    )


def big_report(claims: int = 150, notes: int = 90) -> Report:
    """Return an audit of the size of a real paper: the sample's records over and over, renamed."""
    base, printed = sample_claims(), sample_notes()
    many = [
        base[i % len(base)].model_copy(update={"id": f"claim-{i}", "notes": (str(i % notes + 1),)})
        for i in range(claims)
    ]
    return report(
        many,
        [
            printed[i % len(printed)].model_copy(
                update={
                    "id": str(i + 1),
                    "label": str(i + 1),
                    "claims": tuple(one.id for one in many if one.notes == (str(i + 1),)),
                }
            )
            for i in range(notes)
        ],
        sample_links(),
        [
            one.model_copy(
                update={"where": one.where.model_copy(update={"claim": None, "note": None})}
            )
            for one in sample_findings() * (claims // 20)
        ],
    )
