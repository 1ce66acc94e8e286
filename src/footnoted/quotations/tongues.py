"""Denials about a cut in German, French, Spanish, Italian and Russian."""

from __future__ import annotations

import re
from collections.abc import Sequence

_GAP = r"(?:[^\s,;.:]+ ){0,5}"
_BEFORE = (
    # German
    (
        rf" (?:nicht|nie|niemals|niemand|kein\w*|nichts|weder|kaum|ohne|wenige) {_GAP}, (?:dass"
        rf"|daß|ob) "
    ),
    (
        rf" (?:verneint?\w*|bezweifel\w*|bestreit\w*|bestritt\w*|leugne\w*|dementier\w*"
        rf"|widersprach\w*|widersprich\w*|widerleg\w*|zurückgewiesen|zurück|verwarf\w*"
        rf"|verw[ie]rf\w*|unwahr|falsch|irrig|märchen|lüge|mythos|gerücht|erfunden|von wegen"
        rf"|weit davon entfernt|träumt\w*|log|lügt) {_GAP}(?:, )?(?:dass|daß|ob) "
    ),
    (
        rf" (?:weiger\w* sich|lehn\w* es ab|lehn\w* ab|hüte\w* sich|unterließ\w*|unterlass\w*"
        rf"|verzichte\w*(?: darauf)?|vermied\w*|vermeide\w*|verbot\w*|verbiete\w*|hörte\w* auf"
        rf"|versäumt\w*|außerstande|unfähig|statt|anstatt|ohne) , {_GAP}"
    ),
    # French
    rf" (?:n'est pas|n'est|n'a jamais|ne|n') {_GAP}(?:pas|jamais|guère|point)? ?{_GAP}(?:que|qu') ",
    (
        r" (?:nie|nient|niait|a nié|ont nié|dément\w*|démenti|conteste\w*|contesté|réfute\w*"
        r"|réfuté|rejette\w*|rejeté|doute\w*|faux|menti\w*|mensonge|mythe|personne|nul"
        r"|rien|aucun\w*"
        r"|à tort)"
        rf" {_GAP}que "
    ),
    rf" loin de {_GAP}que |^ sans quoi |^ (?:apenas|kaum) ",
    (
        rf" (?:abstenu\w*|abstien\w*|s'abst\w+|cessé|cesse\w*|refus\w*|renonc\w*|évit\w*"
        rf"|empêch\w*|omis|oublié|incapable\w*|interdi\w*|manqué) {_GAP}(?:de |d')"
    ),
    # Spanish and Italian
    (
        rf" (?:neg\w+|nieg\w+|desmi?e?nt\w+|rechaz\w+|refut\w+|dud\w+|falso|minti\w*"
        rf"|mient\w*|mentira|mito|nadie"
        rf"|nada|nunca|jamás|ningun\w*|ningún|no es|no hay|no cree\w*|no dijo|no dice\w*|no) "
        rf"{_GAP}que "
    ),
    (
        rf" (?:dej\w+ de|ces\w+ de|evit\w+|se neg\w+ a|se nieg\w+ a|renunci\w+ a|rehus\w+"
        rf"|prohib\w+) {_GAP}"
    ),
    (
        rf" (?:neg\w+|smenti\w+|contest\w+|dubit\w+|falso|menzogna|mito|nessuno|niente|mai"
        rf"|non) {_GAP}che "
    ),
    # Russian
    (
        r" (?:неверно|неправда|ложь|миф|отри[цч]\w+|опроверг\w*|отверг\w*|сомнева\w+|не|нет"
        r"|никто|нигде|ничто|никогда|нельзя|невозможно|вряд ли|едва ли|лож\w+|слух\w+) "
        r"(?:[^\s;.:]+ ){0,5}(?:, )?(?:что|будто|якобы) "
    ),
    rf" (?:отказ\w+|перестал\w*|запре\w+|избе\w+|забы\w+|не смог\w*|неспособ\w+) {_GAP}",
)
_DENIES = re.compile(rf"(?:{'|'.join(_BEFORE)})(?:[^\s,;.:]+ ){{0,2}}$")
_RUMORED = re.compile(
    r" (?:angeblich|якобы|слухи о том|будто|prétendument|supuestamente) (?:[,:] )?"
)
_GERMAN_OR_RUSSIAN = re.compile(r" (?:, (?:dass|daß|ob|что|будто) )$")
_AFFIRMS = re.compile(
    r" (?:sag\w*|gesagt|erklär\w*|bestätig\w*|bericht\w*|melde\w*|gemeldet|teil\w* mit|mitgeteilt"
    r"|schr[ie]\w*|geschrieben|zeig\w*|ergab\w*|ergeb\w*|fand\w*|gefunden|stell\w* fest"
    r"|festgestellt|beton\w*|unterstr\w*|warn\w*|räum\w* ein|eingeräumt|gab\w* (?:zu|bekannt)"
    r"|zugegeben|bekannt|mein\w*|glaub\w*|weiß|wissen|wuss?te\w*|sieht|sah|klar|sicher|wahr"
    r"|tatsache|gewiss|fest|überzeugt|einig|daher|dessen|bemerk\w*|verlang\w*|sorg\w*"
    r"|garantier\w*|sicher\w*"
    r"|erwähn\w*|füg\w* hinzu|hinzu|so|dafür|dazu|davon|darauf|darin|damit|daran"
    r"|darum|daraus|dadurch|darüber|bedeutet\w*|heißt|beweis\w*|beleg\w*|bele?gt|folg\w*|stimm\w*"
    r"|fakt|hinweis\w*|beacht\w*|merk\w*|denken|denk\w*|erkenn\w*|erinner\w*|versicher\w*"
    r"|sagte\w*|явля\w+|те|тех|тот|та|всё|все|всего|всем|это|убед\w+|значит|виду|внимание"
    r"|приме\w+|сказа\w+|говор\w+|заяв\w+|сообщ\w+|подтверд\w+|показ\w+|отмет\w+"
    r"|отмеч\w+|добав\w+|написа\w+|пис\w+|объясн\w+|призна\w+|подчеркн\w+|утвержд\w+|счита\w+"
    r"|полага\w+|дума\w+|зна\w+|вид\w+|ясно|верно|правда|известно|то|тем|том|того|тому|потому"
    r"|доказ\w+|установ\w+|выясн\w+|обнаруж\w+|помн\w+|означа\w+|факт\w*|свидетельств\w+|так"
    r"|учт\w+|замет\w+|понима\w+|понят\w+|очевидно|увер\w+|напомн\w+|пока|потому)"
    r" (?:[^\s;.:]+ ){0,6}, (?:dass|daß|что) $",
)
_CLAIMS = re.compile(
    r" (?:prétend\w*|allègu\w*|insinu\w*|craint|craignent|espère\w*|imagin\w*|rêv\w*|pretende"
    r"|alega\w*|teme\w*|espera\w*|supone\w*|sueña\w*|pretend\w*) (?:que|qu') $",
)
_AFTER = re.compile(
    r"^ (?:(?:, )?(?:keineswegs|mitnichten|niemals|nie|nicht|angeblich|kaum|guère|вряд ли"
    r"|едва ли|якобы)\b"
    r"|(?:бы|б) |(?:[^\s,;.:]+ ){1,4}(?:nicht|nie|niemals|keineswegs)(?: [^\s,;.:]+)? [.,;:!?]"
    r"|, (?:según|selon|laut) (?:[^\s,]+ ){0,3}(?:fals[oa]s?|fauss?e?s?|falschen?|gefälschten?)\b"
    r"|, (?:allerdings|aber|jedoch) nicht\b|, лож\w+)",
)
_ON_CONDITION = re.compile(
    r"^ (?:, |\( )?(?:nur (?:bei|wenn|falls|unter)|falls|sofern|solange|es sei denn|siempre que"
    r"|siempre y cuando|salvo que|a menos|à condition|pourvu que|à moins|если|при условии) ",
)


def denied_before(before: Sequence[str]) -> str | None:
    """Return what denies the words after a cut, None if nothing does."""
    text = f" {' '.join(before)} "
    if text.isascii() and " que " not in text and not _FOREIGN.search(text):
        return None
    found = _DENIES.search(text) or _RUMORED.search(text)
    return found.group().strip() if found else None


_FOREIGN = re.compile(r" (?:dass|que|qu'|che|de|a|sich|es|zu|non|angeblich) ")


def open_before(before: Sequence[str]) -> str | None:
    """Return what leaves open a clause after *dass*, *что* or *que*."""
    text = f" {' '.join(before)} "
    if _GERMAN_OR_RUSSIAN.search(text) and not _AFFIRMS.search(text):
        return " ".join(before[-4:])
    found = _CLAIMS.search(text)
    return found.group().strip() if found else None


def denied_after(after: Sequence[str]) -> bool:
    """Say whether the words after a cut deny those before it, or make them depend."""
    return bool(_AFTER.match(f" {' '.join(after)} "))


def condition_after(after: Sequence[str]) -> bool:
    """Say whether a condition follows."""
    return bool(_ON_CONDITION.match(f" {' '.join(after)} "))
