"""The words by which a sentence says that somebody, or several, say something."""

from __future__ import annotations

import re

_WHO = (
    r"officials|leaders|experts|analysts|scholars|observers|commentators|critics|researchers"
    r"|economists|scientists|diplomats|politicians|ministers|historians|academics|spokes(?:men|people)"
)
_SAY = (
    r"say|said|argued?|claim(?:ed)?|stress(?:ed)?|emphasi[sz]ed?|stated?|noted?|believed?|warn(?:ed)?"
    r"|suggest(?:ed)?|contend(?:ed)?|maintain(?:ed)?|agreed?|concluded?|acknowledged?|admit(?:ted)?"
    r"|pointed out|point out|recogni[sz]ed?|reali[sz]ed?|declared?|announced?|criticised?|put it"
)
PLURAL_SAYING = re.compile(
    rf"\b(?P<who>(?:[A-Z][\w’'-]+ |(?:some|many|several|top|senior|most|and|government) )*(?:{_WHO}))"
    rf"\b(?!['’])(?P<between>[^.;“”\"]{{0,110}}?)\b(?:{_SAY})\b"
)
BY_SEVERAL = re.compile(
    rf"\b(?:statements?|speeches|remarks|proclamations|declarations) by (?P<who>(?:[\w’'-]+ ){{0,3}}(?:{_WHO}))\b"
    rf"|\b(?:[Rr]ecogni[sz]ed|[Aa]ccording to|[Aa]rgued|[Ss]tressed) by (?P<who2>(?:[\w’'-]+ ){{0,3}}(?:{_WHO}))\b"
)
OTHERS = re.compile(
    rf"\A(?P<who>Others|Other (?:[\w’'-]+ ){{0,3}}(?:{_WHO}))\b[^.;“”\"]{{0,60}}?\b(?:{_SAY})\b"
)


def several(words: str) -> str | None:
    """Return who is said to say something where that is several people, None otherwise."""
    if found := PLURAL_SAYING.search(words):
        return found["who"]
    if found := BY_SEVERAL.search(words):
        return found["who"] or found["who2"]
    return None
