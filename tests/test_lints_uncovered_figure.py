from __future__ import annotations

from dataclasses import replace

from footnoted.lints.examined import Examined
from footnoted.lints.uncovered_figure import uncovered_figure
from lintcase import claim, corpus, figure, paper


def test_due_figures_that_no_reviewed_claim_holds_are_told() -> None:
    """Figures in digits or with a measured unit are due; ordinals are not."""
    found = [*uncovered_figure(Examined(corpus(), paper()))]
    assert [(one.level, one.subject, one.where.note) for one in found] == [
        ("warning", "12 per cent", None),
        ("warning", "$4.2bn", "2"),
        ("warning", "7 villages", None),
    ]
    assert found[0].message == "the figure '12 per cent' is not covered: nothing is on record of it"


def test_a_figure_is_covered_at_its_own_place() -> None:
    """By a reviewed claim around it with the same raw words, hedge or not."""
    claims = [
        claim("a", "The lake fell", "one year", figures=[{"raw": "by 12 per cent"}]),
        claim("b", "The lake is the third", figures=[{"raw": "$4.2bn"}]),
        {
            "id": "c",
            "at": {"start": "The lake is the third", "end": "from it"},
            "figures": [{"raw": "7 villages"}],
        },
    ]
    found = [*uncovered_figure(Examined(corpus(claims), paper()))]
    assert [one.subject for one in found] == ["$4.2bn", "7 villages"]
    assert "only claim 'c'" in found[1].message


def test_a_figure_within_a_recorded_quotation_is_covered() -> None:
    """Its words are compared with the source as part of the quotation."""
    body = "They said: “we lost 40 boats” in May."
    start = body.index("40 boats")
    quantity = replace(figure("7 villages").quantity, raw="40 boats", start=start, end=start + 8)
    draft = paper(body=body, marks=(), figures=(replace(figure("7 villages"), quantity=quantity),))
    claims = [claim("a", "They said", "in May", quotations=[{"text": "we lost 40 boats"}])]
    assert [*uncovered_figure(Examined(corpus(claims), draft))] == []
    claims = [claim("a", "They said", "in May", quotations=[{"text": "we lost"}])]
    assert len([*uncovered_figure(Examined(corpus(claims), draft))]) == 1


def test_an_exempt_figure_is_not_due() -> None:
    """The exemption must enclose it."""
    exempt = [{"at": {"start": "7 villages", "end": "from it"}, "reason": "told elsewhere"}]
    found = [*uncovered_figure(Examined(corpus(exemptions=exempt), paper()))]
    assert [one.subject for one in found] == ["12 per cent", "$4.2bn"]
