"""Which language words are in, as far as script and the commonest words tell."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

_SCRIPTS = {
    "latin": r"[A-Za-z\u00c0-\u024f]",
    "cyrillic": r"[\u0400-\u04ff]",
    "han": r"[\u4e00-\u9fff\u3400-\u4dbf]",
    "kana": r"[\u3040-\u30ff]",
    "hangul": r"[\uac00-\ud7af]",
    "arabic": r"[\u0600-\u06ff]",
    "greek": r"[\u0370-\u03ff]",
    "hebrew": r"[\u0590-\u05ff]",
    "thai": r"[\u0e00-\u0e7f]",
    "devanagari": r"[\u0900-\u097f]",
}
_LETTERS = {script: re.compile(pattern) for script, pattern in _SCRIPTS.items()}
_SCRIPT_LANGUAGES = {
    "han": "zh",
    "kana": "ja",
    "hangul": "ko",
    "greek": "el",
    "hebrew": "he",
    "thai": "th",
    "devanagari": "hi",
}
_COMMON = {
    "en": "the of and to in is that was for with as by are from which be were has have this it not",
    "fr": "le la les des et en du un une est que dans pour sur par au aux avec qui pas sont ne",
    "de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch dass",
    "es": "el la los las de y en que del se por con para una un es como más su al lo no",
    "it": "il la di che e un una per non con del della sono le gli dei nel si da al è",
    "pt": "o a os as de e que em do da para com um uma não por dos das se no na é",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als bij",
    "pl": "w i na z się nie do to że jest o jak po od za przez dla są oraz",
    "ru": "и в не на что с по как из к это для от за его был было также или",
    "uk": "і в не на що з та до як від за це для його був також або є",
    "kk": "және мен бұл үшін бойынша деп болып осы ол жылы",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_SYLLABLES = frozenset({"han", "kana", "hangul"})
_SPACED = frozenset({"latin", "cyrillic", "greek"})
_SAMPLE = 60_000
_PRESENT = 0.08
"""Share of a page's letters from which a script counts as one that the page is written in."""


def foreign_page(quotation: str, content: str, told: str | None) -> str | None:
    """Return the page's language if it is another than the quotation's, in words; else None.

    `told` is the language that the page declares. Asked only of words that were not found:
    None means that the page may well be in the quotation's language, or that it cannot be told.
    """
    sample = content[:_SAMPLE]
    script = _scripts(quotation).most_common(1)
    page = _scripts(sample)
    if not script or not page:
        return None
    own = script[0][0]
    main = page.most_common(1)[0][0]
    if page[own] < _PRESENT * page.total() or (main != own and not _runs_on(own, sample)):
        return _SCRIPT_LANGUAGES.get(main) or _language(sample) or _primary(told) or main
    return _other_language(quotation, sample, None if own == "han" else _primary(told))


def _other_language(quotation: str, sample: str, told: str | None) -> str | None:
    """Return the language of a page in the quotation's script, where it is another one."""
    own = _language(quotation)
    theirs = _language(sample) or told
    if own and theirs and own != theirs and not _also_in(own, sample):
        return theirs
    if theirs and _has_own_word(quotation, theirs):
        return None
    alike = _shares(quotation, sample) and not _hints_at_another(quotation, theirs)
    if not own and theirs and theirs != "en" and told == theirs and not alike:
        # too short a quotation to tell: a page known to be in another language than English,
        # by its words and its own declaration, cannot refute it
        return theirs
    return None


def named_on(quotation: str, content: str) -> list[str]:
    """Return the figures and names of a quotation that stand in a text of another language."""
    figures = [found for found in _FIGURE.findall(quotation) if len(found) > 1]
    names = [word for word in _WORD.findall(quotation) if word[0].isupper() and len(word) > 3]
    return [word for word in dict.fromkeys([*figures, *names]) if word in content][:6]


def _runs_on(script: str, sample: str) -> bool:
    """Say whether a page has a sentence's worth of words in a script: more than names."""
    if script not in _SPACED:
        return True
    letters = _SCRIPTS[script]
    run = rf"(?:{letters}+[^\w\n]{{1,3}}(?:\d+[^\w\n]{{1,3}})?){{7}}{letters}"
    return re.search(run, sample) is not None


def _has_own_word(quotation: str, language: str) -> bool:
    """Say whether a quotation has a common word of a language that no other one here has."""
    others = {word for other, known in _WORDS.items() if other != language for word in known}
    words = set(_WORD.findall(quotation.lower()))
    return any(len(w) > 1 for w in words & (_WORDS.get(language, frozenset()) - others))


def _shares(quotation: str, sample: str) -> bool:
    """Say whether words of the quotation, no names, stand on the page."""
    written = [word.lower() for word in _WORD.findall(quotation)]
    if written and set(written) <= set(_WORD.findall(sample.lower())):
        return True
    plain = {w for w in _WORD.findall(quotation) if w.islower() and len(w) > 3}
    known = plain & set(_WORD.findall(sample.lower()))
    return 2 * len(known) >= max(1, len(plain))


def _hints_at_another(quotation: str, language: str | None) -> bool:
    """Say whether a quotation has a common word of another language, and none of this one."""
    words = set(_WORD.findall(quotation.lower()))
    common = _WORDS.get(language or "", frozenset())
    others = {word for known in _WORDS.values() for word in known if len(word) > 2} - common
    return bool(words & others) and not words & common


def _scripts(text: str) -> Counter[str]:
    """Count the letters of each script, a character that is a syllable for three."""
    counts = {
        script: len(pattern.findall(text)) * (3 if script in _SYLLABLES else 1)
        for script, pattern in _LETTERS.items()
    }
    return Counter({script: count for script, count in counts.items() if count})


def _language(text: str) -> str | None:
    """Return the language whose commonest words are commonest here; None where it is close."""
    words = Counter(_WORD.findall(text.lower()))
    scores = {language: sum(words[w] for w in common) for language, common in _WORDS.items()}
    (best, score), (_, second) = Counter(scores).most_common(2)
    total = words.total()
    return best if score >= max(2, 0.08 * total) and score > 1.3 * second else None


@lru_cache(maxsize=16)
def _also_in(language: str, sample: str) -> bool:
    """Say whether a page has parts in a language: its commonest words are not rare there."""
    words = Counter(_WORD.findall(sample.lower()))
    own = sum(words[w] for w in _WORDS[language] if len(w) > 2)
    return own > 0.05 * words.total()


def _primary(told: str | None) -> str | None:
    return told.split("-")[0].lower() if told else None
