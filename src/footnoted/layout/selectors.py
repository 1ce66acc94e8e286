"""CSS selectors to what they match in a tree: the part of Selectors Level 4 that pages use.

Where a selector cannot be judged, `Selector.doubtful` says so: a rule that hides is then taken
to apply, a rule that shows is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

_TOKEN = re.compile(
    r"""
      (?P<combinator> \s* [>+~] \s* | \s+ )
    | \# (?P<id> (?:[\w-]|[^\x00-\x7f]|\\.)+ )
    | \. (?P<class> (?:[\w-]|[^\x00-\x7f]|\\.)+ )
    | \[ \s* (?P<name> [\w:-]+ ) \s*
        (?: (?P<operator> [~|^$*]?= ) \s*
            (?: "(?P<double>[^"]*)" | '(?P<single>[^']*)' | (?P<bare>[^\]\s]+) )
            \s* (?P<fold> [is]? ) \s* )? \]
    | :not\( \s* (?P<without> (?: [^()] | \([^()]*\) )* ) \)
    | (?P<pseudo> ::?[\w-]+ (?: \( [^()]* (?: \([^()]*\) [^()]* )* \) )? )
    | (?P<tag> [a-z][\w-]* | \* )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEVER = frozenset(
    [
        "hover",
        "focus",
        "focus-within",
        "focus-visible",
        "active",
        "visited",
        "target",
        "checked",
        "disabled",
        "before",
        "after",
        "first-line",
        "first-letter",
        "placeholder",
        "selection",
        "marker",
        "backdrop",
        "fullscreen",
        "invalid",
        "placeholder-shown",
        "popover-open",
        "open",
        "autofill",
        "-webkit-scrollbar",
    ]
)
"""States and parts that a page at rest does not show: such a rule does not apply."""

_ALWAYS = frozenset({"link", "any-link", "enabled", "defined"})
_MAX_PARTS = 12


class TooManySelectorsError(ValueError):
    """Matching the page's rules takes more steps than a page may cost."""


@dataclass(frozen=True, slots=True)
class Compound:
    """What one element must be: tag, ids, classes, attributes; `without` are compounds it is not.

    `places` are positions among its siblings: `first-child`, `last-child`, `root`, `empty`.
    """

    tag: str = ""
    ids: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    attributes: tuple[tuple[str, str, str], ...] = ()
    without: tuple[Compound, ...] = ()
    places: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Selector:
    """Compounds from right to left, and the combinators between them."""

    compounds: tuple[Compound, ...]
    combinators: tuple[str, ...]
    weight: tuple[int, int, int]
    doubtful: bool

    @property
    def key(self) -> str:
        """An id, class, or tag that every element it matches has; "*" where there is none."""
        last = self.compounds[0]
        if last.ids:
            return "#" + min(last.ids)
        if last.classes:
            return "." + min(last.classes)
        return last.tag or "*"


@dataclass(slots=True)
class Budget:
    """Steps that the matching of one page may still take."""

    left: int = 1_500_000
    texts: dict[str, frozenset[str]] = field(default_factory=dict)

    def spend(self) -> None:
        """Take a step; raises TooManySelectorsError where none is left."""
        self.left -= 1
        if self.left < 0:
            raise TooManySelectorsError

    def classes(self, text: str) -> frozenset[str]:
        """Return the names in a `class` attribute, split once."""
        names = self.texts.get(text)
        if names is None:
            names = self.texts[text] = frozenset(text.split())
        return names


@dataclass(slots=True)
class _Draft:
    """A compound being read."""

    tag: str = ""
    ids: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    without: list[Compound] = field(default_factory=list)
    places: set[str] = field(default_factory=set)

    def done(self) -> Compound:
        return Compound(
            self.tag,
            frozenset(self.ids),
            frozenset(self.classes),
            tuple(self.attributes),
            tuple(self.without),
            frozenset(self.places),
        )


def parse_selector(text: str) -> Selector | None:
    """Read one selector (no list); None for one that never matches a page at rest."""
    drafts, combinators, doubtful, at = [_Draft()], list[str](), False, 0
    text = text.strip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            return None  # CSS drops a rule that it cannot read
        at = match.end()
        if match.group("combinator"):
            combinators.append(match.group("combinator").strip() or " ")
            drafts.append(_Draft())
        else:
            told = _take(drafts[-1], match)
            if told is None:
                return None
            doubtful = doubtful or not told
    if len(drafts) > _MAX_PARTS or not text:
        return None
    compounds = tuple(draft.done() for draft in reversed(drafts))
    return Selector(compounds, tuple(reversed(combinators)), _weight(compounds), doubtful)


def _take(draft: _Draft, match: re.Match[str]) -> bool | None:
    """Add a simple selector; False where it cannot be judged, None where it never matches."""
    kind = match.lastgroup
    if match.group("id"):
        draft.ids.add(_unescaped(match.group("id")))
    elif match.group("class"):
        draft.classes.add(_unescaped(match.group("class")))
    elif match.group("name"):
        value = match.group("double") or match.group("single") or match.group("bare") or ""
        name = match.group("name").lower()
        draft.attributes.append((name, match.group("operator") or "", value))
    elif match.group("without") is not None:
        return _take_without(draft, match.group("without"))
    elif match.group("pseudo"):
        return _take_pseudo(draft, match.group("pseudo").lstrip(":").lower())
    elif kind == "tag":
        draft.tag = "" if match.group("tag") == "*" else match.group("tag").lower()
    return True


def _take_without(draft: _Draft, listed: str) -> bool:
    """Add what `:not(…)` excludes; False where that cannot be judged."""
    for text in listed.split(","):
        inner = parse_selector(text)
        if inner is None:
            continue  # not hovered: always so
        if inner.doubtful or len(inner.compounds) > 1:
            return False
        draft.without.append(inner.compounds[0])
    return True


def _take_pseudo(draft: _Draft, name: str) -> bool | None:
    if name in _NEVER or name.startswith(("-webkit-", "-moz-", "-ms-", "lang(", "dir(")):
        return None
    if name in {"first-child", "last-child", "root", "empty"}:
        draft.places.add(name)
        return True
    return name in _ALWAYS


def _unescaped(name: str) -> str:
    return re.sub(r"\\(.)", r"\1", name) if "\\" in name else name


def _weight(compounds: tuple[Compound, ...]) -> tuple[int, int, int]:
    """Return the specificity (Selectors 4, 15): ids, classes and the like, tags."""
    every = [*compounds, *(inner for one in compounds for inner in one.without)]
    return (
        sum(len(c.ids) for c in every),
        sum(len(c.classes) + len(c.attributes) + len(c.places) for c in every),
        sum(bool(c.tag) for c in every),
    )


def matches(selector: Selector, element: etree._Element, budget: Budget) -> bool:
    """Say whether `selector` matches `element`. Raises TooManySelectorsError."""
    return _from(selector, 0, element, budget)


def _from(selector: Selector, part: int, element: etree._Element, budget: Budget) -> bool:
    budget.spend()
    if not _is(selector.compounds[part], element, budget):
        return False
    if part == len(selector.combinators):
        return True
    match selector.combinators[part]:
        case " ":
            others = element.iterancestors()
        case ">":
            parent = element.getparent()
            return parent is not None and _from(selector, part + 1, parent, budget)
        case "+":
            before = element.getprevious()
            return before is not None and _from(selector, part + 1, before, budget)
        case _:
            others = element.itersiblings(preceding=True)
    return any(_from(selector, part + 1, other, budget) for other in others)


def _is(compound: Compound, element: etree._Element, budget: Budget) -> bool:
    if compound.tag and element.tag != compound.tag:
        return False
    if compound.ids and (element.get("id") or "").strip() not in compound.ids:
        return False
    if compound.classes and not compound.classes <= _classes(element, budget):
        return False
    return (
        all(_has(element, *attribute) for attribute in compound.attributes)
        and all(_stands(element, place) for place in compound.places)
        and not any(_is(other, element, budget) for other in compound.without)
    )


def _classes(element: etree._Element, budget: Budget) -> frozenset[str]:
    """Return the class names; `no-js` on the root is what scripts turn into `js`."""
    names = budget.classes(element.get("class") or "")
    if "no-js" in names and element.tag in {"html", "body"}:
        return names - {"no-js"} | {"js"}
    return names


def _has(element: etree._Element, name: str, operator: str, value: str) -> bool:
    own = element.get(name)
    if own is None:
        return False
    match operator:
        case "":
            return True
        case "=" | "|=":
            return own == value or (operator == "|=" and own.startswith(value + "-"))
        case "~=":
            return value in own.split()
        case "^=":
            return bool(value) and own.startswith(value)
        case _:
            return bool(value) and (own.endswith(value) if operator == "$=" else value in own)


def _stands(element: etree._Element, place: str) -> bool:
    match place:
        case "first-child":
            return element.getprevious() is None
        case "last-child":
            return element.getnext() is None
        case "root":
            return element.getparent() is None
    return len(element) == 0 and not element.text
