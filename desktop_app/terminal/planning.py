"""The plan in the terminal: the ways to a position, the start and the hours, and what can be tried out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

import click

from desktop_app.answers.sheet import SheetError, day_from
from desktop_app.interview.planning import Planning, Trial
from desktop_app.interview.session import View
from desktop_app.judgement.case import years_after
from desktop_app.judgement.result import PositionJudgement
from desktop_app.judgement.schedule import Pace
from desktop_app.judgement.timeline import YEARS_AHEAD
from desktop_app.report.plan_told import PlanTeller
from desktop_app.terminal.console import LEAVING, Command, Console
from desktop_app.terminal.days import as_sheet_day
from desktop_app.terminal.plans import plan_parts
from desktop_app.terminal.reading import read_parts
from desktop_app.terminal.results import STEP, Line, Part

MOST_HOURS = 168
TO_DO = ("position", "pace", "what_if", "again", "leave")


def look_at_plan(console: Console, view: View, trial: Trial) -> tuple[Trial, Command | None]:
    """What was set and tried out, and the command that led away; None goes back to the results."""
    to_read = True
    while True:
        planning = Planning(view, trial)
        if to_read and (led := read_parts(console, partial(_parts, console, view, planning))):
            return trial, led
        if planning.chosen is None:
            return trial, None
        to_read = False
        console.write()
        console.tell("terminal.plan.what_now")
        to_do = [key for key in TO_DO if key != "position" or len(planning.planned) > 1]
        labels = [console.say(f"terminal.plan.{key}") for key in to_do]
        place = console.pick(labels, console.say("terminal.plan.number"))
        if place is None or place in LEAVING:
            return trial, place
        if place is Command.HELP:
            console.tell("terminal.plan.help")
            console.tell_keys()
        elif isinstance(place, Command):
            to_read = place is Command.LANGUAGE
        elif to_do[place] == "leave":
            return trial, None
        else:
            trial = _do(console, view, trial, to_do[place])
            to_read = to_do[place] != "what_if"


def _do(console: Console, view: View, trial: Trial, what: str) -> Trial:
    match what:
        case "position":
            return _choose_position(console, view, trial)
        case "pace":
            return _set_pace(console, view, trial)
        case "what_if":
            return _try_out(console, view, trial)
    return trial


def _parts(console: Console, view: View, planning: Planning) -> list[Part]:
    """What it comes to, by which start and hours; then each way with its steps."""
    words, teller = console.words, _teller(console, view, planning)
    head = [Line(teller.title, strong=True), *([Line(teller.lead)] if teller.lead else [])]
    title = words.say("plan_page.where")
    chosen = planning.chosen
    if chosen is None:
        return [Part(title, tuple(head))]
    pace = planning.trial.pace
    if any(plan.steps for plan in chosen.plans):
        hours = {"training": float(pace.training), "work": float(pace.work)}
        head.append(Line(""))
        head.append(Line(words.say("plan.counted", start=planning.start, **hours)))
    interview = view.interview
    facts, helps = interview.book.facts, interview.who_helps(console.center)
    first, *ways = plan_parts(chosen, view.sheet, interview.packs, facts, words, pace, helps)
    head += [
        line._replace(indent=0) for line in first.lines[1:]
    ]  # how the position stands was told with the results
    return [Part(title, tuple(head)), *(Part(way.lines[0].text, way.lines) for way in ways)]


def _teller(console: Console, view: View, planning: Planning) -> PlanTeller:
    return PlanTeller(console.words, planning, view.session.as_of)


def _named(teller: PlanTeller, position: PositionJudgement) -> str:
    """Without the blanks that only hold a line together."""
    return " ".join(teller.position(position).split())


# ---------------------------------------------------------------- which position, from when, how fast


def _choose_position(console: Console, view: View, trial: Trial) -> Trial:
    while True:
        planning = Planning(view, trial)
        teller = _teller(console, view, planning)
        planned = planning.planned
        now = planned.index(planning.chosen) if planning.chosen in planned else 0
        console.write()
        console.tell("terminal.plan.for")
        labels = [_named(teller, one.position) for one in planned]
        place = console.pick(labels, console.say("terminal.plan.for_number", number=now + 1))
        if place is None or place in LEAVING:
            return trial
        if not isinstance(place, Command):
            return replace(trial, position=planned[place].position.id, way=0)
        if place is Command.HELP:
            console.tell("terminal.plan.help")
            console.tell_keys()


def _set_pace(console: Console, view: View, trial: Trial) -> Trial:
    """The start, and the hours that steps of these ways hang on. A command keeps what was set so far."""
    plans = Planning(view, trial).chosen
    paces = {one.step.takes.pace for plan in (plans.plans if plans else ()) for one in plan.steps}
    for part in ("start", "training", "work"):
        if part == "start" or part in paces:
            after = _ask_pace(console, view.session.as_of, trial, part)
            if after is None:
                return trial
            trial = after
    return trial


def _ask_pace(console: Console, today: date, trial: Trial, part: str) -> Trial | None:
    """The trial with this part of it as it is wanted; None when it is left."""
    while True:
        console.write()
        if part == "start":
            console.tell("terminal.plan.start", day=trial.start or today)
            said = console.ask(console.say("terminal.plan.start_prompt"))
        else:
            console.tell(f"terminal.plan.{part}", hours=float(getattr(trial.pace, part)))
            said = console.ask(console.say("terminal.plan.hours_prompt", most=MOST_HOURS))
        if said == "":
            return trial
        if said in LEAVING:
            return None
        if said is Command.HELP:
            console.tell("terminal.plan.help")
            console.tell_keys()
        elif isinstance(said, str):
            started = part == "start"
            after = _started(console, today, trial, said) if started else _paced(console, trial, part, said)
            if after is not None:
                return after


def _started(console: Console, today: date, trial: Trial, said: str) -> Trial | None:
    try:
        day = day_from(as_sheet_day(said))
    except SheetError:
        console.tell("terminal.plan.not_a_day", given=said)
        return None
    last = years_after(today, YEARS_AHEAD)
    if today <= day <= last:
        return replace(trial, start=None if day == today else day)
    too_early = day < today
    console.tell(f"plan_start.too_{'early' if too_early else 'late'}", day=today if too_early else last)
    return None


def _paced(console: Console, trial: Trial, part: str, said: str) -> Trial | None:
    number = said.replace(",", ".")
    hours = float(number) if number.isascii() and number.replace(".", "", 1).isdigit() else 0.0
    if 1 <= hours <= MOST_HOURS:
        pace = Pace(hours, trial.pace.work) if part == "training" else Pace(trial.pace.training, hours)
        return replace(trial, pace=pace)
    console.tell("terminal.plan.not_hours", given=said, most=MOST_HOURS)
    return None


# ---------------------------------------------------------------- what if


def _try_out(console: Console, view: View, trial: Trial) -> Trial:
    """Offers by their numbers, each turned on or off; what they come to is told at once."""
    while True:
        planning = Planning(view, trial)
        if not planning.offers:
            console.tell("terminal.plan.nothing")
            return trial
        teller = _teller(console, view, planning)
        console.write()
        console.head("plan_page.what_if.title")
        console.tell("plan_page.what_if.about")
        Part("", tuple(_outlook(console, planning, teller))).write_to(click.echo)
        labels = [_offer(console, planning, teller, place) for place in range(len(planning.offers))]
        place = console.pick(labels, console.say("terminal.plan.try"))
        if place is None or place in LEAVING:
            return trial
        if place is Command.HELP:
            console.tell("terminal.plan.help")
            console.tell_keys()
        elif not isinstance(place, Command):
            trial = replace(trial, tried=trial.tried ^ {planning.offers[place].key})


def _offer(console: Console, planning: Planning, teller: PlanTeller, place: int) -> str:
    offer = planning.offers[place]
    label = console.say("terminal.plan.switch", name=teller.offer(offer), when=teller.offer_when(offer))
    return console.say("terminal.plan.switched", option=label) if offer in planning.tried else label


def _outlook(console: Console, planning: Planning, teller: PlanTeller) -> Iterator[Line]:
    """Every position with what is on."""
    key = "tried" if planning.tried else "as_is"
    yield Line(console.say(f"plan_page.what_if.{key}", day=console.words.short_day(planning.outlook.day)))
    for prospect in planning.outlook.prospects:
        name = _named(teller, prospect.position)
        _, word = teller.outcome(prospect)
        told = [console.say("terminal.results.outcome", position=name, outcome=word), teller.when(prospect)]
        yield Line(". ".join(part.removesuffix(".") for part in told if part) + ".", STEP, STEP)
