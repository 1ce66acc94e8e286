"""The nouns that are counted in reports and news, each under the one name we write.

A number before another noun has no unit: guessing would make unlike things comparable.
Only true synonyms share a line.
"""

from __future__ import annotations

from footnoted.quantities.nouns_more import MORE_NOUNS

PERSONS = "persons"

# canonical plural | other wordings (singulars are listed where they are not the plural less s)
_LINES = """
persons | people | person | individuals | inhabitants | человек | personas | personnes
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
companies | company | firms | enterprises | enterprise | corporations
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
foreigners
nationals
farmers
traders
scientists
researchers
engineers
journalists
diplomats
officials
athletes
fighters
militants
terrorists
rebels
suspects
hostages
survivors
users
developers
maintainers
contributors
subscribers
customers
clients
speakers
players
births
marriages
crimes
protests
strikes
elections
trips | journeys
loans
grants
scholarships
investors
offices
shops
stores
markets
hotels
restaurants
rooms
beds
apartments | flats
churches | church
mosques | mosque
temples
monasteries | monastery
museums
parks
airports
ports
islands
lakes
rivers
dams
reactors
turbines
satellites
rockets
missiles
helicopters
drones
guns
rifles
bombs
weapons
warheads
patents
books
films
songs
websites
accounts
courses
laboratories | laboratory
centres | centers | centre | center
locomotives
wagons
containers
buses | bus
lorries | lorry
motorcycles
bicycles
boats
submarines
cattle
sheep
horses
pigs
goats
camels
chickens
birds
fish
eggs
pages
files
packages
bugs
patches | patch
releases
versions
lines
columns
rows
tables
fields
entries | entry
records
items
elements
nodes
links
keys
words
characters
sentences
messages
connections
requests
queries | query
errors
warnings
tests
modules
functions
commands
options
parameters
arguments
threads
cores
processors | CPUs
computers
machines
servers
disks
drives
partitions
sectors
blocks
mirrors
architectures
platforms
libraries | library
images
icons
colours | colors | colour | color
fonts
layers
points
goals
games
matches | match
medals
teams
clubs
parties | party
parliaments
ministries | ministry
ministers
presidents
ambassadors
embassies | embassy
laws
questions
answers
steps
stages
types
kinds
categories | category
groups
sections
parts
pieces
boxes | box
bottles
"""

_PERSON_NOUNS = (
    "persons citizens residents civilians troops officers police personnel workers employees "
    "students pupils teachers migrants refugees men women children passengers tourists visitors "
    "members participants delegates experts doctors patients victims prisoners voters "
    "foreigners nationals farmers traders scientists researchers engineers journalists diplomats "
    "officials athletes fighters militants terrorists rebels suspects hostages survivors users "
    "developers maintainers contributors subscribers customers clients speakers players ministers "
    "presidents ambassadors investors souls sailors infantry cavalry knights warriors slaves serfs "
    "peasants miners labourers artisans merchants monks nuns priests settlers colonists immigrants "
    "emigrants exiles strikers demonstrators protesters activists volunteers boys girls adults "
    "readers writers authors artists anarchists consumers viewers pilgrims shareholders owners"
)


_UNCHANGED_WORDS = (
    "police aircraft personnel people staff troops cattle sheep fish deer infantry cavalry cannon "
    "clergy teeth mice geese oxen dice seamen horsemen cavalrymen infantrymen clergymen gunmen "
    "stars stories vertices"
)
UNCHANGED = frozenset(_UNCHANGED_WORDS.split())
"""Plurals that do not look it."""


def _singular(plural: str) -> str:
    return plural[:-1] if plural.endswith("s") and not plural.endswith("ss") else plural


def _nouns() -> dict[str, str]:
    nouns: dict[str, str] = {}
    for line in [*_LINES.split("\n"), *MORE_NOUNS.replace("\n", "; ").split("; ")]:
        names = [name for part in line.split(" | ") if (name := part.strip())]
        for name in names:
            nouns[name.lower()] = names[0]
            if name not in UNCHANGED:
                nouns.setdefault(_singular(name.lower()), names[0])
    return nouns


NOUNS = _nouns()
"""Each wording, singular or plural, and the name we write."""

RARE = frozenset(
    name.partition(" | ")[0] for name in MORE_NOUNS.replace("\n", "; ").split("; ") if name
)
"""Names that are counted only where the noun stands right behind its number."""

NOUN_FAMILIES = {PERSONS: frozenset(_PERSON_NOUNS.split())}
"""Nouns that count the same kind of thing: comparable, though agreement wants an eye."""


def both(unit: str) -> tuple[str, ...]:
    """Return the nouns of a unit that counts several together: `officers and troops`."""
    return tuple(unit.split(" and "))


def plural(word: str) -> bool:
    """Tell whether `word` is written in the plural, as a counted noun after a number is."""
    return word in UNCHANGED or word.endswith("s") or word in {"men", "women", "children"}
