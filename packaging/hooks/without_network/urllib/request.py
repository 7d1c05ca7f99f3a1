"""Stands in for Python's urllib.request in the packaged program: it can be imported, and can open nothing.

Python's own xml.sax imports it when it is loaded, for documents on the web; nothing here reads any.
"""

from typing import Any


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    raise OSError("Peer Ready never uses the network")
