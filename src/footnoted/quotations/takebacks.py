"""What the source goes on with that takes it back: *, in theory*, *: a lie*, *, he lied*."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARK = r"(?:, |- |\( |; |: )"
_STOP = r"(?= $| [.,;:!?)\-] )"
_FALSE = (
    r"(?:false|untrue|wrong|incorrect|inaccurate|nonsense|rubbish|baseless|unfounded|bogus|fake"
    r"|invented|made up|fabricated|debunked|disproved|disproven|discredited|retracted|withdrawn"
    r"|overturned|reversed|quashed|revoked|repudiated|ridiculed|mocked|derided|disavowed|disowned"
    r"|recanted|denied|rejected|refuted|disputed|dismissed|laughed (?:at|out))"
)
_NOUN = (
    r"(?:lie|lies|myth|myths|hoax|fiction|fallacy|falsehood|canard|misconception|slander|libel"
    r"|rumou?r|rumor|fabrication|invention|joke|delusion|illusion|smear|nonsense|untruth)"
)
_BE = (
    r"(?:is|are|was|were|be|been|being|has been|have been|had been|has since been|have since been"
    r"|proved|turned out(?: to be)?|remains)"
)
_CLAIM = (
    r"(?:claim|assertion|statement|allegation|charge|story|report|notion|idea|rumor|accusation"
    r"|suggestion|theory|view|belief|remark|contention|finding)"
)
_FALSELY = r"(?:falsely|wrongly|mistakenly|erroneously|incorrectly|untruthfully|misleadingly)"
_BACK = (
    (
        rf"{_MARK}?(?:in theory|on paper|in name(?: only| alone)?|nominally|at least (?:in theory"
        r"|on paper|in name|officially|at first)|in (?:his|her|their|your) dreams|my foot"
        rf"|like hell|{_FALSELY}|in jest|as a joke|jokingly|sarcastically|to a degree"
        rf"|up to a point|hardly|would (?:that )?it were){_STOP}"
    ),
    rf"{_MARK}(?:in theory|in principle|on paper|in name only)\b",
    rf"{_MARK}?in (?:principle|part) (?:, )?(?:but|though|although|yet|albeit)\b",
    (
        rf"{_MARK}(?:or so|or was it|or was he|or is it|if only|if you believe|to hear "
        rf"(?:him|her|them"
        rf"|it)|as if|not that|not really|far from it|supposedly|purportedly|ostensibly)\b"
    ),
    (
        rf"{_MARK}(?:reportedly|perhaps|maybe|possibly|probably|allegedly|apparently|conceivably"
        rf"|presumably|seemingly|arguably|not){_STOP}"
    ),
    (
        rf"(?:; |: |- |, )(?:this (?:is|was) |that (?:is|was) |it (?:is|was) )?(?:an? "
        rf"|the )?(?:\w+ )?(?:{_FALSE}|{_NOUN}){_STOP}"
    ),
    (
        rf"{_MARK}(?:he|she|they|it|this|that|these|which|we|who) (?:is|was|are|were|did|does"
        rf"|do|has|have|had|will|would|can|could) (?:not|never){_STOP}"
    ),
    (
        rf"{_MARK}(?:he|she|they|it|the \w+|\w+) (?:denied|denies|deny|lied|lies|joked|quipped"
        rf"|pretended|jested|imagined|dreamt|fantasized){_STOP}"
    ),
    rf"{_MARK}(?:[\w'-]+ ){{1,5}}{_FALSELY} \w+",
    (
        rf"{_MARK}(?:[\w'-]+ ){{1,5}}(?:in error|by mistake|in jest|as a joke|jokingly"
        rf"|sarcastically|falsely|wrongly|mistakenly){_STOP}"
    ),
    (
        rf"{_MARK}(?:[\w'-]+ ){{1,3}}(?:allege|alleges|alleged)\b|{_MARK}(?:he|she|it|they) "
        rf"(?:is|are|was|were) (?:alleged|accused|rumored|rumoured)\b"
    ),
    (
        rf"(?:{_MARK})?(?:said|say|says) (?:no one|nobody)\b|{_MARK}?(?:no|not one|never an?) "
        rf"(?:\w+ )?(?:said|says|wrote|claimed|testified)\b"
        rf"|{_MARK}(?:nobody|no one) (?:said|says|claimed|believes)\b"
    ),
    (
        rf"{_MARK}(?:which|something|(?:an?|the|this) (?:[\w-]+ ){{0,2}}{_CLAIM}) "
        rf"(?:[\w'-]+ ){{0,7}}(?:{_FALSE}|denies"
        rf"|rejects|disputes|{_NOUN}|nobody believes|no one believes)\b"
    ),
    (
        rf"{_MARK}which (?:nobody|no one|none|few) (?:\w+ly |now )?(?:believes?|believed"
        rf"|accepts?|takes? seriously|could prove|can prove)\b"
    ),
    (
        rf"{_MARK}?according to (?:an? |the )?(?:[\w'-]+ ){{0,3}}(?:forged|fake|false|hoax"
        rf"|deleted|bogus|satirical|fabricated|debunked|retracted|discredited)\b"
    ),
    rf"{_MARK}as the (?:\w+ )?(?:liar|joker|hoaxer|forger|satirist)\b",
    (
        rf"(?:, )?{_BE} (?:(?:\w+ly|later|since|then|soon|all|also) )*(?:an?|the|just an?"
        rf"|another|only an?) (?:[\w'-]+ ){{0,2}}?(?:{_NOUN}|false (?:\w+ )?(?:claim|report"
        rf"|statement|rumor|story))\b"
    ),
    rf"{_BE} (?:(?:\w+ly|later|since|then|soon|all|also|in fact) )*{_FALSE}\b",
    rf"(?:, )?{_BE} what (?:[\w'-]+ ){{1,4}}(?:never|{_FALSELY}|denied|rejected|denies)\b",
    (
        rf"{_BE} never (?:said|written|claimed|stated|shown|proved|proven|reported|confirmed"
        rf"|uttered)\b"
    ),
    (
        r"(?:claim|claims|rumor|rumors|allegation|myth|line|story|idea|notion|theory) (?:is"
        r"|was|are|were|has been|have been) (?:\w+ )?(?:false|wrong|untrue|nonsense|denied"
        r"|debunked|refuted|disproved|rejected)\b"
    ),
)
_MORE = (
    rf"{_MARK}or at least (?:that|so) ",
    (
        rf"{_MARK}(?:[\w'-]+ ){{1,5}}(?:ruled|found|called|proved|judged|deemed|declared|labeled"
        rf"|considered|branded) (?:it |this )?(?:to be )?(?:an? )?(?:{_FALSE}|{_NOUN})\b"
    ),
    (
        rf"{_MARK}?(?:though|but|if|albeit) (?:only |just |purely )?(?:on paper|in theory|in name"
        r"|nominally)\b"
    ),
    rf"{_MARK}(?:\w+ly )?not (?:true|so|the case|correct|right|real){_STOP}",
    rf"{_MARK}?if (?:[\w'-]+ ){{1,4}}(?:is|are) to be believed\b",
    (
        rf"{_MARK}(?:claimed|claims|said|says|wrote|reported) (?:an? |the )?(?:\w+ )?(?:discredited"
        r"|forged|fake|false|hoax|debunked|retracted|satirical|fabricated)\b"
    ),
    rf"(?:, )?{_BE} (?:just |only )?one of (?:[\w'-]+ ){{1,3}}{_NOUN}\b",
)
_TAKES_BACK = re.compile(rf"^ (?:{'|'.join((*_BACK, *_MORE))})")
_ON_CONDITION = re.compile(
    rf"^ {_MARK}?(?:(?:provided|providing)(?! (?:by|with|in|to|for|at|on|from|as|under"
    rf"|through|an? |the services))|assuming|supposing|so long as|as long as|on condition"
    r"|subject to|pending|barring|were (?:it|he|she|they) |but for|only (?:if|for|to|in|by|with)"
    r"|save (?:for|in|that|where|to)|if and only if|in the event|except)\b",
)
_NEEDS_MARK = frozenset(
    {"provided", "providing", "assuming", "supposing", "pending", "only", "subject"}
)
_INVERTED = re.compile(
    r"^ (?:, )?(?:(?:had|should|were) (?:the|a|an|it|he|she|they|we|you|i|his|her|its|their|this"
    r"|that|these|those|there)|had [\w'-]+) ",
)
_CONDITIONAL = frozenset({"would", "could", "might", "'d", "should"})


def takes_back(after: Sequence[str]) -> bool:
    """Say whether the words after a cut take back those before it."""
    return bool(_TAKES_BACK.match(f" {' '.join(after)} "))


def conditions(after: Sequence[str], within: Sequence[str]) -> bool:
    """Say whether the words after a cut are a condition of those before it.

    `within` are words before the cut: only what *would* be so has an inverted condition (*had
    the permit arrived*), for *had* may be the verb of the words quoted.
    """
    text = f" {' '.join(after)} "
    found = _ON_CONDITION.match(text)
    if found:
        words = found.group().split()
        marked = words[0] in {",", "-", "(", ";", ":"}
        return marked or words[0] not in _NEEDS_MARK
    marked = after[:1] == [","]
    inverted = _INVERTED.match(text)
    if not inverted:
        return False
    return not _CONDITIONAL.isdisjoint(within) or (marked and after[1:3] == ["had", "it"])
