"""The words and marks by which walls give themselves away; a new language or service is a line.

Phrases alone misfire, so checks/walls.py asks for a second sign: little else on the page, a title,
a form, where the address was sent.
"""

from __future__ import annotations

import re

CHALLENGE_TITLES = frozenset(
    {
        "just a moment",
        "attention required! | cloudflare",
        "access denied",
        "please wait",
        "checking your browser",
        "checking your browser before accessing",
        "security check",
        "are you a robot?",
        "are you human?",
        "human verification",
        "pardon our interruption",
        "ddos-guard",
        "one moment, please",
        "verifying your browser",
        "robot check",
        "captcha",
        "request unsuccessful",
        "the request could not be satisfied",
        "nur einen moment",
        "un momento",
        "один момент",
        "安全验证",
        "人机验证",
    }
)
"""Titles of pages that test whether a person is there, casefolded, without the last stop."""

CHALLENGE_HEADERS = {
    "cf-mitigated": frozenset({"challenge"}),
    "x-amzn-waf-action": frozenset({"challenge", "captcha"}),
}
"""Response headers by which a challenge names itself."""

CHALLENGE_MARKS = (
    b"/cdn-cgi/challenge-platform/h/",
    b"cf-browser-verification",
    b"cf_chl_opt",
    b"cf-chl-",
    b"_incapsula_resource",
    b"/_sec/cp_challenge/",
    b"px-captcha",
    b"ddos-guard",
    b"checking your browser before accessing",
    b"verify you are human",
    b"verify that you are human",
    b"verifying you are human",
    b"prove you are human",
    b"enable javascript and cookies to continue",
    b"unusual traffic from your computer network",
    b"g-recaptcha",
    b"h-captcha",
    b"hcaptcha.com/1/api.js",
    b"cf-turnstile",
    b"challenges.cloudflare.com/turnstile",
    b"captcha-delivery.com",
    b"awswafcookiedomainlist",
    b"please complete the security check to access",
    b"making sure you're not a bot",
    b"making sure you&#39;re not a bot",
    b"within.website/x/cmd/anubis",
    b"to confirm you are a human",
    b"confirm you are human",
    b"press & hold",
    b"press &amp; hold",
    b"checking if the site connection is secure",
    b"are you a robot",
)
"""Marks in the markup of bot challenges, lower case."""

COOKIES_OFF = re.compile(
    r"""
      \b(?:please\s+)?(?:enable|turn\s+on|allow)\s+(?:javascript\s+and\s+)?cookies\b
    | \bcookies\s+(?:are|must\s+be)\s+(?:disabled|enabled|required)\b
    | \byour\s+browser\s+(?:does\s+not|doesn[’']t)\s+(?:accept|support)\s+cookies\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What a page says that wants cookies before it shows anything."""

LOGIN_PATH = re.compile(
    r"(?:^|[/_-])(?:log-?in|log-?on|sign-?in|auth|authenticate|oauth2?|saml2?|cas|idp|sso|session"
    r"|account)(?:[/._?-]|$)",
    re.IGNORECASE,
)
"""Paths that login pages go by."""

LOGIN_HOST = re.compile(
    r"^(?:login|signin|accounts?|auth|sso|idp|cas|openid|shibboleth)\.", re.IGNORECASE
)
"""Hosts that only let people in."""

LOGIN_WORDS = re.compile(
    r"""
      \b(?:log|sign)\s?(?:in|on)\b | \busername\b | \bpassword\b | \banmelden\b | \beinloggen\b
    | \bse\s+connecter\b | \bmot\s+de\s+passe\b | \biniciar\s+sesión\b | \baccedi\b
    | \bвход\b | \bвойти\b | 登录 | 登入 | ログイン | 로그인
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What login pages say."""

LOGIN_TALK = re.compile(
    r"\b(?:log|sign|register|account|password|user|e-?mail|forgot|remember)"
    r"|anmeld|passwor|connect|compte|sesión|contrase|вход|парол|登录|登入|ログイン|로그인",
    re.IGNORECASE,
)
"""What a login page goes on about."""

WALL_TALK = re.compile(
    r"\b(?:cookie|consent|privacy|partner|data|advert|ads?\b|track|personal|preference|setting|choice"
    r"|accept|agree|reject|device|browser|javascript|vendor|purpose|interest|policy|terms)"
    r"|datenschutz|einwillig|zustimm|werbung|confidentialité|publicit|privacidad|consentim",
    re.IGNORECASE,
)
"""What a page goes on about that asks for consent or cookies."""

CONSENT_HOST = re.compile(r"(?:^|\.)(?:consent|guce|cmp|privacy-?mgmt)\.", re.IGNORECASE)
"""Hosts that ask for consent before another host's page is shown."""

CONSENT_PATH = re.compile(
    r"(?:^|[/_-])(?:consent|cookie-?(?:consent|wall)|privacy-?wall|gdpr)(?:[/._?-]|$)",
    re.IGNORECASE,
)
"""Paths that consent walls go by."""

CONSENT_WORDS = re.compile(
    r"""
      \bbefore\s+you\s+continue\s+to\b | \bwe\s+value\s+your\s+privacy\b
    | \b(?:accept|agree\s+to|allow)\s+(?:all|and\s+continue|our\s+use\s+of\s+cookies|cookies)\b
    | \bto\s+continue\s+(?:to\s+\S+\s+)?(?:please\s+)?(?:accept|agree|consent)\b
    | \b(?:manage|reject|set)\s+(?:all|your)?\s*(?:cookies|privacy\s+(?:choices|settings))\b
    | \bwe\s+(?:and\s+our\s+partners\s+)?(?:need|ask\s+for)\s+your\s+consent\b
    | \balle\s+(?:cookies\s+)?akzeptieren\b | \bzustimmen\s+und\s+weiter\b
    | \btout\s+accepter\b | \baccepter\s+et\s+continuer\b
    | \baceptar\s+(?:todo|todas|y\s+continuar)\b | \baccetta\s+(?:tutto|e\s+continua)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What consent walls say; a banner over a whole page says it too, so the page must have little
else."""

PAY_WORDS = re.compile(
    r"""
      \b(?:subscribe|log\s?in\s+or\s+subscribe|register|become\s+a\s+(?:subscriber|member))
        \s+(?:now\s+|today\s+)?(?:to|and)\s+(?:continue|keep|read|access|unlock|view)\b
    | \bto\s+(?:continue|keep)\s+reading\b[^.!?\n]{0,60}\b(?:subscri|register|sign|log|member)
    | \b(?:continue|keep)\s+reading\s+(?:with\s+a|by)\s+(?:subscri|register)
    | \bthis\s+(?:article|content|story|page)\s+is\s+(?:only\s+)?
        (?:for|available\s+to|reserved\s+for)
        \s+(?:our\s+)?(?:paying\s+)?(?:subscribers|members)\b
    | \b(?:subscriber|member)s?[- ]only\s+(?:content|article|story)\b
    | \byou\s+have\s+(?:reached|used)\s+(?:all\s+)?your\s+[^.!?\n]{0,30}\bfree\s+articles?\b
    | \bpurchase\s+(?:access|this\s+article)\b | \bbuy\s+(?:this\s+)?article\b
    | \b(?:la\s+suite|cet\s+article)\s+est\s+réservée?\s+(?:aux|à\s+nos)\s+abonnés\b
    | \bnur\s+für\s+abonnenten\b | \barticle\s+réservé\s+(?:aux|à\s+nos)\s+abonnés\b
    | \bcontenido\s+exclusivo\s+para\s+suscriptores\b | 订阅后(?:继续)?阅读 | 付费阅读
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What paywalls say."""

PAY_MARK = re.compile(rb'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)
"""How a page tells machines that it is not free (schema.org, CreativeWork)."""

AGE_WORDS = re.compile(
    r"""
      \bare\s+you\s+(?:at\s+least|over|of\s+legal|old\s+enough|18|21)\b
    | \b(?:yes,?\s+)?i\s+am\s+(?:at\s+least|over)\s+(?:18|21)\b
    | \b(?:verify|confirm|enter)\s+your\s+(?:age|date\s+of\s+birth|birthday)\b
    | \bage\s+(?:verification|check)\b | 您是否已满\s*18 | \bvous\s+avez\s+plus\s+de\s+18\b
    | \bsind\s+sie\s+(?:über|mindestens)\s+(?:16|18)\b | \beres\s+mayor\s+de\s+(?:edad|18)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What age gates say."""

REGION_WORDS = re.compile(
    r"""
      \b(?:not|un)\s?(?:currently\s+)?available\s+(?:in|to\s+(?:users|readers|visitors)\s+in|from)
        \s+(?:your|this|most|the|some)\s+(?:current\s+)?
        (?:country|region|location|territory|area|european|eu\b|countries)
    | \b(?:not|un)\s?available\s+due\s+to\s+(?:the\s+)?
        (?:legal|gdpr|general\s+data\s+protection|european)
    | \bfrom\s+a\s+country\s+(?:belonging\s+to|within|in)\s+the\s+european\b
    | \baccess\s+(?:to\s+this\s+\w+\s+)?(?:can\s?not|could\s+not)\s+be\s+granted\b
    | \b(?:blocked|restricted)\s+in\s+your\s+(?:country|region|location)\b
    | \bin\s+ihrem\s+land\s+nicht\s+verfügbar\b | \bpas\s+disponible\s+dans\s+votre\s+pays\b
    | \bno\s+(?:está\s+)?disponible\s+en\s+(?:su|tu)\s+(?:país|región)\b
    | 您所在的(?:地区|国家)(?:无法|不能) | お住まいの地域では
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What pages say that are not shown everywhere."""
