"""Which part of a page an element opens: the article, navigation, comments, a quoted block."""

from __future__ import annotations

import re

from footnoted.layout.names import names_comments, names_teasers
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
_TAGS: dict[str, Region] = {
    **dict.fromkeys(("nav", "aside", "select", "textarea", "search"), "navigation"),
    **dict.fromkeys(("article", "main"), "article"),
    "blockquote": "quoted",
}
_LASTING = frozenset({"comments", "navigation"})
_UNNAMED = frozenset({"html", "body", "main", "h1", "h2", "h3", "h4", "h5", "h6"})
_COMMENTS_HEADING = re.compile(
    r"(?:\d[\d,.]*|no|one|two|three|a few)\s+(?:comments?|repl(?:y|ies)|responses?|thoughts on\b.*"
    r"|kommentare?|commentaires?|comentarios?|commenti)(?:\s+(?:on|to|so far|zu|sur)\b.*)?"
    r"|(?:comments|repl(?:y|ies)|responses|kommentare|commentaires|comentarios|комментарии"
    r"|评论|網友評論|网友评论)\s*[(:（\[]\s*\d[\d,.]*\s*[)）\]]?"
    r"|(?:leave|post|add|write) (?:a|your) (?:reply|comment)|join the (?:conversation|discussion)"
    r"|(?:reader|user)s?['’]? comments|laisser un commentaire|deja un comentario"
    r"|schreibe? einen kommentar|добавить комментарий|发表评论|發表評論|网友评论",
    re.IGNORECASE,
)
_TEASERS_HEADING = re.compile(
    r"(?:related|similar) (?:articles?|posts?|stories|news|content|reading|links|topics)"
    r"|(?:most|more) (?:popular|read|viewed|shared|stories|news|articles|posts|like this)"
    r"|more (?:on this|from .{0,40})|(?:you (?:may|might) (?:also )?(?:like|be interested in))"
    r"|read (?:more|next|also)|recommended(?: for you)?|trending(?: now)?|editors?['’]? picks?"
    r"|latest (?:news|posts|articles|stories)|don['’]t miss|what to read next|mehr zum thema"
    r"|lesen sie auch|das könnte sie auch interessieren|(?:à )?lire aussi|sur le même sujet"
    r"|(?:noticias|artículos) relacionad[ao]s|te puede interesar|leggi anche|читайте также"
    r"|по теме|相关(?:阅读|新闻|文章|报道|链接)|相關(?:閱讀|新聞|文章)"
    r"|延伸阅读|推荐阅读|热门(?:文章|新闻)",
    re.IGNORECASE,
)
_TEASER_LINE = re.compile(
    r"(?:read more|read also|also read|read next|see also|related|more on this|lesen sie auch"
    r"|lire aussi|leggi anche|lea también|читайте также|相关阅读|延伸阅读)\s*[:：|»]",
    re.IGNORECASE,
)


def region_of(
    tag: str, names: str, role: str, outer: Region, *, inside: bool, by_name: bool
) -> Region:
    """Return the region of an element in region `outer`, `inside` an article or not.

    `names` are its classes and id, asked only where `by_name`. What lies inside comments or
    navigation stays there, but for a `main` that a wrapper's name put into navigation. The
    header and footer of an article are part of it; those of the page are navigation.
    """
    if outer in _LASTING:
        return "article" if tag == "main" and outer == "navigation" else outer
    if by_name and tag not in _UNNAMED and not names.isspace():
        within = inside or outer == "article"
        if names_comments(names, inside=within):
            return "comments"
        if tag != "article" and names_teasers(names, inside=within):
            return "navigation"
    told = _ROLES.get(role.strip().lower()) if role else None
    if told == "navigation":
        return told
    if tag in {"header", "footer"}:
        return outer if inside or outer == "article" else "navigation"
    return _TAGS.get(tag) or told or outer


def region_under(heading: str) -> Region | None:
    """Return the region of what stands under a heading such as `3 Comments` or `Read more`."""
    heading = heading.strip(" \n:：»…").casefold()
    if len(heading) > 80:
        return None
    if _COMMENTS_HEADING.fullmatch(heading):
        return "comments"
    return "navigation" if _TEASERS_HEADING.fullmatch(heading) else None


def is_teaser_line(words: str) -> bool:
    """Say whether a short block sends the reader to another article: `Read more: …`."""
    return len(words) <= 200 and bool(_TEASER_LINE.match(words))
