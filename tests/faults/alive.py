"""Pages that are there, however odd they look."""

from __future__ import annotations

import gzip

from faults.model import CITED, Pages, fault, html, sent_to
from faults.words import ARTICLE, HOME, PARAGRAPHS, article, document, notice
from loopback import Answer, Asked
from pdfs import make_pdf

_KIND = ("Content-Type", "text/html; charset=utf-8")
_PAGE = html(article())


def _chunked(text: str) -> Answer:
    body = text.encode()
    parts = [body[at : at + 700] for at in range(0, len(body), 700)]
    sent = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
    return Answer(200, sent, [_KIND, ("Transfer-Encoding", "chunked")])


def _with_cookie(asked: Asked) -> Answer:
    """Show the page only to a client that brings the cookie of the step before."""
    return _PAGE if "seen=yes" in asked.headers.get("Cookie", "") else sent_to("/cookie")


def _refuses_head(status: int) -> Pages:
    """Serve the page to GET and answer HEAD, which the server marks in the path, with `status`."""
    return Pages({CITED: _PAGE, f"HEAD {CITED}": Answer(status)})


_SNIPPET = (
    "<p>Last month a reader sent us a list of addresses on our site that led nowhere. We have "
    "spent a week on it and want to say what we did. The old server answered with a bare "
    "“Page not found” and nothing else, which helped nobody, and half of the addresses had only "
    "lost a slash when we moved the archive in 2011.</p>"
    "<p>All 214 addresses on the list work again. Where a table has been replaced by a newer one, "
    "the old address shows the old table, with a line above it that names the new one. We also "
    "asked the library of the town to keep copies, and it agreed. If you find another, write to "
    "the harbour office; letters about the archive are answered within a week, as before.</p>"
)
_ON_404 = (
    "<p>Every reader has met the sentence “page not found”, and few have asked where it comes "
    "from. The number 404 stands in the first draft of the protocol, between forbidden and "
    "method not allowed, and the words beside it were never meant for readers at all.</p>"
)
_GONE_TITLE = "404 Not Found: how a harbour lost its own archive"
_LOGIN_BOX = (
    '<form action="/login"><label>Username <input name="user"></label>'
    '<label>Password <input type="password" name="word"></label><button>Log in</button></form>'
)
_BANNER = (
    '<div class="banner"><p>We value your privacy. We and our partners use cookies to count '
    "visits.</p><button>Accept all</button><button>Reject all</button>"
    "<button>Manage cookies</button></div>"
)
_SHELL = (
    '<!doctype html><html><head><title>Halvard</title><script src="/app.js"></script></head>'
    '<body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root">'
    "</div></body></html>"
)
_GBK = document(
    "<h1>哈尔瓦德港口的粮食贸易</h1>"
    + "<p>二〇一三年，该港口装卸小麦和大麦四百二十万吨，比上年增长百分之十。河运仍占多数，"
    "铁路因两座桥梁加固停运十一周。码头平均价格为每吨二百三十八美元。</p>" * 8,
    "哈尔瓦德港口的粮食贸易",
    head='<meta http-equiv="Content-Type" content="text/html; charset=gbk">',
    language="zh",
)
_CYRILLIC = document(
    "<h1>Зерно в порту Халвард</h1>"
    + "<p>В 2013 году порт перевалил 4,2 млн тонн пшеницы и ячменя, на десятую часть больше, чем "
    "годом ранее. Основная часть груза пришла по реке на баржах.</p>" * 8,
    "Зерно в порту Халвард",
    head='<meta charset="windows-1251">',
    language="ru",
)
_PDF = make_pdf([[PARAGRAPHS[0][:80], PARAGRAPHS[0][80:160]], [PARAGRAPHS[1][:80]]])
_FORM = '<form><textarea></textarea><div class="g-recaptcha" data-sitekey="x"></div></form>'
_REFRESH = f'<meta http-equiv="refresh" content="300; url={CITED}">'

FAULTS = (
    fault("plain", "alive", _PAGE, "an article"),
    fault(
        "gzipped",
        "alive",
        Answer(200, gzip.compress(article().encode()), [_KIND, ("Content-Encoding", "gzip")]),
        "compressed as browsers ask for",
    ),
    fault("chunked", "alive", _chunked(article()), "sent in chunks"),
    fault(
        "close_ends_body",
        "alive",
        Answer(raw=b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + article().encode()),
        "HTTP/1.0: the body ends with the connection",
    ),
    fault(
        "slow_in_time",
        "alive",
        Answer(200, article().encode(), [_KIND], delay=1.5),
        "slow is not dead",
    ),
    fault(
        "cookie_chain",
        "alive",
        Pages({CITED: _with_cookie, "/cookie": sent_to(CITED, 302, ("Set-Cookie", "seen=yes"))}),
        "back to the same URL, but with the cookie set in between: no loop",
    ),
    fault("head_405", "alive", _refuses_head(405), "HEAD refused, GET fine"),
    fault("head_501", "alive", _refuses_head(501), "HEAD not implemented, GET fine"),
    fault("head_404", "alive", _refuses_head(404), "HEAD lies, GET fine"),
    fault(
        "gbk_by_meta",
        "alive",
        Answer(200, _GBK.encode("gbk"), [("Content-Type", "text/html")]),
        "the charset stands in the page only",
    ),
    fault(
        "charset_lies",
        "alive",
        Answer(200, _CYRILLIC.encode("cp1251"), [("Content-Type", "text/html; charset=utf-8")]),
        "the header says UTF-8, the page is windows-1251",
    ),
    fault(
        "pdf",
        "alive",
        Answer(200, _PDF, [("Content-Type", "application/pdf")]),
        "a document that is no HTML",
        path="/files/report.pdf",
    ),
    fault(
        "plain_text",
        "alive",
        Answer(200, "\n\n".join(PARAGRAPHS).encode(), [("Content-Type", "text/plain")]),
        "a document without a title",
        path="/files/report.txt",
    ),
    fault(
        "article_about_404",
        "alive",
        html(article(_ON_404, title="Why the web forgets")),
        "the subject is dead links; the page is not one",
    ),
    fault(
        "article_titled_404",
        "alive",
        html(article(_ON_404, title=_GONE_TITLE)),
        "title and heading begin as an error page's do, over a whole article, "
        "on a host that answers 404 for what it does not have",
    ),
    fault(
        "article_says_not_found",
        "alive",
        html(article(after="<p>Of 90 sources, 12 said only: page not found.</p>")),
        "the phrase stands in a long text",
    ),
    fault(
        "short_note_says_not_found",
        "alive",
        html(document(f"<h1>Old addresses work again</h1>{_SNIPPET}", "Old addresses work again")),
        "a short note that quotes the phrase within prose, on a host with honest 404s",
    ),
    fault("home", "alive", Pages({"/": html(HOME)}), "the front page is what was cited", path="/"),
    fault(
        "home_en",
        "alive",
        Pages({"/en": html(HOME)}),
        "the English front page is what was cited",
        path="/en",
    ),
    fault(
        "home_to_language",
        "alive",
        Pages({"/": sent_to("/en/"), "/en/": html(HOME)}),
        "the front page sends readers to their language",
        path="/",
    ),
    fault(
        "index_to_root",
        "alive",
        Pages({"/index.html": sent_to("/"), "/": html(HOME)}),
        "two addresses of the same front page",
        path="/index.html",
    ),
    fault(
        "home_on_any_path",
        "alive",
        Pages({"*": html(HOME)}),
        "the front page was cited; that the host shows it everywhere proves nothing",
        path="/",
    ),
    fault("login_box", "alive", html(article(_LOGIN_BOX)), "a login in the corner of an article"),
    fault("cookie_banner", "alive", html(article(_BANNER)), "a banner over a whole article"),
    fault("captcha_form", "alive", html(article(after=_FORM)), "a captcha below the comments"),
    fault(
        "newsletter",
        "alive",
        html(article(after="<p>Subscribe to our newsletter to read more of this every week.</p>")),
        "asks for a subscription, but hides nothing",
    ),
    fault(
        "fragment_present",
        "alive",
        html(article('<h2 id="prices">Prices</h2>')),
        "the place is there",
        path=f"{CITED}#prices",
        silent="link-fragment",
    ),
    fault(
        "fragment_missing",
        "alive",
        html(article('<h2 id="prices">Prices</h2>')),
        "the page is there, the place in it is not",
        path=f"{CITED}#storage",
        finding="link-fragment",
    ),
    fault(
        "text_fragment_present",
        "alive",
        _PAGE,
        "the words are there",
        path=f"{CITED}#:~:text=prices%20rose%20in%20spring,harvest%20was%20in",
        silent="link-fragment",
    ),
    fault(
        "text_fragment_missing",
        "alive",
        _PAGE,
        "the page is there, the words are not",
        path=f"{CITED}#:~:text=prices%20fell%20in%20spring",
        finding="link-fragment",
    ),
    fault(
        "script_only",
        "alive",
        html(_SHELL),
        "answers, and shows nothing without scripts",
        reason="script_only",
    ),
    fault("empty_200", "alive", html(""), "answers with nothing at all", reason="empty"),
    fault("refresh_to_itself", "alive", html(article(head=_REFRESH)), "reloads every five minutes"),
    fault(
        "partial_206",
        "alive",
        html(article(), 206),
        "the whole page under a status that nobody asked for",
    ),
    fault(
        "accented_path",
        "alive",
        Pages({"/%C3%A9tudes/bl%C3%A9": _PAGE}),
        "a path that is not ASCII",
        path="/études/blé",
    ),
    fault(
        "retry_after_2",
        "alive",
        Pages({CITED: [Answer(503, b"busy", [("Retry-After", "2")]), _PAGE]}),
        "503 with Retry-After: 2, then fine",
    ),
    fault(
        "limited_once",
        "alive",
        Pages({CITED: [Answer(429, b"slowly", [("Retry-After", "1")]), _PAGE]}),
        "429 with Retry-After: 1, then fine",
    ),
    fault("error_500_once", "alive", Pages({CITED: [Answer(500), _PAGE]}), "500 once, then fine"),
    fault(
        "short_page",
        "alive",
        html(notice("Cargo in 2013", "4.2 million tonnes of wheat and barley.")),
        "short, and says nothing that an error page says",
    ),
    fault(
        "same_template",
        "alive",
        Pages({CITED: _PAGE, "*": html(article("<p>All of our reports in one page.</p>"))}),
        "the host shows the same text at any address: sameness alone decides nothing",
    ),
    fault(
        "untrusted_self_signed",
        "alive",
        Pages({CITED: _PAGE}, tls="self_signed"),
        "a browser would warn; the page is there",
        reason="tls_untrusted",
        finding="link-untrusted",
    ),
    fault(
        "untrusted_expired",
        "alive",
        Pages({CITED: _PAGE}, tls="expired"),
        "a browser would warn; the page is there",
        reason="tls_untrusted",
        finding="link-untrusted",
    ),
    fault(
        "untrusted_wrong_name",
        "alive",
        Pages({CITED: _PAGE}, tls="wrong_name"),
        "a browser would warn; the page is there",
        reason="tls_untrusted",
        finding="link-untrusted",
    ),
    fault(
        "tls_trusted",
        "alive",
        Pages({CITED: html(document(f"<h1>Sealed</h1>{ARTICLE}"))}, tls="good"),
        "TLS as it should be",
        silent="link-untrusted",
    ),
    fault(
        "robots_closed",
        "alive",
        Pages({CITED: _PAGE, "/robots.txt": Answer(200, b"User-agent: *\nDisallow: /\n")}),
        "robots.txt closes the site to programs; a cited page is asked once, as by its reader",
    ),
)
