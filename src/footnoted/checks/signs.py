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
      \b(?:are\s+you|you\s+must\s+be|i\s+am)\s+(?:at\s+least\s+|over\s+)?(?:18|21|of\s+legal)\b
    | \b(?:verify|confirm|enter)\s+your\s+(?:age|date\s+of\s+birth)\b
    | \bage\s+verification\b | 您是否已满\s*18
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What age gates say."""

PARKED = re.compile(
    r"""
      \b(?:this|the)\s+(?:domain|web\s?site)(?:\s+name)?(?:\s+\S+\.\S+)?\s+(?:is|may\s+be)\s+for\s+sale
    | \bdomain\s+(?:name\s+)?is\s+available\s+for\s+purchase
    | \b(?:buy|get|inquire\s+about|make\s+an\s+offer\s+on)\s+this\s+domain\b
    | \bthis\s+(?:domain|web\s?page)\s+is\s+parked | \bparked\s+free,\s+courtesy\s+of
    | \b(?:this|the)\s+domain\s+has\s+(?:expired|recently\s+been\s+registered)
    | \bfuture\s+home\s+of\s+something\s+quite\s+cool
    | \bdomain\s+(?:name\s+)?(?:has\s+)?expired\b | \bexpired\s+domain\b
    | \bthis\s+domain\s+(?:name\s+)?(?:is|was)\s+(?:registered|reserved)\s+(?:at|with|by|through)\b
    | \bthis\s+(?:domain|site|page)\s+(?:name\s+)?is\s+(?:currently\s+)?parked\b
    | \b(?:domain|web\s?site)\s+(?:name\s+)?for\s+sale\b
    | \brelated\s+searches\b[\s\S]{0,400}\b(?:privacy\s+policy|sponsored\s+listings)\b
    | \bsponsored\s+listings\s+displayed\s+above\b
    | \bwelcome\s+to\s+nginx\b | \bapache2?\s+(?:\S+\s+){0,2}default\s+page\b
    | 该域名正在出售 | 域名(?:已)?过期 | 该域名(?:已被注册|可转让)
    | 此域名出售 | 本域名出售 | домен\s+прода(?:е|ё)тся
    | \bdiese\s+domain\s+steht\s+zum\s+verkauf | \bce\s+nom\s+de\s+domaine\s+est\s+à\s+vendre
    | \beste\s+dominio\s+está\s+en\s+venta
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What parked domains say of themselves."""

PARKING_MARKS = (
    b"window.park",
    b"parking-lander",
    b"sedoparking",
    b"parkingcrew",
    b"bodis.com",
    b"/lander",
    b"above.com/marketplace",
    b"d1lxhc4jvstzrp.cloudfront.net",
    b"google.com/adsense/domains",
    b"caf.js",
)
"""Marks in the markup of pages that hold nothing but a domain seller's script, lower case."""

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

SCRIPT_SENDS = re.compile(
    rb"""location(?:\.href)?(?:\s*=\s*|\.(?:replace|assign)\s*\(\s*)["']([^"'\s]{1,200})["']"""
)
"""A script that sends the reader on."""

NOT_FOUND = re.compile(
    r"""
      \b(?:error\s*)?404\b\s*[-–—:|]*\s*(?:error|not\s+found|page|file)
    | \berror\s+404\b
    | ^\s*404\s*$ | \bhttp\s+404\b
    | \b(?:can\s?not|can[’']t|could\s+not|couldn[’']t)\s+find\s+(?:the|that|this|your)\s+page
    | \bpage\s+(?:can\s?not|can[’']t|could\s+not|couldn[’']t)\s+be\s+found
    | \brequested\s+url\s+was\s+not\s+found\s+on\s+this\s+server
    | \baccount\s+(?:has\s+been\s+)?suspended\b
    | \bthis\s+(?:wiki\s+)?page\s+(?:has\s+been|was)\s+(?:deleted|removed)\b
    | \b(?:page|article|story|content)\s+(?:is\s+|was\s+)?(?:removed|deleted|unavailable|missing)\b
    | \bno\s+longer\s+(?:on|part\s+of)\s+(?:our|this)\s+(?:web\s?site|site)\b
    | \b(?:no|0)\s+(?:search\s+)?results\s+(?:found|for|were\s+found)\b
    | \bnothing\s+(?:was\s+)?found\b | \boops\b[^.\n]{0,40}\b(?:page|exist|find|found)\b
    | \bthe\s+link\s+(?:you\s+followed\s+)?(?:is|may\s+be|has)\s+(?:broken|expired|dead)\b
    | \b(?:does|do)\s+not\s+(?:match|correspond\s+to)\s+any\s+(?:page|document|file)\b
    | \b(?:page|file|document|article|content|resource|story)\s+(?:was\s+|is\s+|could\s+|can\s*)?
        (?:not|n[o’']t)\s+(?:be\s+)?(?:found|exist|available)\b
    | \b(?:page|file|document|article|content|story)\s+(?:that\s+|which\s+)?
        you(?:\s+are|[’']re|\s+were|\s+have)?
        \s+(?:looking\s+for|requested|tried\s+to\s+reach)\b[^.!?\n]{0,60}?
        \b(?:not|no\s+longer|cannot|can[’']t|couldn[’']t|doesn[’']t|moved|removed|deleted)\b
    | \b(?:page|article|content|document)\s+(?:no\s+longer\s+exists
        |does\s+not\s+exist|doesn[’']t\s+exist|has\s+been\s+(?:removed|deleted)|is\s+no\s+longer\s+available)\b
    | \bno\s+longer\s+(?:exists|available)\s+(?:at|on)\s+this\s+(?:address|url|site)\b
    | 页面(?:不存在|未找到|丢失|已删除|走丢) | (?:文章|信息|内容|资源|文件)不存在
    | 无法找到(?:该|您|此)?(?:页面|网页|文件)
    | 页面不存在 | 找不到(?:该|您|此)?(?:页面|网页|文件)
    | 您(?:访问|查找|浏览)的页面(?:不存在|已删除|找不到)
    | 网页不存在 | 内容不存在或已被?删除 | 頁面不存在 | 找不到頁面
    | страниц[аы]\s+не\s+(?:найден[аы]?|существует) | страница\s+(?:была\s+)?удалена | ошибка\s+404
    | сторінк[ау]\s+не\s+(?:знайдено|існує) | бет\s+табылмады | запрашиваемая\s+страница\s+не
    | \bseite\s+(?:wurde\s+)?nicht\s+gefunden | \bseite\s+existiert\s+nicht
    | \bpage\s+(?:introuvable|non\s+trouvée) | \bcette\s+page\s+n[’']existe\s+(?:pas|plus)
    | \bpágina\s+no\s+(?:encontrada|existe)
    | \bno\s+se\s+(?:ha\s+)?(?:encontrado|encuentra|encontró)\s+la\s+página
    | \bpágina\s+não\s+(?:encontrada|existe)
    | \bpagina\s+non\s+trovata | \bsayfa\s+bulunamadı
    | \bnie\s+znaleziono\s+strony | \bpagina\s+niet\s+gevonden | الصفحة\s+غير\s+موجودة
    | ページ(?:は|が)(?:見つかりません|見つかりませんでした|存在しません)
    | 페이지를\s*찾을\s*수\s*없습니다
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What error pages served as 200 say, in the languages that this project has met."""
