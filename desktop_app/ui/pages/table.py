"""Which page shows what the sitting is at: the check page, the results and what stands behind them, or a question."""

from __future__ import annotations

from desktop_app.interview.session import CHECK, PLAN, RESULTS, STORIES
from desktop_app.ui.pages.page import Page, Stage


def page_at(at: str, stage: Stage) -> Page:
    if at == CHECK:
        from desktop_app.ui.pages.review import ReviewPage

        return ReviewPage(stage)
    if at == RESULTS:
        from desktop_app.ui.pages.results import ResultsPage

        return ResultsPage(stage)
    if at == PLAN:
        from desktop_app.ui.pages.plan import PlanPage

        return PlanPage(stage)
    if at == STORIES:
        from desktop_app.ui.pages.stories import StoriesPage

        return StoriesPage(stage)
    return _question(stage.navigator.interview.book.facts.by_id[at].kind, stage)


def _question(kind: str, stage: Stage) -> Page:
    if kind == "roles":
        from desktop_app.ui.pages.roles import RolesPage

        return RolesPage(stage)
    from desktop_app.ui.pages.choices import ChoicesPage
    from desktop_app.ui.pages.day import DayPage

    return DayPage(stage) if kind == "date" else ChoicesPage(stage)
