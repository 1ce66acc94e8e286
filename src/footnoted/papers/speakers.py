"""Who is quoted, where the sentence says so; better nobody than the wrong one."""

from __future__ import annotations

import re

_VERBS = (
    "said|says|stated|states|announced|declared|stressed|emphasi[sz]ed|added|argued|argues|noted"
    "|notes|wrote|writes|explained|observed|observes|warned|claimed|claims|insisted|remarked"
    "|commented|told|concluded|confirmed|suggested|suggests|asserted|pointed out|points out"
    "|underlined|highlighted|praised|pledged|promised|called|described|dubbed|termed|recalled"
    "|affirmed|reiterated|proposed|believes|believed|maintained|urged|replied|admitted"
    "|acknowledged|(?:was|were|is) (?:reported|quoted) as saying|put it|puts it"
)
_WORD = r"[A-Z][^\W\d_]*[a-zà-ÿ][\w’'-]*"
_VERB = re.compile(
    rf"(?P<adverb>\b(?:also|further|later|then|recently|again|famously|repeatedly|once)\s+)?"
    rf"\b(?:(?:has|have|had)\s+(?:also\s+)?)?(?P<verb>{_VERBS})\b"
)
_TITLE = (
    r"(?:President|Premier|Minister|Chairman|Chairwoman|Chair|Secretary(?:-General)?|Ambassador"
    r"|Director|Professor|Prof\.?|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Sir|Senator|Governor|Chancellor|General"
    r"|Spokes(?:man|woman|person)|King|Queen|Prince|Commissioner|Colonel|Judge|Mayor|Speaker)"
)
_TITLED = re.compile(rf"\b{_TITLE}\s+(?P<name>{_WORD}(?:\s+(?:{_WORD}|[A-Z]\.)){{0,3}})$")
_NAMED = re.compile(rf"(?:^|[\s,;:(])(?P<name>{_WORD}(?:\s+(?:{_WORD}|[A-Z]\.)){{1,3}})$")
_ROLE = (
    r"(?:a|an|one|the)\s+(?:[\w’'-]+\s+){0,5}?(?:spokes\w+|officials?|minister|scholar|analyst"
    r"|expert|diplomat|researcher|author|adviser|advisor|ambassador|historian|economist|journalist"
    r"|commentator|observer|critic|president|director)(?:\s+(?:of|for|at|from|in)\s+[^,;:\"“]{2,60})?"
)
_WORDS_OF = re.compile(
    r"(?i)\b(?:in the words of|according to)\s+(?P<who>[^,;:\"“”]{3,80}),\s*(?:that\s*)?[\"“‘']?$"
)
_AS_PUT = re.compile(
    rf"(?i)\bas\s+(?P<who>[^,;:\"“”]{{3,80}}?)\s+(?:{_VERBS})[^\"“”,:;]{{0,24}}[,:]\s*[\"“‘']?$"
)
_BEHIND = re.compile(
    rf"^[,.!?]?[\"”’']?,?\s*(?:(?P<verb>{_VERBS})\s+(?P<after>[^,.;:\"“]{{3,80}})"
    rf"|(?P<before>[^,.;:\"“]{{3,80}}?)\s+(?:{_VERBS})\b)"
)
_APPOSITION = re.compile(
    rf"(?:(?i:the|a|an|its|their) )?(?:(?i:former|then|deputy|vice) )?(?:[\w’'-]+ ){{0,3}}"
    rf"(?:{_TITLE}|{_TITLE.lower()})\b(?! [A-Z])"
)
_BYSTANDER = re.compile(
    r"\b(?:of|for|in|at|by|from|to|with|on)(?: the)?(?: (?:former|then|[A-Z][^\s,;:]*))*\s*$"
    r"|\b(?:who|whom|which|that)\b[^,]*$"
)
_NOT_PERSONS = re.compile(
    r"\b(?:The|This|These|Those|It|In|On|At|As|He|She|They|We|But|And|However|Asia|Europe|Africa"
    r"|America|States|Kingdom|January|February|March|April|May|June|July|August|September"
    r"|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
)


def find_speaker(before: str, after: str, body: str) -> str | None:
    """Return who speaks a quotation, None if its sentence does not plainly name them.

    `before` and `after` are the sentence's words on either side of the quotation, `body` the
    whole text, in which a titled surname (`President Hu`) is looked up for the full name. A
    nameless role is returned only after `in the words of` and `as … put it`.
    """
    named = _spoken_of(before, body) or _behind(after, body)
    if named:
        return named
    for pattern in (_WORDS_OF, _AS_PUT):
        found = pattern.search(before[-200:])
        if found:
            return _who(found["who"], body) or _role(found["who"])
    return None


def _role(words: str) -> str | None:
    return words.strip() if re.fullmatch(_ROLE, words.strip(), re.IGNORECASE) else None


def _who(words: str, body: str) -> str | None:
    """Return the name that `words` end with or are: titled, or of two words and more.

    A name behind a preposition (`the envoys of X`) or in a relative clause is a bystander's.
    """
    words = words.strip(" ,")
    titled = _TITLED.search(words)
    named = titled or _NAMED.search(words)
    if not named or _BYSTANDER.search(
        words[: named.start("name") if not titled else titled.start()]
    ):
        return None
    if titled:
        return _in_full(titled["name"], body)
    name = _without_leading_title(named["name"])
    return None if _NOT_PERSONS.search(name) or " " not in name else name


def _without_leading_title(name: str) -> str:
    found = re.match(rf"(?:.*\b)?{_TITLE}\s+(.+)$", name)
    return found[1] if found else name


def _in_full(name: str, body: str) -> str:
    """Return the full name for a surname if the paper gives exactly one behind a title."""
    name = _without_leading_title(name)
    if " " in name:
        return name
    full = {
        found[1] for found in re.finditer(rf"\b{_TITLE}\s+({re.escape(name)}\s+{_WORD})", body)
    } | {found[1] for found in re.finditer(rf"\b{_TITLE}\s+({_WORD}\s+{re.escape(name)})\b", body)}
    full = {candidate for candidate in full if not _NOT_PERSONS.search(candidate)}
    return full.pop() if len(full) == 1 else name


def _spoken_of(before: str, body: str) -> str | None:
    """Return the subject of the last reporting verb before the quotation."""
    plain = _blank_quotations(before)
    for found in reversed(list(_VERB.finditer(plain))):
        subject = plain[: found.start()].rstrip()
        if re.search(r"\b(?:and|but|or|then)$", subject) or subject.endswith(", and"):
            continue  # a second verb of the same subject
        if re.search(r"\b(?:to|be|been|was|were|is|are|being|not|which|who|that)$", subject):
            return None
        return _subject(subject, body)
    return None


def _subject(words: str, body: str) -> str | None:
    if not words.endswith(","):
        return _who(words, body) or _nameless(words)
    # `Wu Bangguo, former Chairman of …, announced`: the name stands before its apposition.
    segments = words.rstrip(",").split(",")
    last = segments[-1].strip()
    if _APPOSITION.match(last):
        return _who(segments[-2], body) if len(segments) > 1 else None
    return _who(last, body) if len(last.split()) <= 6 else None


def _nameless(words: str) -> str | None:
    found = re.search(r"(?:^|[\s,])(?P<role>(?:a|an|one)\s.{3,80})$", words[-100:])
    return _role(found["role"]) if found else None


def _behind(after: str, body: str) -> str | None:
    found = _BEHIND.match(after)
    if not found:
        return None
    words = found["after"] or found["before"] or ""
    if found["after"]:
        titled = re.match(rf"(?:[\w’'-]+\s+){{0,6}}?{_TITLE}\s+{_WORD}(?:\s+{_WORD}){{0,2}}", words)
        lead = titled or re.match(rf"{_WORD}(?:\s+(?:{_WORD}|[A-Z]\.)){{1,3}}", words)
        words = lead[0] if lead else ""
    return _who(words, body)


def _blank_quotations(words: str) -> str:
    return re.sub(r"“[^“”]*”|\"[^\"]*\"", lambda m: " " * len(m[0]), words)
