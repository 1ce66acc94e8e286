"""What only the person with the link knows: the link's token, the cookie, the folder, a form's key.

Cookies are kept by host, not by port (RFC 6265, 8.5): a browser would send one of 127.0.0.1 to
every other server there. Ours is for one folder, whose name nobody else knows.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Keys:
    """The secrets of one run; none is ever written to a file that is kept."""

    token: str = field(repr=False)
    cookie: str = field(repr=False)
    folder: str = field(repr=False)
    form: bytes = field(repr=False)

    @property
    def base(self) -> str:
        """The address below which all pages are: `/folder/`."""
        return f"/{self.folder}/"

    def sign(self, name: str, shown: str) -> str:
        """Return what a form about the case `name` has to bring along; `shown` is what it shows."""
        told = f"{name}\0{shown}".encode("utf-8", "surrogatepass")
        return hmac.new(self.form, told, hashlib.sha256).hexdigest()


def new_keys(draw: Callable[[int], str] = secrets.token_urlsafe) -> Keys:
    """Return new secrets; `draw(n)` gives the text of `n` random bytes."""
    return Keys(draw(32), draw(32), draw(12), draw(32).encode())


def same(one: str, other: str) -> bool:
    """Tell whether two secrets are the same, in a time that tells nothing."""
    return hmac.compare_digest(
        one.encode("utf-8", "surrogatepass"), other.encode("utf-8", "surrogatepass")
    )
