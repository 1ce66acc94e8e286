"""The words and marks of error pages and parked domains; a new language or service is a line.

Phrases alone misfire, so checks/error_pages.py asks for a second sign: a short page, a title, a
heading, the same page at a made-up address.
"""

from __future__ import annotations

import re

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
    | \bdiese\s+domain\s+(?:steht\s+zum\s+verkauf|(?:wurde|ist)\s+(?:soeben\s+)?registriert)
    | \bhier\s+entsteht\s+(?:in\s+kürze\s+)?eine\s+neue\s+(?:internetpräsenz|web\s?seite)
    | \b(?:ce|le)\s+nom\s+de\s+domaine\s+(?:\S+\.\S+\s+)?est\s+(?:à\s+vendre|en\s+vente|parqué)
    | このドメイン(?:名)?(?:は|が)[^。\n]{0,30}(?:パーキング|販売|売り|取得|期限切れ)
    | 이\s*도메인은[^.\n]{0,30}(?:판매|파킹) | \bdomínio\s+(?:está\s+)?à\s+venda
    | \bdominio\s+(?:è\s+)?in\s+vendita | \bdomain\s+(?:is\s+)?te\s+koop
    | \beste\s+dominio\s+está\s+en\s+venta
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What parked domains say of themselves."""

DOMAIN_TALK = re.compile(
    r"\b(?:domain|sale|buy|offer|price|owner|regist|park|sponsor|search|host|broker|premium|nginx"
    r"|apache|server)|domaine|vendre|kaufen|verkauf|dominio|venta|域名|ドメイン|도메인|домен",
    re.IGNORECASE,
)
"""What a domain seller's page goes on about."""

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

ERROR_PATH = re.compile(r"(?:^|[/_?=.-])(?:404|not-?found|error-?404)(?:[/_.?&-]|$)", re.IGNORECASE)
"""Addresses that name an error."""

ERROR_WORD = re.compile(
    r"""
      \b(?:error|oops|404|410|missing|gone|fehler|hoppla|erreur|oups|erro|errore|fout|fel|fejl|feil
        |virhe|chyba|błąd|hiba|eroare|greška|hata|lỗi|kesalahan)\b
    | ошибк | помилк | грешк | қате | σφάλμα | שגיאה | خطأ | خطا | त्रुटि | ข้อผิดพลาด
    | 错误 | 錯誤 | 出错 | エラー | 오류
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""How an error page may call itself; it proves nothing unless nonsense gets the same page."""

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
    | (?:^|\n)\s*nothing\s+(?:was\s+)?found\b | \boops\b[^.\n]{0,40}\b(?:page|exist|find|found)\b
    | \b(?:can\s?not|can[’']t|could\s+not|couldn[’']t|unable\s+to)\s+(?:seem\s+to\s+)?find\s+
        (?:the|that|this|your|a)\s+(?:\w+\s+){0,2}?(?:page|article|story|file|document|link|url)\b
    | \b(?:can\s?not|can[’']t|couldn[’']t|unable\s+to)\s+(?:seem\s+to\s+)?find\s+what\s+you
    | \b(?:page|article|story|link|address|url)\s+(?:you\s+\w+\s+)?(?:is|was)\s+
        (?:not\s+valid|invalid)\b
    | \binvalid\s+(?:article|page|story|document|link|url)\b
    | \b(?:story|post|item|file|topic)\s+has\s+been\s+(?:removed|deleted)\b
    | \bno\s+such\s+(?:page|article|file|story)\b
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
    | ページ(?:は|が)(?:見つかりません|存在しません|ありません|削除)
    | (?:記事|ファイル)(?:は|が)(?:見つかりません|存在しません|削除)
    | 페이지를\s*찾을\s*수\s*없습니다
    | (?:페이지|문서)(?:가|는)?\s*(?:존재하지\s*않|삭제) | 존재하지\s*않는\s*페이지
    | (?:该|此)?(?:页面?|网页|文章|内容)(?:已经?)?(?:不存在|被?删除|下线|失效|找不到)
    | (?:頁面|網頁|文章)(?:不存在|已刪除|找不到) | 找不到(?:此|該|您要的)?(?:頁面|網頁)
    | \bdie\s+(?:gesuchte\s+|angeforderte\s+)?seite\s+(?:konnte|wurde|ist)\s+
        (?:leider\s+)?(?:nicht|entfernt|gelöscht)
    | \bseite\s+(?:ist\s+)?(?:leider\s+)?nicht\s+(?:mehr\s+)?(?:verfügbar|vorhanden|auffindbar)
    | \bla\s+page\s+(?:que\s+vous\s+\w+\s+|demandée\s+)?
        (?:est\s+introuvable|n[’']existe|n[’']a\s+pas)
    | \bla\s+página\s+(?:que\s+\w+\s+|solicitada\s+)?no\s+(?:existe|se|está|fue|pudo)
    | \bno\s+(?:se\s+)?(?:hemos\s+podido|pudimos|podemos|pudo)\s+encontrar\s+la\s+página
    | \bpagina\s+(?:richiesta\s+)?non\s+(?:esiste|è\s+stata|disponibile)
    | \bpagina\s+(?:is\s+|die\s+u\s+\w+\s+|kan\s+)?(?:niet|bestaat\s+niet)
    | \bbestaat\s+niet\s+meer
    | \bsidan\s+(?:kunde\s+inte|finns\s+inte|hittades\s+inte)
    | \bsiden\s+(?:blev\s+ikke|findes\s+ikke|finnes\s+ikke|ble\s+ikke|kunne\s+ikke)
    | \bsivua\s+ei\s+(?:löytynyt|löydy|ole)
    | \bstránka\s+(?:nebyla\s+nalezena|nenalezena|neexistuje)
    | \bstrona\s+nie\s+(?:istnieje|została)
    | \b(?:az\s+)?oldal\s+nem\s+(?:található|létezik)
    | \bpagina\s+nu\s+(?:a\s+fost|există|poate)
    | η\s+σελίδα\s+(?:δεν|που) | страницата\s+не\s+(?:е|съществува)
    | صفحه\s+(?:مورد\s+نظر\s+)?(?:یافت|پیدا|وجود)
    | (?:لم|تعذر)\s+(?:يتم\s+)?(?:العثور|نعثر)\s+على\s+(?:هذه\s+)?الصفحة
    | الصفحة\s+(?:المطلوبة\s+|التي\s+\w+\s+)?(?:غير|لا|لم)
    | העמוד\s+(?:המבוקש\s+)?(?:לא|אינו) | הדף\s+(?:המבוקש\s+)?לא
    | पृष्ठ\s+(?:नहीं|उपलब्ध) | पेज\s+नहीं | ไม่พบหน้า | (?:ไม่พบ|ไม่มี)เพจ
    | không\s+tìm\s+thấy\s+trang | trang\s+(?:này\s+)?không\s+(?:tồn\s+tại|tìm)
    | halaman\s+(?:yang\s+\w+\s+\w+\s+)?tidak\s+(?:ditemukan|ada)
    | \bsayfa\s+(?:mevcut|bulunmamakta) | \baradığınız\s+sayfa
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What error pages served as 200 say, in the languages that this project has met."""
