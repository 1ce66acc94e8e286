"""The nouns that are counted in reports and news, each under the one name we write.

A number before another noun has no unit: guessing would make unlike things comparable.
Only true synonyms share a line.
"""

from __future__ import annotations

PERSONS = "persons"

# canonical plural | other wordings (singulars are listed where they are not the plural less s)
_LINES = """
persons | people | person | individuals | inhabitants
citizens
residents
civilians
troops | soldiers | servicemen | servicewomen | military personnel
officers
police | policemen | police officers | policeman
personnel | staff
workers
employees
students
pupils
teachers
migrants
refugees
men | man
women | woman
children | child
passengers
tourists
visitors
members
participants
delegates
experts
doctors
patients
victims
deaths | death
casualties | casualty
prisoners
voters
companies | company | firms | enterprises | enterprise
banks
factories | factory
ventures
projects
programmes | programs | program | programme
agreements
contracts
deals
documents
memorandums | memoranda | memorandum
treaties | treaty
countries | country | nations
states
member states
republics
provinces
regions
districts
cities | city
towns
villages
municipalities | municipality
visits
meetings
summits
exercises
conferences
operations
incidents
attacks
cases
institutes
institutions
organisations | organizations | organization | organisation
agencies | agency
universities | university
schools
hospitals
households
families | family
homes
houses
buildings
vehicles
cars
trucks
aircraft | planes | airplanes
flights
ships | vessels
tanks
tankers
trains
stations
plants
refineries | refinery
wells
mines
pipelines
bridges
tunnels
roads
languages
volumes
articles
reports
jobs
posts
seats
votes
shares
units
copies | copy
sub-commissions | subcommissions
commissions
committees
branches | branch
sites
species
animals
trees
"""

_PERSON_NOUNS = (
    "persons citizens residents civilians troops officers police personnel workers employees "
    "students pupils teachers migrants refugees men women children passengers tourists visitors "
    "members participants delegates experts doctors patients victims prisoners voters"
)


def _singular(plural: str) -> str:
    return plural[:-1] if plural.endswith("s") and not plural.endswith("ss") else plural


def _nouns() -> dict[str, str]:
    nouns: dict[str, str] = {}
    for line in _LINES.split("\n"):
        names = [name for part in line.split(" | ") if (name := part.strip())]
        for name in names:
            nouns[name] = names[0]
            if name not in {"police", "aircraft", "personnel"}:
                nouns.setdefault(_singular(name), names[0])
    return nouns


NOUNS = _nouns()
"""Each wording, singular or plural, and the name we write."""

UNCHANGED = frozenset({"police", "aircraft", "personnel", "people", "staff", "troops"})
"""Plurals that do not look it."""

NOUN_FAMILIES = {PERSONS: frozenset(_PERSON_NOUNS.split())}
"""Nouns that count the same kind of thing: comparable, though agreement wants an eye."""


def plural(word: str) -> bool:
    """Tell whether `word` is written in the plural, as a counted noun after a number is."""
    return word in UNCHANGED or word.endswith("s") or word in {"men", "women", "children"}
