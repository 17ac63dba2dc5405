"""A list of employers, held against the rules and against what the team knows; and bringing it in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.employers.models import Employer, EmployerPerson
from fotfeste.apps.imports import problems, rows
from fotfeste.apps.imports.batches import OpenBatch, close_batch
from fotfeste.apps.imports.models import ImportStage, RowState, StagedRow
from fotfeste.apps.imports.problems_kept import keep_problems
from fotfeste.apps.people.acting import Acting
from fotfeste.domain.brought_in import Problem, Severity
from fotfeste.domain.employer_list.facts import EmployerReading
from fotfeste.domain.employer_list.read_list import read_list
from fotfeste.domain.names import search_form
from fotfeste.domain.verdict import because


@dataclass(frozen=True, slots=True)
class ReviewedEmployer:
    """One row with what became of it."""

    staged: StagedRow
    reading: EmployerReading
    problems: tuple[Problem, ...]
    state: RowState


def review_employers(opened: OpenBatch) -> tuple[ReviewedEmployer, ...]:
    """Read all rows again, with what has been mended and answered."""
    staged = list(opened.batch.rows.order_by("number"))
    answers: dict[int, Mapping[str, str]] = {row.number: row.answers for row in staged}
    readings = read_list([rows.as_mended(row, opened) for row in staged], answers=answers)
    known = {
        row.organisation_number: row
        for row in Employer.objects.filter(team=opened.batch.team).exclude(organisation_number="")
    }
    unnumbered = set(
        Employer.objects.filter(team=opened.batch.team, organisation_number="").values_list("name", flat=True)
    )
    return tuple(
        _reviewed(row, reading, known, unnumbered) for row, reading in zip(staged, readings, strict=True)
    )


def seal_employer_review(opened: OpenBatch, found: tuple[ReviewedEmployer, ...]) -> None:
    """Put what was found with each row, sealed. It takes time: before the database is held, not while."""
    for each in found:
        kept = problems.as_json(each.problems)
        each.staged.sealed_problems = opened.seal_row(each.staged.public_id, "sealed_problems", kept)
        each.staged.state = each.state


def keep_employer_review(found: tuple[ReviewedEmployer, ...]) -> None:
    """Keep what was sealed with each row."""
    keep_problems([each.staged for each in found])


def apply_employers(opened: OpenBatch, *, by: Acting, at: datetime) -> dict[str, int]:
    """Bring in every employer that is ready, in one act."""
    batch = opened.batch
    with act():
        found = review_employers(opened)
        ready = [each for each in found if each.state is RowState.READY]
        made = Employer.objects.bulk_create(
            [_employer(each.reading, batch.team_id, at) for each in ready], batch_size=500
        )
        EmployerPerson.objects.bulk_create(
            EmployerPerson(
                employer=row,
                name=each.reading.facts.contact_name,
                position=each.reading.facts.contact_position,
            )
            for row, each in zip(made, ready, strict=True)
            if each.reading.facts.contact_name
        )
        states = [each.state for each in found]
        outcome = {**{state.value: states.count(state) for state in set(states)}, "new": len(made)}
        batch.outcome = outcome
        close_batch(batch, ImportStage.DONE)
        record(Entry(Action.EMPLOYERS_IMPORTED, by.who, at, object_type="import", object_id=batch.public_id))
    return outcome


def _reviewed(
    row: StagedRow, reading: EmployerReading, known: Mapping[str, Employer], unnumbered: set[str]
) -> ReviewedEmployer:
    if row.is_left_out or reading.left_out_for is not None:
        return ReviewedEmployer(row, reading, reading.problems, RowState.LEFT_OUT)
    facts = reading.facts
    number = facts.number.digits if facts.number else ""
    if number in known:
        return ReviewedEmployer(row, reading, _differs(known[number], reading), RowState.KNOWN)
    if not number and facts.name in unnumbered:
        return ReviewedEmployer(row, reading, (), RowState.KNOWN)
    state = RowState.READY if reading.is_ready else RowState.WAITS
    return ReviewedEmployer(row, reading, reading.problems, state)


def _differs(known: Employer, reading: EmployerReading) -> tuple[Problem, ...]:
    """The team has this number already. Another name in the list is told, and changes nothing."""
    if search_form(known.name) == search_form(reading.facts.name):
        return ()
    told = because("employer-list.known-by-another-name", "house §lists", name=known.name)
    return (Problem(Severity.NOTED, told, ("name",)),)


def _employer(reading: EmployerReading, team_id: int, at: datetime) -> Employer:
    facts = reading.facts
    return Employer(
        team_id=team_id,
        name=facts.name,
        search_name=search_form(facts.name),
        search_place=search_form(facts.place)[:120],
        organisation_number=facts.number.digits if facts.number else "",
        industry_code=facts.industry_code,
        place=facts.place,
        is_brought_in=True,
        created_at=at,
    )
