"""`mixed-marks`: quotation marks or ellipses of two shapes in one paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from footnoted.lints.examined import Examined, find_in_paper
from footnoted.model.finding import Finding

_ELLIPSES = {
    "three dots": re.compile(r"(?<![\[(.])(?:\.\.\.|…)(?![\])])"),
    "three dots apart": re.compile(r"(?<![\[(.])\. \. \.(?![\])])"),
    "dots in square brackets": re.compile(r"\[\s?(?:\.\.\.|…|\. \. \.)\s?\]"),
    "dots in round brackets": re.compile(r"\(\s?(?:\.\.\.|…|\. \. \.)\s?\)"),
}


def mixed_marks(examined: Examined) -> Iterator[Finding]:
    """Yield, once each, that marks curl here and stand straight there, and so for ellipses."""
    body = examined.paper.body
    curly, straight = body.count("“") + body.count("”"), body.count('"')
    if curly and straight:
        message = "double quotation marks have two shapes in this paper: keep to one"
        yield find_in_paper(
            examined, "mixed-marks", "info", 1, message,
            proof=f"{curly} curly, {straight} straight", subject="quotation marks",
        )  # fmt: skip
    quoted = [one for one in examined.paper.quotations if one.place == "body"]
    told = {
        name: sum(bool(pattern.search(one.text)) for one in quoted)
        for name, pattern in _ELLIPSES.items()
    }
    used = {name: count for name, count in told.items() if count}
    if len(used) > 1:
        message = "what quotations leave out is shown in more than one way: keep to one"
        proof = ", ".join(f"{name} in {count}" for name, count in used.items())
        yield find_in_paper(
            examined, "mixed-marks", "info", 1, message, proof=proof, subject="ellipses",
            confidence="medium",
        )  # fmt: skip
