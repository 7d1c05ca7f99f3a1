"""A column that follows values: what says the same stays, what changed is made anew, and the keys stay in order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.arrange import STRETCH, column
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.kept import Kept, Part, nothing, said, title
from desktop_app.ui.widgets.scroll import Scroll
from desktop_app.ui.widgets.slot import OneOf, give_places, still
from desktop_app.ui.widgets.text import Heading, Text
from tests.ui.tree import tree

THEME = Theme()


def button(words: str) -> Part:
    return Part(words, lambda: Button(THEME, words))


def shown(kept: QWidget) -> list[str]:
    return [one.text() for one in kept.findChildren(Text) if one.isVisible()]


def buttons(kept: QWidget) -> list[Button]:
    return [one for one in kept.findChildren(Button) if one.isVisible()]


def settle() -> None:
    QApplication.processEvents()


def test_what_says_the_same_stays_and_keeps_the_keys(show) -> None:
    kept = show(Kept(THEME, [button("Back"), button("On")]))
    back, on = buttons(kept)
    on.setFocus()
    kept.follow([button("Away"), button("On")])
    settle()
    assert [one.words() for one in buttons(kept)] == ["Away", "On"]
    assert buttons(kept)[1] is on
    assert on.hasFocus()
    assert back not in buttons(kept)


def test_words_are_said_anew_by_the_same_label(show) -> None:
    kept = show(Kept(THEME, [title(THEME, "In June"), said(THEME, "ten hours")]))
    heading = kept.findChild(Heading)
    label = next(one for one in kept.findChildren(Text) if one is not heading)
    kept.follow([title(THEME, "In May"), said(THEME, "twenty hours")])
    assert shown(kept) == ["In May", "twenty hours"]
    assert kept.findChild(Heading) is heading
    assert label.text() == label.accessibleName() == "twenty hours"


def test_a_part_of_another_kind_is_made_anew(show) -> None:
    kept = show(Kept(THEME, [said(THEME, "soft", color="soft")]))
    label = kept.findChild(Text)
    kept.follow([said(THEME, "strong", "strong")])
    settle()
    made = next(one for one in kept.findChildren(Text) if one.isVisible())
    assert made is not label
    assert made.role == "strong"


def test_nothing_takes_no_room_and_keeps_the_places_below(show) -> None:
    kept = show(Kept(THEME, [nothing(), said(THEME, "below")], gap=40))
    below = kept.findChild(Text)
    assert below.mapTo(kept, below.rect().topLeft()).y() == 0
    kept.follow([said(THEME, "above"), said(THEME, "below")])
    settle()
    assert set(shown(kept)) == {"above", "below"}
    assert below.isVisible()
    assert below.mapTo(kept, below.rect().topLeft()).y() >= 40


def test_without_parts_it_is_gone_and_comes_back(show) -> None:
    kept = Kept(THEME)
    around = show(column(THEME, kept, said(THEME, "rest").make()))
    assert shown(around) == ["rest"]
    kept.follow([said(THEME, "here")])
    settle()
    assert set(shown(around)) == {"rest", "here"}
    kept.follow([])
    assert not kept.isVisible()


def test_everything_has_its_place_after_several_changes_at_once(show) -> None:
    kept = Kept(THEME, [said(THEME, "one"), said(THEME, "two")])
    around = show(column(THEME, kept, said(THEME, "rest").make()))
    kept.follow([said(THEME, f"line {at}") for at in range(6)])
    settle()
    tops = [
        one.mapTo(around, one.rect().topLeft()).y() for one in around.findChildren(Text) if one.isVisible()
    ]
    assert len(tops) == len(set(tops)) == 7
    assert kept.height() >= sum(one.height() for one in kept.findChildren(Text) if one.isVisible())


def test_everything_has_its_place_before_it_is_painted(show) -> None:
    kept = Kept(THEME, [said(THEME, "one")])
    scroll = show(
        Scroll(THEME, column(THEME, column(THEME, kept), said(THEME, "rest").make(), STRETCH)), 300, 200
    )
    rest = next(one for one in scroll.findChildren(Text) if one.text() == "rest")
    with still(kept):
        kept.follow([said(THEME, f"line {at}") for at in range(20)])
    give_places(scroll.widget())
    *lines, last = kept.contents
    assert kept.height() >= sum(one.height() for one in lines) + last.height() > 200
    assert rest.mapTo(scroll.widget(), rest.rect().topLeft()).y() >= kept.height()
    assert scroll.widget().height() > 200


def test_tab_meets_new_parts_where_they_stand(show, qtbot) -> None:
    kept = Kept(THEME, [button("first")])
    around = show(column(THEME, kept, Button(THEME, "last")))
    kept.follow([button("first"), button("second"), button("third")])
    settle()
    buttons(around)[0].setFocus()
    met = []
    for _ in range(4):
        focus = QApplication.focusWidget()
        assert isinstance(focus, Button)
        met.append(focus.words())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert met == ["first", "second", "third", "last"]


def keyed(words: str) -> Part:
    return Part(words, lambda: Button(THEME, words), key=words)


def test_parts_that_change_places_stay_and_are_met_where_they_stand(show, qtbot) -> None:
    kept = show(Kept(THEME, [keyed("license"), keyed("school"), keyed("months")]))
    license_, school, months = buttons(kept)
    months.setFocus()
    kept.follow([keyed("months"), keyed("degree"), keyed("license"), keyed("school")])
    settle()
    degree = next(one for one in buttons(kept) if one.words() == "degree")
    wanted = [months, degree, license_, school]
    assert sorted(wanted, key=Button.y) == wanted
    assert [name for role, name in tree(kept) if role == "Button"] == [one.words() for one in wanted]
    assert months.hasFocus()
    for following in wanted[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert following.hasFocus()


def test_a_part_that_is_left_over_takes_up_another_of_its_kind(show) -> None:
    def spoken(words: str) -> Part:
        return said(THEME, words)._replace(key=words)

    kept = show(Kept(THEME, [spoken("one"), spoken("two")]))
    one, two = kept.contents
    kept.follow([spoken("two"), spoken("three")])
    settle()
    assert kept.contents == [two, one]
    assert [label.text() for label in kept.findChildren(Text) if label.isVisible()] == ["two", "three"]


def test_two_parts_about_the_same_are_both_shown(show) -> None:
    kept = show(Kept(THEME, [keyed("rule"), keyed("row"), keyed("rule")]))
    assert [one.words() for one in buttons(kept)] == ["rule", "row", "rule"]


def test_tab_meets_a_new_part_below_words_where_it_stands(show, qtbot) -> None:
    kept = Kept(THEME, [button("first")])
    around = show(column(THEME, kept, Button(THEME, "last")))
    for parts in (
        [button("first"), said(THEME, "words")],
        [button("first"), said(THEME, "words"), button("second")],
    ):
        kept.follow(parts)
        settle()
    first, last, second = buttons(around)[0], buttons(around)[-1], buttons(kept)[-1]
    first.setFocus()
    for following in (second, last):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert following.hasFocus()


def test_one_of_several_is_shown_and_the_others_wait_as_they_are(show) -> None:
    holder = OneOf()
    show(column(THEME, holder))
    california, texas = Text(THEME, "California"), Text(THEME, "Texas")
    for one in (california, texas, california):
        holder.show_only(one)
        settle()
        assert shown(holder) == [one.text()]
    holder.show_only(None)
    assert not holder.isVisible()


def test_what_moved_to_another_place_still_grows_with_its_words(show) -> None:
    """Once it is measured there, Qt keeps its height; that must not outlive other words."""

    def words(what: str) -> Part:
        return said(THEME, what)._replace(key="words")

    kept = Kept(THEME, [words("A line.")])
    page = show(column(THEME, kept, STRETCH), 300, 900)
    kept.follow([title(THEME, "Above"), words("A line.")])
    settle()
    page.grab()
    kept.follow([title(THEME, "Above"), words("Many words. " * 30)])
    settle()
    label = kept.contents[1]
    assert label.height() >= label.heightForWidth(label.width()) > 100
