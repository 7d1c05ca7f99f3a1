"""Page 1, which stands alone: a sentence a state, what to do first, where each position stands, whom to ask."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from reportlab.platypus import Flowable, Spacer, Table

from desktop_app.report.content import FirstPage
from desktop_app.report.first import FirstStep
from desktop_app.report.lettering import COLORS, heading, linked, paragraph, width
from desktop_app.report.marks import Flag, Marks, Pill, WritingLine, marks_width, pill_width
from desktop_app.report.summary import Contact, PositionSummary, SeriesSummary
from desktop_app.report.tables import GAP, Rows, bare, height_of, tick_lines
from desktop_app.report.tag_tree import Element, adopt, item, listing
from desktop_app.report.tagged import Text, table_of


class Setting(NamedTuple):
    """How much white there is, the size of the sentences, and how much of what the next pages tell again."""

    white: float
    display: str
    notes: int = 99
    """Notes for a series: how old its source is comes first."""
    rest: int = 99
    """Sentences for a position on what is not in place: to ask, to do, not known yet."""
    brief: bool = False
    """Without what can be spared: why first, the heading of a table that explains itself."""


SETTINGS = (
    Setting(1.0, "display"),
    Setting(0.8, "display"),
    Setting(0.7, "display_small"),
    Setting(0.5, "display_small"),
    Setting(0.7, "display_small", notes=1),
    Setting(0.45, "display_small", notes=1),
    Setting(0.35, "display_least", notes=1),
    Setting(0.3, "lead", notes=1, rest=1, brief=True),
)
"""The first that fits is taken, so that the page stands alone."""


def first_page(page: FirstPage, wide: float, high: float) -> list[Flowable]:
    """The page, with as much white as fits."""

    def too_high(setting: Setting) -> bool:
        return sum(height_of(part, wide) for part in _page(page, wide, setting)) > high - 1

    # From roomy to close each setting takes less height, so that halving finds the first that fits.
    at = min(bisect_left(SETTINGS, True, key=lambda setting: not too_high(setting)), len(SETTINGS) - 1)
    return _page(page, wide, SETTINGS[at])


def _page(page: FirstPage, wide: float, setting: Setting) -> list[Flowable]:
    head, white = page.summary, setting.white
    parts: list[Flowable] = [heading(page.title, 1, "title"), Spacer(0, 2 + 4 * white)]
    for series in head.series:
        parts += [paragraph(series.sentence.text, setting.display, strong=series.sentence.strong)]
        for caution in series.beside:
            parts += [Spacer(0, 3), paragraph(caution, "small_ink")]
        parts.append(Spacer(0, 3 + 6 * white))
    parts += [
        paragraph(head.about, "soft" if white > 0.5 else "small"),
        *_warnings(page),
        Spacer(0, 8 * white),
    ]
    parts += [WritingLine(page.name_line, wide), Spacer(0, 18 * white)]
    parts += [_do_first(head.first, wide, setting), Spacer(0, 22 * white)]
    parts += [] if setting.brief else [heading(page.stand, 2, "h2"), Spacer(0, 7 * white)]
    parts.append(_standing(head.series, wide, setting))
    parts += [Spacer(0, 20 * white), heading(page.ask_whom, 2, "h2"), Spacer(0, 6 * white)]
    return [*parts, *_contacts(head.contacts, wide)]


def _warnings(page: FirstPage) -> list[Flowable]:
    warnings = page.summary.warnings
    if not warnings:
        return []
    text = f"{page.check}: {' '.join(warnings)}"
    return [Spacer(0, 3), paragraph(text, "small_ink", strong=f"{page.check}:")]


def _do_first(first: FirstStep, wide: float, setting: Setting) -> Table:
    icon, side, pad = 24, 16, 5 + 9 * setting.white
    inner = wide - 2 * side - icon
    body: list[Flowable] = [heading(first.title, 2, "h2"), Spacer(0, 4), paragraph(first.act, "lead")]
    if first.detail:
        body.append(paragraph(first.detail))
    body.append(Spacer(0, 2))
    body += tick_lines(first.items, inner)
    if first.helps and not setting.brief:
        body += [Spacer(0, 4), paragraph(first.helps, "small_ink")]
    if first.because and not setting.brief:
        body += [Spacer(0, 4), paragraph(first.because, "small")]
    style = bare(
        ("BACKGROUND", (0, 0), (-1, -1), COLORS["tint"]),
        ("ROUNDEDCORNERS", [7, 7, 7, 7]),
        ("LEFTPADDING", (0, 0), (0, 0), side),
        ("RIGHTPADDING", (1, 0), (1, 0), side),
        ("TOPPADDING", (0, 0), (-1, -1), pad),
        ("BOTTOMPADDING", (0, 0), (-1, -1), pad + 1),
    )
    widths = [side + icon, wide - side - icon]
    return table_of([[Flag(), body]], adopt(Element("Div"), body), colWidths=widths, style=style)


def _standing(series: tuple[SeriesSummary, ...], wide: float, setting: Setting) -> Table:
    pad = 8 * setting.white
    positions = [position for each in series for position in each.positions]
    name = max(width(position.short, "strong") for position in positions) + GAP + 6
    pill = max(pill_width(position.status.word) for position in positions) + GAP
    marks = max(marks_width(len(position.marks)) for position in positions)
    rows = Rows((name, pill, wide - name - pill - marks, marks), pad=pad)
    for each in series:
        rows.group(each.name, pad=3 + 3 * setting.white)
        for position in each.positions:
            rows.row(_line(position, marks), pad=pad)
            if position.rest:
                rows.beneath(
                    1, [paragraph(" ".join(position.rest[: setting.rest]), "small_ink")], gap=2, goes_on=2
                )
        rows.beneath(0, [paragraph(" ".join(each.notes[: setting.notes]), "small")], gap=pad / 2 + 1)
    return rows.table()


def _line(position: PositionSummary, marks: float) -> tuple[Flowable | Sequence[Flowable], ...]:
    kinds, texts = [mark.kind for mark in position.marks], [mark.text for mark in position.marks]
    return (
        paragraph(position.short, "strong"),
        Pill(*position.status),
        [paragraph(position.tally)] if position.tally else [],
        Marks(kinds, texts, marks),
    )


def _contacts(contacts: tuple[Contact, ...], wide: float) -> list[Flowable]:
    """Side by side where each fits on one line, else as running text; a list either way."""
    names = ("small_strong", "small_ink", "small")
    widths = [
        max(width(contact[at], name) for contact in contacts) + 2 * GAP for at, name in enumerate(names)
    ]
    items, style = listing(), bare(("BOTTOMPADDING", (0, 0), (-1, -1), 2))
    fits = sum(widths) - 2 * GAP <= wide
    made: list[Flowable] = []
    for contact in contacts:
        cells = _in_columns(contact, names) if fits else [_running(contact)]
        item(items, (), cells)
        columns = [*widths[:2], wide - sum(widths[:2])] if fits else [wide]
        made.append(table_of([[[cell] for cell in cells]], items, colWidths=columns, style=style))
    return made


def _in_columns(contact: Contact, names: tuple[str, ...]) -> list[Text]:
    who, how, about = (paragraph(text, name) for text, name in zip(contact, names, strict=True))
    if contact.site:
        how = linked(contact.how, names[1], contact.how, url=f"https://{contact.how}")
    return [who, how, about]


def _running(contact: Contact) -> Text:
    text = ". ".join(part for part in contact if part)
    if contact.site:
        return linked(text, "small_ink", contact.how, url=f"https://{contact.how}", strong=contact.name)
    return paragraph(text, "small_ink", strong=contact.name)
