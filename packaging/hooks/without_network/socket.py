"""Stands in for Python's socket module in the packaged program: it can be imported, and can open nothing.

Python's own email and logging modules import `socket` when they are loaded; nothing here calls what needs it.
"""

from typing import Any


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    raise OSError("Peer Ready never uses the network")
