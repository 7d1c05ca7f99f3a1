"""What was put in about a client and is not kept yet: to be asked about before the window closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.client_told import ClientReader
from desktop_app.ui.pages.client_next import DAY, TEXT
from desktop_app.ui.pages.client_rights import NAME
from desktop_app.ui.pages.day import HalfDay

if TYPE_CHECKING:
    from desktop_app.caseload.client import Client
    from desktop_app.ui.desk import Desk


def has_half_a_form(desk: Desk) -> bool:
    """Whether a client's name or next date was put in otherwise than it is kept."""
    reader = desk.findChild(ClientReader)
    drafts = reader.drafts.items() if reader is not None else ()
    return any(_is_other(desk.client(of), name, draft) for (of, name), draft in drafts)


def _is_other(client: Client | None, name: str, draft: object) -> bool:
    if client is None:
        return False
    now = client.next
    if name == DAY and isinstance(draft, HalfDay):
        entered = "-".join((draft.year, draft.month or "", draft.day or "")).strip("-")
        return entered != (now.day.isoformat() if now is not None else "")
    kept = {TEXT: now.text if now is not None else "", NAME: client.name}
    return name in kept and isinstance(draft, str) and " ".join(draft.split()) != kept[name]
