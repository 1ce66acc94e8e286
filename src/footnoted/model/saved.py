"""What `footnoted archive save` had archived: the lines of `state/saved.jsonl`."""

from __future__ import annotations

from datetime import UTC
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime

from footnoted.model.base import Document

Utc = Annotated[AwareDatetime, AfterValidator(lambda at: at.astimezone(UTC))]


class SavedLine(Document):
    """A capture that a service made of a source's page when it was asked to.

    `at` is when it was asked for, `url` the source's address then, `memento_at` when the service
    made the capture, `memento` where a reader sees it.
    """

    at: Utc
    source: str
    url: str
    memento_at: Utc
    memento: str
    service: str
