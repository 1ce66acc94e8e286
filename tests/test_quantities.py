from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footnoted.model.quantity import Quantity
from footnoted.quantities import find_quantities, parse_figure

# text, raw, value (or "low..high"), unit, hedge
AMOUNTS = [
    ("It sold for $4.2bn.", "$4.2bn", "4200000000", "USD", None),
    ("worth almost $46 billion of trade", "$46 billion", "46000000000", "USD", "almost"),
    ("worth about \\$30bn were signed", "$30bn", "30000000000", "USD", "about"),
    ("over $600m of the package", "$600m", "600000000", "USD", "over"),
    ("nearly US$1.3 trillion", "US$1.3 trillion", "1300000000000", "USD", "almost"),
    ("about USD 1bn in aid", "USD 1bn", "1000000000", "USD", "about"),
    ("USD10bn", "USD10bn", "10000000000", "USD", None),
    ("a grant of €2.5m", "€2.5m", "2500000", "EUR", None),
    ("£350 a head", "£350", "350", "GBP", None),
    ("HK$5 million", "HK$5 million", "5000000", "HKD", None),
    ("C$3m was paid", "C$3m", "3000000", "CAD", None),
    ("A$12.5k", "A$12.5k", "12500", "AUD", None),
    ("RMB 3.5 billion", "RMB 3.5 billion", "3500000000", "CNY", None),
    ("3.5 billion yuan", "3.5 billion yuan", "3500000000", "CNY", None),
    ("¥200 per person", "¥200", "200", "CNY", None),
    ("5 million dollars", "5 million dollars", "5000000", "USD", None),
    ("10 billion US dollars", "10 billion US dollars", "10000000000", "USD", None),
    ("20 Canadian dollars", "20 Canadian dollars", "20", "CAD", None),
    ("150 billion tenge", "150 billion tenge", "150000000000", "KZT", None),
    ("7,000 roubles", "7,000 roubles", "7000", "RUB", None),
    ("2.3 million euros", "2.3 million euros", "2300000", "EUR", None),
    ("100 EUR each", "100 EUR", "100", "EUR", None),
    ("$2.5 mn", "$2.5 mn", "2500000", "USD", None),
    ("$1 trn", "$1 trn", "1000000000000", "USD", None),
    ("a loss of -$3.1m", "-$3.1m", "-3100000", "USD", None),
    ("4.39 per cent of imports", "4.39 per cent", "4.39", "%", None),
    ("one per cent of reserves", "one per cent", "1", "%", None),
    ("Over ten per cent of imports", "ten per cent", "10", "%", "over"),
    ("fell by 12%", "12%", "12", "%", None),
    ("12 percent", "12 percent", "12", "%", None),
    ("3,5 per cent", "3,5 per cent", "3.5", "%", None),
    ("rose 3.5 percentage points", "3.5 percentage points", "3.5", "percentage points", None),
    ("a growth of −4.7 per cent", "−4.7 per cent", "-4.7", "%", None),
    ("minus 5 per cent", "minus 5 per cent", "-5", "%", None),
    ("fifty basis points", "fifty basis points", "50", "basis points", None),
    ("a 1,830-km pipeline", "1,830-km", "1830", "km", None),
    ("a 1,000-km border", "1,000-km", "1000", "km", None),
    ("12 kilometres away", "12 kilometres", "12", "km", None),
    ("5.5 miles", "5.5 miles", "5.5", "miles", None),
    ("10 m deep", "10 m", "10", "m", None),
    ("a 12-inch pipe", "12-inch", "12", "inches", None),
    ("6 feet", "6 feet", "6", "feet", None),
    ("46.77 billion cubic metres (bcm)", "46.77 billion cubic metres", "46770000000", "m3", None),
    ("65 bcm per year", "65 bcm", "65000000000", "m3", None),
    ("2 tcm of gas", "2 tcm", "2000000000000", "m3", None),
    ("3 million tonnes of coal", "3 million tonnes", "3000000", "tonnes", None),
    ("400 t of ore", "400 t", "400", "tonnes", None),
    ("20 tons", "20 tons", "20", "tons", None),
    ("75 kg", "75 kg", "75", "kg", None),
    ("400,000 barrels a day", "400,000 barrels a day", "400000", "barrels/day", None),
    ("1.2m barrels per day", "1.2m barrels per day", "1200000", "barrels/day", None),
    ("120,000 bpd", "120,000 bpd", "120000", "barrels/day", None),
    ("90 barrels", "90 barrels", "90", "barrels", None),
    ("350 hectares", "350 hectares", "350", "hectares", None),
    ("1,200 km²", "1,200 km²", "1200", "km2", None),
    ("300 square kilometres", "300 square kilometres", "300", "km2", None),
    ("600 MW plant", "600 MW", "600", "MW", None),
    ("5 GWh", "5 GWh", "5", "GWh", None),
    ("9 billion kWh", "9 billion kWh", "9000000000", "kWh", None),
    ("a 150-horsepower engine", "150-horsepower", "150", "horsepower", None),
    ("30 °C", "30 °C", "30", "°C", None),
    ("80 km/h", "80 km/h", "80", "km/h", None),
    ("a 30-minute walk", "30-minute", "30", "minutes", None),
    ("three weeks later", "three weeks", "3", "weeks", None),
    ("ten years ago", "ten years", "10", "years", None),
    ("the past two decades", "two decades", "2", "decades", None),
    ("2½ years", "2½ years", "2.5", "years", None),
    ("2 1/2 years", "2 1/2 years", "2.5", "years", None),
    ("two and a half million tonnes", "two and a half million tonnes", "2500000", "tonnes", None),
    ("increased 100-fold", "100-fold", "100", "times", None),
    ("a tenfold rise", "tenfold", "10", "times", None),
    ("growing almost 50 times since", "50 times", "50", "times", "almost"),
    ("19 official visits", "19 official visits", "19", "visits", None),
    ("31 agreements", "31 agreements", "31", "agreements", None),
    ("35 direct investment projects in", "35 direct investment projects", "35", "projects", None),
    ("347 companies with", "347 companies", "347", "companies", None),
    ("Around 460 armed police from", "460 armed police", "460", "police", "about"),
    (
        "more than 20 bilateral and multilateral exercises with",
        "20 bilateral and multilateral exercises",
        "20",
        "exercises",
        "over",
    ),
    ("5m people", "5m people", "5000000", "persons", None),
    ("some 300 soldiers", "300 soldiers", "300", "troops", "about"),
    ("20 police officers", "20 police officers", "20", "police", None),
    ("9,300 flat roofs", "9,300", "9300", None, None),
    ("5 project managers", "5", "5", None, None),
    ("20 village was", "20 village", "20", "villages", None),
    ("1 person lives", "1 person", "1", "persons", None),
    ("ten new deals", "ten new deals", "10", "deals", None),
    ("five member states", "five member states", "5", "member states", None),
    ("twenty-five villages", "twenty-five villages", "25", "villages", None),
    ("one hundred and twenty-three cases", "one hundred and twenty-three cases",
     "123", "cases", None),
    ("a dozen companies", "a dozen companies", "12", "companies", None),
    ("two dozen schools", "two dozen schools", "24", "schools", None),
    ("half a million people", "half a million people", "500000", "persons", None),
    ("a hundred people", "a hundred people", "100", "persons", None),
    ("500+ companies", "500+ companies", "500", "companies", "at least"),
    ("no fewer than 40 schools", "40 schools", "40", "schools", "at least"),
    ("up to 40 schools", "40 schools", "40", "schools", "up to"),
    ("no more than 40 schools", "40 schools", "40", "schools", "at most"),
    ("fewer than 40 schools", "40 schools", "40", "schools", "under"),
    ("at least $3bn", "$3bn", "3000000000", "USD", "at least"),
    ("$3bn or more", "$3bn", "3000000000", "USD", "at least"),
    ("12 days or so", "12 days", "12", "days", "about"),
    ("a 2,000-strong force", "2,000-strong", "2000", "persons", None),
    ("US $1.2 billion", "US $1.2 billion", "1200000000", "USD", None),
    (".5 per cent", ".5 per cent", "0.5", "%", None),
    ("~30 km", "30 km", "30", "km", "about"),
    ("1.234,5 tonnes", "1.234,5 tonnes", "1234.5", "tonnes", None),
    ("1.234.567 tonnes", "1.234.567 tonnes", "1234567", "tonnes", None),
    ("12,34,567 rupees", "12,34,567 rupees", "1234567", "rupees", None),
    ("25 676 790 tonnes", "25 676 790 tonnes", "25676790", "tonnes", None),
    ("25\u00a0676\u00a0790 tonnes", "25\u00a0676\u00a0790 tonnes", "25676790", "tonnes", None),
    ("1'200 homes", "1'200 homes", "1200", "homes", None),
    ("between 3 and 5 million people", "3 and 5 million people",
     "3000000..5000000", "persons", None),
    ("$3–5bn", "$3–5bn", "3000000000..5000000000", "USD", None),
    ("from 5 to 10 hectares", "5 to 10 hectares", "5..10", "hectares", None),
    ("5–10%", "5–10%", "5..10", "%", None),
    ("five to ten years", "five to ten years", "5..10", "years", None),
    ("8–12 of them", "8–12", "8..12", None, None),
    ("between one hundred and five hundred homes", "one hundred and five hundred homes",
     "100..500", "homes", None),
    ("双边贸易额达28.7亿美元", "28.7亿美元", "2870000000", "USD", None),
    ("同比增长15.3%", "15.3%", "15.3", "%", None),
    ("超过460亿美元", "460亿美元", "46000000000", "USD", "over"),
    ("约50万平方公里", "50万平方公里", "500000", "km2", "about"),
    ("347家企业", "347家企业", "347", "companies", None),
    ("30多亿美元", "30多亿美元", "3000000000", "USD", "over"),
    ("20余次", "20余次", "20", "times", "over"),
    ("近50倍", "50倍", "50", "times", "almost"),
    ("1.2万亿元", "1.2万亿元", "1200000000000", "CNY", None),
    ("100亿元人民币", "100亿元人民币", "10000000000", "CNY", None),
    ("467.7亿立方米天然气", "467.7亿立方米", "46770000000", "m3", None),
    ("百分之三十", "百分之三十", "30", "%", None),
    ("百分之三点五", "百分之三点五", "3.5", "%", None),
    ("提高2个百分点", "2个百分点", "2", "percentage points", None),
    ("三千五百人", "三千五百人", "3500", "persons", None),
    ("1亿2000万人", "1亿2000万人", "120000000", "persons", None),
    ("全长1833公里", "1833公里", "1833", "km", None),
    ("至少300吨", "300吨", "300", "tonnes", "at least"),
    ("４６０名警察", "４６０名", "460", "persons", None),
    ("二十年来", "二十年", "20", "years", None),
    ("5个项目", "5个项目", "5", "projects", None),
]  # fmt: skip

# text in which nothing is an amount
TRAPS = [
    "see p 11", "pp 8–12", "pp. 8, 12 and 14", "No 244", "vol 107 no 426", "Policy Paper 26",
    "Section 5.1 says", "Table 3", "Article 5", "resolution 1973", "chapter 7", "§ 12",
    "+44 (0)20 7324 4646", "Phone: 020 7324 4646", "555-123-4567 89",
    "http://example.org/2013-09/08/content_16952160.htm", "www.example.com/wjdt/zjyh/t864104",
    "mail to a12@example.org", "report-2.pdf", "doi 10.1000/182", "version 2.3.1",
    "at 10:30", "at 8 p.m. sharp", "1800 GMT", "ISBN 978-3-16-148410-0", "charity no. 1043843",
    "the G20 and Covid-19", "a Boeing 737 flew", "an F-16",
    "A4 paper", "4G networks",
    "a 5-star hotel",
    "growth.59 Then", "as said,”12 and", "as [12] and [13] say", "1. First point", "(2) next",
    "5.1 Economic engagement", "in 2012", "since the 1990s", "2012–13", "on 2 September 2012",
    "June 2012", "2013-09-08", "2012年6月7日", "6月7日",
    "一带一路", "统一战线", "the 18th congress",
    "the second visit", "第五次会议", "one day a man came", "one scholar said", "hundreds of homes",
    "2013年1-6月", "a score of 2-1", "a 50-50 split", "24/7 service",
    "several thousand people", "several hundred", "millions of dollars", "the Five Principles",
    "two-way traffic", "won 3:1", "on 9/11", "192.168.0.1", "code 0042", "in 2000 people came",
    "the 2010 unrest", "id 123456789012",
]  # fmt: skip


def amounts(text: str) -> list[Quantity]:
    return [q for q in find_quantities(text) if q.kind in {"amount", "ratio"}]


@pytest.mark.parametrize(("text", "raw", "value", "unit", "hedge"), AMOUNTS)
def test_an_amount_is_read_whole(
    text: str, raw: str, value: str, unit: str | None, hedge: str | None
) -> None:
    """Value, unit and hedge of one amount, and the slice that a person would record."""
    (found,) = amounts(text)
    low, _, high = value.partition("..")
    expected = (None, Decimal(low), Decimal(high)) if high else (Decimal(low), None, None)
    assert (found.raw, found.unit, found.hedge) == (raw, unit, hedge)
    assert (found.value, found.low, found.high) == expected
    assert text[found.start : found.end] == found.raw


@pytest.mark.parametrize("text", TRAPS)
def test_a_number_that_is_no_amount_is_passed_over(text: str) -> None:
    """Locators, addresses, labels, years, dates, ordinals and vague words are no amounts."""
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "value", "low", "high"),
    [
        ("in 2012", "year", 2012, None, None),
        ("the 1990s", "year", None, 1990, 1999),
        ("2012–13", "year", None, 2012, 2013),
        ("post-2014 plans", "year", 2014, None, None),
        ("2012年", "year", 2012, None, None),
        ("on 2 September 2012", "date", 20120902, None, None),
        ("September 2, 2012", "date", 20120902, None, None),
        ("2013-09-08", "date", 20130908, None, None),
        ("February 2012", "date", None, 20120201, 20120229),
        ("2012年6月7日", "date", 20120607, None, None),
        ("the 18th congress", "ordinal", 18, None, None),
        ("the second-largest", "ordinal", 2, None, None),
        ("第五次", "ordinal", 5, None, None),
    ],
)
def test_years_dates_and_ordinals_are_kept_apart(
    text: str, kind: str, value: int | None, low: int | None, high: int | None
) -> None:
    """They are found, under their own kind, and never as amounts."""
    (found,) = find_quantities(text)
    assert (found.kind, found.value, found.low, found.high) == (kind, value, low, high)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two-thirds of them", "0.667"),
        ("a third of all homes", "0.333"),
        ("three quarters of it", "0.75"),
        ("half of the homes", "0.5"),
        ("1/4 of it", "0.25"),
        ("三分之一", "0.333"),
        ("about a quarter of the ore", "0.25"),
        ("one in five households", "0.2"),
        ("3 out of 10 homes", "0.3"),
    ],
)
def test_parts_of_a_whole_are_ratios(text: str, value: str) -> None:
    """Halves, thirds and quarters are parts of one, of kind ratio."""
    (found,) = amounts(text)
    assert found.kind == "ratio"
    assert found.value is not None
    assert round(found.value, 3) == round(Decimal(value), 3)


def test_a_change_from_one_value_to_another_is_no_range() -> None:
    """`rose from 5% to 10%` tells two values."""
    assert [q.value for q in amounts("The share rose from 5% to 10% there.")] == [5, 10]


def test_the_step_is_that_of_the_last_digit_written() -> None:
    """`$2.87bn` speaks to ten million, `$46 billion` to a billion, `1,000` to one."""
    steps = [q.quantum for q in amounts("$2.87bn, $46 billion, 1,000 homes, 4.39 per cent")]
    assert steps == [Decimal(10**7), Decimal(10**9), Decimal(1), Decimal("0.01")]


@pytest.mark.parametrize(
    ("raw", "value", "unit", "hedge"),
    [
        ("almost $46 billion", "46000000000", "USD", "almost"),
        ("(1,234)", "-1234", None, None),
        ("($5m)", "-5000000", "USD", None),
        ("2,874,680", "2874680", None, None),
        ("a third", None, None, None),
        ("35 projects in 2012", "35", "projects", None),
        ("10", "10", None, None),
        ("-12.5", "-12.5", None, None),
    ],
)
def test_a_recorded_figure_is_read_with_its_hedge(
    raw: str, value: str | None, unit: str | None, hedge: str | None
) -> None:
    """What a person wrote in `raw` gives one quantity."""
    found = parse_figure(raw)
    assert found is not None
    assert value is None or found.value == Decimal(value)
    assert (found.unit, found.hedge) == (unit, hedge)


@pytest.mark.parametrize("raw", ["", "many", "$5bn and $6bn", "see http://example.org/5"])
def test_no_figure_or_several_are_not_read_as_one(raw: str) -> None:
    """Nothing is guessed: no number, or two, is None."""
    assert parse_figure(raw) is None


def test_one_claim_sentence_gives_its_figures_in_order() -> None:
    """Figures come in the order of the text and do not overlap."""
    text = "In 2012, 35 projects worth nearly $4bn ran 1,830 km, or 4.39 per cent, on 6 June 2012."
    found = find_quantities(text)
    assert [q.raw for q in found] == [
        "2012", "35 projects", "$4bn", "1,830 km", "4.39 per cent", "6 June 2012",
    ]  # fmt: skip
    assert all(a.end <= b.start for a, b in pairwise(found))


_WORDS = (
    "0 1 2012 1,234 . , - – ( ) % $ US$ bn m million one two hundred and half a third of 亿 万 多 "
    "一 百分之 年 月 日 per cent km between from to p. No \n about 第 ½ / : + ' http://"
)
_PIECES = st.sampled_from(_WORDS.split(" "))


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=12).map(" ".join) | st.lists(_PIECES, max_size=12).map("".join))
def test_no_input_raises_and_spans_slice_back(text: str) -> None:
    """Whatever stands there, each `raw` is its slice, in order, and has a number or is a date."""
    _holds(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read_without_raising(text: str) -> None:
    """The same for text of any script."""
    _holds(text)


def _holds(text: str) -> None:
    end = 0
    for found in find_quantities(text):
        assert text[found.start : found.end] == found.raw
        assert found.start >= end
        end = found.end
        if found.kind in {"amount", "ratio"}:
            assert (found.value is None) == (found.low is not None)
            assert found.low is None or found.high is None or found.low < found.high
            assert found.quantum > 0
    parse_figure(text)


@pytest.mark.parametrize(
    "text",
    ["1" * 200_000, "1 " * 20_000, "1a" * 20_000, "one and " * 10_000, "一" * 20_000, "$" * 50_000,
     "1," * 20_000, "2012-" * 10_000, "between 1 and " * 5_000, "half a " * 10_000],
)  # fmt: skip
@pytest.mark.timeout(10)
def test_long_runs_do_not_explode(text: str) -> None:
    """Repeated pieces cost linear time; the time limit is the test's own."""
    find_quantities(text)
