"""Stands in for Python's asyncio in the packaged program: SQLAlchemy asks for it when it is loaded, and never here.

Python's own would bring `socket` and `ssl` along.
"""

from inspect import iscoroutine as iscoroutine
from typing import Any

TimeoutError = TimeoutError  # noqa: A001, PLW0127 - an attribute, as Python's own has it


class CancelledError(BaseException):
    """Never raised here."""


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    raise OSError("Peer Ready never uses the network")
