"""Class names and ids that tell of comments, and of teasers and other navigation."""

from __future__ import annotations

import re

_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?<!has-)(?<!with-)(?<!no-)"
    r"(?:comments?(?![_-]?(?:open|closed|off|on|enabled|disabled|count|link|number|policy)\b)"
    r"|commentlist|commentarea|disqus(?:_thread)?|replies|respond|fb-comments|livefyre"
    r"|comentarios|kommentare|commentaires|pinglun)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TEASERS = re.compile(
    r"(?:^|[\s_-])(?<!has-)(?<!with-)(?<!no-)(?<!content-)"
    r"(?:related(?:posts|articles|content|stories|links)?|teasers?|recommended|recommendations"
    r"|sidebar(?![_-]?(?:layout|left|right|wrap|enabled|active|none|hidden))|promos?|breadcrumbs?"
    r"|read-more|more-stories|more-news|most-(?:read|popular|viewed|shared)|popular-posts"
    r"|trending|read-next|also-like|jp-relatedposts|yarpp|outbrain|taboola|newsletter-signup"
    r"|cookie-(?:banner|notice|consent|bar))(?:$|[\s_-])",
    re.IGNORECASE,
)
_UNTELLING_END = re.compile(
    r"[_-](?:policy|policies|free|less|enabled|disabled|rules|guidelines?|allowed|ready|open|closed"
    r"|status|true|false|yes|no|above|below|before|after)$",
    re.IGNORECASE,
)
"""What ends a name that speaks of a part of the page and is none: `comment-policy`."""

_GENRES = frozenset(
    [
        "opinion",
        "opinions",
        "editorial",
        "column",
        "columnist",
        "analysis",
        "op-ed",
        "oped",
        "essay",
    ]
)
"""Beside `comment`, the genre of a newspaper's article."""

_LEADS = frozenset(
    ["lead", "lede", "intro", "standfirst", "abstract", "deck", "dek", "vorspann", "chapo"]
)
"""Beside `teaser`, the article's own first words."""


def names_comments(names: str, *, inside: bool) -> bool:
    """Say whether classes and ids name comments; `inside` an article each must by itself."""
    if not _COMMENTS.search(names):
        return False
    parts = names.split()
    if _GENRES.isdisjoint(map(str.lower, parts)):
        return not inside or any(map(_COMMENTS.search, _telling(parts)))
    return False


def names_teasers(names: str, *, inside: bool) -> bool:
    """Say whether classes and ids name teasers, side columns and the like."""
    if not _TEASERS.search(names):
        return False
    parts = names.split()
    if not _LEADS.isdisjoint(map(str.lower, parts)):
        parts = [part for part in parts if part.lower() != "teaser"]
        return any(map(_TEASERS.search, parts))
    return not inside or any(map(_TEASERS.search, _telling(parts)))


def _telling(parts: list[str]) -> list[str]:
    return [part for part in parts if not _UNTELLING_END.search(part)]
