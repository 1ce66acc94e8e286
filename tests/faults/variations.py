"""Error pages, sellers and walls in other words, languages and ways than the first ones."""

from __future__ import annotations

from faults.model import CITED, DOMAIN, Name, Pages, fault, html, sent_to
from faults.words import ARTICLE, HOME, PARAGRAPHS, document, notice
from loopback import Answer

_HOME = html(HOME)


def _any(page: str) -> Pages:
    return Pages({"/": _HOME, "*": html(page)})


_NOT_FOUND = {
    "en_seem": ("Whoops!", "We can’t seem to find the page you’re looking for.", "en"),
    "en_sorry": ("Sorry", "That page doesn’t exist (anymore).", "en"),
    "en_object": ("Object not found!", "The requested URL was not found on this server.", "en"),
    "en_story": ("Halvard Gazette", "This story has been removed.", "en"),
    "en_invalid": ("Message", "Invalid article specified. The link may be outdated.", "en"),
    "de_more": ("Hinweis", "Diese Seite ist leider nicht mehr verfügbar.", "de"),
    "fr_asked": ("Oups", "La page demandée est introuvable.", "fr"),
    "es_could": ("¡Vaya!", "No hemos podido encontrar la página que buscas.", "es"),
    "nl": ("Fout", "De pagina die u zoekt bestaat niet (meer).", "nl"),
    "sv": ("Fel", "Sidan kunde inte hittas.", "sv"),
    "da": ("Fejl", "Siden blev ikke fundet.", "da"),
    "fi": ("Virhe", "Hakemaasi sivua ei löytynyt.", "fi"),
    "cs": ("Chyba", "Požadovaná stránka nebyla nalezena.", "cs"),
    "hu": ("Hiba", "A keresett oldal nem található.", "hu"),
    "ro": ("Eroare", "Pagina căutată nu a fost găsită.", "ro"),
    "el": ("Σφάλμα", "Η σελίδα που ζητήσατε δεν βρέθηκε.", "el"),
    "ru_no": ("Ошибка", "К сожалению, такой страницы не существует.", "ru"),
    "fa": ("خطا", "صفحه مورد نظر یافت نشد.", "fa"),
    "he": ("שגיאה", "הדף המבוקש לא נמצא.", "he"),
    "hi": ("त्रुटि", "पृष्ठ नहीं मिला।", "hi"),
    "vi": ("Lỗi", "Không tìm thấy trang bạn yêu cầu.", "vi"),
    "id": ("Galat", "Halaman tidak ditemukan.", "id"),
    "th": ("ข้อผิดพลาด", "ไม่พบหน้าที่คุณต้องการ", "th"),
    "zh_gone": ("提示信息", "对不起，您要访问的页面已被删除或不存在。", "zh"),
    "zh_tw": ("錯誤", "很抱歉，找不到您要的網頁。", "zh-TW"),
    "ja_exist": ("エラー", "指定されたページは存在しないか、削除されました。", "ja"),
    "ko_exist": ("안내", "존재하지 않는 페이지입니다.", "ko"),
    "ar_find": ("خطأ", "لم يتم العثور على الصفحة المطلوبة.", "ar"),
}
_PARKED = {
    "price": ("halvard-port.example", "Buy this domain for $2,988 or pay in 12 parts.", "en"),
    "may_be": ("halvard-port.example", "The domain halvard-port.example may be for sale!", "en"),
    "courtesy": (
        "halvard-port.example",
        "This Web page is parked free, courtesy of a seller.",
        "en",
    ),
    "de": (
        "Domain",
        "Hier entsteht eine neue Internetpräsenz. Diese Domain wurde registriert.",
        "de",
    ),
    "fr": ("Domaine", "Le nom de domaine halvard-port.example est à vendre.", "fr"),
    "ru": ("Домен", "Срок регистрации домена истёк. Домен продаётся.", "ru"),
    "ja": ("ドメイン", "このドメインは現在パーキング中です。購入をご希望の方はこちら。", "ja"),
}
_ANUBIS = document(
    "<h1>Making sure you’re not a bot!</h1><p>Loading…</p><p>Protected by Anubis from Techaro.</p>"
    '<script src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script>',
    "Making sure you’re not a bot!",
)
_HOLD = document(
    "<h1>Before we continue…</h1><p>Press &amp; Hold to confirm you are a human (and not a bot)."
    "</p><p>Reference ID 5c2b</p>",
    "Access to this page has been denied",
)
_INCAPSULA = (
    '<html><head><meta name="robots" content="noindex"></head><body><iframe '
    'src="/_Incapsula_Resource?x=1">Request unsuccessful. Incapsula incident ID: 1-2</iframe>'
    "</body></html>"
)
_WAF = [("x-amzn-waf-action", "challenge"), ("Content-Type", "text/html")]
_EEA = notice(
    "Halvard Gazette",
    "We recognise that you are visiting from a country within the European Economic Area. Access "
    "to this site cannot be granted at this time because of the data protection law there.",
)
_COUNTRY = notice("Halvard TV", "This content is not available in your country.")
_ABO = document(
    f"<h1>Getreide</h1><p>{PARAGRAPHS[2]}</p><p>Dieser Artikel ist nur für Abonnenten lesbar. "
    "Jetzt Abo abschließen und weiterlesen.</p>",
    "Getreide – Halvard Anzeiger",
    language="de",
)
_SUITE = document(
    f"<h1>Céréales</h1><p>{PARAGRAPHS[3]}</p><p>Il vous reste 80 % de cet article à lire. "
    "La suite est réservée aux abonnés.</p>",
    "Céréales – Gazette de Halvard",
    language="fr",
)
_PUR = document(
    "<h1>Willkommen</h1><p>Besuchen Sie uns wie gewohnt mit Werbung und Tracking, oder nutzen Sie "
    "unser Pur-Abo.</p><button>Zustimmen und weiter</button><button>Einstellungen</button>",
    "Halvard Anzeiger: Zustimmung",
    language="de",
)
_TEASERS = document(
    f"<h1>Page not found</h1><p>Perhaps one of our latest reports helps?</p>{ARTICLE}",
    "Page not found – Port of Halvard",
)
_PORTAL = (
    '<html><head><title>Sign in to your account</title><script src="/x.js"></script></head>'
    '<body><div id="root"></div></body></html>'
)
_TO = {
    "home_index_php": "/index.php",
    "home_en_index": "/en/index.html",
    "home_by_name": "/home",
    "home_of_new_owner": f"http://new-owner.{DOMAIN}{{http}}/",
}
_FRONT = {
    "/": _HOME,
    "/index.php": _HOME,
    "/en/index.html": _HOME,
    "/home": _HOME,
}
_JUMP = (
    "<html><head><script type='text/javascript'>window.location = '/index.html';</script></head>"
    "<body></body></html>"
)

FAULTS = (
    *(
        fault(
            f"missing_{key}",
            "soft_404",
            _any(notice(title, text, language=language)),
            f"“not found” as 200, in other words ({language})",
        )
        for key, (title, text, language) in _NOT_FOUND.items()
    ),
    *(
        fault(
            name,
            "soft_404",
            Pages({CITED: sent_to(target, 301), **_FRONT}),
            "a deep page sent to a front page by another name",
            also={f"new-owner.{DOMAIN}": Pages({"/": _HOME})} if "owner" in name else {},
        )
        for name, target in _TO.items()
    ),
    fault(
        "home_by_assignment",
        "soft_404",
        Pages({CITED: html(_JUMP), "/index.html": _HOME}),
        "a page that holds nothing but a script to the front page, in other words",
    ),
    fault(
        "error_page_with_teasers",
        "soft_404",
        _any(_TEASERS),
        "a long error page that shows the latest reports, at any address",
    ),
    fault(
        "home_of_query",
        "soft_404",
        Pages({"/?p=412": sent_to("/", 301), "/": _HOME}),
        "an article by query, sent to the front page",
        path="/?p=412",
    ),
    *(
        fault(
            f"seller_{key}",
            "parked",
            Pages({"*": html(notice(title, text, language=language))}),
            f"a seller in other words ({language})",
        )
        for key, (title, text, language) in _PARKED.items()
    ),
    fault("challenge_anubis", "blocked", _any(_ANUBIS), "a proof of work asked for first"),
    fault("challenge_hold", "blocked", _any(_HOLD), "a button to be held down"),
    fault("challenge_frame", "blocked", _any(_INCAPSULA), "a challenge in a frame"),
    fault(
        "challenge_202",
        "blocked",
        Pages({"*": Answer(202, b"", _WAF)}),
        "202, empty, and a header that says challenge",
    ),
    fault("not_in_europe", "blocked", _any(_EEA), "kept from a part of the world, as 200"),
    fault(
        "not_in_country",
        "blocked",
        _any(_COUNTRY),
        "kept from a country, as 200: “not available”, and no rot",
    ),
    fault("paywall_de", "blocked", html(_ABO), "a paywall in German"),
    fault("paywall_fr", "blocked", html(_SUITE), "a paywall in French"),
    fault("consent_de", "blocked", html(_PUR), "consent or payment, in German"),
    fault(
        "login_portal",
        "blocked",
        sent_to(f"http://login.portal.{DOMAIN}{{http}}/common/x"),
        "sent to a login that is all script",
        also={f"login.portal.{DOMAIN}": Pages({"/common/x": html(_PORTAL)})},
    ),
    fault(
        "cloud_522",
        "unreachable",
        Answer(522, b"timed out"),
        "a proxy that cannot reach it",
        reason="http_522",
    ),
    fault(
        "bad_request_400",
        "unreachable",
        Answer(400, b"bad request"),
        "400 to a plain GET",
        reason="http_400",
    ),
    fault(
        "redirect_to_no_name",
        "dead",
        sent_to(f"http://vanished.{DOMAIN}{{http}}/x"),
        "sent to a host that does not exist",
        reason="no_such_host",
        also={f"vanished.{DOMAIN}": Name("nxdomain")},
    ),
    fault(
        "redirect_to_refused",
        "unreachable",
        sent_to(f"http://shut.{DOMAIN}{{http}}/x"),
        "sent to a host where nobody listens",
        reason="connection_refused",
        also={f"shut.{DOMAIN}": Name("closed")},
    ),
)
