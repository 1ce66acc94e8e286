"""Digits that are no amounts: addresses, page locators, labels, versions, times of day."""

from __future__ import annotations

import re

from footnoted.quantities.units import unit_after

_BACK = 300
_TOKEN_AHEAD = re.compile(r"[!-~]*")
_ADDRESS = re.compile(
    r"://|www\.|@|\b10\.\d{4,9}/"
    r"|[A-Za-z0-9-]\.(?:com|org|net|gov|edu|int|info|cn|ru|uk|uz|kz|kg|tj|tm|eu|de|fr)\b"
    r"|\.(?:s?html?|php|aspx?|jsp|pdf|docx?|xlsx?|csv|txt|jpe?g|png|gif|zip|xml|json|md|py)\b"
    r"|[\w-]/[\w-]+/|[A-Za-z]_\d|\d_[A-Za-z\d]|[?&=][A-Za-z]+=",
    re.IGNORECASE,
)

# Words before a number that only names something; `*` marks an optional plural s.
_NAMING = (
    "p pp pg* page* vol* volume* no nos nr num number* issue* art* article* section* sec chapter* "
    "ch part* annex appendix fig* figure* table* tab* box boxes para* paragraph* note* fn "
    "footnote* line* item* clause* rule* resolution* paper* briefing version* ver rev edition ed "
    "isbn issn doi tel telephone phone fax mobile room suite* floor flight route highway phase "
    "stage round step level grade class type model mark code id ref reference case docket order "
    "decree document doc charity kernel release build bug* rfc iso port* channel gate platform "
    "season episode verse scene exercise question runlevel status errno signal option* slot track* "
    "psalm* apartment apt road python perl linux debian ubuntu iphone windows schedule* protocol* "
    "title* act act* seite seiten kapitel absatz abs nr nrn bd band abb abbildung tabelle artikel "
    "anhang zeile chapitre* tome figure* tableau ligne* página páginas pág capítulo cap tomo art "
    "artículo figura tabla línea número стр страница гл глава том рис табл статья пункт unicode "
    "html pdf mysql apache mozilla firefox netscape gnome kde gcc java ruby php emacs"
)
_LISTED = (
    "p pp pages nos vols articles sections chapters paragraphs paras figures tables notes lines "
    "items clauses rules resolutions parts steps options questions bugs phases stages"
)
_LOCATOR_WORDS = frozenset(
    word.replace("*", ending) for word in _NAMING.split() for ending in ("", "s")
)
_LISTED_WORDS = frozenset(_LISTED.split())
_LOCATOR_SIGNS = frozenset("#§№")

_TIME = re.compile(
    r"\d{1,2}(?:[:.]\d{2}){1,2}\s?(?:[ap]\.?m\.?|GMT|UTC|hrs?|hours|h)(?![A-Za-z])"
    r"|\d{1,2}\s?[ap]\.?m\b\.?|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{4}\s?(?:GMT|UTC|hrs)\b",
)
_RATIO_OR_SCORE = re.compile(r"\d+:\d+")
_SCORE = re.compile(r"(\d{1,3})[-–](\d{1,3})(?![\d%–/-]|[.,]\d)")
_SCORE_IN_WORDS = re.compile(r"(\d{1,3}) to (\d{1,3})(?![\d%½¼¾]|[.,]\d|[ -]\d/)")
_ERA = re.compile(
    r"\d{1,5}(?:[-–]\d{1,5})?[ \u00a0]?(?:B\.[ ]?C\.(?:[ ]?E\.)?|A\.[ ]?D\.|BCE?\b|CE\b|AD\b|"
    r"v\. ?Chr\.|n\. ?Chr\.|av\. J\.|apr\. J\.|a\. ?C\.|d\. ?C\.|до н\. ?э\.)"
)
_ERA_BEFORE = re.compile(r"\b(?:A\.?D\.?|A\.? ?H\.?|anno)[ \u00a0]\Z")
_COORDINATE = re.compile(
    r"\d{1,3}(?:\.\d+)?[°º][ ]?(?:\d{1,2}(?:\.\d+)?[ ]?['′’][ ]?(?:\d{1,2}(?:\.\d+)?[ "
    r"]?[\"″”][ ]?)?"
    r"(?:[NSEWO]\b\.?)?|[NSEWO]\b(?!\.? ?(?:of|wind)))"
)
_CLOCK = re.compile(
    r"\d{1,2}(?:[.:]\d{2})?[ \u00a0]?Uhr\b|\d{1,2}[ ]?h(?:eures?)?[ ]?\d{2}(?!\d)|\d{1,2} "
    r"o[’']clock"
)
_STREET = re.compile(
    r"\d{1,5} (?:[A-Z][\w.’']+ ){1,3}(?:Street|Square|Road|Avenue|Ave|Blvd|Boulevard|Lane|"
    r"Drive|St|Rd|"
    r"Place|Court|Terrace|Parkway|Suite)\b"
)
_COUNTS = re.compile(r"no \d[\d,.]* (?:thousand|million|billion)\b", re.IGNORECASE)
_CENTURY = re.compile(
    r"\d{1,2}\. (?:Jahrhundert|Jh)|\d{1,2}[ ]?世纪|\d{1,2}(?:-го)? век[ае]?\b|(?<=前)\d{1,4}年"
)
_FOREIGN_DAY = re.compile(
    r"\d{1,2}(?:\.|er|º)?[ \u00a0](?:de )?(?:Januar|Februar|März|Mai|Juni|Juli|Oktober|"
    r"Dezember|janvier|"
    r"février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|"
    r"marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|января|февраля|"
    r"марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)(?!\w)"
    r"(?:(?: de| del)?[ \u00a0](?:1[5-9]|20)\d{2}(?!\d))?",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+?\(?\d[\d()]*(?:[ \u00a0.-]\(?\d[\d()]*){2,}")
_MANY_DOTS = re.compile(r"\d+(?:\.\d+){2,}")
_ISBN = re.compile(r"97[89][- ]?(?:\d[- ]?){9}[\dXx]")
_LIST_LABEL = re.compile(r"\d{1,3}(?:[.)、．]|\.\))(?=[ \t\u00a0]|$)", re.MULTILINE)
_SECTION_LABEL = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?[ \t\u00a0]+(?=[^\W\d_a-z])")
_NOTE_MARK = re.compile(r"[^\W\d_][.,;:!?”’\"')]*[.,;:!?”’\"']\Z")
_MARK_ENDS = frozenset(".,;:!?”’\"')")
_SLASHED = re.compile(r"\d+(?:/\d+)+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+\)")
_BRACKETED = re.compile(r"\d{1,3}(?:[,–-]\s?\d{1,3})*[\])]")


def end_of_trap(text: str, start: int) -> int | None:
    """Return where the digits at `start` end, if they are no amount; None if they may be one."""
    return (
        _end_of_address(text, start)
        or _end_of_label(text, start)
        or _end_of_other(text, start)
        or _end_of_locator(text, start)
    )


def _end_of_address(text: str, start: int) -> int | None:
    """Pass over an address, a file name, a path: nothing in that word is an amount."""
    ahead = _TOKEN_AHEAD.match(text, start, start + _BACK)
    assert ahead is not None
    token = text[_word_start(text, start) : ahead.end()]
    if not any(sign in token for sign in "./_@=") or not _ADDRESS.search(token):
        return None
    return ahead.end()


def _word_start(text: str, start: int) -> int:
    """Return where the run of printable ASCII begins that ends at `start`, so far back at most."""
    floor = max(0, start - _BACK)
    run = text[floor:start].rpartition(" ")[2].rpartition("\n")[2]
    if run.isascii() and "\t" not in run:
        return start - len(run)
    opening = start
    while opening > floor and "!" <= text[opening - 1] <= "~":
        opening -= 1
    return opening


def _end_of_label(text: str, start: int) -> int | None:
    """Pass over a list label, section number or note mark: `1. `, `(2)`, `[12]`, `5.1 Economic`."""
    line_starts = not text[text.rfind("\n", max(0, start - 9), start) + 1 : start].strip(" \t#*(")
    if line_starts and (start < 9 or "\n" in text[start - 9 : start]):
        found = _LIST_LABEL.match(text, start) or _SECTION_LABEL.match(text, start)
        if found and not unit_after(text, found.end() - 1):  # `2.4 GHz` is no section
            return found.end()
    if start and text[start - 1] in "([" and (found := _BRACKETED.match(text, start)):
        return None if _GROUPED.match(text, start) else found.end()
    if (
        start
        and text[start - 1] in _MARK_ENDS
        and _NOTE_MARK.search(text[max(0, start - 5) : start])
    ):
        return _digits_end(text, start)
    return None


def _end_of_other(text: str, start: int) -> int | None:
    for pattern in (
        _ISBN,
        _TIME,
        _ERA,
        _COORDINATE,
        _CLOCK,
        _FOREIGN_DAY,
        _STREET,
        _CENTURY,
        _MANY_DOTS,
        _RATIO_OR_SCORE,
    ):
        if (found := pattern.match(text, start)) and not (
            pattern is _MANY_DOTS and _grouped_by_dots(found.group(), text, found.end())
        ):
            return found.end()
    if start and _ERA_BEFORE.search(text[max(0, start - 7) : start]):
        return _digits_end(text, start)
    return _end_of_score(text, start) or _end_of_signs(text, start)


def _end_of_score(text: str, start: int) -> int | None:
    """Pass over `3-2` and `21 to 14`: two numbers that fall are a score or a ratio."""
    spoken = _SCORE_IN_WORDS.match(text, start)
    if spoken and (unit_after(text, spoken.end()) or text[max(0, start - 5) : start] == "from "):
        spoken = None
    score = spoken or _SCORE.match(text, start)
    falls = score is not None and int(score.group(1)) >= int(score.group(2))
    return score.end() if score and falls else None


def _end_of_signs(text: str, start: int) -> int | None:
    """Pass over telephone numbers and slashed labels."""
    first = start - 1 if start and text[start - 1] in "+(" else start
    if (phone := _PHONE.match(text, first)) and _is_phone(phone.group()):
        return phone.end()
    if (slashed := _SLASHED.match(text, start)) and not _is_fraction(
        slashed.group(), text, slashed.end()
    ):
        return slashed.end()
    return None


def _grouped_by_dots(written: str, text: str, end: int) -> bool:
    groups = written.split(".")
    euro = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    return euro and (groups[0] != "0") and not text[end : end + 1].isalpha()


def _is_phone(written: str) -> bool:
    digits = sum(char.isdigit() for char in written)
    if written.startswith("+"):
        return digits >= 8
    groups = re.findall(r"\d+", written)
    by_thousands = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    leads_with_zero = written.lstrip("(").startswith("0") and len(groups[0]) > 1
    return digits >= 9 and "." not in written and (leads_with_zero or not by_thousands)


_BINARY = re.compile(r"\d{1,2}/(?:8|16|32|64)")
_INCH = re.compile(r"(?: of)?(?: an?| one)?[ -]inch|\"")


def _is_fraction(written: str, text: str, end: int) -> bool:
    if _BINARY.fullmatch(written) and _INCH.match(text, end):
        return True
    return written in {"1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "2/5", "3/5", "4/5", "1/10"}


def _end_of_locator(text: str, start: int) -> int | None:
    window = text[max(0, start - 60) : start]
    near = window.removesuffix("(").removesuffix(" ").removesuffix("\u00a0")
    near = near.removesuffix(":").removesuffix(".")
    word = _last_word(near)
    if word == "no" and _COUNTS.match(text, start - 3):
        return None
    if word in _LOCATOR_WORDS or near[-1:] in _LOCATOR_SIGNS:
        charity = word == "charity" and not near.lower().endswith("registered charity")
        return None if charity else _digits_end(text, start)
    listed = window
    for join in ("and ", "to ", "or ", "through ", "& "):
        listed = listed.removesuffix(join)
    if _last_word(listed.rstrip("0123456789–—, .-")) in _LISTED_WORDS:
        return _digits_end(text, start)
    return None


def _last_word(words: str) -> str:
    at = len(words)
    while at and words[at - 1] < "\u0530" and words[at - 1].isalpha():
        at -= 1
    return words[at:].lower()


def _digits_end(text: str, start: int) -> int:
    end = start
    while end < len(text) and (text[end].isdigit() or text[end] in ".,–-/"):
        end += 1
    return max(end, start + 1)
