"""Which words turn a statement round: negations, and what denies or takes back."""

from __future__ import annotations

from collections.abc import Sequence

from footnoted.quotations.words import NEGATIONS

_INNOCENT = (  # noqa: SIM905 - a list of words reads better as prose
    "特别 分别 区别 级别 性别 个别 差别 类别 告别 识别 鉴别 派别 国别 别的 别人 别克 "
    "非常 非洲 南非 "
    "北非 东非 西非 中非 亚非 是非 未来 不断 不仅 不但 不只 不光 不过 不久 不少 不同 "
    "不丹 不列颠 不锈钢 "
    "不管 不论 无论 无疑 无线 无锡 无人机 莫斯科 莫桑比克 淹没 没收 沉没 否则 是否 能否 "
    "可否 不得不 "
    "无不 不动产 差不多 特別 分別 區別 級別 性別 個別 差別 未來 不斷 不僅 無論 無疑 "
    "毫无疑问 毫無疑問 不遗余力 不遺餘力 不懈 不可分割 不约而同 毫不犹豫"
).split()
"""Chinese words with a character that negates elsewhere, and not in them."""

_COMPOUNDS: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
for _word in _INNOCENT:
    for _at, _character in enumerate(_word):
        if _character in NEGATIONS:
            _COMPOUNDS.setdefault(_character, []).append((_at, tuple(_word)))

_HANGUL = frozenset("않못없")


def negates(words: Sequence[str], at: int) -> bool:
    """Say whether word `at` is a negation where it stands; not 别 in 特别."""
    word = words[at]
    if word not in NEGATIONS:
        return word.startswith("n'") or ("가" <= word[:1] <= "힣" and not _HANGUL.isdisjoint(word))
    for offset, compound in _COMPOUNDS.get(word, ()):
        first = at - offset
        if first >= 0 and tuple(words[first : first + len(compound)]) == compound:
            return False
    return True
