"""Where a line of the paper may not end: inside a date, between a number and its unit, before a short last word."""

import pytest

from desktop_app.report.lettering import paragraph


@pytest.mark.parametrize(
    "text",
    [
        "Up to_30_days later.",
        "We have up_to_30_days.",
        "You have_9_to_10_months already.",
        "The posting asks for_6.",
        "See the text, line_1",
        "It is due on March_25,_2027, as planned.",
        "Del 22_nov_2026 al 22_dic_2026: sin falta.",
        "Hasta el 25_de_marzo_de_2027, sin falta.",
        "They are not here_yet.",
    ],
)
def test_what_belongs_together_stays_on_one_line(text):
    shown = paragraph(text.replace("_", " ")).getPlainText(identify=False)
    assert shown.replace("\u00a0", "_") == text
