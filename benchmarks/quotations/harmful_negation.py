"""Negations dropped, added, hidden or left beside the cut. None of these may pass."""

# ruff: noqa: D401 - a mutation's docstring names what comes of it

from __future__ import annotations

import re
from html import escape

from benchmarks.quotations.pages import around, page, whole
from benchmarks.quotations.passages import sentences
from benchmarks.quotations.scene import ALTERED, STOPPED, Kind, Made, Scene
from benchmarks.quotations.words import (
    AFFIX,
    AUXILIARIES,
    NEGATED,
    OPENERS,
    WORD,
    choice,
    dropped,
    replaced,
    spans,
)

_NEVER = frozenset(["never", "no", "none", "nothing", "nobody", "neither", "nor", "cannot"])
_WITHOUT = {"without": "with", "nothing": "everything", "nobody": "everybody", "never": "always",
            "none": "all", "cannot": "can", "nowhere": "everywhere"}  # fmt: skip
_DROPPED = {
    "de": r" (?:nicht|nie|niemals)\b|\b[Kk](?=ein(?:e|en|er|es|em)?\b)",
    "fr": r"\b[Nn]e (?=\w+ pas\b)|\bn['’](?=\w+ (?:pas|jamais)\b)",
    "es": r"\b[Nn]o (?=[a-zñ])|\bnunca ",
    "it": r"\b[Nn]on (?=[a-zèà])|\bmai ",
    "pt": r"\b[Nn]ão (?=[a-zéà])|\bnunca ",
    "ru": r"\b[Нн]е (?=[а-я])|\bникогда ",
    "zh": r"不(?=[能会是可需要必应支允])|没有|未(?=被|经|能)",
    "ja": r"(?<=[きえけせてねめれいしちりびみ])ませ(?=ん)",
}
_INSERTED = {
    "de": (r"\b(?:ist|sind|wird|werden|kann|können|wurde|wurden|hat|haben)\b", r"\g<0> nicht"),
    "fr": (r"\b(?:peut|sont|sera|seront|permet|contient|doit|doivent|fut)\b", r"ne \g<0> pas"),
    "es": (r"\b(?:puede|pueden|es|está|son|fue|será|tiene|permite|contiene)\b", r"no \g<0>"),
    "it": (r"\b(?:può|possono|sono|viene|vengono|fu|sarà|permette|contiene)\b", r"non \g<0>"),
    "pt": (r"\b(?:pode|podem|são|está|será|foi|permite|contém)\b", r"não \g<0>"),
    "ru": (r"\b(?:может|могут|является|был|были|будет|будут|содержит|можно)\b", r"не \g<0>"),
    "zh": (r"(?<![不就还而只但总可])(?:能够|可以|支持|需要|允许|会在|能在)", r"不\g<0>"),
    "ja": (r"(?<=[きえけせてねめれいしちりびみ])ます(?=[。、])", "ません"),
}
_BEFORE = (
    "It is not true that ", "He denied that ", "They failed to show that ", "Nobody believes that ",
    "It is false that ", "She never said that ", "There is no evidence that ",
    "We do not accept that ",
)  # fmt: skip
_AFTER = (
    " is not true.", ", which is not true.", " – this was never the case.", " is false.",
    " has been denied.", ", he falsely claimed.", ", which they denied.",
)  # fmt: skip
_UNLESS = (
    ", unless the other side agrees first.", ", except in the years of war.",
    ", but only if the court agrees.", ", but this is no longer so.", " only when it is raining.",
)  # fmt: skip


def _english(scene: Scene) -> bool:
    return scene.passage.language == "en"


def not_dropped(scene: Scene) -> Made | None:
    """`not` left out."""
    span = (
        choice(scene.luck, spans(re.compile(r"\bnot\b"), scene.text)) if _english(scene) else None
    )
    return Made(dropped(scene.text, span)) if span else None


def never_dropped(scene: Scene) -> Made | None:
    """`never`, `no`, `none` and their like left out."""
    span = choice(scene.luck, spans(WORD, scene.text, _NEVER)) if _english(scene) else None
    return Made(dropped(scene.text, span)) if span else None


def never_turned(scene: Scene) -> Made | None:
    """`without` to `with`, `never` to `always`."""
    span = choice(scene.luck, spans(WORD, scene.text, _WITHOUT)) if _english(scene) else None
    if span is None:
        return None
    return Made(replaced(scene.text, span, _WITHOUT[scene.text[span[0] : span[1]].lower()]))


def _auxiliaries(scene: Scene) -> list[tuple[int, int]]:
    found = spans(WORD, scene.text, AUXILIARIES) if _english(scene) else []
    return [
        span for span in found if not re.match(r"\s*(?:not|n['’]t|no)\b", scene.text[span[1] :])
    ]


def not_inserted(scene: Scene) -> Made | None:
    """`not` after an auxiliary."""
    span = choice(scene.luck, _auxiliaries(scene))
    return Made(scene.text[: span[1]] + " not" + scene.text[span[1] :]) if span else None


def never_inserted(scene: Scene) -> Made | None:
    """`never` after an auxiliary."""
    span = choice(scene.luck, _auxiliaries(scene))
    return Made(scene.text[: span[1]] + " never" + scene.text[span[1] :]) if span else None


def contraction_negated(scene: Scene) -> Made | None:
    """`can` to `can't`."""
    found = [s for s in _auxiliaries(scene) if scene.text[s[0] : s[1]].lower() in NEGATED]
    span = choice(scene.luck, found)
    if span is None:
        return None
    return Made(replaced(scene.text, span, NEGATED[scene.text[span[0] : span[1]].lower()]))


def contraction_affirmed(scene: Scene) -> Made | None:
    """`can't` to `can`."""
    back = {short: full for full, short in NEGATED.items()}
    plain = scene.text.replace("’", "'")
    span = choice(scene.luck, spans(WORD, plain, back)) if _english(scene) else None
    return Made(replaced(plain, span, back[plain[span[0] : span[1]].lower()])) if span else None


def affix(scene: Scene) -> Made | None:
    """`able` to `unable`, `legal` to `illegal`, `agree` to `disagree`, and back."""
    span = choice(scene.luck, spans(WORD, scene.text, AFFIX)) if _english(scene) else None
    if span is None:
        return None
    return Made(replaced(scene.text, span, AFFIX[scene.text[span[0] : span[1]].lower()]))


def _hidden(scene: Scene, most: int) -> tuple[int, int] | None:
    """Return a span that starts before a `not` or `never` and ends up to `most` words after it."""
    if not _english(scene):
        return None
    pattern = rf"(?<= )(?:not|never)(?: \S+){{0,{most}}}(?= \S+ \S+)"
    found = [m.span() for m in re.finditer(pattern, scene.text) if m.start() > 10]
    return choice(scene.luck, found)


def behind_ellipsis(scene: Scene) -> Made | None:
    """`not`, alone or with words after it, behind an ellipsis."""
    span = _hidden(scene, scene.luck.randint(0, 5))
    mark = scene.luck.choice(("…", "...", "[...]", "[…]"))
    return Made(scene.text[: span[0]] + mark + scene.text[span[1] :]) if span else None


def in_brackets(scene: Scene) -> Made | None:
    """`[not]` added in brackets."""
    span = choice(scene.luck, _auxiliaries(scene))
    new = scene.luck.choice((" [not]", " [never]", " [do not]"))
    return Made(scene.text[: span[1]] + new + scene.text[span[1] :]) if span else None


def under_bracket(scene: Scene) -> Made | None:
    """A bracket that takes the place of `not`: `did [indeed] close`."""
    span = _hidden(scene, 0)
    new = scene.luck.choice(("[indeed]", "[also]", "[really]", "[then]"))
    return Made(scene.text[: span[0]] + new + scene.text[span[1] :]) if span else None


def cut_after_not(scene: Scene) -> Made | None:
    """The quotation starts right after the source's `not`, `never` or `no`."""
    if not _english(scene):
        return None
    found = [m.end() for m in re.finditer(r"\b(?:not|never|no|cannot) (?=\w)", scene.text)]
    found = [place for place in found if len(scene.text[place:].split()) > 4]
    if not found:
        return None
    place = scene.luck.choice(found)
    return Made(re.sub(r"[.]$", "", scene.text[place:]))


def foreign_dropped(scene: Scene) -> Made | None:
    """A negation left out in German, French, Spanish, Italian, Russian, Chinese, Japanese."""
    pattern = _DROPPED.get(scene.passage.language)
    span = choice(scene.luck, spans(re.compile(pattern), scene.text)) if pattern else None
    if span is None:
        return None
    rest = scene.text[span[1] :]
    if scene.passage.language == "ja":
        return Made(scene.text[: span[0]] + "ます" + rest.removeprefix("ん"))
    if scene.passage.language == "fr":
        rest = re.sub(r" (?:pas|jamais)\b", "", rest, count=1)
    if scene.passage.language == "zh" and scene.text[span[0] : span[1]] == "没有":
        rest = "有" + rest
    new = scene.text[: span[0]] + rest
    return Made(new[:1].upper() + new[1:])


def foreign_inserted(scene: Scene) -> Made | None:
    """A negation put in, in the same languages."""
    pattern, new = _INSERTED.get(scene.passage.language, ("", ""))
    found = list(re.finditer(pattern, scene.text)) if pattern else []
    if not found:
        return None
    match = scene.luck.choice(found)
    return Made(scene.text[: match.start()] + match.expand(new) + scene.text[match.end() :])


def _framed(scene: Scene, before: str, after: str) -> Made | None:
    """Return a page where one sentence stands between `before` and `after`."""
    first = scene.text.split(" ")[0]
    if not _english(scene) or first not in OPENERS or len(sentences(scene.text)) > 1:
        return None
    if not scene.text.endswith(".") or first in {"And", "But", "If", "So", "However", "Although"}:
        return None
    body = scene.text[:-1]
    inner = body[0].lower() + body[1:] if before else body
    own = escape(f"{before}{inner}{after or '.'}", quote=False)
    return Made(inner, page(around(scene, whole(scene, own))))


def denied_before(scene: Scene) -> Made | None:
    """The page has `It is not true that` right before the words quoted."""
    return _framed(scene, scene.luck.choice(_BEFORE), "")


def denied_after(scene: Scene) -> Made | None:
    """The page has `is not true` right after the words quoted."""
    after = scene.luck.choice(_AFTER)
    return _framed(scene, "That " if after.startswith((" is", " has")) else "", after)


def condition_after(scene: Scene) -> Made | None:
    """The page goes on with `unless`, `except`, `but only if` after the words quoted."""
    return _framed(scene, "", scene.luck.choice(_UNLESS))


NEGATION: dict[str, Kind] = {
    name: Kind("negation", make, right)
    for name, make, right in (
        ("not_dropped", not_dropped, ALTERED),
        ("never_dropped", never_dropped, ALTERED),
        ("never_turned", never_turned, ALTERED),
        ("not_inserted", not_inserted, ALTERED),
        ("never_inserted", never_inserted, ALTERED),
        ("contraction_negated", contraction_negated, ALTERED),
        ("contraction_affirmed", contraction_affirmed, ALTERED),
        ("affix", affix, ALTERED),
        ("negation_behind_ellipsis", behind_ellipsis, ALTERED),
        ("negation_in_brackets", in_brackets, ALTERED),
        ("negation_under_bracket", under_bracket, ALTERED),
        ("cut_after_not", cut_after_not, ALTERED),
        ("denied_before", denied_before, ALTERED),
        ("denied_after", denied_after, ALTERED),
        ("foreign_negation_dropped", foreign_dropped, ALTERED),
        ("foreign_negation_inserted", foreign_inserted, ALTERED),
    )
} | {"condition_after": Kind("cut", condition_after, STOPPED)}
"""Classes about negation by name."""
