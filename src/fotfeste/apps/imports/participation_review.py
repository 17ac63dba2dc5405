"""A list of earlier participations: held against the law of each day and what is kept; and in (F-16)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.imports import problems, rows
from fotfeste.apps.imports.batches import OpenBatch, close_batch
from fotfeste.apps.imports.known_rows import fingerprint_of
from fotfeste.apps.imports.models import BroughtRow, ImportStage, RowState, StagedRow
from fotfeste.apps.imports.problems_kept import keep_problems
from fotfeste.apps.measures.history import (
    content_index,
    house_key,
    kept_periods,
    measure_laws,
    need_as_json,
    participant_index,
)
from fotfeste.apps.measures.models import OldParticipation
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person, Unit
from fotfeste.apps.vault.keys import keys_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.brought_in import Problem, Severity
from fotfeste.domain.measures.kinds import Span
from fotfeste.domain.participation_list.facts import ParticipationReading
from fotfeste.domain.participation_list.read_list import read_list
from fotfeste.domain.participation_list.scheme import need_answered
from fotfeste.domain.verdict import because

_DAYS = ("first_day", "last_day")


@dataclass(frozen=True, slots=True)
class ReviewedPeriod:
    """One row with what became of it."""

    staged: StagedRow
    reading: ParticipationReading
    problems: tuple[Problem, ...]
    state: RowState


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is here already: rows by their fingerprint, periods by their content and by their participant."""

    fingerprints: frozenset[bytes]
    contents: frozenset[bytes]
    periods: Mapping[bytes, Sequence[OldParticipation]]


def review_participations(opened: OpenBatch) -> tuple[ReviewedPeriod, ...]:
    """Read all rows again, with what has been mended and answered."""
    staged = list(opened.batch.rows.order_by("number"))
    answers: dict[int, Mapping[str, str]] = {row.number: row.answers for row in staged}
    taken = [row for row in staged if not row.is_left_out]
    found = read_list([rows.as_mended(row, opened) for row in taken], measure_laws(), answers=answers)
    readings = {reading.row.number: reading for reading in found}
    prints = {row.number: fingerprint_of(rows.original(row, opened)) for row in staged}
    kept = _kept(opened, readings.values(), prints.values())
    left_out = read_list(
        [rows.as_mended(row, opened) for row in staged if row.is_left_out], measure_laws(), answers=answers
    )
    readings |= {reading.row.number: reading for reading in left_out}
    return tuple(_reviewed(row, readings[row.number], prints[row.number], kept) for row in staged)


def seal_participation_review(opened: OpenBatch, found: Sequence[ReviewedPeriod]) -> None:
    """Put what was found with each row, sealed. It takes time: before the database is held, not while."""
    for each in found:
        said = problems.as_json(each.problems)
        each.staged.sealed_problems = opened.seal_row(each.staged.public_id, "sealed_problems", said)
        each.staged.state = each.state


def keep_participation_review(found: Sequence[ReviewedPeriod]) -> None:
    """Keep what was sealed with each row."""
    keep_problems([each.staged for each in found])


def apply_participations(opened: OpenBatch, *, by: Acting, at: datetime, on: date) -> dict[str, int]:
    """Bring in every period that is ready, in one act. A participant who is linked already stays linked."""
    batch = opened.batch
    with act():
        Unit.objects.select_for_update().get(pk=batch.team_id)
        found = review_participations(opened)
        ready = [each for each in found if each.state is RowState.READY]
        linked = _linked(batch.team_id, ready)
        made = [_period(each, batch.team_id, linked, by, on) for each in ready]
        OldParticipation.objects.bulk_create(made, batch_size=500)
        BroughtRow.objects.bulk_create(
            [
                BroughtRow(
                    team_id=batch.team_id,
                    kind=batch.kind,
                    fingerprint=fingerprint_of(rows.original(each.staged, opened)),
                    person=row.person,
                    brought_on=on,
                )
                for each, row in zip(ready, made, strict=True)
            ],
            batch_size=500,
        )
        states = [each.state for each in found]
        outcome = {**{state.value: states.count(state) for state in set(states)}, "new": len(made)}
        left = [each.staged.number for each in found if each.state in {RowState.WAITS, RowState.HELD}]
        batch.outcome = {**outcome, "left": left}
        close_batch(batch, ImportStage.DONE)
        subjects = tuple(sorted({person.log_id for person, _ in linked.values()}))
        record(
            Entry(
                Action.MEASURE_HISTORY_IMPORTED,
                by.who,
                at,
                subjects=subjects,
                object_type="import",
                object_id=batch.public_id,
            )
        )
    return outcome


def _kept(opened: OpenBatch, readings, prints) -> _Kept:  # type: ignore[no-untyped-def]  # views of the mappings just made
    team = opened.batch.team_id
    same = BroughtRow.objects.filter(team=team, kind=opened.batch.kind, fingerprint__in=list(prints))
    indexes = {participant_index(each.facts.participant) for each in readings if each.facts.participant}
    periods: dict[bytes, list[OldParticipation]] = {}
    for row in kept_periods(team, indexes):
        periods.setdefault(bytes(row.participant_index), []).append(row)
    contents = frozenset(bytes(row.content_index) for each in periods.values() for row in each)
    return _Kept(frozenset(bytes(row.fingerprint) for row in same), contents, periods)


def _reviewed(row: StagedRow, reading: ParticipationReading, mark: bytes, kept: _Kept) -> ReviewedPeriod:
    if mark in kept.fingerprints:
        return ReviewedPeriod(row, reading, (), RowState.KNOWN)
    if row.is_left_out or reading.left_out_for is not None:
        return ReviewedPeriod(row, reading, reading.problems, RowState.LEFT_OUT)
    facts = reading.facts
    if facts.kind is None or facts.first is None or facts.last is None:
        return ReviewedPeriod(row, reading, reading.problems, RowState.WAITS)
    if content_index(facts.participant, facts.kind, facts.first, facts.last) in kept.contents:
        return ReviewedPeriod(row, reading, (), RowState.KNOWN)
    wanted = Span(facts.first, facts.last)
    for other in kept.periods.get(participant_index(facts.participant), ()):
        if wanted.meets(Span(other.first_day, other.last_day)):
            told = because("measure-history.overlaps-kept", "house §measures")
            said = (*reading.problems, Problem(Severity.HELD, told, _DAYS))
            return ReviewedPeriod(row, reading, said, RowState.WAITS)
    state = RowState.READY if reading.is_ready else RowState.WAITS
    return ReviewedPeriod(row, reading, reading.problems, state)


def _linked(team_id: int, ready: Sequence[ReviewedPeriod]) -> dict[bytes, tuple[Person, SealingKey]]:
    """Participants who are linked with a person already, with that person's key."""
    indexes = {participant_index(each.reading.facts.participant) for each in ready}
    known = OldParticipation.objects.filter(office_id=team_id, participant_index__in=list(indexes)).exclude(
        person=None
    )
    people = {bytes(row.participant_index): row.person for row in known.select_related("person")}
    keys = keys_of([(each.pk, each.public_id) for each in people.values() if each is not None])
    return {index: (each, keys[each.pk]) for index, each in people.items() if each is not None}


def _period(
    each: ReviewedPeriod,
    team_id: int,
    linked: Mapping[bytes, tuple[Person, SealingKey]],
    by: Acting,
    on: date,
) -> OldParticipation:
    facts = each.reading.facts
    if facts.kind is None or facts.first is None or facts.last is None:
        raise ValueError(f"Row {each.staged.number} is ready but has no measure or days.")
    index = participant_index(facts.participant)
    person, key = linked.get(index, (None, house_key()))
    row = OldParticipation(
        office_id=team_id,
        person=person,
        participant_index=index,
        content_index=content_index(facts.participant, facts.kind, facts.first, facts.last),
        measure=facts.kind,
        code=facts.code,
        first_day=facts.first,
        last_day=facts.last,
        brought_on=on,
        brought_by_id=by.account_id,
        linked_on=on if person else None,
        linked_by_id=by.account_id if person else None,
    )
    answers = [problem.answer for problem in each.problems if problem.answer is not None]
    row.seal("sealed_participant", facts.participant, key)
    row.seal("sealed_provider_name", facts.provider, key)
    row.seal("sealed_remark", facts.remark, key)
    row.seal("sealed_need", need_as_json(need_answered(facts.need, answers)), key)
    return row
