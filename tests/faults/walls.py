"""Pages behind something: seen by others, not from here. Never rot."""

from __future__ import annotations

from faults.model import CITED, DOMAIN, Pages, fault, html, sent_to
from faults.words import PARAGRAPHS, article, document, notice
from loopback import Answer, Asked

_CLOUD = document(
    "<h1>Sorry, you have been blocked</h1><p>You are unable to access this site.</p>"
    "<p>Ray ID: 8a5d0c2f. Performance and security by Cloudflare.</p>",
    "Attention Required! | Cloudflare",
)
_CHALLENGE = document(
    "<h1>Checking your browser</h1><p>This takes a few seconds.</p>"
    "<script>window._cf_chl_opt = {cType: 'managed'};</script>",
    "Just a moment...",
)
_CAPTCHA = document(
    "<h1>One more step</h1><p>Please complete the security check to access this site.</p>"
    '<div class="h-captcha" data-sitekey="x"></div>',
    "Security check",
)
_LOGIN = document(
    '<h1>Log in</h1><form method="post"><input name="user"><input type="password" name="word">'
    "<button>Log in</button></form><p>Forgot your password?</p>",
    "Log in – Halvard Gazette",
)
_SSO = document(
    '<h1>Choose your institution</h1><form><input name="q"><button>Continue</button></form>'
    "<p>Sign in with the account of your library.</p>",
    "Sign in",
)
_CONSENT = document(
    "<h1>Before you continue to Halvard Gazette</h1><p>We and our partners use cookies to show "
    "advertising and to measure it. To continue, please accept.</p><button>Accept all</button>"
    "<button>Manage cookies</button>",
    "Halvard Gazette",
)
_PAYWALL = document(
    f"<h1>The grain trade</h1><p>{PARAGRAPHS[0]}</p>"
    "<p>Subscribe to continue reading. Already a subscriber? Log in.</p>",
    "The grain trade – Halvard Gazette",
)
_MARKED = document(
    f"<h1>The grain trade</h1><p>{PARAGRAPHS[1]}</p><p>Plans from two crowns a week.</p>",
    "The grain trade – Halvard Gazette",
    head='<script type="application/ld+json">{"@type": "NewsArticle", '
    '"isAccessibleForFree": "False"}</script>',
)
_COOKIES = notice("Halvard Gazette", "Please enable cookies to view this page.")
_AGE = notice("Halvard Brewery", "Are you over 18? You must be 18 or older to enter.<br>Yes / No")


def _browsers_only(asked: Asked) -> Answer:
    """Refuse whoever does not call itself a browser."""
    agent = asked.headers.get("User-Agent", "")
    known = any(f"{name}/" in agent for name in ("Firefox", "Chrome", "Safari"))
    return html(article()) if known else html(notice("Forbidden", "No."), 403)


_LATER = [("Retry-After", "3600")]
_LEGAL = notice("Unavailable", "This page is withheld in your country for legal reasons.")

FAULTS = (
    fault(
        "login_401",
        "blocked",
        Answer(401, b"log in", [("WWW-Authenticate", 'Basic realm="x"')]),
        "a login asked for by the protocol",
        reason="http_401",
    ),
    fault("payment_402", "blocked", html(_PAYWALL, 402), "payment asked for by the protocol"),
    fault(
        "forbidden_403", "blocked", html(notice("Forbidden", "No."), 403), "403", reason="http_403"
    ),
    fault("cloud_403", "blocked", html(_CLOUD, 403), "a protection service's 403"),
    fault(
        "limited_429",
        "blocked",
        html(notice("Slow down", "Too many requests."), 429),
        "429 without a time",
        reason="http_429",
    ),
    fault(
        "limited_for_an_hour",
        "blocked",
        Answer(429, b"later", _LATER),
        "429 with Retry-After: 3600: come back later, and no hang",
        reason="http_429",
    ),
    fault(
        "legal_451",
        "blocked",
        html(_LEGAL, 451),
        "withheld by law: a reason of its own",
        reason="http_451",
    ),
    fault("denied_999", "blocked", Answer(999, b"denied"), "a network's own way to say no"),
    fault(
        "challenge_200",
        "blocked",
        Pages({"*": html(_CHALLENGE)}),
        "a bot challenge as 200",
        reason="bot_challenge",
    ),
    fault(
        "challenge_503",
        "blocked",
        Pages({"*": html(_CHALLENGE, 503)}),
        "a bot challenge as 503",
        reason="bot_challenge",
    ),
    fault(
        "challenge_403",
        "blocked",
        Pages({"*": html(_CHALLENGE, 403)}),
        "a bot challenge as 403",
        reason="bot_challenge",
    ),
    fault(
        "captcha_200",
        "blocked",
        Pages({"*": html(_CAPTCHA)}),
        "a captcha as 200",
        reason="bot_challenge",
    ),
    fault("enable_cookies", "blocked", html(_COOKIES), "asks for cookies before it shows anything"),
    fault(
        "login_200", "blocked", html(_LOGIN), "a login in place of the page", reason="login_wall"
    ),
    fault(
        "login_redirect",
        "blocked",
        Pages({CITED: sent_to("/login?next=grain"), "/login?next=grain": html(_LOGIN)}),
        "sent to the login",
        reason="login_wall",
    ),
    fault(
        "login_elsewhere",
        "blocked",
        sent_to(f"http://sso.library.{DOMAIN}{{http}}/idp/choose"),
        "sent to another host's single sign-on",
        also={f"sso.library.{DOMAIN}": Pages({"/idp/choose": html(_SSO)})},
        reason="login_wall",
    ),
    fault(
        "login_at_home",
        "blocked",
        Pages({CITED: sent_to("/"), "/": html(_LOGIN)}),
        "sent to a front page that is a login: a wall, no rot",
        reason="login_wall",
    ),
    fault(
        "consent_200",
        "blocked",
        html(_CONSENT),
        "consent asked for in place of the page",
        reason="consent_wall",
    ),
    fault(
        "consent_elsewhere",
        "blocked",
        sent_to(f"http://consent.media.{DOMAIN}{{http}}/m?to=x"),
        "sent to a host that asks for consent",
        also={f"consent.media.{DOMAIN}": Pages({"/m?to=x": html(_CONSENT)})},
        reason="consent_wall",
    ),
    fault(
        "paywall",
        "blocked",
        html(_PAYWALL),
        "the first paragraph, then a subscription",
        reason="paywall",
    ),
    fault("age_gate", "blocked", html(_AGE), "the reader's age asked for first", reason="age_gate"),
    fault(
        "paywall_marked",
        "blocked",
        html(_MARKED),
        "the first paragraph; the markup tells machines that the rest is not free",
        reason="paywall",
    ),
    fault(
        "browsers_only",
        "blocked",
        Pages({CITED: _browsers_only}),
        "403 to all but browsers; a second opinion is the user's to allow",
        reason="http_403",
    ),
)
