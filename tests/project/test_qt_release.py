"""The Qt for Python of the lock file does not lose references to None (docs/decisions/0003-pyside6.md)."""

import sys

from PySide6.QtCore import QObject


def test_fifty_thousand_calls_that_return_nothing_lose_no_reference_to_none():
    """On Python 3.11 PySide6 6.12.0 loses one each time, and the program aborts when they run out.

    From 3.12 on None has no count that could run out; there the calls have only to come back.
    """
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(50_000):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 1_000
