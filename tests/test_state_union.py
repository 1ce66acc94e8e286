"""Two runs' states of one paper become one."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from footnoted.audit.recall import is_behind
from footnoted.audit.state_union import united_history, united_memory
from footnoted.history import read_line
from footnoted.store.memory import memory_from

NIGHT = datetime(2026, 3, 1, 2, tzinfo=UTC)


def stamp(minutes: float) -> str:
    return (NIGHT + timedelta(minutes=minutes)).isoformat().replace("+00:00", "Z")


def look(url: str, minutes: float, verdict: str = "alive", **more: Any) -> dict[str, Any]:
    told = {"verdict": verdict}
    return {
        "url": url,
        "basis": "cited",
        "at": stamp(minutes),
        "vantage": "runner",
        "judged_by": "1",
        "told": told,
        **more,
    }


def memory(minutes: float, *looks: dict[str, Any], **more: Any) -> bytes:
    document = {
        "schema": "footnoted/checks/1",
        "version": "1",
        "as_of": stamp(minutes),
        "looks": looks,
        **more,
    }
    return json.dumps(document).encode()


def test_lines_of_both_are_kept_and_those_of_both_once() -> None:
    """What is stored stays byte for byte; lines that only ours has follow it, in their order."""
    assert united_history(b"a\nb\n", b"a\nd\nc\n") == b"a\nb\nd\nc\n"


def test_a_history_that_lacks_nothing_stays_as_it_is() -> None:
    """So it is also where a line was cut from ours: nothing is taken from what is stored."""
    assert united_history(b"a\nb\n", b"a\n") == b"a\nb\n"
    assert united_history(b"", b"a\n") == b"a\n"


def test_a_line_without_its_break_gets_one() -> None:
    assert united_history(b"a\nb", b"a\nc\n") == b"a\nb\nc\n"


def test_of_each_address_the_later_look_holds() -> None:
    """The run that ended first may have looked at a page that the other only remembered."""
    slow = memory(9, look("http://a", 1), look("http://b", -9999))
    quick = memory(5, look("http://a", 0), look("http://b", 4, "dead"), look("http://c", 4))
    for one in (united_memory(slow, quick), united_memory(quick, slow)):
        made = memory_from(one)
        assert made
        seen = {each.url: (each.at, each.told.verdict) for each in made.looks}
        assert seen["http://a"][0] == NIGHT + timedelta(minutes=1)
        assert seen["http://b"] == (NIGHT + timedelta(minutes=4), "dead")
        assert "http://c" in seen
        assert made.as_of == NIGHT + timedelta(minutes=9)


def test_a_failing_look_keeps_the_last_one_that_came() -> None:
    """Whichever run made it: by it a page is known again, and a part is known to have stood."""
    came = look("http://a", 1)
    failed = look("http://a", 3, "dead")
    made = memory_from(united_memory(memory(2, came), memory(4, failed)))
    assert made
    (one,) = made.looks
    assert one.told.verdict == "dead"
    assert one.before
    assert one.before.at == NIGHT + timedelta(minutes=1)


def test_of_archives_the_later_answer_holds() -> None:
    """Two runs that asked other archives do not mix what those answered."""
    older = {"names": ["x"], "answers": {"http://a": {"asked_at": stamp(-50), "total": 1}}}
    newer = {"names": ["x"], "answers": {"http://b": {"asked_at": stamp(1), "total": 2}}}
    made = memory_from(united_memory(memory(1, archived=older), memory(2, archived=newer)))
    assert made
    assert set(made.archived.answers) == {"http://a", "http://b"}
    other = {**newer, "names": ["y"]}
    made = memory_from(united_memory(memory(1, archived=older), memory(2, archived=other)))
    assert made
    assert set(made.archived.answers) == {"http://b"}


def test_united_states_are_not_behind_each_other() -> None:
    """Else every page would be asked again after two runs at once."""
    line = '{"at":"%s","kind":"blind","vantage":"runner"}'
    lines = united_history((line % stamp(1)).encode(), (line % stamp(4)).encode())
    history = [read_line(one) for one in lines.splitlines()]
    made = memory_from(united_memory(memory(1), memory(4)))
    assert made
    assert not is_behind(made, history)


def test_what_cannot_be_read_tells_nothing() -> None:
    whole = memory(1, look("http://a", 1))
    assert united_memory(b"{", whole) == whole
    assert united_memory(whole, b"{") == whole
