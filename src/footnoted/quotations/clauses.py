"""Verbs, nouns and adjectives before *that*: which affirm the clause, and which deny it."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def inflected(stems: str) -> frozenset[str]:
    """Return regular verbs in all their forms."""
    found = set()
    for stem in stems.split():
        root = stem.removesuffix("e")
        found |= {stem, f"{stem}s", f"{root}ing"}
        if stem.endswith("y") and stem[-2] not in "aeou":
            found |= {f"{stem[:-1]}ies", f"{stem[:-1]}ied"}
        elif stem.endswith(("s", "sh", "ch", "x")):
            found |= {f"{stem}es", f"{stem}ed"}
        else:
            found.add(f"{root}ed")
    return frozenset(found)


AFFIRMING = inflected(
    "report announce state note add explain argue conclude estimate agree acknowledge insist "
    "stress warn maintain declare observe recall reveal disclose testify believe confirm show "
    "demonstrate prove establish indicate imply suggest ensure require guarantee learn discover "
    "realize recognize remember notice decide assert contend affirm comment remark emphasize "
    "underline highlight reiterate repeat reply respond answer inform notify remind assure "
    "convince predict forecast certify attest document detail describe rule judge determine "
    "calculate reckon preach teach vow complain lament regret boast concede caution signal check "
    "verify specify define stipulate consider explain mention counter protest point realise "
    "recognise emphasise intimate surmise infer deduce gather accept appreciate record advise "
    "assess advocate attribute deem happen appear seem follow discern view reason trust perceive "
    "find predict recommend emerge transpire turn",
) | _words(
    "said say says saying found finds told tell tells telling wrote write writes writing written "
    "shown admit admits admitted admitting mean means meant held hold holds holding swore swear "
    "swears sworn knew know knows known knowing understand understands understood see sees saw "
    "seen seeing hear heard hears thought think thinks thinking feel feels felt read reads forget "
    "forgot forgets forgotten teaches taught made make makes proven proves granted grant rests "
    "stated told quoted ascertained ascertain make bet bets writes put puts puts ensure saying "
    "unveiled confided confessed confesses confess revealed noted",
)
"""Verbs that affirm what they govern, or tell it as the speaker's own view."""

AFFIRMING_NOUNS = _words(
    "fact facts evidence proof report reports sign signs news finding findings conclusion "
    "conclusions announcement statement knowledge recognition confirmation acknowledgement "
    "acknowledgment admission warning warnings reminder discovery insight ground grounds reason "
    "reasons principle effect sense point assurance assurances realization realisation awareness "
    "observation agreement decision indication indications",
)
AFFIRMING_ADJECTIVES = _words(
    "clear true certain obvious evident plain sure confident aware convinced important essential "
    "vital necessary crucial right glad happy pleased proud sorry surprising surprised remarkable "
    "interesting notable significant noting undeniable indisputable inevitable well-known "
    "noteworthy worrying sad unfortunate fortunate lucky ironic strange odd telling fitting "
    "natural understandable good great bad such so now given seeing considering in because this "
    "all one and but or than with after at not only from is was be been being it like as well "
    "by for to of on same better best worse shame pity satisfied mindful conscious adamant noted "
    "again precisely simply merely just also rather indeed however therefore "
    "secret wonder coincidence accident true unsurprising known",
)
"""What else may stand before *that* and takes nothing back."""

OPEN = (
    inflected(
        "claim allege hope fear suspect assume imagine suppose wish dream joke guess speculate "
        "insinuate hypothesize fantasize hallucinate quip pray worry doubt propose postulate "
        "presume ask wonder inquire question contest challenge threaten pretend feign purport "
        "request demand rumor mock deride",
    )
    | _words(
        "dreamt lie lied lying lies bet rumored hoped likely possible probable conceivable "
        "plausible apparent reasonable skeptical unconvinced unsure uncertain afraid worried",
    )
    | _words(
        "claim claims allegation allegations accusation accusations charge charges suggestion "
        "suggestions idea ideas notion notions theory theories hypothesis hypotheses belief "
        "beliefs view views opinion opinions rumor rumors hope hopes fear fears possibility chance "
        "chances risk danger suspicion suspicions assumption assumptions impression argument "
        "arguments assertion assertions contention speculation talk likelihood probability "
        "prospect expectation thesis premise prediction story remark ruling condition proviso",
    )
)
"""What leaves open whether its clause is so."""

DENYING = inflected(
    "dispute reject refute rebut repudiate disavow renounce recant disown discredit quash "
    "disprove debunk dismiss contradict contest challenge deny mock deride pretend joke wish "
    "dream lie fake retract withdraw overturn revoke reverse",
) | _words(
    "denied denies deny dreamt lied lies lie myth myths hoax falsehood fiction fallacy delusion "
    "misconception canard slander libel pretence pretense false untrue wrong incorrect doubtful "
    "skeptical unconvinced untruth wishing withdrew withdrawn far-fetched nonsense",
)
"""What denies its clause, or tells it in jest or against better knowledge."""

DENYING_PHRASES = (
    r"(?:threw out|throw\w* out|thrown out|laugh\w* at|scoff\w* at|sneer\w* at|poured cold water on"
    r"|brush\w* aside|brush\w* off|play\w* down|shot down|shoot\w* down|cast\w* doubt on"
    r"|take\w* issue with|took issue with|protest\w* against|argu\w* against|warn\w* against"
    r"|set\w* aside|struck down|strike\w* down|overturn\w*|revers\w*|explod\w*|ridicul\w*"
    r"|rubbish\w*|quash\w*|apologi\w* for|took back|tak\w* back|retract\w*|withdr[ae]w\w*"
    r"|(?:was|were|is|are|be) (?:mistaken|wrong) (?:in|to)|mistaken in|wrong to|err\w* in"
    r"|argu\w* in vain|beg\w* to differ|fell for|spread\w* the|contrary to|absence of|lack of"
    r"|lack\w*|free of|zero|insufficient|inadequate|little|scant|scarce|hardly any|no|without"
    r"|stripp\w* of|mistaken|misguided|erroneous|fak\w*|false|bogus|baseless|unfounded"
    r"|groundless"
    r"|debunk\w*|discredit\w*|repudiat\w*|disavow\w*|renounc\w*|recant\w*|disown\w*|rebut\w*"
    r"|refut\w*|reject\w*|disput\w*|dismiss\w*|den(?:y|ies|ied|ying)|contradict\w*|mock\w*"
    r"|annul\w*|nullif\w*|rescind\w*|backtrack\w*|walk\w* back|rebuff\w*|undermin\w*"
    r"|demolish\w*|shatter\w*|abandon\w*|reneg\w*|satirical|spoof|fictional"
    r"|derid\w*|contest\w*|challeng\w*|doubt\w*|question\w*|condemn\w*|attack\w*|oppos\w*)"
)
"""What denies the claim, report or idea that it governs."""
