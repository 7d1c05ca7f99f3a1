"""One client with something of everything that is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from desktop_app.casefile.records import Logged, Note, Sitting
from desktop_app.caseload.client import Client, Consent, NextDate, Snapshot
from desktop_app.caseload.record import Kept
from tests.caseload.files import TODAY, sheet

CLIENT = Client(
    "0" * 16,
    "M-12 <b>",
    datetime(2026, 9, 1, tzinfo=UTC),
    Consent(date(2026, 9, 2), "es", "1"),
    NextDate(date(2026, 12, 1), "Bring the payslip"),
    languages=("es",),
    papers={"high_school": date(2026, 9, 3)},
    done={
        "ca-calaveras/high_school/pass_ged_or_hiset": date(2026, 9, 4),
        "gone/route/step": date(2026, 9, 5),
    },
    snapshot=Snapshot(TODAY, {}, {"ca-calaveras-1": "not_yet", "gone-1": "meets"}, {}),
)


def sitting(day: date, **answers: Any) -> Sitting:
    moment = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return Sitting(f"{day:%Y%m%d}" * 2, CLIENT.id, moment, moment, {"sheet": sheet(day=day, **answers)})


KEPT = Kept(
    CLIENT,
    (sitting(date(2026, 9, 1), high_school="none", ca_exam=None), sitting(TODAY, ca_exam="not_sure")),
    (
        Note(
            "1" * 16, CLIENT.id, datetime(2026, 9, 6, 9, tzinfo=UTC), "Called the county.\n\nThey call back."
        ),
    ),
    (Logged("2" * 16, datetime(2026, 9, 7, 9, tzinfo=UTC), "report", CLIENT.id),),
    date(2027, 11, 22),
)
