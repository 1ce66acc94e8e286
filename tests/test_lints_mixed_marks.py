from __future__ import annotations

from examined_papers import brief, examine
from footnoted.lints.mixed_marks import mixed_marks


def test_two_shapes_are_told_once_each() -> None:
    """Marks and ellipses apart; the proof counts them."""
    text = '# Lakes\n\nShe “said ... so” and "he [...] did" too.\n'
    found = [*mixed_marks(examine(text))]
    assert brief(found) == [
        ("info", "high", "quotation marks"), ("info", "medium", "ellipses"),
    ]  # fmt: skip
    assert found[0].proof == "2 curly, 2 straight"
    assert found[1].proof == "three dots in 1, dots in square brackets in 1"


def test_one_shape_is_fine() -> None:
    """Dots outside quotations are no omissions."""
    text = "# Lakes\n\nShe “said [...] so” and “he […] did”... so it goes.\n"
    assert brief(mixed_marks(examine(text))) == []
