"""What the grammar reads: scale words, units, nouns, hedges, groupings, in several languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from footnoted.model.quantity import Quantity
from footnoted.quantities import compare_quantity, find_quantities, header_multiplier, parse_figure

# text, raw, value (or low..high), unit, hedge
SCALES = [
    ("3 crore rupees", "3 crore rupees", "30000000", "rupees", None),
    ("Rs 5 lakh crore", "Rs 5 lakh crore", "5000000000000", "rupees", None),
    ("5 lakh people", "5 lakh people", "500000", "persons", None),
    ("46 млрд долларов", "46 млрд долларов", "46000000000", "USD", None),
    ("5 млн тонн", "5 млн тонн", "5000000", "tonnes", None),
    ("5 Mio. Euro", "5 Mio. Euro", "5000000", "EUR", None),
    ("5 Mrd. USD", "5 Mrd. USD", "5000000000", "USD", None),
    ("5 milliards d'euros", "5 milliards d'euros", "5000000000", "EUR", None),
    ("3 mil millones de dólares", "3 mil millones de dólares", "3000000000", "USD", None),
    ("1,2345万人", "1,2345万人", "123450000", "persons", None),
    ("5兆元", "5兆元", "5000000000000", "CNY", None),
    ("5千人", "5千人", "5000", "persons", None),
    ("3百万美元", "3百万美元", "3000000", "USD", None),
    ("100亿坚戈", "100亿坚戈", "10000000000", "KZT", None),
    ("two score men", "two score men", "40", "men", None),
    ("three dozen homes", "three dozen homes", "36", "homes", None),
]
NUMBERS = [
    ("It rose by .5%.", ".5%", "0.5", "%", None),
    ("4½% of it", "4½%", "4.5", "%", None),
    ("4 1/2 per cent", "4 1/2 per cent", "4.5", "%", None),
    ("2-1/2 years", "2-1/2 years", "2.5", "years", None),
    ("4 and a half years", "4 and a half years", "4.5", "years", None),
    ("two and a half million people", "two and a half million people", "2500000", "persons", None),
    ("half an hour", "half an hour", "0.5", "hours", None),
    ("3·5 per cent", "3·5 per cent", "3.5", "%", None),
    ("5 or 6 people", "5 or 6 people", "5..6", "persons", None),
    ("one to two days", "one to two days", "1..2", "days", None),
    ("2--3 times", "2--3 times", "2..3", "times", None),
    ("It kostet 10.000 €.", "10.000 €", "10000", "EUR", None),
    ("Die Summe ist nicht 25.000 und mit", "25.000", "25000", None, None),
    ("a length of 1.234 km", "1.234 km", "1.234", "km", None),
    ("气温零下15摄氏度", "零下15摄氏度", "-15", "°C", None),
    ("两成", "两成", "20", "%", None),
]
UNITS = [
    ("5 short tons", "5 short tons", "5", "short tons", None),
    ("2.4 GHz", "2.4 GHz", "2.4", "GHz", None),
    ("10 GiB", "10 GiB", "10", "GiB", None),
    ("220 volts", "220 volts", "220", "V", None),
    ("5 MPa", "5 MPa", "5", "MPa", None),
    ("30 psi", "30 psi", "30", "psi", None),
    ("300 K", "300 K", "300", "K", None),
    ("300K people", "300K people", "300000", "persons", None),
    ("500 nm", "500 nm", "500", "nm", None),
    ("5 µm", "5 µm", "5", "µm", None),
    ("4 light years", "4 light years", "4", "light years", None),
    ("1.5 AU", "1.5 AU", "1.5", "AU", None),
    ("60 knots", "60 knots", "60", "knots", None),
    ("3 carats", "3 carats", "3", "carats", None),
    ("20万人次", "20万人次", "200000", "visits", None),
    ("4096 bytes", "4096 bytes", "4096", "bytes", None),
    ("20,000 TEUs", "20,000 TEUs", "20000", "TEU", None),
    ("1,000 officers and soldiers", "1,000 officers and soldiers", "1000",
     "officers and troops", None),
]  # fmt: skip
HEDGES = [
    ("as many as 500 people", "500 people", "500", "persons", "up to"),
    ("estimated at 500 people", "500 people", "500", "persons", "about"),
    ("in the neighbourhood of 500 people", "500 people", "500", "persons", "about"),
    ("perhaps another 500 people", "500 people", "500", "persons", "about"),
    ("more than a further 500 people", "500 people", "500", "persons", "over"),
    ("not quite 500 people", "500 people", "500", "persons", "almost"),
    ("Tens to 500 homes", "500 homes", "500", "homes", "up to"),
    ("500 or more people", "500 or more people", "500", "persons", "at least"),
    ("500-plus people", "500-plus people", "500", "persons", "at least"),
    ("30-odd countries", "30-odd countries", "30", "countries", "about"),
    ("500 people (estimate)", "500 people", "500", "persons", "about"),
    ("some 3,000 to 4,000 people", "3,000 to 4,000 people", "3000..4000", "persons", "about"),
    ("约有500人", "500人", "500", "persons", "about"),
    ("超过了500人", "500人", "500", "persons", "over"),
    ("三十多万人", "三十多万人", "300000", "persons", "over"),
    ("20来人", "20来人", "20", "persons", "over"),
]


@pytest.mark.parametrize(
    ("text", "raw", "value", "unit", "hedge"), [*SCALES, *NUMBERS, *UNITS, *HEDGES]
)
def test_a_figure_is_read_whole(
    text: str, raw: str, value: str, unit: str | None, hedge: str | None
) -> None:
    """Scale words, mixed numbers, units and hedges in their usual forms, as one amount."""
    (found,) = (q for q in find_quantities(text) if q.kind in {"amount", "ratio"})
    low, _, high = value.partition("..")
    expected = (None, Decimal(low), Decimal(high)) if high else (Decimal(low), None, None)
    assert (found.raw, found.unit, found.hedge) == (raw, unit, hedge)
    assert (found.value, found.low, found.high) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Articles 3 to 5 say", "Paragraphs 5 and 6", "kernel 6.1", "exit status 3", "RFC 2616",
        "5 Billionen Euro", "a score of homes", "tens of thousands of homes", "两国关系",
        "Options 3, 4 and 5",
    ],
)  # fmt: skip
def test_names_and_vague_words_are_no_amounts(text: str) -> None:
    """Numbers that name something, scale words that are not read, and vague words."""
    assert [q for q in find_quantities(text) if q.kind == "amount"] == []


def read(words: str) -> Quantity:
    found = parse_figure(words)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("claim", "source", "verdict", "reason"),
    [
        ("2 km", "2.5 km", "disagrees", "other_value"),
        ("3 km", "2.5 km", "agrees", "rounds"),
        ("5%", "4½%", "agrees", "rounds"),
        ("272,000 homes", "272,037 homes", "agrees", "rounds"),
        ("272,000 homes", "272,700 homes", "disagrees", "other_value"),
        ("10,000 homes", "10,400 homes", "disagrees", "rounded_zeros"),
        ("1,000 soldiers", "1,000 officers and soldiers", "review", "near_synonym"),
        ("3", "3 churches and schools", "review", "near_synonym"),
        ("3,000 to 4,000 people", "some 3,000 to 4,000 people", "review", "hedged_source"),
        ("1 GiB", "1,024 MiB", "agrees", "equal"),
        ("10 knots", "18.5 km/h", "agrees", "rounds"),
        ("5 short tons", "5 tonnes", "review", "coarse"),
        ("1 mile", "1 km", "review", "coarse"),
        ("3 miles", "5 km", "agrees", "rounds"),
        ("$5", "5 Canadian dollars", "incomparable", "other_unit"),
        ("30 °C", "86 °F", "incomparable", "other_unit"),
    ],
)
def test_more_pairs_are_compared(claim: str, source: str, verdict: str, reason: str) -> None:
    """Ties round away from nought, thousands may be rounded, both nouns of a count matter."""
    outcome = compare_quantity(read(claim), read(source))
    assert (outcome.verdict, outcome.reason) == (verdict, reason)


def test_a_unit_label_inside_brackets_multiplies() -> None:
    """A caption may end in the label, brackets and all."""
    found = header_multiplier("对中亚五国出口额（单位：万美元）")
    assert found is not None
    assert (found.factor, found.unit) == (Decimal(10_000), "USD")
    assert header_multiplier("国家") is None
