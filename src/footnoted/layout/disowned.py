"""Words that a page shows and disowns: myths, claims under test, what a correction takes back.

They stand on the page, and are not what it says: such blocks count as quoted ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from footnoted.model.text import Block, Table, TableCell

_LABEL = re.compile(
    r"[\s“\"'*•–—-]{0,4}(?:(?:popular |common |false )?(?:"
    r"corrections?|clarifications?|retractions?|errat(?:um|a)|myths?|claims?|false(?:hoods?)?|untrue"
    r"|rumou?rs?|fiction|misquot(?:e|ation)s?|misconceptions?|hoax|fake news"
    r"|berichtigung|korrektur|richtigstellung|mythos|behauptung|falsch|gerücht|irrtum|irrglaube"
    r"|falschzitat|falschmeldung|rectificatif|mythe|idée reçue|affirmation|faux|rumeur|intox"
    r"|citation erronée|corrección|rectificación|fe de erratas|mito|bulo|falso|rumor|afirmación"
    r"|ficción|cita falsa|исправление|поправка|миф|утверждение|ложь|неправда|слух|вымысел|фейк"
    r"|ложная цитата|更正|谣言|謠言|流言|传言|傳言|误区|誤區|不实|不實|虚假|虛假|假消息|网传|網傳"
    r"))(?:\s*(?:no\.?\s*|nr\.?\s*|n°\s*|№\s*|#)?\d{1,3})?"
    r"(?:\s*[,(（][^:：.\n]{1,30}|\s(?:of|on|vom|du|del|от)\s[^:：.\n]{0,20}\d[^:：.\n]{0,12})?"
    r"\s*[:：](?P<alone>\s*$)?",
    re.IGNORECASE,
)
_MYTH_ALONE = re.compile(
    r"(?:the )?(?:myth|mythos|mythe|mito|миф|rumou?r|谣言|謠言|流言|误区|誤區)"
    r"\s*(?:no\.?\s*|nr\.?\s*|№\s*|#)?(?:\d{1,3}|[一二三四五六七八九十]{1,2})?",
    re.IGNORECASE,
)
_FALSE_HEADING = re.compile(
    r"(?:(?:some|common|popular|frequent|the) )?(?:(?:false|untrue|misleading|debunked|incorrect) "
    r"(?:statements?|claims?|quotes?|quotations?|rumou?rs?|beliefs?|reports?|stories|news)"
    r"|myths?(?: (?:and|vs\.?|or|&) (?:facts?|rumou?rs?|misconceptions?|reality))?"
    r"|corrections?(?: (?:and|&) (?:clarifications?|retractions?|errata))?|clarifications?"
    r"|retractions?|errata|misquotations?|misquotes?|misconceptions?|hoaxes|rumou?rs"
    r"|falsche (?:aussagen|behauptungen|zitate)|falschmeldungen|mythen(?: und fakten)?|irrtümer"
    r"|berichtigungen|korrekturen|richtigstellungen|gerüchte"
    r"|fausses (?:déclarations|affirmations|citations|nouvelles)|mythes(?: et réalités?)?"
    r"|idées reçues|rectificatifs|rumeurs"
    r"|(?:declaraciones|afirmaciones|citas|noticias) falsas|mitos(?: y (?:realidades|verdades))?"
    r"|bulos|correcciones|rectificaciones|fe de erratas"
    r"|ложные (?:утверждения|заявления|цитаты)|мифы(?: и (?:факты|реальность))?|исправления|слухи"
    r"|поправки и исправления|(?:不实|不實|虚假|错误)(?:言论|言論|信息|说法|消息|报道)"
    r"|谣言|謠言|误区|更正)",
    re.IGNORECASE,
)
_DENIED_BELOW = re.compile(
    r"\b(?:untrue|false|falsely|wrong|incorrect|not true|not correct|myths?|misconceptions?"
    r"|rumou?rs?|none of (?:the following|these|this)|never said|(?:did|does|do) not say|hoaxes"
    r"|falsch|unwahr|nicht wahr|mythen|gerüchte|fausse?s?|pas vrai|mythes|fals[oa]s?|mitos|bulos"
    r"|ложны?е?|неверны?|неправда|мифы)\b|不实|不實|谣言|謠言|错误说法|虚假",
    re.IGNORECASE,
)
_VERDICT = re.compile(
    r"[✗✘❌\s]*(?:(?:mostly|totally|partly) )?(?:false|untrue|incorrect|misleading|wrong|fake|hoax"
    r"|myth|pants on fire|falsch|unwahr|irreführend|faux|trompeur|fals[oa]|engañoso|bulo|ложь"
    r"|неверно|неправда|фейк|миф|不实|不實|虚假|虛假|假|谣言|謠言|错误)[.!！。]?\s*",
    re.IGNORECASE,
)
_VERDICT_HEAD = re.compile(
    r"verdict|rating|ruling|finding|fact|true|truth|claim|statement|myth|rumou?r|quote|assessment"
    r"|urteil|bewertung|behauptung|aussage|wahr|évaluation|affirmation|déclaration|vrai|veredicto"
    r"|afirmación|declaración|verdad|вердикт|оценка|утверждение|заявление|правда|结论|判定|说法|真假",
    re.IGNORECASE,
)
_MAX_LABEL = 120
_MAX_LEAD = 400
_SENTENCE = 5
"""Words of a sentence, at least; so many name no setting."""


def disowned(
    content: str, blocks: Sequence[Block], tables: Iterable[Table] = ()
) -> tuple[Block, ...]:
    """Return the blocks, those whose words the page disowns in region `quoted`.

    Told by a label at the beginning (`Myth:`, `Correction:`), by a heading or a line that calls
    what follows false, and by a verdict in the row of a table.
    """
    numbers = {*_labelled(content, blocks), *_in_rows(content, blocks, tables)}
    if not numbers:
        return tuple(blocks)
    return tuple(
        block._replace(region="quoted")
        if number in numbers and block.region in {"article", "page"}
        else block
        for number, block in enumerate(blocks)
    )


def _labelled(content: str, blocks: Sequence[Block]) -> Iterator[int]:
    """Yield the numbers of blocks that a label, or the heading or line before, disowns."""
    heading: Block | None = None  # the one that calls false what stands under it
    in_list = next_too = False
    for number, block in enumerate(blocks):
        kind, start, end, *place = block
        if kind == "heading":
            words = content[start:end].strip(" :：") if end - start < _MAX_LABEL else ""
            heading, in_list = block if _FALSE_HEADING.fullmatch(words) else None, False
        else:
            in_list = in_list and kind == "item"
            if in_list or next_too or (heading and [*heading[3:]] == place):
                yield number
        next_too = False
        label = _LABEL.match(content, start, end)
        if label:
            yield number
            next_too = label.group("alone") is not None
        elif end - start < 20 and _MYTH_ALONE.fullmatch(content, start, end):
            next_too = True
        elif end - start < _MAX_LEAD and content[end - 1] in ":：":
            in_list = bool(_DENIED_BELOW.search(content, start, end))


def _in_rows(content: str, blocks: Sequence[Block], tables: Iterable[Table]) -> Iterator[int]:
    """Yield the numbers of blocks in table rows that hold the verdict `false`."""
    starts: list[int] = []
    for table in tables:
        for cell in _judged(content, table):
            starts = starts or [block.start for block in blocks]
            first = bisect_left(starts, cell.start)
            yield from range(first, bisect_left(starts, cell.end))


def _judged(content: str, table: Table) -> Iterator[TableCell]:
    """Yield the cells beside a verdict, where the table's head speaks of verdicts or claims.

    Under one of other words, or none, `false` may be a setting's value; but none's row of a
    whole sentence is a claim.
    """
    rows = {
        cell.row
        for cell in table.cells
        if 0 < cell.end - cell.start < 30 and _VERDICT.fullmatch(content, cell.start, cell.end)
    }
    if not rows:
        return
    first = min(cell.row for cell in table.cells)
    head = [cell for cell in table.cells if cell.row == first and first not in rows]
    headed = [table.caption or "", *(content[cell.start : cell.end] for cell in head)]
    told = any(_VERDICT_HEAD.search(words) for words in headed)
    for cell in table.cells:
        if cell.row in rows and cell.end > cell.start:
            words = content[cell.start : cell.end]
            if told or (not head and (len(words.split()) >= _SENTENCE or words[-1] in ".。！")):
                yield cell
