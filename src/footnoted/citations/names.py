"""Names of authors and bodies as citations print them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_INITIALS = r"(?:[A-Z]\.?[ -]?){1,4}"
_PERSON = re.compile(
    r"(?P<family>(?:(?:van|von|de|der|den|del|da|di|la|le|al|el|bin|ten|ter)[ -])*"
    rf"[A-Z][^\W\d_]*[a-z][\w’'-]*(?:[ -][A-Z][\w’'-]*[a-z][\w’'-]*)?),?\s+(?P<given>{_INITIALS})"
)
_INITIALS_FIRST = re.compile(
    r"(?P<given>(?!U\.\s?[SKN]\.|E\.\s?U\.)(?:[A-Z]\.[ -]?){1,4})\s?"
    r"(?P<family>(?:(?:van|von|de|der|den|del|da|di|la|le|al|el|bin|ten|ter)[ -])*"
    r"[A-Z][^\W\d_]*[a-z][\w’'-]*)"
)
_ONLY_INITIALS = re.compile(_INITIALS)
_AND = re.compile(r",\s*(?:and|&)\s+|\s+(?:and|&)\s+|,\s*")
_EDITOR = re.compile(r",?\s*\(?\beds?\b\.?\)?\.?\s*$")
_ET_AL = re.compile(r",?\s*(?:et al\b\.?|and others)\s*", re.IGNORECASE)
BODY_WORD = re.compile(
    r"\b(?:Academy|Administration|Agency|Association|BBC|Bank|Bureau|CNN|Cent(?:er|re)|College"
    r"|Commission|Committee|Company|Congress|Corporation|Council|Daily|Department|Economist"
    r"|Embassy|Forum|Foundation|Government|Group|Herald|Institute|Institution|Journal|Ministry"
    r"|Monitor|Nations|Network|News|Office|Organi[sz]ation|Parliament|Portal|Post|Press|Programme"
    r"|Radio|Reuters|School|Secretariat|Service|Society|Survey|Television|Times|Trust|Union"
    r"|University|Weekly|Xinhua)\b"
)
_SMALL = {"of", "the", "and", "for", "on", "in", "at", "to", "a", "an", "&", "de", "la", "du", "by"}


@dataclass(frozen=True, slots=True)
class Person:
    """A person as cited, family name first: `Wen J`; `given` are initials or empty."""

    family: str
    given: str = ""

    @property
    def initials(self) -> str:
        """The initials as bare letters: `GM` of `Smith G M`."""
        return re.sub(r"[^A-Z]", "", self.given)


@dataclass(frozen=True, slots=True)
class Names:
    """Who a citation begins with: persons, or else one body (`literal`), and the words left."""

    persons: tuple[Person, ...] = ()
    literal: str | None = None
    editors: bool = False
    rest: str = ""


def read_names(head: str) -> Names:
    """Read the names at the beginning of a citation, `head` being the words before its title."""
    head = head.strip(" ,:;.-–—") + ("." if head.rstrip(" ,:;").endswith(".") else "")
    editors = bool(_EDITOR.search(head))
    head = _ET_AL.sub("", _EDITOR.sub("", head)).strip(" ,:;")
    if not head:
        return Names()
    persons = _persons(head)
    if persons:
        return Names(persons=persons, editors=editors)
    first, _, rest = head.partition(", ")
    return Names(literal=first.strip(), editors=editors, rest=rest.strip())


def _persons(head: str) -> tuple[Person, ...]:
    segments: list[str] = []
    for segment in _AND.split(head):
        words = segment.strip()
        if segments and _ONLY_INITIALS.fullmatch(words) and " " not in segments[-1]:
            segments[-1] += f" {words}"
        elif words:
            segments.append(words)
    persons = []
    for segment in segments:
        found = _PERSON.fullmatch(segment) or _INITIALS_FIRST.fullmatch(segment)
        if not found or BODY_WORD.search(segment):
            break
        persons.append(Person(found["family"], found["given"].strip(" -")))
    return tuple(persons)


def looks_like_body(words: str) -> bool:
    """Tell whether every word of `words` is capitalised but for the small ones."""
    parts = re.findall(r"[\w’'&.-]+", words)
    return bool(parts) and all(part[:1].isupper() or part in _SMALL for part in parts)


def folded(words: str) -> str:
    """Return `words` for comparing names and titles: lower case, words only, no article."""
    bare = re.sub(r"[’']s\b", "s", words.lower())
    found = re.findall(r"[^\W_]+", bare)
    return " ".join(found[1:] if len(found) > 1 and found[0] in {"the", "a", "an"} else found)


def acronym(body: str) -> str:
    """Return the capitals of the words of a body's name: `ICG` of `International Crisis Group`."""
    return "".join(re.findall(r"\b[A-Z](?=\w)", body.removeprefix("The ")))
