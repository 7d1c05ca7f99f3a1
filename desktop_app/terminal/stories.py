"""Stories to have ready for a talk with the employer, as plain lines; nothing is asked or rated."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.i18n import Words
from desktop_app.interview.session import View
from desktop_app.report.material import Material
from desktop_app.report.stories import SeriesStories, stories
from desktop_app.terminal.results import STEP, Line, Part


def story_parts(view: View, words: Words) -> tuple[Part, ...]:
    """How to tell one first; then the prompts of each series."""
    interview = view.interview
    told = stories(Material.of(view.judgement, view.sheet, interview.packs, interview.book.facts, words))
    how = [words.say(f"stories.how.{part}").replace("**", "") for part in ("what", "did", "after")]
    first = (
        Line(told.title, strong=True),
        Line(told.lead),
        Line(""),
        Line(words.say("stories.how.title"), strong=True),
        *(Line(words.say("terminal.results.item", item=line), STEP, STEP) for line in how),
        Line(words.say("stories.share")),
    )
    return (Part(told.title, first), *(Part(one.name, tuple(_of_series(one, words))) for one in told.series))


def _of_series(series: SeriesStories, words: Words) -> Iterator[Line]:
    yield Line(series.name, strong=True)
    if series.note:
        yield Line(series.note)
    for group in series.groups:
        yield Line("")
        yield Line(group.title)
        for story in group.stories:
            line = words.say("terminal.roles.titled", title=story.name, line=story.prompt)
            yield Line(words.say("terminal.results.item", item=line), STEP, STEP)
