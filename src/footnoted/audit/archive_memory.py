"""What is known of archives, to and from the memory of an audit."""

from __future__ import annotations

from datetime import timedelta

from footnoted.audit.archives import ArchiveMemory
from footnoted.model.remembered_archives import ArchivesDoc, LeftAloneDoc, archival_doc
from footnoted.web.archive_manners import ArchiveManners, LeftAlone


def known_of_archives(document: ArchivesDoc) -> ArchiveMemory:
    """Return what `document` tells."""
    answers = {url: one.archival(url) for url, one in document.answers.items()}
    left_alone = {
        host: LeftAlone(one.until, timedelta(seconds=one.seconds))
        for host, one in document.left_alone.items()
    }
    return ArchiveMemory(answers, ArchiveManners(left_alone), document.names)


def archives_doc(known: ArchiveMemory) -> ArchivesDoc:
    """Return what is known as it is remembered."""
    return ArchivesDoc(
        names=known.archives,
        answers={url: archival_doc(one) for url, one in sorted(known.answers.items())},
        left_alone={
            host: LeftAloneDoc(until=one.until, seconds=one.length.total_seconds())
            for host, one in sorted(known.manners.left_alone.items())
        },
    )
