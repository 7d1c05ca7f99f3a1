"""A line that wraps follows what stands in it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from desktop_app.ui.theme import Theme
from desktop_app.ui.widgets.action_bar import ActionBar
from desktop_app.ui.widgets.button import Button
from desktop_app.ui.widgets.flow import in_lines
from desktop_app.ui.widgets.text import Text


def test_longer_words_come_to_a_line_of_their_own_and_go_back(theme: Theme, show) -> None:
    name, when = Text(theme, "Specialist II", wrap=False), Text(theme, "Not yet", wrap=False)
    line = show(in_lines(name, when, gap=8, line_gap=2), 260, 200)
    one_line = line.heightForWidth(260)
    when.say("Matches from Feb 28, 2027 at the earliest")
    QApplication.processEvents()
    assert line.heightForWidth(260) > one_line
    assert when.y() > name.y()
    when.say("Not yet")
    QApplication.processEvents()
    assert line.heightForWidth(260) == one_line
    assert when.y() == name.y()


def test_what_is_hidden_takes_no_room(theme: Theme, show) -> None:
    name, when = Text(theme, "Specialist II", wrap=False), Text(theme, "From Feb 28, 2027 at the earliest")
    line = show(in_lines(name, when, gap=8, line_gap=2), 200, 200)
    both = line.heightForWidth(200)
    when.hide()
    assert line.heightForWidth(200) < both


def test_no_button_of_the_bar_stands_alone_on_the_second_line(theme: Theme, show) -> None:
    buttons = [Button(theme, name) for name in ("Change answers", "See my plan", "Print", "Save report")]
    bar = ActionBar(theme, buttons, width="folded")
    show(bar, bar.sizeHint().width() - 10, 200)
    tops = [button.mapTo(bar, button.rect().topLeft()).y() for button in buttons]
    assert tops[0] == tops[1] < tops[2] == tops[3]
