"""Bundles the stand-in for `asyncio` in place of Python's own; see ../without_network/asyncio.py."""

from pathlib import Path


def pre_find_module_path(hook_api):  # type: ignore[no-untyped-def]  # PyInstaller's own untyped interface
    hook_api.search_dirs = [str(Path(__file__).resolve().parent.parent / "without_network")]
