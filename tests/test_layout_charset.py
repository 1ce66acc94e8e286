from __future__ import annotations

import pytest

from footnoted.layout.charset import decode

_CHINESE = "中国与乌兹别克斯坦的贸易额达到二十八亿美元，比去年增长了百分之十。"
_TRADITIONAL = "中國與烏茲別克斯坦的貿易額達到二十八億美元。"
_RUSSIAN = "Торговля между странами выросла на десять процентов за год."


def _page(words: str, head: str = "") -> str:
    return f"<html><head>{head}<title>x</title></head><body><p>{words}</p></body></html>"


@pytest.mark.parametrize(
    ("words", "charset"),
    [
        (_CHINESE, "gbk"),
        (_CHINESE, "gb2312"),
        (_TRADITIONAL, "big5"),
        (_RUSSIAN, "windows-1251"),
        (_RUSSIAN, "koi8-r"),
        ("za\u017c\u00f3\u0142\u0107 g\u0119\u015bl\u0105 ja\u017a\u0144", "iso-8859-2"),
        ("P\u0159\u00edli\u0161 \u017elu\u0165ou\u010dk\u00fd k\u016f\u0148", "windows-1250"),
        ("naïve café “x”", "windows-1252"),
        ("Größe über alles", "windows-1252"),
        (_CHINESE * 10_000, "gbk"),
        (_RUSSIAN * 10_000, "windows-1251"),
        (_TRADITIONAL * 10_000, "big5"),
        ("日本の経済は去年より三パーセント成長した。" * 9_000, "euc_jp"),
    ],
    ids=lambda value: value[:12],
)
def test_undeclared(words: str, charset: str) -> None:
    """A page that declares no charset anywhere is read by its bytes."""
    assert words in decode(_page(words).encode(charset), "text/html").text


@pytest.mark.parametrize(
    ("words", "declared", "sent"),
    [
        (_CHINESE, "gb2312", "gbk"),
        ("“Quoted” – it’s fine", "iso-8859-1", "windows-1252"),
        ("naïve “words”", "windows-1252", "windows-1252"),
        (_RUSSIAN, "windows-1251", "windows-1251"),
        (_TRADITIONAL, "big5", "big5"),
        ("日本の経済は成長した", "shift_jis", "cp932"),
    ],
)
def test_meta(words: str, declared: str, sent: str) -> None:
    """A charset in <meta> counts, under the label's meaning in browsers."""
    page = _page(words, f'<meta charset="{declared}">').encode(sent)
    assert words in decode(page, "text/html").text


def test_header_latin1_gives_way_to_meta() -> None:
    """Latin-1 in the header, which servers add unasked, loses against <meta>."""
    page = _page(_CHINESE, '<meta charset="gbk">').encode("gbk")
    assert _CHINESE in decode(page, "text/html; charset=ISO-8859-1").text


def test_header_wins_over_meta() -> None:
    """A header that makes sense wins over <meta>, as in browsers."""
    page = _page(_RUSSIAN, '<meta charset="koi8-r">').encode("windows-1251")
    assert _RUSSIAN in decode(page, "text/html; charset=windows-1251").text


@pytest.mark.parametrize("lie", ["iso-8859-1", "windows-1251", "ascii", "no-such-charset", "rot13"])
def test_lying_declaration_of_utf8(lie: str) -> None:
    """Valid UTF-8 is UTF-8 whatever single-byte charset is declared."""
    page = _page("Ünïcode “wörds”", f'<meta charset="{lie}">').encode()
    assert "Ünïcode “wörds”" in decode(page, f"text/html; charset={lie}").text


def test_lying_declaration_of_utf8_over_gbk() -> None:
    """Declared UTF-8 under which the bytes make no sense gives way to what they are."""
    page = _page(_CHINESE * 3, '<meta charset="utf-8">').encode("gbk")
    assert _CHINESE in decode(page, "text/html; charset=utf-8").text


def test_one_bad_byte_is_not_another_charset() -> None:
    """A stray byte in a long page costs that byte, not the page."""
    page = _page("wörds " * 200).encode() + b"\xff"
    decoded = decode(page, "text/html; charset=utf-8")
    assert decoded.charset == "utf-8"
    assert "wörds wörds" in decoded.text


@pytest.mark.parametrize("charset", ["utf-8-sig", "utf-16"])
def test_byte_order_mark(charset: str) -> None:
    """A byte order mark decides against every declaration, and is not part of the text."""
    decoded = decode("wörds".encode(charset), "text/plain; charset=koi8-r")
    assert decoded.text == "wörds"


def test_charset_is_named_as_on_the_web() -> None:
    """The charset reported is a label that browsers know."""
    assert decode("caf\xe9 \x93x\x94".encode("latin-1"), None).charset
    page = _page("“x”", '<meta charset="latin1">').encode("cp1252")
    assert decode(page, None).charset == "windows-1252"
