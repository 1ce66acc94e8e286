"""Addresses taken apart for the rules about sources, without asking anybody."""

from __future__ import annotations

from urllib.parse import SplitResult, parse_qsl, urlsplit


def split_address(url: str | None) -> SplitResult | None:
    """Return the parts of `url`, None where there is none or it cannot be read."""
    if not url:
        return None
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
    except ValueError:
        return None
    return parts if parts.hostname else None


def host_of(parts: SplitResult) -> str:
    """Return the host in lower case, without `www.`."""
    return (parts.hostname or "").rstrip(".").removeprefix("www.")


def under(host: str, names: frozenset[str] | tuple[str, ...]) -> bool:
    """Tell whether `host` is one of `names` or a name under one."""
    return any(host == name or host.endswith(f".{name}") for name in names)


def same_page_key(url: str) -> str | None:
    """Return what spellings of one address have in common.

    Scheme, `www.`, a last slash, the order of the query and the fragment are left aside.
    """
    parts = split_address(url)
    if parts is None:
        return None
    query = "&".join(f"{key}={value}" for key, value in sorted(parse_qsl(parts.query)))
    fragment = parts.fragment if parts.fragment.startswith("!") else ""
    return f"{host_of(parts)}{parts.path.rstrip('/')}?{query}{fragment}"
