"""Whose pages are on whose hosts: agencies, newspapers and bodies that papers often cite."""

from __future__ import annotations

from footnoted.citations.names import folded

_KNOWN = {
    "Xinhua": "xinhuanet.com xinhua.org news.cn",
    "Xinhua News Agency": "xinhuanet.com xinhua.org news.cn",
    "Reuters": "reuters.com", "Thomson Reuters": "reuters.com thomsonreuters.com",
    "BBC": "bbc.co.uk bbc.com", "BBC News": "bbc.co.uk bbc.com",
    "Associated Press": "apnews.com ap.org", "Agence France-Presse": "afp.com",
    "AFP": "afp.com", "Bloomberg": "bloomberg.com", "Bloomberg News": "bloomberg.com",
    "Interfax": "interfax.com interfax.ru", "TASS": "tass.com tass.ru",
    "Deutsche Welle": "dw.com dw.de", "Al Jazeera": "aljazeera.com aljazeera.net",
    "CNN": "cnn.com", "The Economist": "economist.com", "Financial Times": "ft.com",
    "The New York Times": "nytimes.com", "The Washington Post": "washingtonpost.com",
    "The Wall Street Journal": "wsj.com", "The Guardian": "theguardian.com guardian.co.uk",
    "Le Monde": "lemonde.fr", "Der Spiegel": "spiegel.de", "El País": "elpais.com",
    "People's Daily": "people.com.cn people.cn peopledaily.com.cn",
    "Global Times": "globaltimes.cn", "China Daily": "chinadaily.com.cn",
    "CCTV": "cctv.com cntv.cn cctv.cn", "CNTV": "cntv.cn cctv.com",
    "China National Radio": "cnr.cn", "openDemocracy": "opendemocracy.net opendemocracy.org",
    "Open Democracy": "opendemocracy.net opendemocracy.org",
    "World Bank": "worldbank.org", "International Monetary Fund": "imf.org", "IMF": "imf.org",
    "OECD": "oecd.org oecd-ilibrary.org", "World Health Organization": "who.int",
    "International Labour Organization": "ilo.org", "UNHCR": "unhcr.org refworld.org",
    "UNICEF": "unicef.org", "Eurostat": "europa.eu", "European Commission": "europa.eu",
    "International Crisis Group": "crisisgroup.org", "Human Rights Watch": "hrw.org",
    "Amnesty International": "amnesty.org", "Transparency International": "transparency.org",
    "Congressional Research Service": "congress.gov loc.gov",
    "US Energy Information Administration": "eia.gov", "Eurasianet": "eurasianet.org",
}  # fmt: skip
HOSTS = {folded(name): frozenset(hosts.split()) for name, hosts in _KNOWN.items()}
"""Hosts by the folded name of who publishes there."""

SHORTENERS = frozenset(
    [
        "bit.ly",
        "tinyurl.com",
        "goo.gl",
        "t.co",
        "ow.ly",
        "is.gd",
        "buff.ly",
        "tiny.cc",
        "bitly.com",
        "rb.gy",
        "cutt.ly",
        "shorturl.at",
        "lnkd.in",
        "fb.me",
        "dlvr.it",
        "trib.al",
        "wp.me",
        "v.gd",
        "soo.gd",
        "t.ly",
    ]
)
