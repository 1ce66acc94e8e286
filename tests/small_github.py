"""As much of GitHub's REST API as the action talks to: issues, comments, a workflow's switch.

It keeps what was done, and refuses what GitHub refuses: a wrong token, an unknown issue.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from loopback import Answer, Asked

TOKEN = "job-token"  # a made-up one
HOME = "/repos/owner/project"


@dataclass
class SmallGitHub:
    """One repository; `drops_labels` as for one who may not make labels while opening an issue."""

    issues: list[dict[str, Any]] = field(default_factory=list)
    comments: list[tuple[int, str]] = field(default_factory=list)
    enabled: list[str] = field(default_factory=list)
    writes: list[str] = field(default_factory=list)
    drops_labels: bool = False
    broken: bool = False
    clock: int = 0

    def answer(self, asked: Asked) -> Answer:
        """Answer a request as the API would."""
        if self.broken:
            return Answer(503, b"{}")
        if asked.headers.get("Authorization") != f"Bearer {TOKEN}":
            return Answer(401, b"{}")
        parts = urlsplit(asked.path)
        path = parts.path.removeprefix(HOME)
        body = json.loads(asked.body) if asked.body else {}
        if asked.method != "GET":
            self.writes.append(f"{asked.method} {path}")
            self.clock += 1
        made = self._do(asked.method, path, parse_qs(parts.query), body)
        if made is None:
            return Answer(404, b"{}")
        status = 204 if made == "" else 201 if asked.method == "POST" else 200
        return Answer(status, json.dumps(made).encode() if made != "" else b"")

    def _do(self, method: str, path: str, query: dict[str, list[str]], body: Any) -> Any:
        if (method, path) == ("GET", "/issues"):
            return self._listed(query)
        if (method, path) == ("POST", "/issues"):
            return self._opened(body)
        if found := re.fullmatch(r"/actions/workflows/([\w.-]+)/enable", path):
            self.enabled.append(found[1])
            return "" if method == "PUT" else None
        found = re.fullmatch(r"/issues/(\d+)(/comments|/labels)?", path)
        issue = self.issues[int(found[1]) - 1] if found else None
        if found is None or issue is None:
            return None
        issue["updated"] = self.clock
        if found[2] == "/comments":
            self.comments.append((issue["number"], body["body"]))
        elif found[2] == "/labels":
            issue["labels"] += [{"name": name} for name in body["labels"]]
        else:
            issue.update(body)
        return issue

    def _listed(self, query: dict[str, list[str]]) -> list[dict[str, Any]]:
        label, state = query["labels"][0], query.get("state", ["open"])[0]
        found = [
            one
            for one in self.issues
            if {"name": label} in one["labels"] and state in {"all", one["state"]}
        ]
        size, page = int(query["per_page"][0]), int(query["page"][0])
        found.sort(key=lambda one: -one["updated"])
        return found[(page - 1) * size : page * size]

    def _opened(self, body: dict[str, Any]) -> dict[str, Any]:
        labels = [] if self.drops_labels else [{"name": name} for name in body["labels"]]
        issue = {
            "number": len(self.issues) + 1,
            "title": body["title"],
            "body": body["body"],
            "labels": labels,
            "state": "open",
            "updated": self.clock,
        }
        self.issues.append(issue)
        return issue
