"""Which of a page's rules bear on an element, and what they come to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from footnoted.layout.css import Declarations, Rule, declarations
from footnoted.layout.selectors import Budget, Selector, matches, parse_selector
from footnoted.layout.values import Variables, defined, resolved
from footnoted.layout.visibility import is_blocklike, unseen

Entry = tuple[Selector, Rule]


class Index:
    """Rules by what an element must have for them to match: an id, a class, a tag, nothing."""

    def __init__(self, entries: Iterable[Entry], budget: Budget) -> None:
        self._by_key: dict[str, list[Entry]] = {}
        for entry in entries:
            self._by_key.setdefault(entry[0].key, []).append(entry)
        self._budget = budget
        self._of_classes: dict[str, tuple[Entry, ...]] = {}
        self.tags = frozenset(key for key in self._by_key if key[0] not in "#.")
        self.by_id = any(key[0] == "#" for key in self._by_key)

    def __bool__(self) -> bool:
        return bool(self._by_key)

    def concern(self, names: str) -> bool:
        """Say whether a rule is kept under one of these class names."""
        return any(f".{name}" in self._by_key for name in names.split())

    def matching(self, element: etree._Element) -> list[Entry]:
        """Return the entries that match `element`. Raises TooManySelectorsError."""
        return [e for e in self._candidates(element) if matches(e[0], element, self._budget)]

    def _candidates(self, element: etree._Element) -> Iterator[Entry]:
        names = element.get("class")
        if names:
            found = self._of_classes.get(names)
            if found is None:
                parts = self._budget.classes(names)
                found = tuple(e for n in sorted(parts) for e in self._by_key.get(f".{n}", ()))
                self._of_classes[names] = found
            yield from found
        name = element.get("id")
        if name:
            yield from self._by_key.get(f"#{name.strip()}", ())
        yield from self._by_key.get(str(element.tag), ())
        yield from self._by_key.get("*", ())


class Cascade:
    """The page's rules that bear on seeing, ready to be asked about elements."""

    def __init__(self, rules: Sequence[Rule], variables: Variables | None = None) -> None:
        self._variables = variables or {}
        budget = Budget()
        entries = [(s, rule) for rule in rules for s in _selectors(rule)]
        telling = {id(rule) for rule in rules if _tells(rule.declarations)}
        self._all = Index((e for e in entries if not e[0].doubtful or id(e[1]) in telling), budget)
        self.telling = Index((e for e in entries if id(e[1]) in telling), budget)

    def properties(self, element: etree._Element, style: str) -> Declarations:
        """Return what all rules and the element's own `style` come to (CSS Cascade 4, 6)."""
        rules = sorted(self._all.matching(element), key=lambda e: (e[0].weight, e[1].order))
        merged: Declarations = {}
        layers = [rule.declarations for _, rule in rules]
        own = self.own(style) if style else {}
        for layer in (*layers, own):
            merged.update(layer)
        for layer in (*layers, own):
            merged.update({k: v for k, v in layer.items() if v.endswith("important")})
        return merged

    def own(self, style: str) -> Declarations:
        """Return what a `style` attribute declares; its own variables go before the page's."""
        if "var(" in style:
            style = resolved(style, {**self._variables, **defined(style)})
        return declarations(style)


def _selectors(rule: Rule) -> Iterator[Selector]:
    """Return the rule's selectors that may match; those on the root or body hide no page."""
    for text in _split(rule.selectors)[:200]:
        selector = parse_selector(text)
        if selector is not None and selector.compounds[0].tag not in {"html", "body"}:
            yield selector


def _split(selectors: str) -> list[str]:
    """Split at the commas of a list that stand outside brackets."""
    parts, depth, start = [], 0, 0
    for at, sign in enumerate(selectors):
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == "," and depth <= 0:
            parts.append(selectors[start:at])
            start = at + 1
    return [*parts, selectors[start:]]


def _tells(properties: Declarations) -> bool:
    return bool(unseen(properties)) or is_blocklike(properties)
