"""What another center's file would bring to this one, told before anything comes; and bringing in what was chosen."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Literal, NamedTuple, TypeVar

from desktop_app.casefile.casefile import CaseFile
from desktop_app.casefile.records import Note, Person, Record, Sitting
from desktop_app.casefile.writing import new_id
from desktop_app.caseload.client import Client, client_of, content_of
from desktop_app.caseload.names import free_name, made_fitting, same

Kind = Literal["new", "same", "newer_there", "newer_here"]
_Dated = TypeVar("_Dated", Sitting, Note)
_ID = re.compile(r"[0-9a-f]{16}")


class Offer(NamedTuple):
    """One client of theirs, and what would come of them."""

    theirs: Client
    ours: Client | None
    """Whom they are taken for here; `apart` makes somebody new of them."""
    by_name: bool
    """Nothing but the name says that it is the same person."""
    kind: Kind
    sittings: tuple[Sitting, ...]
    """Those that would come: not here yet, or changed there since."""
    notes: tuple[Note, ...]

    @property
    def brings(self) -> bool:
        return self.ours is None or bool(self.sittings or self.notes)

    def apart(self) -> Offer:
        """As a client of their own, beside the one with the same name."""
        return self._replace(ours=None, by_name=False, kind="new")


def compare(theirs: CaseFile, ours: CaseFile) -> tuple[Offer, ...]:
    """What would come of each of their clients: found here by id first, then by name. Raises CaseFileError."""
    people = [client_of(person) for person in ours.people()]
    by_id = {client.id: client for client in people}
    named: dict[str, list[Client]] = {}
    for client in people:
        named.setdefault(same(client.name), []).append(client)
    offers: list[Offer] = []
    for person in theirs.people():
        client = _with_name(client_of(person), theirs)
        alike = named.get(same(made_fitting(client.name)), [])
        found = by_id.get(_as_ours(client.id))
        # Two of that name: nobody can say which of them it is.
        known = found or (alike[0] if len(alike) == 1 else None)
        offers.append(
            _offer(client, known, theirs, ours)._replace(by_name=known is not None and found is None)
        )
    return tuple(offers)


def _with_name(client: Client, theirs: CaseFile) -> Client:
    """Somebody's own file has no name in it: they go by that of the file, as a sheet does."""
    return client if made_fitting(client.name) else replace(client, name=made_fitting(theirs.place.stem))


def _offer(client: Client, known: Client | None, theirs: CaseFile, ours: CaseFile) -> Offer:
    sittings, notes = theirs.sittings(client.id), theirs.notes(client.id)
    if known is None:
        return Offer(client, None, False, "new", tuple(sittings), tuple(notes))
    here, noted = ours.sittings(known.id), ours.notes(known.id)
    coming, written = _news(sittings, here, known.id), _news(notes, noted, known.id)
    kind = _kind(_newest(*sittings, *notes), _newest(*here, *noted), bool(coming or written))
    return Offer(client, known, False, kind, coming, written)


def _news(there: Iterable[_Dated], here: Iterable[_Dated], client: str) -> tuple[_Dated, ...]:
    """What is not here, or was changed there since."""
    known = {one.id: _changed(one) for one in here}

    def is_news(one: _Dated) -> bool:
        days = [known[id_] for id_ in (one.id, _other_id(one, client)) if id_ in known]
        return not days or _changed(one) > max(days)

    return tuple(filter(is_news, there))


def _changed(one: Sitting | Note) -> datetime:
    return one.changed if isinstance(one, Sitting) else one.written


def _newest(*every: Sitting | Note) -> datetime | None:
    return max(map(_changed, every), default=None)


def _kind(there: datetime | None, here: datetime | None, brings: bool) -> Kind:
    if here is not None and (there is None or there < here):
        return "newer_here"
    return "newer_there" if brings else "same"


def bring_in(ours: CaseFile, chosen: Iterable[Offer]) -> int:
    """All that was chosen, or none of it; gives how many clients were changed. Raises CaseFileError.

    Whoever is new here has the consent that was given there. Papers seen and steps done are kept of both; of what both
    have otherwise, ours stays.
    """
    people = ours.people()
    taken, ids = {same(person.name) for person in people}, {person.id for person in people}
    owner = _owners(ours, people)
    joined: dict[str, Client] = {}
    last = {person: one.started for person, one in ours.latest().items()}
    records: list[Record] = []
    changed = 0
    for offer in chosen:
        if not offer.brings:
            continue
        if offer.ours is None:
            client = _newcomer(offer.theirs, taken, ids)
            taken.add(same(client.name))
            ids.add(client.id)
        else:
            known = joined.get(offer.ours.id, offer.ours)
            client = joined[known.id] = _joined(known, offer, last.get(known.id))
        changed += 1
        records.append(Person(client.id, client.name, client.created, content_of(client)))
        records += (_own(one, client.id, owner) for one in offer.sittings)
        records += (_own(one, client.id, owner) for one in offer.notes)
    if records:
        ours.take_in(records, log="imported")
    return changed


def _newcomer(theirs: Client, taken: set[str], ids: set[str]) -> Client:
    id_ = _as_ours(theirs.id)
    if id_ in ids:  # found by it, and taken for another person all the same
        id_ = new_id()
    return replace(theirs, id=id_, name=free_name(made_fitting(theirs.name) or id_, taken))


def _joined(ours: Client, offer: Offer, last: datetime | None) -> Client:
    """Ours, with what theirs has besides; where they stand as the newest sitting of both says."""
    theirs = offer.theirs
    newest = max((one.started for one in offer.sittings), default=None)
    newer = newest is not None and (last is None or newest >= last)
    return replace(
        ours,
        consent=ours.consent or theirs.consent,
        next=ours.next or theirs.next,
        languages=ours.languages or theirs.languages,
        papers={**theirs.papers, **ours.papers},
        done={**theirs.done, **ours.done},
        told={**theirs.told, **ours.told},
        seen=theirs.seen if newer else ours.seen,
        snapshot=theirs.snapshot if newer else ours.snapshot,
        heard=max(filter(None, (ours.heard, theirs.heard)), default=None),
    )


# ---------------------------------------------------------------- whose it is


def _owners(ours: CaseFile, people: Sequence[Person]) -> Mapping[str, str]:
    """Whose each sitting and each note is, by id."""
    owner: dict[str, str] = {}
    for person in people:
        owner |= {one.id: person.id for one in ours.sittings(person.id)}
        owner |= {one.id: person.id for one in ours.notes(person.id)}
    return owner


def _own(record: Sitting | Note, client: str, owner: Mapping[str, str]) -> Sitting | Note:
    """As this client's. Nothing of anybody else is written over: their file may name any id."""
    free = owner.get(record.id, client) == client and _ID.fullmatch(record.id)
    return record._replace(id=record.id if free else _other_id(record, client), person=client)


def _as_ours(id_: str) -> str:
    """As our own ids are: their file may have any."""
    return id_ if _ID.fullmatch(id_) else _digest(id_)


def _other_id(record: Sitting | Note, client: str) -> str:
    """The same each time, so that what came once is known again."""
    return _digest(f"{client} {record.id}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="replace")).hexdigest()[:16]
