"""A site of faults on loopback: what the web does to a link, each with the verdict it deserves.

- `model`: what a fault is; `words`: the pages' prose.
- `alive`, `lookalikes`, `redirects`, `gone`, `soft`, `parked`, `walls`, `variations`, `weather`,
  `transport`, `refused`: the faults, declared as data. `ALL` has them in that order.
- `site` runs it: `http_server`, `raw_server` and `name_server` on 127.7.0.x, ports of its own.
- `resolver` asks the site's name server as the system would ask its own.
- `client` looks at every fault in a process of its own, as `footnoted links` does.
"""

from __future__ import annotations

from faults.alive import FAULTS as ALIVE
from faults.gone import FAULTS as GONE
from faults.lookalikes import FAULTS as LOOKALIKES
from faults.model import Fault
from faults.parked import FAULTS as PARKED
from faults.redirects import FAULTS as REDIRECTS
from faults.refused import FAULTS as REFUSED
from faults.soft import FAULTS as SOFT
from faults.transport import FAULTS as TRANSPORT
from faults.variations import FAULTS as VARIATIONS
from faults.walls import FAULTS as WALLS
from faults.weather import FAULTS as WEATHER

ALL: tuple[Fault, ...] = (
    *ALIVE,
    *LOOKALIKES,
    *REDIRECTS,
    *GONE,
    *SOFT,
    *PARKED,
    *WALLS,
    *VARIATIONS,
    *WEATHER,
    *TRANSPORT,
    *REFUSED,
)
"""Every fault of the site, in the order of the table in docs/links.md."""
