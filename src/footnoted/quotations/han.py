"""Denials about a cut in Chinese: a negation since the last comma, verbs that deny, tags after."""

from __future__ import annotations

import re
from collections.abc import Sequence

from footnoted.quotations.negations import negates

_MARKS = frozenset({",", ".", ";", ":", "!", "?", "、"})


def _spaced(text: str) -> str:
    """Write words as the folded page has them: each character apart."""
    return "|".join(" ".join(word) for word in text.split())


_DENYING_WORDS = (
    "取消 推迟 停止 暂停 拒绝 放弃 暂缓 阻止 禁止 避免 防止 反对 否认 "
    "否定 反驳 驳斥 质疑 怀疑 谴责 辟谣 造谣 谎称 误称 假称 误传 谣传 "
    "误报 诬称 谣言 推遲 停止 暫停 拒絕 放棄 否認 反對 駁斥 質疑 懷疑 "
    "譴責 闢謠 造謠 謊稱 難以 难以 撤销 撤回 叫停 终止"
)
_OPEN_WORDS = (
    "如果 假如 倘若 若是 要是 假使 除非 只要 一旦 是否 难道 何尝 岂能 岂 "
    "能否 声称 据传 据称 网传 传闻 传言 担心 威胁 恐怕 假设 宣称 聲稱 "
    "據傳 擔心 難道 豈"
)
_DENYING = re.compile(
    rf" (?:{_spaced(_DENYING_WORDS)}) ",
)
_OPEN = re.compile(
    rf" (?:{_spaced(_OPEN_WORDS)}) ",
)
_AFTER = re.compile(
    r"^ (?:, )?(?:这 |此 |该 )?(?:一 说 |之 说 |的 (?:说 法|传 闻|传 言|谣 言|报 道|消 息|指 控)"
    r" |一 事 |说 法 |的 可 能 性 )?(?:都 |均 |全 |完 全 |已 |并 |系 |遭 |很 )*"
    r"(?:是 假|是 谣|谣 言|假 的|虚 假|不 属 实|不 实|纯 属|错 误|有 误|不 成 立|无 据|子 虚"
    r"|被 否|否 认|不 大|小 |被 拒|未 果|失 败|是 不 可 能|是 错|不 可 能|吗|么|与 否|不 真)",
)
_CLAIMED = re.compile(r"^ (?:的 (?:说 法|传 闻|传 言|谣 言|指 控)|一 说|之 说|的 可 能 性) ")
_IF = re.compile(r"^ (?:, )?(?:但 前 提|前 提 是|如 果|除 非|的 话|若 )")


def is_han(word: str) -> bool:
    """Say whether a word is a Chinese character."""
    return "\u4e00" <= word[:1] <= "\u9fff"


def denied_before(before: Sequence[str]) -> str | None:
    """Return what, since the last comma, denies the words after a cut."""
    if not _is_chinese(before):
        return None
    first = len(before)
    while first and before[first - 1] not in _MARKS:
        first -= 1
    for at in range(first, len(before)):
        if negates(before, at):
            return "".join(before[at:])
    found = _DENYING.search(f" {' '.join(before[first:])} ")
    return found.group().replace(" ", "") if found else None


def open_before(before: Sequence[str]) -> str | None:
    """Return a word of condition, question or hearsay since the last comma."""
    if not _is_chinese(before):
        return None
    first = len(before)
    while first and before[first - 1] not in _MARKS:
        first -= 1
    found = _OPEN.search(f" {' '.join(before[first:])} ")
    return found.group().replace(" ", "") if found else None


def _is_chinese(words: Sequence[str]) -> bool:
    """Say whether words end in a Chinese character and hold no Japanese letters."""
    kana = any("\u3040" <= word[:1] <= "\u30ff" for word in words)
    return bool(words) and is_han(words[-1]) and not kana


def denied_after(after: Sequence[str]) -> bool:
    """Say whether the words after a cut call those before it false, or ask."""
    text = f" {' '.join(after)} "
    return bool(_AFTER.match(text) or _CLAIMED.match(text))


def condition_after(after: Sequence[str]) -> bool:
    """Say whether a condition follows."""
    return bool(_IF.match(f" {' '.join(after)} "))
