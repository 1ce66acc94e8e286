"""As much of GitHub's REST API as the action needs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import requests

_PAGES = 20


class GitHub:
    """A repository, by way of GITHUB_API_URL and the job's token."""

    def __init__(self) -> None:
        """Take the repository and the token from the runner's environment."""
        repository = os.environ["GITHUB_REPOSITORY"]
        self._base = f"{os.environ['GITHUB_API_URL']}/repos/{repository}"
        self._session = requests.Session()
        self._session.headers.update(
            {
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {os.environ['FOOTNOTED_TOKEN']}",
                "X-GitHub-Api-Version": "2022-11-28",
            }
        )

    def ask(self, method: str, path: str, **body: Any) -> Any:
        """Return what the API answers; requests.RequestException where it does not."""
        answer = self._session.request(
            method, f"{self._base}{path}", json=body or None, timeout=(10, 30)
        )
        answer.raise_for_status()
        return answer.json() if answer.content else None

    def issues(self, label: str) -> Iterator[dict[str, Any]]:
        """Yield the issues with a label, open and closed, the last changed first."""
        query = {"labels": label, "state": "all", "sort": "updated", "per_page": "100"}
        for page in range(1, _PAGES + 1):
            answer = self._session.get(
                f"{self._base}/issues", params={**query, "page": str(page)}, timeout=(10, 30)
            )
            answer.raise_for_status()
            found = answer.json()
            yield from (one for one in found if "pull_request" not in one)
            if len(found) < 100:
                return
