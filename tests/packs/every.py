"""Every pack there is to try: the program's own, and the one that proves the format."""

from __future__ import annotations

from pathlib import Path

from desktop_app import resources
from desktop_app.rulebook.load import LoadedPack, load_packs

HERE = Path(__file__).parent
EVERY_PACK = [*load_packs(resources.folder() / "packs"), *load_packs(HERE)]


def shown(loaded: LoadedPack) -> str:
    return loaded.pack.series
