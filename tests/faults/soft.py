"""Error pages served as 200, and addresses sent to a page that was not cited."""

from __future__ import annotations

from urllib.parse import unquote

from faults.model import CITED, Pages, fault, html, sent_to
from faults.words import HOME, NAVIGATION, document, notice
from loopback import Answer, Asked

_HOME = html(HOME)
_REFRESH = document("<p>One moment.</p>", "", head='<meta http-equiv="refresh" content="0; url=/">')
_SCRIPT = '<!doctype html><html><head><script>location.replace("/");</script></head></html>'


def _everywhere(page: str) -> Pages:
    """Return a host that shows its error page, as 200, wherever it has nothing else."""
    return Pages({"/": _HOME, "*": html(page)})


def _echo(asked: Asked) -> Answer:
    """Answer as search-like error pages do: with the words of the address."""
    words = unquote(asked.path).strip("/").replace("/", " ").replace("-", " ")
    text = f"We looked for “{words}”, but this page could not be found. Did you mean one of these?"
    return html(notice(f"{words} – not found", text))


_LONG = document(
    f"{NAVIGATION}<div><p>Sorry, the page you are looking for could not be found. It may have been "
    "moved, or its address may have changed.</p></div>",
    "Port of Halvard",
)
_WORDLESS = document(
    "<h1>Port of Halvard</h1><p>Please use the menu above, or call the harbour office.</p>",
    "Page not found",
)
_WIKI = notice(
    "Grain trade",
    "This page has been deleted. The deletion log for the page is provided below for reference."
    "</p><p>14:02, 3 May 2016: deleted by an administrator (outdated; see talk page).",
)
_SEARCH = notice(
    "Search",
    "No results for “grain trade 2013”. Check the spelling, or try fewer words.",
)
_LANGUAGES = {
    "en": ("Error", "The page you requested could not be found."),
    "de": ("Fehler", "Die angeforderte Seite wurde nicht gefunden."),
    "fr": ("Erreur", "Désolé, cette page n’existe plus."),
    "es": ("Error", "La página que busca no existe o página no encontrada."),
    "it": ("Errore", "Pagina non trovata: l’indirizzo richiesto non è valido."),
    "pt": ("Erro", "Página não encontrada. Verifique o endereço."),
    "pl": ("Błąd", "Nie znaleziono strony o podanym adresie."),
    "ru": ("Ошибка", "Запрашиваемая страница не найдена или была удалена."),
    "uk": ("Помилка", "Сторінку не знайдено. Перевірте адресу."),
    "zh": ("提示", "抱歉，您访问的页面不存在或已被删除。"),
    "ja": ("エラー", "お探しのページは見つかりませんでした。"),
    "ko": ("오류", "요청하신 페이지를 찾을 수 없습니다."),
    "ar": ("خطأ", "عذرا، الصفحة غير موجودة."),
    "tr": ("Hata", "Üzgünüz, aradığınız sayfa bulunamadı."),
}
_OLD = {f"/old/{number}/grain": sent_to("/overview") for number in range(4)}
_OVERVIEW = html(document("<h1>All topics</h1>" + NAVIGATION, "All topics"))

FAULTS = (
    fault(
        "home_by_302",
        "soft_404",
        Pages({CITED: sent_to("/"), "/": _HOME}),
        "a deep page sent to the front page",
        reason="redirect_home",
    ),
    fault(
        "home_by_301",
        "soft_404",
        Pages({CITED: sent_to("/", 301), "/": _HOME}),
        "the same, called permanent",
        reason="redirect_home",
    ),
    fault(
        "home_of_language",
        "soft_404",
        Pages({CITED: sent_to("/en/"), "/en/": _HOME}),
        "the same, to the English front page",
        reason="redirect_home",
    ),
    fault(
        "home_by_refresh",
        "soft_404",
        Pages({CITED: html(_REFRESH), "/": _HOME}),
        "the same, by a tag within the page",
        reason="refresh_home",
    ),
    fault(
        "home_by_script",
        "soft_404",
        Pages({CITED: html(_SCRIPT), "/": _HOME}),
        "the same, by a page that holds nothing but that script",
    ),
    *(
        fault(
            f"not_found_{code}",
            "soft_404",
            _everywhere(notice(title, text, language=code)),
            f"“not found” as 200 ({code})",
        )
        for code, (title, text) in _LANGUAGES.items()
    ),
    fault("title_only", "soft_404", _everywhere(_WORDLESS), "only the title says it"),
    fault(
        "long_error_page",
        "soft_404",
        _everywhere(_LONG),
        "a whole menu around one sentence, the same at any address",
    ),
    fault(
        "echoes_address",
        "soft_404",
        Pages({"/": _HOME, "*": _echo}),
        "repeats the words of the address, so that they seem to be there",
    ),
    fault(
        "many_to_one",
        "soft_404",
        Pages({**_OLD, "/overview": _OVERVIEW}),
        "several pages of a site sent to one",
        path="/old/0/grain",
        beside=("/old/1/grain", "/old/2/grain", "/old/3/grain"),
        reason="shared_target",
    ),
    fault(
        "article_withdrawn",
        "soft_404",
        html(notice("Halvard Gazette", "This article is no longer available.")),
        "the host has honest 404s, but not for what it took away",
    ),
    fault(
        "account_suspended",
        "soft_404",
        Pages(
            {
                "*": html(
                    notice(
                        "Account Suspended",
                        "This account has been suspended. Contact your hosting provider.",
                    )
                )
            }
        ),
        "the hoster's page in place of the site",
    ),
    fault(
        "search_without_results",
        "soft_404",
        Pages({CITED: sent_to("/search?q=grain+trade"), "/search?q=grain+trade": html(_SEARCH)}),
        "sent to a search that finds nothing",
    ),
    fault(
        "error_path",
        "soft_404",
        Pages(
            {
                CITED: sent_to("/404.html"),
                "/404.html": html(notice("Sorry", "Nothing to see at this address.")),
            }
        ),
        "sent to a page whose address names the error",
        reason="redirect_error",
    ),
    fault("wiki_page_removed", "soft_404", html(_WIKI), "a wiki that keeps the log of a deletion"),
    fault(
        "framework_404",
        "soft_404",
        _everywhere(
            notice(
                "404: This page could not be found.", "This page could not be found.", heading="404"
            )
        ),
        "a framework's own error page",
    ),
    fault(
        "error_in_english_only_title",
        "soft_404",
        _everywhere(document("<p>Bitte benutzen Sie das Menü.</p>", "404 - Not Found")),
        "title in English, page in German",
    ),
)
