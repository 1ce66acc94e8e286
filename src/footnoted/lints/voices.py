"""The words by which a sentence says that somebody, or several, say something."""

from __future__ import annotations

import re

_WHO = (
    r"officials|leaders|experts|analysts|scholars|observers|commentators|critics|researchers"
    r"|economists|scientists|diplomats|politicians|ministers|historians|academics|spokes(?:men|people)|analyses|studies"
)
_SAY = (
    r"say|said|argued?|claim(?:ed)?|stress(?:ed)?|emphasi[sz]ed?|stated?|noted?|believed?|warn(?:ed)?"
    r"|suggest(?:ed)?|contend(?:ed)?|maintain(?:ed)?|agreed?|concluded?|acknowledged?|admit(?:ted)?"
    r"|pointed out|point out|recogni[sz]ed?|reali[sz]ed?|declared?|announced?|criticised?|put it"
)
_SOME = r"(?!(?:As|While|Although|Though|When|If|Since|Where|Because) )[A-Z][\w’'-]+"
_FEW = r"some|many|several|previous|recent|earlier|top|senior|most|and|government"
PLURAL_SAYING = re.compile(
    rf"\b(?P<who>(?:(?:{_SOME}|{_FEW}) )*(?:{_WHO}))\b(?!['’])[^.;“”\"]{{0,170}}?\b(?:{_SAY})\b"
)
_FULL_WHO = rf"(?:[\w’'-]+ ){{0,3}}(?:{_WHO})"
BY_SEVERAL = re.compile(
    r"\b(?:statements?|speeches|remarks|proclamations|declarations|(?:recogni[sz]|stress|argu)ed)"
    rf" by (?P<who>{_FULL_WHO})\b"
    rf"|\b[Aa]ccording to (?P<who2>{_FULL_WHO})\b"
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
