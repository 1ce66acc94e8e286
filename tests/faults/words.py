"""The prose of the site's pages: our own words, about a grain trade that never was."""

from __future__ import annotations

from html import escape

_PROSE = """\
Grain has moved through the port of Halvard since the old breakwater was finished, and the harbour
books record every cargo from the autumn of 1971 onwards. In 2013 the port handled 4.2 million
tonnes of wheat and barley, a tenth more than in the year before.

Most of the cargo came down the river on barges. The railway carried the rest, although its single
track was closed for eleven weeks while two bridges were strengthened. Traders told the harbour
office that the delay had cost them less than they feared.

Prices rose in spring and fell again once the southern harvest was in. The average over the year
was 238 dollars a tonne at the quay, against 251 dollars in 2012. Storage became cheaper too,
since a second elevator was opened on the eastern shore.

Buyers from eleven countries loaded at Halvard. The three largest took more than half of all
shipments between them, and the largest alone took 900 thousand tonnes. Smaller buyers formed a
pool of their own in order to share the cost of inspection.

Inspection remains the weak point. Only one laboratory in the region may certify moisture and
protein, and ships waited four days on average for its papers. A second laboratory has been
promised twice, and its building stands, but no equipment has been ordered so far.

The harbour office intends to deepen the northern channel by a metre and a half. Dredging is meant
to begin once the ice has gone, and to take two summers. Fishermen from the villages along the bay
have asked for compensation, and talks with them go on.

What these figures do not show is how the work has changed. In 1990 the quay employed 640 people
in three shifts; it employs 175 today. Many of the others found work in the mills inland, and the
town has lost a fifth of its inhabitants in one generation.

The next report will follow in spring. It will contain a table of cargoes by month, which readers
have asked for, and a chapter on the smaller harbours further north, where records were kept on
paper until recently and are now being copied by hand.

Copies of the older books lie in the town library, where anyone may see them on weekdays. Two
volumes, those of 1978 and 1983, were damaged by water and cannot be lent. Photographs of their
pages were taken in 2009, and the tables of this report rest on those photographs.

Nothing here was estimated where a book exists. For the four months without one, in the winter of
1986, the weight was worked out from the toll that ships paid, which was levied by the tonne and
which the town treasury recorded without a gap.

The harbour office thanks the pilots, the mill at Orrin and the railway's freight department for
their own lists. Where two lists differ, the higher figure stands in the notes and the lower one
in the table, and the difference never came to more than three in a hundred.

Readers who find an error are asked to name the table, the line and the document that shows it.
Eleven errors of the last report were found in that way. All of them are corrected in this one,
and the list of corrections follows the last table.
"""
PARAGRAPHS = tuple(" ".join(one.split()) for one in _PROSE.split("\n\n"))
"""An article's paragraphs; together well beyond what counts as a short page."""

TITLE = "The grain trade of Halvard in 2013"

ARTICLE = "".join(f"<p>{escape(one)}</p>\n" for one in PARAGRAPHS)

_TOPICS = (
    "Harbour news",
    "Cargo tables",
    "Tides and weather",
    "River traffic",
    "Railway notices",
    "Tenders and contracts",
    "Laboratory fees",
    "History of the port",
    "Photographs",
    "Annual reports",
    "Staff and offices",
    "How to find us",
    "Ice bulletin",
    "Pilotage",
    "Fishing grounds",
    "Town archive",
    "School visits",
    "Press releases",
    "Job openings",
    "Open data",
)
_SECTIONS = ("About the port", "For shippers", "For visitors", "For the press", "Archive")

NAVIGATION = (
    "<div>"
    + "".join(
        f"<h3>{section}</h3><ul>"
        + "".join(
            f'<li><a href="/{section[:3].lower()}/{number}">{topic} – {section.lower()}</a></li>'
            for number, topic in enumerate(_TOPICS)
        )
        + "</ul>"
        for section in _SECTIONS
    )
    + "</div>"
)
"""A site's whole menu, in plain lists: long enough to make any page that has it a long one."""


def document(body: str, title: str = TITLE, *, head: str = "", language: str = "en") -> str:
    """Return a page of HTML with `body` and `title`."""
    return (
        f'<!doctype html><html lang="{language}"><head><title>{escape(title)}</title>{head}'
        f"</head><body>{body}</body></html>"
    )


def article(before: str = "", after: str = "", *, title: str = TITLE, head: str = "") -> str:
    """Return the article's page with something before or after its paragraphs."""
    return document(f"{before}<h1>{escape(title)}</h1>{ARTICLE}{after}", title, head=head)


def notice(title: str, text: str, *, heading: str | None = None, language: str = "en") -> str:
    """Return a short page that says one thing."""
    return document(f"<h1>{escape(heading or title)}</h1><p>{text}</p>", title, language=language)


HOME = document(
    "<h1>Port of Halvard</h1><p>Welcome to the port of Halvard. Here you find tides, cargo tables "
    "and the news of the harbour office.</p><ul><li><a href='/news'>News</a></li>"
    "<li><a href='/tides'>Tides</a></li><li><a href='/contact'>Contact</a></li></ul>",
    "Port of Halvard",
)
"""The front page of most hosts here."""
