"""The dated plan: its steps, what they come to, and a picture that says in words what it shows."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.platypus import Spacer

from desktop_app.answers.sheet import read_answers
from desktop_app.interview.planning import Trial
from desktop_app.judgement.judge import Judge
from desktop_app.judgement.schedule import Pace
from desktop_app.report.content import report_content
from desktop_app.report.over_time import Bar, Line
from desktop_app.report.pages import _over_time as over_time
from desktop_app.report.paper import LETTER
from desktop_app.report.pdf import Imprint, pdf_bytes, print_parts
from desktop_app.report.timeline import LEAST, Timeline
from tests.conftest import TODAY
from tests.report.reading import Reading
from tests.report.said import said_of
from tests.report.samples import sample

FOUR_MONTHS = "four-months-and-counting"


@pytest.fixture(scope="module")
def content(report):
    return report(FOUR_MONTHS)


def test_a_way_that_another_passes_on_is_not_told_twice(content):
    (plan,) = content.plans
    assert "Specialist II" in plan.title  # its license step is the whole way to Specialist I
    assert "Specialist I opens up" in plan.ends


def test_each_step_has_its_time_and_fee(content):
    (plan,) = content.plans
    fees = {step.name: step.fee for step in plan.steps}
    assert fees["Apply and pay"] == "$100"
    assert fees["Gather your papers"] == "No fee"
    assert fees["Change your license"] == "Not found. Ask."
    assert all("2026" in step.when or "2027" in step.when for step in plan.steps)
    assert plan.total == "Fees in all: $250. 2 fees were not found."


def test_no_plan_where_nothing_is_to_do(report):
    assert report("ready-for-california-2").plans == ()
    assert report({}).plans == ()


def test_no_plan_from_rules_that_bring_no_ways(content, book, both_words):
    packs = [loaded.pack for loaded in book.in_force(TODAY)]
    sheet = read_answers(sample(FOUR_MONTHS), book.facts, TODAY)
    judgement = Judge(packs, book.facts).judge(sheet)
    assert report_content(judgement, sheet, packs, book.facts, both_words["en"]).plans == ()


def test_the_plan_is_the_one_that_was_looked_at(book, both_words):
    packs = book.in_force(TODAY)
    sheet = read_answers(sample(FOUR_MONTHS), book.facts, TODAY)
    judgement = Judge([loaded.pack for loaded in packs], book.facts).judge(sheet)
    trial = Trial("ca-calaveras-2", way=2, start=date(2027, 1, 11), pace=Pace(20, 10))
    (plan,) = report_content(judgement, sheet, packs, book.facts, both_words["en"], trial=trial).plans
    assert plan.steps[0].name == "Finish an associate degree"
    assert "Jan 11, 2027" in plan.steps[0].when
    assert plan.lead.startswith("Counted from January 11, 2027. A week has 20 hours of training")


def test_the_picture_is_read_as_what_it_shows(content):
    (plan,) = content.plans
    (figure,) = [node for node in Reading(pdf_bytes(content)).tree.of("Figure") if len(node.alt) > 300]
    assert figure.alt == plan.picture.spoken
    assert all(line.name in figure.alt for line in plan.picture.lines)
    drawn = "".join(run.text for run in figure.runs)
    assert all(
        line.name.split()[0] in drawn and line.note.split(" ")[0] in drawn for line in plan.picture.lines
    )


def test_its_bars_stand_at_their_days(content):
    picture = content.plans[0].picture
    timeline = Timeline(picture, LETTER.wide)
    places = [timeline._x(day) for day in (picture.first, picture.today, picture.last)]
    assert places == sorted(places)
    assert places[-1] == LETTER.wide
    assert picture.today == content.as_of.toordinal()
    assert [date.fromordinal(tick.at).day for tick in picture.ticks] == [1] * len(picture.ticks)


def test_a_picture_that_no_page_holds_is_left_out(content):
    plan = content.plans[0]
    day = plan.picture.today
    line = Line("A step", "", (Bar("do", day, day + timedelta(days=3).days),), None)
    tall = plan.picture._replace(lines=(line,) * 60)
    assert Timeline(tall, LETTER.wide).height > LETTER.high
    assert list(over_time(type(plan)(**{**vars(plan), "picture": tall}), LETTER)) == []
    assert list(over_time(plan, LETTER))


def test_the_end_of_a_page_parts_the_picture_between_two_rows(content):
    picture = content.plans[0].picture
    whole = Timeline(picture, LETTER.wide, below=20)
    first, rest = whole.split(LETTER.wide, whole.least + 1)
    assert (len(first.rows), len(rest.rows)) == (LEAST, len(picture.lines) - LEAST)
    assert first.picture.lines + rest.picture.lines == picture.lines
    assert f"{first.picture.spoken} {rest.picture.spoken}" == picture.spoken
    assert [part.picture.ticks for part in (first, rest)] == [picture.ticks] * 2
    assert whole.split(LETTER.wide, whole.least - 1) == [], "rather than two rows alone"
    only_below_is_parted = whole.split(LETTER.wide, whole.height)
    assert len(only_below_is_parted[1].rows) == LEAST


def test_a_parted_picture_is_read_as_one_figure_a_part(content):
    drawn, stream = Timeline(content.plans[0].picture, LETTER.wide), BytesIO()
    parts = [Spacer(0, LETTER.high - drawn.least - 1), drawn]
    imprint = Imprint(content.language, content.as_of, content.foreign, (content.furniture, None), LETTER)
    print_parts(parts, imprint, stream)
    told = [node.alt for node in Reading(stream.getvalue()).tree.of("Figure")]
    assert len(told) == 2
    assert " ".join(told) == content.plans[0].picture.spoken


def test_a_picture_of_few_rows_is_not_parted(content):
    picture = content.plans[0].picture
    few = Timeline(picture._replace(lines=picture.lines[: 2 * LEAST - 1]), LETTER.wide)
    assert few.split(LETTER.wide, few.height - 1) == []
    assert few.least == few.height


def test_its_boxes_can_be_ticked(content):
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_bytes(content))))
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, {"box-1": "/Yes"}, auto_regenerate=False)
    stream = BytesIO()
    writer.write(stream)
    fields = PdfReader(stream).get_fields() or {}
    assert fields["box-1"].value == "/Yes"
    assert {field.value for name, field in fields.items() if name != "box-1"} == {"/Off"}
    words = {field["/TU"] for field in fields.values()}
    assert {step.name for step in content.plans[0].steps} <= words


def test_every_word_of_it_is_read(content):
    text = Reading(pdf_bytes(content)).text
    for step in content.plans[0].steps:
        assert all(
            part in text for part in (step.name, step.do, *step.notes, step.when, step.fee, step.source)
        )
    assert content.plans[0].picture.spoken in said_of(content).sentences
