"""Whether a governor is a deed done: *showed that*; not *meant to show*, *might show that*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from footnoted.quotations.clauses import AFFIRMING, inflected

_REMARKS = inflected(
    "note remember stress add emphasize mention acknowledge recall ensure realize recognize "
    "concede confess point report announce repeat underline remark observe reiterate"
) | {"admit", "admitted", "know", "known", "understand", "understood", "borne", "see", "seen"}
"""What *should be noted* or what *I would add* is said thereby."""

_UNREAL = frozenset({"might", "may", "could", "would", "'d", "to"})
_SENSES = frozenset({"see", "hear", "feel", "tell", "know", "smell"})
_TO_SOMEBODY = inflected(
    "inform notify warn remind assure convince persuade show explain believe",
) | {"tell", "told", "telling"}
"""Verbs with a hearer before their clause: *convince the court that*."""
_DONE_TO = re.compile(
    r" (?:went on|goes on|going on|came|comes|(?:is|was|were|are|been) able|managed|help(?:s|ed)?"
    r"|safe|fair|important|worth|happy|glad|sorry|proud|correct|right|accurate|true|forced"
    r"|compelled|bound|obliged|pleased|quick|continu(?:es|ed)|began|begins|tends?|enough|is|led"
    r"|goes|suffice it|used) to $",
)
_FROM_GERUND = frozenset(
    ("into", "of", "stopped", "stop", "stops", "ceased", "quit", "without", "from", "against"),
)


def is_done(head: Sequence[str], known: int) -> bool:
    """Say whether the verb at `known`, which affirms, tells of something said or found."""
    word = head[known]
    if word not in AFFIRMING or (known < len(head) - 1 and word not in _TO_SOMEBODY):
        return True
    at = known - 1
    while at >= 0 and (head[at].endswith("ly") or head[at] in {"also", "then", "have", "be"}):
        at -= 1
    before = head[at] if at >= 0 else ""
    if word.endswith("ing"):
        return before not in _FROM_GERUND
    if before not in _UNREAL or word in _REMARKS:
        return True
    if before == "to":
        return bool(_DONE_TO.search(f" {' '.join(head[: at + 1])} "))
    return before == "could" and word in _SENSES
