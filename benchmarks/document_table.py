"""Which files of which Debian packages the benchmarks read, and in which split.

Chosen for ordinary prose with figures in several languages and three media types. Written down,
never drawn: a package has all its documents in one split, and so has every translation of it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """Files of one package, in one folder and one language (a BCP 47 tag)."""

    package: str
    language: str
    folder: str
    files: tuple[str, ...]


def _each(text: str, suffix: str = "") -> tuple[str, ...]:
    return tuple(f"{name}{suffix}" for name in text.split())


_HISTORY = "usr/share/doc/debian-history/docs"
_FAQ = "usr/share/doc/debian/FAQ"
_LIVE = "usr/share/doc/live-manual"
_INSTALL = "usr/share/doc/installation-guide-amd64"
_HANDBOOK = "usr/share/doc/debian-handbook/html"
_REFERENCE = "usr/share/developers-reference"


def _history(language: str) -> Row:
    stems = ("detailed.{}.html", "releases.{}.html", "project-history.{}.pdf")
    names = (*stems, "project-history.{}.txt.gz")
    return Row("debian-history", language, _HISTORY, tuple(n.format(language) for n in names))


def _faq(language: str, package: str, *, pdf: bool = True) -> Row:
    names = [f"debian-faq.{language}.txt.gz", f"{language}/pkg-basics.{language}.html"]
    names += [f"{language}/choosing.{language}.html"]
    names += [f"debian-faq.{language}.pdf.gz"] if pdf else []
    return Row(package, language.replace("cn", "CN"), _FAQ, tuple(names))


def _install(folder: str, language: str) -> Row:
    names = (f"install.{folder}.txt.gz", f"install.{folder}.pdf.gz", "ch06s03.html")
    return Row("installation-guide-amd64", language, f"{_INSTALL}/{folder}", names)


def _handbook(folder: str, language: str, names: str) -> Row:
    return Row("debian-handbook", language, f"{_HANDBOOK}/{folder}", _each(names, ".html"))


def _reference(language: str, *, pdf: bool = True) -> Row:
    folder = _REFERENCE if language == "en" else f"{_REFERENCE}/{language}"
    package = "developers-reference" + ("" if language == "en" else f"-{language}")
    names = ["developers-reference.txt.gz", "pkgs.html", "resources.html"]
    names += ["developers-reference.pdf"] if pdf else []
    return Row(package, language, folder, tuple(names))


def _school(language: str, package: str) -> Row:
    folder = f"usr/share/doc/{package}"
    names = ("debian-edu-trixie-manual.html", "debian-edu-trixie-manual.pdf")
    return Row(package, language, folder, names)


DEV: tuple[Row, ...] = (
    Row(
        "anarchism",
        "en",
        "usr/share/doc/anarchism/html",
        _each(
            "secA2 secA5 secB1 secB3 secB7 secC1 secC7 secC8 secC9 secD1 secD5 secD8 secD9 secE3"
            " secF8 secG3 secH2 secI3 secI8 secJ5 secJ6 append11 append31 append41",
            ".html",
        ),
    ),
    _history("en"),
    _history("de"),
    _history("fr"),
    _history("es"),
    _history("it"),
    _history("ru"),
    _history("ja"),
    _faq("fr", "debian-faq-fr"),
    _faq("de", "debian-faq-de"),
    _faq("ru", "debian-faq-ru"),
    _faq("zh-cn", "debian-faq-zh-cn", pdf=False),
    _faq("ja", "debian-faq-ja", pdf=False),
    Row(
        "debian-policy",
        "en",
        "usr/share/doc/debian-policy",
        ("policy.pdf.gz", "policy.txt.gz", "fhs/fhs-3.0.html", "fhs/fhs-3.0.pdf.gz"),
    ),
    Row(
        "lilypond-doc-html",
        "en",
        "usr/share/doc/lilypond/html/Documentation/essay",
        _each("the-lilypond-story engraving-details automated-engraving music-engraving", ".html"),
    ),
    Row("live-manual-html", "es", f"{_LIVE}/html", ("live-manual.es.html",)),
    Row("live-manual-html", "pt-BR", f"{_LIVE}/html", ("live-manual.pt_BR.html",)),
    Row("live-manual-html", "it", f"{_LIVE}/html", ("live-manual.it.html",)),
    Row("bash-doc", "en", "usr/share/doc/bash", ("bashref.pdf",)),
)
"""Documents to develop against: their failures may be looked at and mended."""

TEST: tuple[Row, ...] = (
    _handbook(
        "en-US",
        "en",
        "the-debian-project sect.foundation-documents sect.release-lifecycle sect.backup"
        " sect.becoming-package-maintainer sect.how-to-migrate sect.supervision sect.virtualization"
        " sect.dealing-with-compromised-machine sect.other-security-considerations",
    ),
    _handbook("fr-FR", "fr", "the-debian-project sect.release-lifecycle sect.virtualization"),
    _handbook("es-ES", "es", "the-debian-project sect.release-lifecycle sect.virtualization"),
    _handbook("ru-RU", "ru", "the-debian-project sect.release-lifecycle"),
    _handbook("ja-JP", "ja", "the-debian-project sect.release-lifecycle"),
    _reference("en"),
    _reference("de"),
    _reference("fr"),
    _reference("ja"),
    _reference("ru", pdf=False),
    _install("en", "en"),
    _install("de", "de"),
    _install("es", "es"),
    _install("it", "it"),
    _install("ru", "ru"),
    _install("zh_CN", "zh-CN"),
    _school("en", "debian-edu-doc-en"),
    _school("zh-CN", "debian-edu-doc-zh-cn"),
    Row(
        "sqlite3-doc",
        "en",
        "usr/share/doc/sqlite3",
        _each(
            "testing whentouse fasterthanfs howtocorrupt different faq mostdeployed famous"
            " qmplan hirely floatingpoint footprint whyc limits news oldnews security lts"
            " pressrelease-20071212 privatebranch",
            ".html",
        ),
    ),
    Row(
        "gnu-standards",
        "en",
        "usr/share/doc/gnu-standards",
        ("maintain.text.gz", "standards.pdf.gz"),
    ),
    Row(
        "doc-debian",
        "en",
        "usr/share/doc/debian",
        ("constitution.txt.gz", "social-contract.txt.gz", "bug-maint-info.txt.gz"),
    ),
    Row("r-doc-pdf", "en", "usr/share/R/doc/manual", ("R-FAQ.pdf", "R-intro.pdf", "R-data.pdf")),
    Row("jargon", "en", "usr/share/doc/jargon", ("jargon.html",)),
)
"""Documents to measure on: nothing is tuned on them."""
