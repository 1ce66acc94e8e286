"""Pages that are there and have the marks of something else: what rules of thumb get wrong."""

from __future__ import annotations

from faults.model import CITED, Pages, fault, html, sent_to
from faults.words import article, document, notice

_BRIEF = (
    "<h1>Second elevator opens in Halvard</h1><p>A grain elevator with room for 60 thousand tonnes "
    "was opened on the eastern shore on Tuesday. The harbour office expects that storage will "
    "become cheaper by a tenth, and that ships will wait a day less in autumn.</p><p>The mayor "
    "thanked the builders, who finished five weeks early. Guided tours begin in May.</p>"
)
_MORE = (
    "<p>The elevator was paid for by the harbour office, the mill at Orrin and two traders. Work "
    "began in the spring of 2012 and stood still for a month while the foundations were made "
    "deeper. Eleven people work there in two shifts. A line of the railway ends within the "
    "building, so that wagons are emptied under a roof, and a belt leads to the quay.</p>"
)
_TITLE = "Second elevator opens in Halvard"
_BANNER = (
    '<div class="banner"><p>We value your privacy. We and our partners use cookies to count '
    "visits.</p><button>Accept all</button> <button>Reject all</button> "
    "<button>Manage cookies</button></div>"
)
_LOGIN = (
    '<form action="/login"><input name="user"><input type="password" name="word">'
    "<button>Log in</button></form>"
)
_DOMAINS = (
    "<p>When the port changed its name in 2005, the old address was forgotten. For a year a "
    "stranger's page stood there that said “this domain is for sale”, and the price was four "
    "thousand crowns. The town paid in the end, and both addresses have led here ever since.</p>"
    "<p>The story was told at the meeting of March 2009, whose minutes list all names that the "
    "town has registered, with the dates on which they must be renewed.</p>"
)
_SESSION = notice(
    "Session of 12 March 2014",
    "The assembly met at ten. Present: 31 of 35 members. The budget of the harbour was carried by "
    "19 votes to 12. The chapter on dredging was sent back to its committee.</p>"
    '<p><a href="/login">Sign in</a> for members of the assembly.',
)
_GDPR = notice(
    "General Data Protection Regulation",
    "Regulation (EU) 2016/679 has applied since 25 May 2018. Article 6 names six grounds on which "
    "personal data may be used, and the consent of the person is only one of them. Article 7 says "
    "what such consent must be: free, informed, and as easy to take back as to give.",
)
_TOUR = notice(
    "Tours of the old distillery",
    "Tours begin at two on Saturdays and take an hour. You must be 18 to join the tasting at the "
    "end, and children under ten need company. Tickets cost six crowns and are sold at the gate. "
    "The building dates from 1842 and was a grain store before.",
)
_SURVEY = notice(
    "Survey of mill dams, 2013",
    "Of 64 dams on the list, 51 stand. For seven we found a new owner. Six could not be found, and "
    "their file is missing from the archive of the county. The list below names each dam, its "
    "river, the year of its first mention and the page of the land register.</p><p>Orrin 1412, "
    "Hale 1455, Upper Mere 1502, Lower Mere 1502, Stang 1611, Vey 1640, Tarn 1702.",
)
_SCRIPT = (
    "<script>document.getElementById('home').onclick = function () "
    "{ window.location.href = '/'; };</script>"
)

FAULTS = (
    fault(
        "brief_with_banner",
        "alive",
        html(document(_BRIEF + _MORE + _BANNER, _TITLE)),
        "a short report under the usual banner",
    ),
    fault(
        "brief_with_login_box",
        "alive",
        html(document(_LOGIN + _BRIEF, _TITLE)),
        "a shorter report, with a login in the corner",
    ),
    fault(
        "brief_with_home_script",
        "alive",
        html(document(_BRIEF + '<a id="home">Home</a>' + _SCRIPT, _TITLE)),
        "a script that leads home, but only on a click",
    ),
    fault(
        "note_on_domains",
        "alive",
        html(document(f"<h1>Our two addresses</h1>{_DOMAINS}", "Our two addresses")),
        "a short note that quotes what parked domains say",
    ),
    fault(
        "session_of_parliament",
        "alive",
        Pages({CITED: sent_to("/session/2014/12"), "/session/2014/12": html(_SESSION)}),
        "sent to a path called session: of an assembly, not of a login",
    ),
    fault(
        "law_on_consent",
        "alive",
        Pages({CITED: sent_to("/gdpr/consent"), "/gdpr/consent": html(_GDPR)}),
        "sent to a path called consent: of a law, not of a wall",
    ),
    fault(
        "aircraft_404",
        "alive",
        Pages({CITED: sent_to("/aircraft/404-titan"), "/aircraft/404-titan": html(article())}),
        "sent to a path with the number 404: of an aircraft",
    ),
    fault("tour_from_18", "alive", html(_TOUR), "a short page that names an age"),
    fault("survey_of_missing", "alive", html(_SURVEY), "a short page about files that are missing"),
    fault(
        "query_at_root",
        "alive",
        Pages({"/?p=412": html(article()), "/": html(document(_BRIEF, "Home"))}),
        "an article whose address is a query of the front page",
        path="/?p=412",
    ),
    fault(
        "permanent_to_canonical_case",
        "moved",
        Pages(
            {
                "/Reports/Grain.HTML": sent_to("/reports/grain", 301),
                "/reports/grain": html(article()),
            }
        ),
        "renamed for good",
        path="/Reports/Grain.HTML",
        suggested="/reports/grain",
    ),
)
