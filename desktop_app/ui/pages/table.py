"""Which page shows what the sitting is at: the check page, the results, or a question by its kind."""

from __future__ import annotations

from desktop_app.interview.session import CHECK, RESULTS
from desktop_app.ui.pages.page import Page, Stage


def page_at(at: str, stage: Stage) -> Page:
    if at == CHECK:
        from desktop_app.ui.pages.review import ReviewPage

        return ReviewPage(stage)
    if at == RESULTS:
        from desktop_app.ui.pages.results import ResultsPage

        return ResultsPage(stage)
    return _question(stage.navigator.interview.book.facts.by_id[at].kind, stage)


def _question(kind: str, stage: Stage) -> Page:
    if kind == "roles":
        from desktop_app.ui.pages.roles import RolesPage

        return RolesPage(stage)
    from desktop_app.ui.pages.choices import ChoicesPage
    from desktop_app.ui.pages.day import DayPage

    return DayPage(stage) if kind == "date" else ChoicesPage(stage)
