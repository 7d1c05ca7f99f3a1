"""Finds the files that come with the program and reads their YAML, trusting none of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # imported where it is used: the first page is painted without it
    import yaml

LARGEST = 512 * 1024
"""Bytes: far above any rule pack, far below anything that could tire the machine."""
DEEPEST = 24


class ResourceError(Exception):
    """A file of ours, or of a pack's author, that cannot be used: which file, where in it, and why."""

    def __init__(self, file: Path, place: str, problem: str) -> None:
        super().__init__(f"{file}{', ' + place if place else ''}: {problem}")
        self.file, self.place, self.problem = file, place, problem


def folder() -> Path:
    """The resources: beside the package in a checkout, inside it when installed or bundled."""
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    places = [package.parent / "resources", package / "_resources"]
    if bundle:
        places.insert(0, Path(bundle) / "resources")
    for place in places:
        if (place / "packs").is_dir():
            return place
    raise ResourceError(places[0], "", "the program's own files are missing; install it again")


def read_yaml(file: Path) -> Any:
    """One YAML 1.2 document of plain mappings, lists and scalars.

    Raises ResourceError for anything else: aliases, anchors, tags, repeated keys, deep nesting, a large or an
    unreadable file.
    """
    import yaml
    from yamlcore import CCoreLoader

    text = _text(file)
    try:
        _refuse_tricks(file, text)
        return yaml.load(text, Loader=CCoreLoader)  # noqa: S506 - a safe loader: core schema, no tags left
    except (
        yaml.MarkedYAMLError,
        yaml.reader.ReaderError,
        ValueError,
        OverflowError,
        RecursionError,
    ) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "this is not YAML that can be read"
        raise ResourceError(file, place, str(problem)) from error


def _text(file: Path) -> str:
    try:
        if file.exists() and not file.is_file():  # a pipe would keep us waiting
            raise ResourceError(file, "", "cannot be read (not a file)")
        with file.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except OSError as error:
        raise ResourceError(file, "", f"cannot be read ({error.strerror or error})") from error
    if len(content) > LARGEST:
        raise ResourceError(file, "", f"larger than {LARGEST // 1024} KB")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ResourceError(file, f"byte {error.start}", "not UTF-8 text") from error


def _refuse_tricks(file: Path, text: str) -> None:
    """Walk the parser's events, which costs no memory, before anything is built from them."""
    import yaml
    from yamlcore import CCoreLoader

    open_nodes: list[_Mapping | None] = []
    documents = 0
    for event in yaml.parse(text, Loader=CCoreLoader):
        place = f"line {event.start_mark.line + 1}" if event.start_mark else ""
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise ResourceError(file, place, "more than one document in a file")
        if isinstance(event, yaml.AliasEvent):
            raise ResourceError(file, place, f"an alias (*{event.anchor}) is not allowed")
        if isinstance(event, yaml.NodeEvent) and event.anchor:
            raise ResourceError(file, place, f"an anchor (&{event.anchor}) is not allowed")
        tag = getattr(event, "tag", None)
        if tag:
            raise ResourceError(file, place, f"a tag ({tag}) is not allowed")
        if isinstance(event, yaml.CollectionEndEvent):
            open_nodes.pop()
            continue
        if isinstance(event, yaml.NodeEvent) and open_nodes and open_nodes[-1] is not None:
            open_nodes[-1].meet(event, file, place)
        if isinstance(event, yaml.CollectionStartEvent):
            open_nodes.append(_Mapping() if isinstance(event, yaml.MappingStartEvent) else None)
            if len(open_nodes) > DEEPEST:
                raise ResourceError(file, place, f"nested more than {DEEPEST} deep")
    if not documents:
        raise ResourceError(file, "", "the file is empty")


class _Mapping:
    """The keys seen so far in one mapping; keys and values take turns."""

    def __init__(self) -> None:
        self._keys: set[str] = set()
        self._key_is_next = True

    def meet(self, event: yaml.NodeEvent, file: Path, place: str) -> None:
        import yaml

        if self._key_is_next:
            if not isinstance(event, yaml.ScalarEvent):
                raise ResourceError(file, place, "a key must be a plain word")
            if event.value in self._keys:
                raise ResourceError(file, place, f"the key '{event.value}' stands twice")
            self._keys.add(event.value)
        self._key_is_next = not self._key_is_next
