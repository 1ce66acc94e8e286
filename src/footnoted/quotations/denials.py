"""What, beside a cut, denies or takes back the words quoted: `failed to |`, `| is not true`.

Contexts are the words of the same sentence, joined by blanks, a blank at either end. A pattern
must touch the cut; words of degree and adverbs may stand between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from footnoted.quotations.doubled import begins_own_clause
from footnoted.quotations.negations import negates

_FILLERS = (
    r"(?:(?:yet|really|even|always|necessarily|been|be|being|a|an|any|the|to|that|very|so|as|quite"
    r"|ever|at all|at|all|of|in fact|currently|also|still|more|much|such|too|\w+ly"
    r"|, (?:however|of course|therefore|then|in fact|indeed|at least|it seems|as yet) ,) )*"
)
_NOT = (
    r"(?:not|never|no|nor|neither|none|nobody|nothing|nowhere|without|cannot|hardly|scarcely"
    r"|barely|rarely|seldom|ain't|unless|lest)"
)
_AFFIRMING = re.compile(
    r" (?:(?:not|never) (?:only|just|merely|simply|solely|least|surprisingly|unlike|to mention"
    r"|alone)|why not|cannot (?:help )?but|nothing (?:but|less than|short of)"
    r"|no (?:doubt|question|wonder|secret|sooner|matter|other than|surprise|accident|coincidence"
    r"|less than|fewer than|small|mean)|none other than|needless to say|never (?:before"
    r"|again(?! to))"
    r"|不 (?:仅|但|只|光))(?= )",
)
"""Words with a negation that affirm what follows."""

_FALSE = (
    r"(?:false|untrue|wrong|incorrect|inaccurate|doubtful|unlikely|impossible|inconceivable"
    r"|unthinkable|implausible|improbable|unproven|unfounded|nonsense|absurd|misleading|a lie|lies"
    r"|a myth|myths|a hoax|fake|a fiction|a fallacy|a falsehood|a misconception|a rumou?r"
    r"|an illusion|fabricated)"
)
_NOUN_FALSE = (
    r"(?:lie|lies|myth|hoax|fiction|fallacy|falsehood|canard|misconception|rumou?rs?|illusion"
    r"|nonsense|pretence|pretense|delusion)"
)
_DENY = (
    r"(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)"
    r"|disprov(?:e|es|ed|ing)|debunk(?:s|ed|ing)?|doubt(?:s|ed|ing)?|dismiss(?:es|ed|ing)?"
    r"|contradict(?:s|ed|ing)?|disbeliev(?:e|es|ed|ing)|question(?:s|ed|ing)?)"
)
_SUBJ = r"(?:(?!that |who |which |and |but )[\w'-]+ ){0,4}"
"""The subject of a clause after *that*, which is denied with its verb."""

_BEFORE = (
    # verbs and adjectives that deny what they govern
    (
        r"(?:fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|unable|inability"
        r"|unwilling(?:ness)?|reluctan(?:t|ce)|unlikely|impossible|ceas(?:e|es|ed|ing)"
        r"|neglect(?:s|ed|ing)?|omit(?:s|ted|ting)?|hesitat(?:e|es|ed|ing)"
        r"|unauthori[sz]ed|pretend(?:s|ed|ing)?|powerless) (?:to|that|for|of) "
    ),
    (
        rf"(?:fail|refus|declin|unable|unwilling|pretend)\w* to (?:[\w']+ ){{1,3}}(?:that"
        rf"|how|why) {_SUBJ}"
    ),
    (
        r"(?:prevent(?:s|ed|ing)?|stop(?:s|ped|ping)?|bar(?:s|red|ring)?|ban(?:s|ned|ning)?"
        r"|prohibit(?:s|ed|ing)?|forbid(?:s|den|ding)?|forbade|keep|keeps|kept|refrain(?:s|ed|ing)?"
        r"|abstain(?:s|ed|ing)?|discourag(?:e|es|ed|ing)|dissuad(?:e|es|ed|ing))"
        r" (?:[\w']+ ){0,3}from "
    ),
    (
        r"(?:avoid(?:s|ed|ing)?|barred|banned|forbidden|prohibited|short|devoid|free|absence|lack"
        r"|instead|in place|in lieu|incapable) (?:from|to|of) "
    ),
    r"(?:lack|lacks|lacked|lacking|avoid(?:s|ed|ing)?) ",
    r"(?:far|away) from (?:(?:[\w']+ ){1,2}to )?",
    r"rather (?:[\w']+ ){1,4}than ",
    r"(?:has|have|had|is|are|was|were|remains?) yet to (?:have |be )?",
    rf"disagree\w* that {_SUBJ}",
    r"(?:nothing like|less than|short of|hardly what (?:[\w']+ ){1,3}) ",
    (
        r"(?:anything but|rather than|as opposed to|other than|except(?: for)?|apart from"
        r"|with the exception of|excluding|excepting|no longer|not any longer) "
    ),
    rf"{_DENY} (?:[\w']+ ){{0,4}}(?:that|having|being|whether) {_SUBJ}",
    rf"{_FALSE} (?:[\w']+ ){{0,3}}(?:that|to|for) {_SUBJ}",
    rf"{_NOUN_FALSE} (?:that|of|about) {_SUBJ}",
    (
        r"(?:so(?: -)? called|alleged(?:ly)?|supposed(?:ly)?|purported(?:ly)?|would - be"
        r"|pseudo(?: -)?"
        r"|ostensible|ostensibly|bogus|fake|self - styled|falsely (?:[\w']+ )?) "
    ),
    # negations with a verb, noun or adjective whose clause is quoted
    rf"{_NOT} (?:[\w']+ ){{1,5}}(?:that|whether) {_SUBJ}",
    r"short of (?:\w+ing )(?:that )?(?:[\w']+ )?",
    r"(?:not|never|nor|cannot|hardly|neither|no one|nobody|none|ain't) (?:[\w']+ ){1,3}(?:to|if) ",
    (
        r"(?:not|never|nor|cannot|hardly|neither|no one|nobody) (?:[\w']+ )?(?:say|said"
        r"|think|thought"
        r"|believe|believed|claim|claimed|mean|meant|suggest|suggested|imply|implied|state|stated|declare"
        r"|declared|admit|admitted|insist|insisted|argue|argued|succeed in|succeeded in|manage"
        r"|managed) "
    ),
    (
        r"(?:no|without|not any|hardly any|scant|little|scarcely any"
        r"|not a) (?:[\w']+ ){0,2}(?:evidence"
        r"|proof|sign|signs|indication|suggestion|hint|question|chance|prospect|hope|possibility"
        r"|intention|plans?|reason|need|desire|way|basis|grounds|right|power|record|case|wish|danger"
        r"|risk|point|sense|guarantee|claim|trace) (?:[\w']+ ){0,2}(?:that|of|to|for|in) "
    ),
    (
        r"(?:in no way|by no means|at no time|at no point|under no circumstances?|on no account"
        r"|in no case|in no sense|not in the least|not at all|no way) "
    ),
    (
        r"(?:(?<!a )(?<!the )(?<!these )(?<!those )(?<!last )(?<!past )(?<!next )(?<!first )"
        r"(?<!every )(?<!quite )(?<!his )(?<!her )(?<!their )(?<!our )(?<!its )few) "
    ),
    r"if only ",
    # German, French, Spanish, Italian, Portuguese, Russian
    (
        r"(?:weigerten? sich|bestreitet|bestritt|leugnete?|dementierte?|unwahr|falsch|unmöglich"
        r"|angeblich\w*|sogenannte\w*|anstatt|statt|ausser|außer) (?:, )?(?:(?:dass?|daß|zu|der|die"
        r"|das|ein|eine|einen) )*"
    ),
    (
        r"(?:refus\w+ (?:de|d')|(?:a|ont|avait) nié|nie|nient|démen\w+|faux|impossible"
        r"|loin|incapables?"
        r"|au lieu|empêch\w+|prétendue?s?|soi - disant) (?:(?:de|que|d'|la|le|les) )*"
    ),
    (
        r"(?:negó|niega|negaron|niegan|falso|mentira|incapaz|rechaz\w+|se negó|en lugar"
        r"|lejos|supuest\w+"
        r"|imposible) (?:(?:de|que|a|haber|la|el|los) )*"
    ),
    (
        r"(?:negato|nega|negano|falso|rifiut\w+|incapace|impossibile|invece|presunt\w+) "
        r"(?:(?:di|che|la|il) )*"
    ),
    (
        r"(?:отриц\w+|опроверг\w+|отказ\w+|неправда|ложь|якобы|невозможно|вместо|кроме) "
        r"(?:, )?(?:(?:что|от|того) )*"
    ),
    # Chinese: single characters
    (
        r"(?:反 对|否 认|拒 绝|无 法|禁 止|避 免|防 止|难 以|谈 不 上|所 谓|据 称|谣 传"
        r"|谎 称|未 能|反 對|否 認"
        r"|拒 絕|無 法|難 以|并 非|並 非|不 存 在|停 止|除 了|除) "
    ),
)
_DENIES = re.compile(rf" (?:{'|'.join(_BEFORE)}){_FILLERS}$")
_PLAIN = re.compile(rf" {_NOT} {_FILLERS}$")
_FILLED = re.compile(rf" {_FILLERS}$")
_HAN_MODAL = re.compile(
    r" (?:(?:会|能|可|是|有|再|曾|必|须|要|应|该|得|想|愿|敢|肯|予|到|够|打 算|计 划"
    r"|同 意|承 认|支 持|认 为"
    r"|允 许|準 備|准 备|一 定|會|應|該|過) ?){0,3}$",
)
_TO_A_THING = re.compile(r"(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|all)$")
_SUBJECT = re.compile(
    r"^ (?:[\w']+ , |and |but )?(?:no|neither|none|nobody|nothing|never|nowhere|seldom|rarely"
    r"|not (?:all|every|one|a|many|much|until|once|since|everyone|everything)|hardly"
    r"|(?:under|at|by|in|on) no|very few|few|little|kein\w*|niemand|aucune?|ningun[oa]?|nessun[oa]?"
    r"|никто|ни) (?:[\w'-]+ ){1,9}$",
)
"""A sentence that begins with a negation, which then holds for its verb."""

_LOOSE_ENDS = frozenset(
    (
        *("of", "in", "the", "a", "an", "at", "by", "for", "with", "from", "and", "on", "to", "or"),
        *("than", "as", "his", "her", "its", "their", "der", "die", "das", "von", "de", "la", "le"),
    ),
)
_AUX = (
    r"(?:is|are|was|were|has been|have been|had been|be|been|will be|would be|proved|proves"
    r"|turned out|seems|remains|being)"
)
_UNTRUE = (
    rf"(?:(?:(?:simply|just|quite|completely|totally|entirely|utterly|plainly|clearly|patently"
    rf"|later|since|then|soon|also|flatly|all|to be) )*"
    rf"(?:not (?:\w+ )?(?:true|so|correct|right|the case|real|accurate|possible|happening|proven"
    rf"|known|clear|certain|confirmed|supported|borne out|what)"
    rf"|never (?:\w+ )?(?:true|so|right|the case|correct)"
    rf"|no longer (?:\w+ )?(?:so|true|the case|right|possible|valid|in force)"
    rf"|{_FALSE}|denied|rejected|refuted|disproved|disproven|debunked|retracted|withdrawn"
    rf"|contradicted|dismissed|disputed|questionable|alleged))"
)
_AFTER = (
    (
        rf"(?:, |- |\( )?(?:(?:but|and|yet|although|though|however|,) )*(?:(?:this|that"
        rf"|it|which|these"
        rf"|those|all of which|all this|the claim|the report|the statement) )?{_AUX} {_UNTRUE}\b"
    ),
    (
        r"(?:, |- |\( )?(?:(?:but|and|yet) )?(?:(?:this|that|it|which) )?(?:never|(?:did"
        r"|does|do|has"
        r"|have|had|will|would|could|can) (?:not|never)) (?:\w+ly |in fact |actually )*(?:happen"
        r"|happened|occur|occurred|take place|taken place|come about|come true"
        r"|materiali[sz]ed?|exist"
        r"|existed|succeed|work out|stand up|hold|took place)\b"
    ),
    r"(?:no longer|no more|not at all|nowhere|ain't)\b",
    r"(?:, |- |\( )?(?:or so (?:it|they|he|she|we|\w+) |so (?:they|he|she) (?:claim|say|said))",
    r"(?:, |- |\( )?(?:allegedly|supposedly|purportedly|ostensibly|falsely|wrongly|mistakenly)\b",
    r"(?:, |- |\( )(?:he|she|they|\w+) (?:falsely|wrongly|mistakenly) (?:claim|said|wrote|state)",
    r"(?:, |- |\( )(?:(?:he|she|they|\w+) )?(?:lied|pretended)\b",
    (
        r"(?:, |- |\( )(?:which|a claim|something|as) (?:[\w']+ ){1,4}(?:denied|denies"
        r"|deny|rejected"
        r"|rejects|disputed|disputes|refuted|disproved|dismissed|contradicted|doubted|retracted)\b"
    ),
    r"(?:, |- |\( )?(?:was|were) what (?:\w+ )?(?:\w+ )?(?:denied|rejected)\b",
    (
        r"(?:, |- |\( )(?:a claim|an allegation|something|claims|allegations|a charge|charges)"
        r" (?:that )?(?:\w+ ){0,5}(?:den|reject|refut|disput|dismiss|call\w* false)"
    ),
    r"(?:(?:leider|auch|aber|jedoch|noch|gar|überhaupt|immer noch|sicher|wohl) )?nicht\b",
    (
        r"(?:, )?(?:ist|war|sind|waren|wurde|wurden) (?:nicht wahr|falsch|unwahr|bestritten"
        r"|dementiert|eine lüge)\b"
    ),
    r"(?:, )?(?:est|était|sont|étaient) (?:faux|fausse|fausses|un mensonge|inexact)",
    r"(?:, )?(?:n'est|n'était|ne sont) pas vrai",
    r"(?:, )?(?:es|era|son) (?:falso|falsa|falsas|mentira)|(?:, )?no (?:es|era) (?:verdad|cierto)",
    r"(?:, )?(?:- )?(?:это )?(?:неправда|ложь|не так|не соответствует)",
    (
        r"(?:, )?(?:这 |这 并 |这 种 说 法 )?(?:不 是 真|并 非|是 假|是 谎|不 属 实"
        r"|是 不 可 能|不 成 立|不 真 实"
        r"|是 错|纯 属|是 谣|被 否 认|不 存 在|没 有 发 生|从 未 发 生|遭 到 否 认)"
    ),
    r"(?:な い|ま せ ん|わ け で は な い)",
)
_TAKES_BACK = re.compile(rf"^ (?:{'|'.join(_AFTER)})")


def affirmed(text: str) -> str:
    """Return a context without negations that affirm: *not only*, *no doubt*."""
    return _AFFIRMING.sub("", text)


def governed_by(before: Sequence[str], first: str) -> str | None:
    """Return what denies the words quoted after `before`, None if nothing there does.

    `first` is the first word quoted: after *to* it tells `not able to | go` from `| the town`.
    """
    text = _AFFIRMING.sub("", f" {' '.join(before)} ")
    before = text.split()
    found = _PLAIN.search(text) or _DENIES.search(text)
    if found and found.group().endswith(" to ") and _TO_A_THING.match(first):
        found = _PLAIN.search(text)
    if found:
        return found.group().strip()
    for at in range(len(before) - 1, max(-1, len(before) - 6), -1):
        if negates(before, at):
            rest = f" {' '.join(before[at + 1 :])} " if at + 1 < len(before) else " "
            if _FILLED.match(rest) or _HAN_MODAL.match(rest):
                return " ".join(before[at:])
    return _by_its_subject(before, text, first)


def _by_its_subject(before: Sequence[str], text: str, first: str) -> str | None:
    """Return a sentence's negated beginning, where what follows is its verb's."""
    loose = before and before[-1] in _LOOSE_ENDS
    if before and before[-1] == "to":
        loose = bool(_TO_A_THING.match(first))
    if before and not loose and not begins_own_clause(text) and _SUBJECT.match(text):
        return text.strip()
    return None


def taken_back_by(after: Sequence[str]) -> str | None:
    """Return what, after a cut, denies the words quoted before it; None if nothing does."""
    found = _TAKES_BACK.match(f" {' '.join(after)} ")
    return found.group().strip() if found else None
