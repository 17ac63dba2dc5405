"""Confirmed: everything that is ready comes in, in one act, or nothing does.

What takes time (reading, sealing) is done before the transaction; inside it there are only inserts.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from fotfeste.apps.agenda.services import rewrite
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.imports import rows, taking_changes, writing
from fotfeste.apps.imports.batches import OpenBatch, close_batch
from fotfeste.apps.imports.known_rows import fingerprint_of, told_place
from fotfeste.apps.imports.models import BroughtRow, ImportBatch, ImportStage, MergeQuestion, RowState
from fotfeste.apps.imports.review import Review, Reviewed
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.closeness import keep_apart
from fotfeste.apps.people.models import Account, Person, Unit
from fotfeste.apps.people.models.units import UnitKind
from fotfeste.apps.people.records import Contact, NewRecord, new_record
from fotfeste.apps.people.timeline import logged
from fotfeste.apps.vault.models import PersonKey
from fotfeste.domain.caseload_list.differences import TAKE_NEW, as_strings
from fotfeste.domain.names import search_form
from fotfeste.parameters import guideline_on


class NotAnyMore(Exception):
    """The list is not waiting to be confirmed any more: somebody confirmed or dropped it first."""


@dataclass(frozen=True, slots=True)
class Coming:
    """A new person, ready to be saved."""

    reviewed: Reviewed
    record: NewRecord
    episode: Episode = field(repr=False)


def apply_caseload(
    opened: OpenBatch, review: Review, *, by: Acting, at: datetime, on: date
) -> dict[str, int]:
    """Bring in everything that is ready. Answers with how many are new, changed, and left behind."""
    batch = opened.batch
    with act():
        _hold(batch)
        brought = _brought(batch, review, by, at, on)
        coming = [_coming(row, batch.team, brought) for row in review.ready if row.earlier is None]
        _save_new(coming, opened, brought)
        changed = [row for row in review.ready if row.earlier is not None]
        for row in changed:
            taking_changes.take(row, _taken(row), brought, by=by)
            BroughtRow.objects.bulk_create([_told_again(row, opened, brought)])
        people = [(each.record.person.pk, each.record.person.public_id) for each in coming]
        rewrite(people, on=on)
        outcome = _outcome(review, len(coming), len(changed))
        batch.outcome = {**outcome, "left": _left_behind(review)}
        close_batch(batch, ImportStage.DONE)
        _log(batch, coming, changed, by, at)
    return outcome


def _hold(batch: ImportBatch) -> None:
    """One confirmation at a time in a team: the second finds what the first brought in."""
    Unit.objects.select_for_update().get(pk=batch.team_id)
    if not ImportBatch.objects.filter(
        pk=batch.pk, stage__in=[ImportStage.PREVIEW, ImportStage.APPLYING]
    ).exists():
        raise NotAnyMore


def _brought(batch: ImportBatch, review: Review, by: Acting, at: datetime, on: date) -> writing.Brought:
    specialists = {row.reading.facts.specialist_id for row in review.ready}
    accounts = Account.objects.filter(public_id__in=[each for each in specialists if each])
    return writing.Brought(
        team_id=batch.team_id,
        by_id=by.account_id,
        at=at,
        on=on,
        specialists={account.public_id.hex: account.pk for account in accounts},
        employers=_employers(batch.team, review, at),
        offices=dict(Unit.objects.filter(kind=UnitKind.NAV_OFFICE).values_list("number", "pk")),
        guideline=guideline_on(on).version,
    )


def _employers(team: Unit, review: Review, at: datetime) -> dict[str, Employer]:
    """The employers that jobs name, by id; one that nobody knows is made without a number, to clear up."""
    known = {row.public_id.hex: row for row in Employer.objects.filter(team=team)}
    jobs = [row.reading.facts.job for row in review.ready if row.reading.facts.job is not None]
    names = {job.employer_name for job in jobs if job.employer_name and not job.employer_id}
    unnumbered = {row.name: row for row in known.values() if not row.organisation_number}
    new = [
        Employer(team=team, name=name, search_name=search_form(name), is_brought_in=True, created_at=at)
        for name in sorted(names - unnumbered.keys())
    ]
    made = Employer.objects.bulk_create(new)
    return {**known, **unnumbered, **{row.name: row for row in made}}


def _coming(row: Reviewed, team: Unit, brought: writing.Brought) -> Coming:
    facts = row.reading.facts
    who = facts.who
    if who.identity_number is None:
        raise ValueError(f"Row {row.staged.number} is ready but has no identity number.")
    contact = Contact(
        who.name, who.phone.canonical if who.phone else "", who.email.canonical if who.email else ""
    )
    made = new_record(team.controller, contact, at=brought.at, identity_number=who.identity_number.digits)
    return Coming(row, made, writing.episode_of(made.person, made.key, facts, brought))


def _save_new(coming: Sequence[Coming], opened: OpenBatch, brought: writing.Brought) -> None:
    Person.objects.bulk_create([each.record.person for each in coming], batch_size=500)
    keep_apart(each.record.person for each in coming)
    _raise_merge_questions(coming, brought.at)
    for each in coming:
        each.record.key_row.person = each.record.person
        each.episode.person = each.record.person
    PersonKey.objects.bulk_create([each.record.key_row for each in coming], batch_size=500)
    Episode.objects.bulk_create([each.episode for each in coming], batch_size=500)
    pile = writing.Pile()
    for each in coming:
        writing.write_person(pile, each.record, each.episode, each.reviewed.reading, brought)
        pile.add(_told(each.reviewed, each.record.person, each.record, opened, brought))
    pile.save()


def _raise_merge_questions(coming: Sequence[Coming], at: datetime) -> None:
    """Somebody elsewhere may be the same person. The list learns nothing of it; one who is cleared does."""
    newer = {bytes(each.record.person.identity_index or b""): each.record.person for each in coming}
    older = Person.objects.filter(identity_index__in=list(newer)).exclude(
        pk__in=[person.pk for person in newer.values()]
    )
    MergeQuestion.objects.bulk_create(
        MergeQuestion(newer=newer[bytes(person.identity_index or b"")], older=person, raised_at=at)
        for person in older
    )


def _told(
    row: Reviewed, person: Person, made: NewRecord, opened: OpenBatch, brought: writing.Brought
) -> BroughtRow:
    told = BroughtRow(
        team_id=brought.team_id,
        kind=opened.batch.kind,
        fingerprint=fingerprint_of(rows.original(row.staged, opened)),
        person=person,
        brought_on=brought.on,
    )
    said = {column.value: text for column, text in as_strings(row.reading.facts).items()}
    told.sealed_told = made.key.seal(json.dumps(said), told_place(told))
    return told


def _told_again(row: Reviewed, opened: OpenBatch, brought: writing.Brought) -> BroughtRow:
    person, key = taking_changes.person_and_key(row)
    again = NewRecord(person, PersonKey(), key)
    return _told(row, person, again, opened, brought)


def _taken(row: Reviewed) -> frozenset[str]:
    return frozenset(
        column for problem in row.problems if problem.answer == TAKE_NEW for column in problem.columns
    )


def _outcome(review: Review, new: int, changed: int) -> dict[str, int]:
    states = [row.state for row in review.rows]
    counted = {state.value: states.count(state) for state in set(states)}
    return {**counted, "new": new, "changed": changed}


def _left_behind(review: Review) -> list[int]:
    """The numbers of the rows that do not come in, to be found again in the file."""
    return [row.staged.number for row in review.rows if row.state in {RowState.WAITS, RowState.HELD}]


def _log(
    batch: ImportBatch, coming: Iterable[Coming], changed: Iterable[Reviewed], by: Acting, at: datetime
) -> None:
    for each in coming:
        logged(Action.PERSON_CREATED, by=by, at=at, about=each.record.person)
    here_already = [each.earlier.person_id for each in changed if each.earlier is not None]
    subjects = (
        *(each.record.person.log_id for each in coming),
        *Person.objects.filter(pk__in=here_already).values_list("log_id", flat=True),
    )
    record(
        Entry(
            Action.CASELOAD_IMPORTED,
            by.who,
            at,
            subjects=subjects,
            object_type="import",
            object_id=batch.public_id,
        )
    )
