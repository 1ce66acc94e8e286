"""The month, night by night: what happened in the world, and what a careful person writes.

It was written before the program was asked; `docs/time.md` shows it as a table.
"""

from __future__ import annotations

from dataclasses import dataclass

FINE, RED, BLIND = 0, 1, 4


@dataclass(frozen=True)
class Night:
    """A night of March 2026: what happened since the last, what is written, the exit code."""

    day: int
    world: str = ""
    written: tuple[str, ...] = ()
    exit: int = FINE


QUIET_ARCHIVE = frozenset({5})
NO_NETWORK = frozenset({19, 20, 24, 25, 26})
BASELINE_AFTER = 1
REPLAYED = frozenset({1, 16, 20, 21, 31})
EVIDENCE_LOST_AFTER = 21
UPGRADE_BEFORE = 28
ASK_ALL = frozenset({31})

NIGHTS = (
    Night(
        1,
        "The corpus is old: *herald* and *chronicle* are dead, *tribune* too, but archived. "
        "After the run a person accepts this as the start (`footnoted baseline`).",
        (
            "NEW error link-dead: chronicle (corpus)",
            "NEW error link-dead: herald (corpus)",
            "NEW warning unarchived-source: council (corpus)",
            "NEW warning unarchived-source: gazette (corpus)",
            "made good by a memento: tribune",
        ),
        RED,
    ),
    Night(2),
    Night(
        3,
        "Five sources are added: *radio*, *office*, *bank*, *flaky*, and *guide*, whose page lost "
        "its words long ago: they stand on an alternate address.",
        (
            "NEW warning unarchived-source: bank (corpus)",
            "NEW warning unarchived-source: radio (corpus)",
        ),
    ),
    Night(4, "", ("made good by a memento: tribune",)),
    Night(5, "*museum* and *census* are added; the archive answers 429 all day."),
    Night(6, "*daily* and *gazette* die for good; *daily* is archived."),
    Night(7, "", ("made good by a memento: tribune",)),
    Night(
        8,
        "The week is over: what is well is looked at again.",
        (
            "NEW warning link-dead: gazette (world)",
            "NEW warning unarchived-source: museum (world)",
            "made good by a memento: daily",
        ),
    ),
    Night(
        9,
        "*radio* goes; *office* moves for good; *bank* changes a figure.",
    ),
    Night(
        10,
        "*flaky* is out of order for three days.",
        (
            "NEW warning figure-disagrees: on-bank (world)",
            "NEW warning link-dead: radio (world)",
            "NEW warning link-moved: office (world)",
            "made good by a memento: tribune",
            "not seen from runner since 2026-03-10: flaky",
        ),
    ),
    Night(
        11,
        "*museum* answers “page not found” with a 200.",
        ("made good by a memento: daily",),
    ),
    Night(
        12,
        "*council* changes a word; *bank* has its old figure again.",
        ("NEW warning link-soft-404: museum (world)",),
    ),
    Night(
        13,
        "A person swaps two digits in the claim on *census*.",
        (
            "NEW error figure-disagrees: on-census (corpus)",
            "FIXED figure-disagrees: on-bank",
            "made good by a memento: tribune",
        ),
        RED,
    ),
    Night(
        14,
        "The person puts it right.",
        (
            "NEW error link-rotten: gazette (world)",
            "FIXED figure-disagrees: on-census",
            "made good by a memento: daily",
        ),
        RED,
    ),
    Night(
        15,
        "Walls rise: *ministry* answers 403, *court* with a challenge. *chronicle* is back.",
        (
            "NEW warning quotation-altered: on-council (world)",
            "not seen from runner since 2026-03-15: court, ministry",
        ),
    ),
    Night(
        16,
        "",
        (
            "NEW error link-rotten: radio (world)",
            "NEW warning unarchived-source: chronicle (world)",
            "FIXED link-dead: chronicle",
            "made good by a memento: tribune",
        ),
        RED,
    ),
    Night(
        17,
        "",
        ("made good by a memento: daily",),
    ),
    Night(
        18,
        "",
        (
            "NEW error link-rotten: museum (world)",
            "NEW error quotation-altered: on-council (world)",
            "not seen from runner since 2026-03-15: court, ministry",
        ),
        RED,
    ),
    Night(19, "The runner has no network.", ("no network: nothing was looked at",), BLIND),
    Night(20, "Nor on the second night.", ("no network: nothing was looked at",), BLIND),
    Night(
        21,
        "The network is back. The waiver for *letters* held until the 20th. "
        "After the run the evidence is deleted; the state is kept.",
        (
            "NEW error quotation-altered: on-letters (clock)",
            "NEW error waiver-expired: on-letters (clock)",
            "made good by a memento: daily, tribune",
            "not seen from runner since 2026-03-15: court, ministry",
        ),
        RED,
    ),
    Night(
        22,
        "The walls come down. *chronicle* has changed a word.",
    ),
    Night(
        23,
        "*radio* is back. A person mends *letters* and adds a claim on *blog*, which is dead.",
        (
            "NEW error link-dead: blog (corpus)",
            "NEW warning quotation-altered: on-chronicle (world)",
            "FIXED quotation-altered: on-letters",
            "FIXED waiver-expired: on-letters",
        ),
        RED,
    ),
    Night(24, "No network again.", ("no network: nothing was looked at",), BLIND),
    Night(25, "", ("no network: nothing was looked at",), BLIND),
    Night(
        26,
        "The third night without one. *council* and *chronicle* take their words back.",
        ("NEW error could-not-look: the run (world)", "no network: nothing was looked at"),
        RED,
    ),
    Night(
        27,
        "The network is back.",
        (
            "FIXED could-not-look: runner",
            "FIXED link-rotten: radio",
            "FIXED quotation-altered: on-chronicle",
            "FIXED quotation-altered: on-council",
            "made good by a memento: daily, tribune",
        ),
    ),
    Night(
        28,
        "The program is upgraded: it takes *storey* and *story* for two words now. "
        "A person takes *blog* out.",
        (
            "NEW warning quotation-altered: on-almanac (tool)",
            "FIXED link-dead: blog",
        ),
    ),
    Night(
        29,
        "",
        ("NEW error quotation-altered: on-almanac (tool)",),
    ),
    Night(30, "", ("made good by a memento: daily, tribune",)),
    Night(31, "A person asks every page (`--all`).", ("made good by a memento: daily, tribune",)),
)
