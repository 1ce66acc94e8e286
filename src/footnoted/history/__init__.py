"""What earlier audits saw: which problems are new, since when a link fails, what has rotted.

History is lines, one a change; every state is derived from them and none is stored. Questions
about an audit at `as_of` count only lines before `as_of`, so that the same audit replayed later,
when its own lines stand in the file, gets the same answers.
"""

from footnoted.history.blind import BLIND_DAYS, blind_days, is_blind, sight_line
from footnoted.history.book import Book
from footnoted.history.inputs import Inputs, inputs_line
from footnoted.history.lines import (
    ClaimLine,
    HistoryLine,
    InputsLine,
    LinkLine,
    ObservationLine,
    ProblemLine,
    SightLine,
    read_line,
    write_line,
)
from footnoted.history.looks import (
    ROT,
    SEEN,
    UNSEEN,
    Sight,
    looks_by_url,
    rotten,
    rotten_since,
    since,
    was_seen,
)
from footnoted.history.nightly import look_lines, news_lines, tell, tonight, without_known
from footnoted.history.observed import observations
from footnoted.history.parts import PartPast, StandIn, claim_line, part_level
from footnoted.history.problems import News, Problem, Standing, fingerprint, problem_line

__all__ = [
    "BLIND_DAYS",
    "ROT",
    "SEEN",
    "UNSEEN",
    "Book",
    "ClaimLine",
    "HistoryLine",
    "Inputs",
    "InputsLine",
    "LinkLine",
    "News",
    "ObservationLine",
    "PartPast",
    "Problem",
    "ProblemLine",
    "Sight",
    "SightLine",
    "StandIn",
    "Standing",
    "blind_days",
    "claim_line",
    "fingerprint",
    "inputs_line",
    "is_blind",
    "look_lines",
    "looks_by_url",
    "news_lines",
    "observations",
    "part_level",
    "problem_line",
    "read_line",
    "rotten",
    "rotten_since",
    "sight_line",
    "since",
    "tell",
    "tonight",
    "was_seen",
    "without_known",
    "write_line",
]
