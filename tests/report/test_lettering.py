"""Where a line of the paper ends: never inside a date or between a number and its unit, and no word is left alone."""

import pytest

from desktop_app.report.lettering import paragraph, width
from desktop_app.report.tagged import Text


def lines(part: Text, room: float) -> list[str]:
    part.wrap(room, 1000)
    return [
        " ".join(line[1]) if isinstance(line, tuple) else "".join(word.text for word in line.words).strip()
        for line in vars(part)["blPara"].lines
    ]


def room_for(words: str) -> float:
    return width(words, "body") + 0.1


@pytest.mark.parametrize(
    "text",
    [
        "Up to_30_days later.",
        "We have up_to_30_days.",
        "You have_9_to_10_months already.",
        "See the text, line_1",
        "It is due on March_25,_2027, as planned.",
        "Del_22_nov_2026 al_22_dic_2026: sin falta.",
        "Hasta el_25_de_marzo_de_2027, sin falta.",
        "It was about a_week or so.",
    ],
)
@pytest.mark.parametrize("strong", ["", "la"])
def test_what_belongs_together_stays_on_one_line(text: str, strong: str) -> None:
    together = [words for words in text.split() if "_" in words]
    part = paragraph(text.replace("_", " "), strong=strong)
    least = max(room_for(words.replace("_", " ")) for words in together)
    for room in range(int(least) + 1, int(room_for(text)) + 10, 3):
        shown = "|".join(lines(part, room)).replace("\u00a0", "_")
        assert shown.replace("|", " ").replace("_", " ") == text.replace("_", " ")
        assert all(words.replace("_", " ") in shown.replace("_", " ") for words in together), shown


def test_of_what_no_line_has_room_for_as_much_as_it_has_stays_together() -> None:
    shown = "|".join(lines(paragraph("Hasta el 25 de marzo de 2027"), room_for("el 25 de marzo")))
    assert shown.replace("\u00a0", " ") == "Hasta|el 25 de marzo|de 2027"


@pytest.mark.parametrize("strong", ["", "Someone"])
def test_a_short_last_word_is_not_left_alone(strong: str) -> None:
    part = paragraph("Someone answers at any hour of it.", strong=strong)
    room = room_for("Someone answers at any hour of ") + 3
    assert "|".join(lines(part, room)).replace("\u00a0", " ") == "Someone answers at any hour|of it."


def test_a_last_word_stays_where_that_is_calmer() -> None:
    part = paragraph("It is administratively here")
    assert lines(part, room_for("It is administratively")) == ["It is administratively", "here"]


def test_the_words_are_looked_at_anew_for_another_width() -> None:
    part = paragraph("You have 9 to 10 months already.")
    narrow = lines(part, 60)
    assert lines(part, 500) == ["You have 9 to 10 months already."]
    assert lines(part, 60) == narrow
