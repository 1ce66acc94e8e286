"""Domains that belong to a seller now."""

from __future__ import annotations

from faults.model import CITED, DOMAIN, Pages, fault, html, sent_to
from faults.words import document, notice

_HOST = f"halvard-port.{DOMAIN}"
_SALE = notice(_HOST, f"The domain {_HOST} is for sale. Make an offer on this domain today.")
_LANDER = document(
    "<h1>halvard-port.test</h1><p>Related searches</p><ul><li>Port shipping</li><li>Grain prices"
    "</li><li>Cheap flights</li></ul><p>Privacy Policy</p>",
    "halvard-port.test",
)
_JUMP = (
    "<!doctype html><html><head><script>window.onload=function()"
    '{window.location.href="/lander"}</script></head><body></body></html>'
)
_SCRIPT = (
    '<!doctype html><html data-adblockkey="MFwwDQ"><head><title>halvard-port.test</title></head>'
    '<body><div id="target" style="opacity: 0"></div><script>window.park = "eyJ1dWlkIjoi";'
    '</script><script src="/bXlDqvkRM.js"></script></body></html>'
)
_EXPIRED = notice("Domain expired", "This domain has expired. If you own it, renew it now.")
_REGISTRAR = notice(
    "Coming soon",
    "This domain is registered at a registrar and has no content yet. Find your own name.",
)
_CHINESE = notice("域名出售", "该域名正在出售，请联系我们。", language="zh")


def _any(page: str) -> Pages:
    return Pages({"*": html(page)})


FAULTS = (
    fault("for_sale", "parked", _any(_SALE), "says that it is for sale", reason="for_sale"),
    fault("for_sale_zh", "parked", _any(_CHINESE), "says so in Chinese"),
    fault("advertising_lander", "parked", _any(_LANDER), "nothing but “related searches”"),
    fault(
        "lander_by_script",
        "parked",
        Pages({"*": html(_JUMP), "/lander": html(_LANDER)}),
        "a script that leads to the seller's page",
    ),
    fault("parking_script", "parked", _any(_SCRIPT), "nothing but a seller's script"),
    fault(
        "parking_host",
        "parked",
        sent_to("http://www.sedoparking.com{http}/halvard-port", 302),
        "sent to a domain seller's host",
        also={"www.sedoparking.com": _any(notice("halvard-port", "Welcome. Buy now."))},
        reason="parking_host",
    ),
    fault("domain_expired", "parked", _any(_EXPIRED), "the registrar says that it ran out"),
    fault(
        "registrar_page",
        "parked",
        _any(_REGISTRAR),
        "a registrar's page for a new owner",
        path=CITED,
    ),
)
