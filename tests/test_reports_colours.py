"""`footnoted.reports.colours`: what stands out in a summary."""

from __future__ import annotations

import sample_reports
import timely_reports
from footnoted.reports.colours import Tone, painted
from footnoted.reports.summary import summary_lines


def mark(words: str, tone: Tone) -> str:
    return f"<{tone}>{words}</>"


def test_labels_and_counts_that_matter_are_painted() -> None:
    """What is wrong, what is in doubt; a count of none is not painted."""
    lines = list(painted(summary_lines(sample_reports.sample_report()), mark))
    told = "\n".join(lines)
    assert lines[0].startswith("<label>Paper</>     The Salt Road")
    assert "<bad>2 mismatch</>, <bad>1 not found</>, <doubt>1 source unavailable</>" in told
    assert "<label>Findings</>  <bad>5 errors</>, <doubt>2 warnings</>, 1 remark" in told
    assert "<bad>4 new</>, 1 fixed" in told


def test_what_is_supported_is_not_painted() -> None:
    """A colour does not call a statement true."""
    (claims,) = [
        line
        for line in painted(summary_lines(sample_reports.sample_report()), mark)
        if "Claims" in line
    ]
    assert claims.endswith(", 1 supported then, 2 supported")


def test_words_of_a_page_are_not_painted() -> None:
    """Only lines whose words are all ours: a title with `3 errors` in it stays plain."""
    report = sample_reports.sample_report()
    named = report.corpus.model_copy(update={"title": "How 3 errors and 5 dead links met"})
    first = next(painted(summary_lines(report.model_copy(update={"corpus": named})), mark))
    assert first == "<label>Paper</>     How 3 errors and 5 dead links met"


def test_a_blind_day_is_painted_whole_and_nothing_is_lost() -> None:
    """The marks taken off, the summary is what it was."""
    lines = summary_lines(timely_reports.timely_report())
    told = list(painted(lines, mark))
    assert any(line.startswith("<label>Blind</>     <doubt>Nothing of what") for line in told)
    bare = [
        line.replace("<label>", "").replace("<bad>", "").replace("<doubt>", "").replace("</>", "")
        for line in told
    ]
    assert bare == lines
