"""`other-speakers-same-source`: "others say" on the source of those before."""

from __future__ import annotations

from collections.abc import Iterator

from footnoted.lints.citing import Sentence, marked_sentences, only_person, works_of_note
from footnoted.lints.examined import Examined, find_in_paper
from footnoted.lints.voices import OTHERS
from footnoted.model.finding import Finding

RULE = "other-speakers-same-source"


def other_speakers_same_source(examined: Examined) -> Iterator[Finding]:
    """Yield each sentence that begins with others who say, on the one work cited just before."""
    before: Sentence | None = None
    for sentence in marked_sentences(examined):
        said = OTHERS.search(sentence.text)
        if said and before and "\n\n" not in examined.paper.body[before.end : sentence.start]:
            last, first = before.marks[-1], sentence.marks[0]
            works = works_of_note(examined, first.note)
            if works and len(works) == 1 and works == works_of_note(examined, last.note):
                message = (
                    f"'{said['who']}' are set against those before, but notes {last.note} and "
                    f"{first.note} lead to one work ({works[0].id}): say who speaks"
                )
                alone = only_person(works[0]) is not None
                yield find_in_paper(
                    examined, RULE, "warning" if alone else "info", first.line, message,
                    note=first.note, proof=" ".join(sentence.text.split()), subject=said["who"],
                    confidence="medium" if alone else "low",
                )  # fmt: skip
        before = sentence
