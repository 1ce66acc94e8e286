"""Which part of a page an element opens: the article, navigation, comments, a quoted block."""

from __future__ import annotations

import re
from collections.abc import Mapping

from footnoted.model.text import Region

_ROLES: dict[str, Region] = {
    "main": "article",
    "article": "article",
    "navigation": "navigation",
    "banner": "navigation",
    "contentinfo": "navigation",
    "complementary": "navigation",
    "search": "navigation",
    "menu": "navigation",
}
_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|disqus_thread|replies)(?:$|[\s_-])", re.IGNORECASE
)
_TEASERS = re.compile(
    r"(?:^|[\s_-])(?:related|teasers?|recommended|recommendations|sidebar|promos?|"
    r"breadcrumbs?|read-more|more-stories|most-read)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LASTING = frozenset({"comments", "navigation"})


def region_of(
    tag: str, attributes: Mapping[str, str], outer: Region, *, inside: int | None
) -> Region:
    """Return the region of an element in region `outer`, in article number `inside` if any.

    What lies inside comments or navigation stays there. The header and footer of an article
    are part of it; those of the page are navigation.
    """
    if outer in _LASTING:
        return outer
    if attributes and tag not in {"html", "body", "main"}:
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        if _COMMENTS.search(names):
            return "comments"
        if tag != "article" and _TEASERS.search(names):
            return "navigation"
    role = _ROLES.get(attributes.get("role", "").strip().lower()) if attributes else None
    if tag in {"nav", "aside"} or role == "navigation":
        return "navigation"
    if tag in {"header", "footer"}:
        return outer if inside is not None or outer == "article" else "navigation"
    named: dict[str, Region] = {"article": "article", "main": "article", "blockquote": "quoted"}
    return named.get(tag, role or outer)
