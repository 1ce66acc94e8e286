"""Numbers, units, currencies and operators that are not the source's. None of these may pass."""

# ruff: noqa: D401 - a mutation's docstring names what comes of it

from __future__ import annotations

import re
from collections.abc import Callable

from benchmarks.quotations.pages import built
from benchmarks.quotations.scene import ALTERED, Kind, Made, Maker, Scene
from benchmarks.quotations.words import (
    CJK,
    NUMBER,
    NUMBER_WORDS,
    WORD,
    choice,
    replaced,
    spans,
)

_UNITS = (
    ("km", "miles"), ("tonnes", "tons"), ("kg", "pounds"), ("MW", "GW"), ("litres", "gallons"),
    ("hectares", "acres"), ("metres", "feet"), ("days", "weeks"), ("months", "years"),
    ("kilobytes", "megabytes"), ("MB", "GB"), ("mm", "cm"), ("barrels", "tonnes"),
)  # fmt: skip
_CURRENCIES = ("$", "€", "£", "¥")
_OPERATORS = ((">", "<"), ("≤", "≥"), ("<", "≤"), ("=", "≠"), ("≈", ">"), ("+", "-"))
_SCALES = ("thousand", "million", "billion", "trillion")


def _numbers(scene: Scene) -> list[tuple[int, int]]:
    if CJK.search(scene.text):
        return [m.span() for m in re.finditer(r"(?<![\w.,])\d+(?![\d.,])", scene.text, re.ASCII)]
    return spans(NUMBER, scene.text)


def digit_changed(scene: Scene) -> Made | None:
    """One digit another."""
    span = choice(scene.luck, _numbers(scene))
    if span is None:
        return None
    places = [p for p in range(*span) if scene.text[p].isdigit()]
    place = scene.luck.choice(places)
    allowed = [d for d in "123456789" if d != scene.text[place]]
    return Made(scene.text[:place] + scene.luck.choice(allowed) + scene.text[place + 1 :])


def digit_dropped(scene: Scene) -> Made | None:
    """One digit fewer."""
    span = choice(scene.luck, [s for s in _numbers(scene) if scene.text[s[0] : s[1]].isdigit()])
    if span is None or span[1] - span[0] < 2:
        return None
    place = scene.luck.randrange(*span)
    return Made(scene.text[:place] + scene.text[place + 1 :])


def digit_added(scene: Scene) -> Made | None:
    """One digit more, at the end."""
    span = choice(scene.luck, [s for s in _numbers(scene) if scene.text[s[0] : s[1]].isdigit()])
    if span is None:
        return None
    return Made(scene.text[: span[1]] + scene.luck.choice("0123456789") + scene.text[span[1] :])


def point_moved(scene: Scene) -> Made | None:
    """`4.39` as `43.9`, `439` as `43.9`."""
    span = choice(scene.luck, [s for s in _numbers(scene) if "," not in scene.text[s[0] : s[1]]])
    if span is None:
        return None
    old = scene.text[span[0] : span[1]]
    digits = old.replace(".", "")
    # three digits after the point: in most languages here that is a separator of thousands
    places = [p for p in range(1, len(digits)) if p not in {old.find("."), len(digits) - 3}]
    if not places:
        return None
    place = scene.luck.choice(places)
    return Made(replaced(scene.text, span, f"{digits[:place]}.{digits[place:]}"))


def point_dropped(scene: Scene) -> Made | None:
    """`4.39` as `439`."""
    span = choice(scene.luck, [s for s in _numbers(scene) if "." in scene.text[s[0] : s[1]]])
    if span is None:
        return None
    return Made(replaced(scene.text, span, scene.text[span[0] : span[1]].replace(".", "")))


def sign_added(scene: Scene) -> Made | None:
    """A minus before a number."""
    found = [s for s in _numbers(scene) if s[0] and scene.text[s[0] - 1] == " "]
    span = choice(scene.luck, found)
    sign = scene.luck.choice("-−")
    return Made(scene.text[: span[0]] + sign + scene.text[span[0] :]) if span else None


def number_dropped(scene: Scene) -> Made | None:
    """The number left out."""
    found = [s for s in _numbers(scene) if scene.text[max(0, s[0] - 1) : s[0]] == " "]
    found = [s for s in found if scene.text[s[1] : s[1] + 1] == " "]
    span = choice(scene.luck, found)
    return Made(scene.text[: span[0]] + scene.text[span[1] + 1 :]) if span else None


def number_word(scene: Scene) -> Made | None:
    """`two` as `three`, `twice` as `thrice`."""
    span = choice(scene.luck, spans(WORD, scene.text, NUMBER_WORDS))
    if span is None or scene.passage.language != "en":
        return None
    return Made(replaced(scene.text, span, NUMBER_WORDS[scene.text[span[0] : span[1]].lower()]))


def bracket_number(scene: Scene) -> Made | None:
    """A number added in brackets before a word."""
    found = [m.span() for m in re.finditer(r"(?<= )[a-z]{5,}", scene.text)]
    span = choice(scene.luck, found)
    if span is None or CJK.search(scene.text):
        return None
    number = scene.luck.choice(("[five hundred]", "[3.2 million]", "[two-thirds of]", "[40 %]"))
    return Made(f"{scene.text[: span[0]]}{number} {scene.text[span[0] :]}")


def on_page(pair: str) -> Maker:
    """Return a maker of cases whose page says one thing about a number, the quotation another.

    `pair` names the sort of expression. It is written into both: the documents have too few.
    """

    def make(scene: Scene) -> Made | None:
        found = [s for s in _numbers(scene) if scene.text[max(0, s[0] - 1) : s[0]] == " "]
        found = [s for s in found if re.match(r" [a-zà-я]", scene.text[s[1] :])]
        span = choice(scene.luck, found)
        if span is None or scene.passage.language == "zh":
            return None
        right, wrong = _EXPRESSIONS[pair](scene, scene.text[span[0] : span[1]])
        start, end = scene.text[: span[0]], scene.text[span[1] :]
        return Made(
            start + wrong + end, built(scene, start + right + end), truth=start + right + end
        )

    return make


def _swapped(
    scene: Scene, pairs: tuple[tuple[str, str], ...], form: str, n: str
) -> tuple[str, str]:
    pair = scene.luck.choice(pairs)
    first, second = pair if scene.luck.random() < 0.5 else pair[::-1]
    return form.format(n=n, x=first), form.format(n=n, x=second)


def _two(scene: Scene, of: tuple[str, ...], form: str, n: str) -> tuple[str, str]:
    first, second = scene.luck.sample(of, 2)
    return form.format(n=n, x=first), form.format(n=n, x=second)


_EXPRESSIONS: dict[str, Callable[[Scene, str], tuple[str, str]]] = {
    "unit": lambda scene, n: _swapped(scene, _UNITS, "{n} {x}", n),
    "currency": lambda scene, n: _two(scene, _CURRENCIES, "{x}{n}", n),
    "scale": lambda scene, n: _two(scene, _SCALES, "{n} {x}", n),
    "operator": lambda scene, n: _swapped(scene, _OPERATORS, "{x} {n}", n),
    "points": lambda scene, n: _swapped(
        scene, (("%", "percentage points"), ("per cent", "percentage points")), "{n} {x}", n
    ),
    "per_cent_dropped": lambda scene, n: (f"{n}{scene.luck.choice(('%', ' %', ' per cent'))}", n),
    "minus_dropped": lambda scene, n: (f"{scene.luck.choice('-−')}{n}", n),
    "unit_dropped": lambda scene, n: (f"{n} {scene.luck.choice(_UNITS)[0]}", n),
    "scale_dropped": lambda scene, n: (f"{n} {scene.luck.choice(_SCALES)}", n),
    "range_end": lambda scene, n: (f"{n}–{n}7", f"{n}–{n}{scene.luck.choice('12345689')}"),
}

NUMBERS: dict[str, Kind] = {
    name: Kind("number", make, ALTERED)
    for name, make in (
        ("digit_changed", digit_changed),
        ("digit_dropped", digit_dropped),
        ("digit_added", digit_added),
        ("point_moved", point_moved),
        ("point_dropped", point_dropped),
        ("sign_added", sign_added),
        ("number_dropped", number_dropped),
        ("number_word", number_word),
        ("bracket_number", bracket_number),
        *((f"page_{name}", on_page(name)) for name in _EXPRESSIONS),
    )
}
"""Classes about numbers by name."""
