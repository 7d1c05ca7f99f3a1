"""What a page has to offer people who hear it or use it by keys alone; each finding is one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAttributesInterface, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from desktop_app.ui.main_window import MainWindow
from tests.ui.tree import Role, name, spoken, walk

CONTROLS = {
    Role.AlertMessage,  # what is to be put right takes the keys, and leads to each field
    Role.Button,
    Role.ButtonMenu,
    Role.CheckBox,
    Role.ComboBox,
    Role.EditableText,
    Role.Link,
    Role.List,
    Role.PageTab,
    Role.RadioButton,
    Role.Slider,
    Role.SpinBox,
    Role.Table,
    Role.Tree,
}
"""The roles that something may have to which Tab leads."""

NAMED = CONTROLS | {
    Role.Dialog,
    Role.Graphic,
    Role.Grouping,
    Role.Heading,
    Role.ListItem,
    Role.MenuItem,
    Role.ProgressBar,
}
LABELLED = {Role.ComboBox, Role.EditableText}

MOST_STOPS = 400


def findings(window: MainWindow) -> list[str]:
    """All that is wrong with the page that is shown."""
    areas = [area for area in window.frame.areas() if area is not None]
    return [
        *(finding for area in areas for finding in names(area)),
        *headings(window.page),
        *states(window),
        *menus(window),
        *way_of_the_keys(window),
    ]


# ---------------------------------------------------------------- names and roles


def names(widget: QWidget) -> Iterator[str]:
    """Controls have names, labels, fitting roles; and no two are called the same in the same place."""
    called: Counter[tuple[str, ...]] = Counter()
    for node, groups in _placed(spoken(widget), ()):
        role, said = node.role(), name(node).strip()
        if (role in NAMED or _has_tab_stop(node)) and not said:
            yield f"no name: {_told(node)}"
        if _has_tab_stop(node) and role not in CONTROLS:
            yield f"takes the keys as {role.name}: {_told(node)}"
        if role in LABELLED and not node.relations(QAccessible.RelationFlag.Label):
            yield f"no label beside it: {_told(node)}"
        if role in CONTROLS and said:
            called[(role.name, said, *groups)] += 1
    for (role_name, said, *around), count in called.items():
        if count > 1:
            yield f"{count} of {role_name} are called {said!r} in {around}"


def _placed(
    node: QAccessibleInterface, groups: tuple[str, ...]
) -> Iterator[tuple[QAccessibleInterface, tuple[str, ...]]]:
    """Every node that can be met, with the names of the groups around it."""
    yield node, groups
    if node.role() in (Role.Grouping, Role.Border) and name(node):
        groups = (*groups, name(node))
    for at in range(node.childCount()):
        child = node.child(at)
        if child.isValid() and not child.state().invisible:
            yield from _placed(child, groups)


def _has_tab_stop(node: QAccessibleInterface) -> bool:
    thing = node.object()
    return isinstance(thing, QWidget) and _is_stop(thing)


def _is_stop(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _told(node: QAccessibleInterface) -> str:
    thing = node.object()
    return f"{node.role().name} {type(thing).__name__} {name(node)!r}"


# ---------------------------------------------------------------- headings


def headings(page: QWidget) -> Iterator[str]:
    """The page's own comes first and is the only one of level 1; no level is left out."""
    levels: list[int] = []
    for node in walk(spoken(page)):
        if node.role() is Role.Heading:
            told: QAccessibleAttributesInterface | None = node.attributesInterface()
            level = None if told is None else told.attributeValue(QAccessible.Attribute.Level)
            if not isinstance(level, int):
                yield f"no level: {_told(node)}"
                continue
            if levels and level > levels[-1] + 1:
                yield f"level {level} after {levels[-1]}: {_told(node)}"
            levels.append(level)
    if levels[:1] != [1] or levels.count(1) != 1:
        yield f"headings of level {levels}"


# ---------------------------------------------------------------- states


def states(widget: QWidget) -> Iterator[str]:
    """What is chosen, open or out of use is said to be so."""
    for node in walk(spoken(widget)):
        thing, state = node.object(), node.state()
        if not isinstance(thing, QWidget) or node.role() not in CONTROLS:
            continue
        if bool(state.disabled) is thing.isEnabled():
            yield f"said to be out of use or not, and is the other: {_told(node)}"
        if node.role() in (Role.CheckBox, Role.RadioButton):
            assert isinstance(thing, QAbstractButton)
            if not state.checkable or bool(state.checked) is not thing.isChecked():
                yield f"chosen or not is not said: {_told(node)}"
        is_open = getattr(thing, "is_open", None)
        if is_open is not None and (not state.expandable or bool(state.expanded) is not is_open()):
            yield f"open or not is not said: {_told(node)}"


# ---------------------------------------------------------------- menus


def menus(window: MainWindow) -> Iterator[str]:
    for menu in window.menuBar().findChildren(QMenu):
        said = [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]
        items = [node.child(at) for node in (spoken(menu),) for at in range(node.childCount())]
        if not all(said) or any(not name(item) for item in items if item.role() is Role.MenuItem):
            yield f"an entry without a name in {menu.title()!r}: {said}"
        if len(set(said)) != len(said):
            yield f"two entries of the same name in {menu.title()!r}: {said}"


# ---------------------------------------------------------------- the way of the keys


def way_of_the_keys(window: MainWindow) -> Iterator[str]:
    """Tab goes round all there is, as one reads; Shift and Tab go the same way back."""
    begins = QApplication.focusWidget()
    if begins is not None and not _is_stop(begins):  # a heading that was to be read first
        QTest.keyClick(begins, Qt.Key.Key_Tab)
    there = _round(Qt.KeyboardModifier.NoModifier)
    back = _round(Qt.KeyboardModifier.ShiftModifier)
    if [there[0], *there[:0:-1]] != back:
        yield f"another way back: {_called(there)} and {_called(back)}"
    for widget in window.findChildren(QWidget):
        if _is_stop(widget) and widget.window() is window and widget not in there:
            yield f"Tab never comes to {type(widget).__name__} {widget.accessibleName()!r}"
    areas = [area for area in window.frame.areas() if area is not None]
    visits = [key for key, _ in groupby(next(area for area in areas if area.isAncestorOf(s)) for s in there)]
    if len(visits) - (visits[0] is visits[-1] and len(visits) > 1) != len(set(visits)):
        yield f"Tab leaves a part of the window and comes back: {[type(one).__name__ for one in visits]}"
    yield from _not_as_one_reads(window.page, [stop for stop in there if window.page.isAncestorOf(stop)])


def _round(modifier: Qt.KeyboardModifier) -> list[QWidget]:
    """Where the keys come to, until they are where they were."""
    met: list[QWidget] = []
    for _ in range(MOST_STOPS):
        has_keys = QApplication.focusWidget()
        if has_keys is None:
            raise AssertionError(f"the keys got lost after {_called(met)}")
        if has_keys in met:
            if has_keys is not met[0]:
                raise AssertionError(f"a trap: {_called(met)}, then {_called([has_keys])} again")
            return met
        met.append(has_keys)
        QTest.keyClick(has_keys, Qt.Key.Key_Tab, modifier)
    raise AssertionError(f"Tab goes on and on: {_called(met)}")


def _not_as_one_reads(page: QWidget, stops: Sequence[QWidget]) -> Iterator[str]:
    """Down each column, and from left to right in a line; which column comes first is for the page to say."""
    start = next((at for at, stop in enumerate(stops) if stop is _first_of(page, stops)), 0)
    stops = [*stops[start:], *stops[:start]]  # the round began where the page gave the keys
    places = [QRect(stop.mapTo(page, QPoint(0, 0)), stop.size()) for stop in stops]
    for at, after in enumerate(places):
        for before, stop in zip(places[:at], stops, strict=False):
            in_column = after.left() < before.right() and before.left() < after.right()
            if in_column and after.bottom() <= before.top():
                yield f"{_called([stop])} before {_called([stops[at]])}, which stands above it"
        if at and _in_line(places[at - 1], after) and after.right() <= places[at - 1].left():
            yield f"{_called([stops[at - 1]])} before {_called([stops[at]])}, which stands to the left of it"


def _in_line(one: QRect, other: QRect) -> bool:
    return one.top() < other.bottom() and other.top() < one.bottom()


def _first_of(page: QWidget, stops: Sequence[QWidget]) -> QWidget | None:
    """The one that was put on the page first."""
    return next((widget for widget in page.findChildren(QWidget) if widget in stops), None)


def _called(widgets: Sequence[QWidget]) -> str:
    return " > ".join(f"{type(one).__name__} {one.accessibleName()[:40]!r}" for one in widgets)
