"""`make screenshots`: every page in every look into build/screenshots/, and those of the documents into docs/images/.

`python -m tests.screenshots documents` takes only the latter; names of scenes take only those of the former.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from PySide6.QtGui import QImage

from desktop_app.i18n import LANGUAGES
from desktop_app.ui.library import Library
from desktop_app.ui.program import App
from desktop_app.ui.theme import THEMES
from tests.screenshots.guide import GUIDE, OWN, WHOLE
from tests.screenshots.sheets import contact_sheet, write_index
from tests.screenshots.taking import Look, take
from tests.ui.scenes import Scene, scenes

ROOT = Path(__file__).parents[2]
IMAGES, MATRIX = ROOT / "docs" / "images", ROOT / "build" / "screenshots"
DOCUMENTS = "documents"
LOOKS = [Look(*parts, whole=True) for parts in product(LANGUAGES, (1.0, 2.0), THEMES)]
COMMON, RARE = 160, 96


class Picture(NamedTuple):
    """A picture of the documents: its name, the scene, the look."""

    name: str
    scene: str
    look: Look = Look()


PICTURES = (
    Picture("welcome", "welcome"),
    Picture("question", "high_school"),
    Picture("roles", "roles"),
    Picture("check", "check"),
    Picture("results", "results"),
    Picture("results-es", "results", Look("es")),
    Picture("results-dark", "results", Look(colors="dark")),
    Picture("question-200", "high_school", Look(scale=2.0)),
    Picture("question-contrast", "high_school", Look(colors="contrast")),
    Picture("plan", "plan"),
    Picture("clients", "desk-clients-chosen"),
)


def pictures() -> Iterator[Picture]:
    """Those of the README and of docs/looks.md, and those of the user guide in each language."""
    yield from PICTURES
    for language, (name, scene) in product(LANGUAGES, GUIDE.items()):
        scale = 2.0 if name.endswith("-200") else 1.0
        yield Picture(f"guide/{language}/{name}", scene, Look(language, scale, whole=name in WHOLE))


def main(wanted: Sequence[str]) -> int:
    app = App()
    library = Library()
    every = scenes()
    if wanted in ([], [DOCUMENTS]):
        by_name = {scene.name: scene for scene in (*every, *OWN)}
        for picture in pictures():
            write_small(take(library, by_name[picture.scene], picture.look), IMAGES / f"{picture.name}.png")
    if wanted != [DOCUMENTS]:
        print(take_matrix(library, [scene for scene in every if not wanted or scene.name in wanted]))
    app.processEvents()
    return 0


def take_matrix(library: Library, chosen: Sequence[Scene]) -> Path:
    """Every scene in every look, a contact sheet for each scene, and a page that leads to them all."""
    for scene in chosen:
        folder = MATRIX / scene.name
        folder.mkdir(parents=True, exist_ok=True)
        images = {look.name: take(library, scene, look) for look in LOOKS}
        for name, image in images.items():
            image.save(str(folder / f"{name}.png"))
        contact_sheet(images).save(str(MATRIX / f"{scene.name}.png"))
    taken = {
        folder.name: [look.name for look in LOOKS] for folder in sorted(MATRIX.iterdir()) if folder.is_dir()
    }
    return write_index(MATRIX, taken)


def write_small(image: QImage, path: Path) -> None:
    """In 256 colors, which is all that these pages have: a third of the bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    pixels = bytes(plain.constBits())
    picture = Image.frombuffer(
        "RGB", (plain.width(), plain.height()), pixels, "raw", "RGB", plain.bytesPerLine(), 1
    )
    picture.quantize(palette=_palette(picture), dither=Image.Dither.NONE).save(path, optimize=True)


def _palette(picture: Image.Image) -> Image.Image:
    """The colors that are there most, as they are, and between them such that the rare ones are not lost."""
    pixels = Counter(zip(*[iter(picture.tobytes())] * 3, strict=True))
    common = [channel for color, _ in pixels.most_common(COMMON) for channel in color]
    rare = picture.quantize(RARE, method=Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette(common + rare[: 3 * RARE])
    return palette


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
