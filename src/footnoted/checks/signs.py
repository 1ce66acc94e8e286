"""The words and marks by which error pages, walls and parked domains give themselves away.

Phrases alone misfire, so checks/links.py asks for a second sign: a short page, a title, a
heading. A new language or service is a line here.
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
    }
)
"""Titles of pages that test whether a person is there, casefolded, without the last stop."""

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
)
"""Marks in the markup of bot challenges, lower case."""

LOGIN_PATH = re.compile(
    r"(?:^|[/_-])(?:log-?in|sign-?in|auth|sso|session|account)(?:[/._?-]|$)", re.IGNORECASE
)
"""Paths that login pages go by."""

PARKED = re.compile(
    r"""
      \b(?:this|the)\s+(?:domain|web\s?site)(?:\s+name)?(?:\s+\S+\.\S+)?\s+(?:is|may\s+be)\s+for\s+sale
    | \bdomain\s+(?:name\s+)?is\s+available\s+for\s+purchase
    | \b(?:buy|get|inquire\s+about|make\s+an\s+offer\s+on)\s+this\s+domain\b
    | \bthis\s+(?:domain|web\s?page)\s+is\s+parked | \bparked\s+free,\s+courtesy\s+of
    | \b(?:this|the)\s+domain\s+has\s+(?:expired|recently\s+been\s+registered)
    | \bfuture\s+home\s+of\s+something\s+quite\s+cool
    | 该域名正在出售 | 此域名出售 | 本域名出售 | домен\s+прода(?:е|ё)тся
    | \bdiese\s+domain\s+steht\s+zum\s+verkauf | \bce\s+nom\s+de\s+domaine\s+est\s+à\s+vendre
    | \beste\s+dominio\s+está\s+en\s+venta
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What parked domains say of themselves."""

ERROR_PATH = re.compile(r"(?:^|[/_?=.-])(?:404|not-?found|error-?404)(?:[/_.?&-]|$)", re.IGNORECASE)
"""Addresses that name an error."""

PARKING_HOSTS = (
    "sedoparking.com",
    "sedo.com",
    "parkingcrew.net",
    "bodis.com",
    "dan.com",
    "hugedomains.com",
    "afternic.com",
    "domainmarket.com",
    "parklogic.com",
    "above.com",
)
"""Hosts that sell or park domains."""

NOT_FOUND = re.compile(
    r"""
      \b(?:error\s*)?404\b\s*[-–—:|]*\s*(?:error|not\s+found|page|file)
    | \berror\s+404\b
    | ^\s*404\s*$ | \bhttp\s+404\b
    | \b(?:can\s?not|can[’']t|could\s+not|couldn[’']t)\s+find\s+(?:the|that|this|your)\s+page
    | \bpage\s+(?:can\s?not|can[’']t|could\s+not|couldn[’']t)\s+be\s+found
    | \brequested\s+url\s+was\s+not\s+found\s+on\s+this\s+server
    | \baccount\s+suspended\b
    | \b(?:page|file|document|article|content|resource|story)\s+(?:was\s+|is\s+|could\s+|can\s*)?
        (?:not|n[o’']t)\s+(?:be\s+)?(?:found|exist|available)\b
    | \b(?:page|file|document|article|content|story)\s+(?:that\s+|which\s+)?
        you(?:\s+are|[’']re|\s+were|\s+have)?
        \s+(?:looking\s+for|requested|tried\s+to\s+reach)\b[^.!?\n]{0,60}?
        \b(?:not|no\s+longer|cannot|can[’']t|couldn[’']t|doesn[’']t|moved|removed|deleted)\b
    | \b(?:page|article|content|document)\s+(?:no\s+longer\s+exists
        |does\s+not\s+exist|doesn[’']t\s+exist|has\s+been\s+(?:removed|deleted)|is\s+no\s+longer\s+available)\b
    | \bno\s+longer\s+(?:exists|available)\s+(?:at|on)\s+this\s+(?:address|url|site)\b
    | 页面不存在 | 找不到(?:该|您|此)?(?:页面|网页|文件)
    | 您(?:访问|查找|浏览)的页面(?:不存在|已删除|找不到)
    | 网页不存在 | 内容不存在或已被?删除 | 頁面不存在 | 找不到頁面
    | страница\s+не\s+(?:найдена|существует) | запрашиваемая\s+страница\s+не
    | \bseite\s+(?:wurde\s+)?nicht\s+gefunden | \bpage\s+(?:introuvable|non\s+trouvée)
    | \bpágina\s+no\s+(?:encontrada|existe) | \bpágina\s+não\s+(?:encontrada|existe)
    | \bpagina\s+non\s+trovata | \bsayfa\s+bulunamadı | الصفحة\s+غير\s+موجودة
    | ページが見つかりません | 페이지를\s*찾을\s*수\s*없습니다
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What error pages served as 200 say, in the languages that this project has met."""
