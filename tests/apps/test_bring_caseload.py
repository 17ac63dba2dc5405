"""A team's list comes in: what is ready, once; what is doubtful waits; the same again does nothing."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.episodes.models import CaseNote, Episode, OpenQuestion
from fotfeste.apps.imports import services
from fotfeste.apps.imports.batches import OpenBatch, open_batch
from fotfeste.apps.imports.models import (
    BroughtRow,
    ImportBatch,
    ImportKind,
    ImportStage,
    MergeQuestion,
    RowState,
)
from fotfeste.apps.imports.report import report_csv, row_problems
from fotfeste.apps.imports.review import Review, review_caseload
from fotfeste.apps.people.models import Person, Relation
from fotfeste.apps.people.records import Contact
from fotfeste.apps.people.services import register_person
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import Protection, RelationKind
from fotfeste.jobs.imports import bring_in

DATA = Path(__file__).parents[1] / "data"
LIST = (DATA / "caseload-salten.csv").read_bytes()
HEADER = LIST.decode("utf-8-sig").splitlines()[0]


def brought(cast: Cast, content: bytes = LIST, *, name: str = "mette") -> ImportBatch:
    """The list, read and held against the rules."""
    by = cast.acting(name)
    batch = services.bring(content, "liste.csv", ImportKind.CASELOAD, by=by, at=cast.at, in_background=False)
    services.read(batch, by=by, on=cast.on, on_progress=lambda done, total: None)
    batch.refresh_from_db()
    return batch


def confirmed(cast: Cast, batch: ImportBatch, *, name: str = "mette") -> dict[str, int]:
    return bring_in(batch, by=cast.acting(name), at=cast.at)


def counts() -> list[int]:
    return [kind.objects.count() for kind in (Person, Episode, Employer, CaseNote)]


def a_row(**cells: str) -> bytes:
    """A list with one good row, some of its cells as given."""
    good = {
        "Navn": "Kari Prøve",
        "Fødselsnummer": "13918334232",
        "Telefon": "90000001",
        "Henvist dato": "2026-11-02",
        "Jobbspesialist": "Siv Rønning",
    }
    good.update(cells)
    return f"{HEADER}\r\n{';'.join(good.get(heading, '') for heading in HEADER.split(';'))}\r\n".encode()


def test_what_is_ready_comes_in_and_what_is_doubtful_waits(cast: Cast) -> None:
    people = Person.objects.count()
    batch = brought(cast)
    waiting = batch.rows.filter(state=RowState.WAITS).count()
    ready = batch.rows.filter(state=RowState.READY).count()
    assert ready + waiting == 63

    outcome = confirmed(cast, batch)

    assert outcome["new"] == ready
    assert Person.objects.count() == people + ready


def test_nobody_sees_a_list_before_the_rules_have_spoken_of_every_row(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def review(opened: OpenBatch, **given: Any) -> Review:
        seen.append(ImportBatch.objects.get(pk=opened.batch.pk).stage)
        return review_caseload(opened, **given)

    monkeypatch.setattr(services, "review_caseload", review)

    batch = brought(cast)

    assert seen == [ImportStage.READING]
    assert batch.stage == ImportStage.PREVIEW
    assert batch.rows.filter(state=RowState.READY).count() == 32


def test_reading_that_was_broken_off_is_done_over_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(services, "review_caseload", lambda *a, **k: {}["cut"])
        with pytest.raises(KeyError):
            brought(cast)
    batch = ImportBatch.objects.get()
    assert batch.stage == ImportStage.READING

    services.read(batch, by=cast.acting("mette"), on=cast.on, on_progress=lambda done, total: None)

    batch.refresh_from_db()
    assert batch.stage == ImportStage.PREVIEW
    assert batch.rows.count() == 63


def test_a_list_that_is_thrown_away_while_it_is_read_stays_away(cast: Cast) -> None:
    by = cast.acting("mette")
    batch = services.bring(LIST, "liste.csv", ImportKind.CASELOAD, by=by, at=cast.at, in_background=False)

    def thrown_away(done: int, total: int) -> None:
        services.drop(ImportBatch.objects.get(pk=batch.pk), by=by, at=cast.at)

    services.read(batch, by=by, on=cast.on, on_progress=thrown_away)

    batch.refresh_from_db()
    assert (batch.stage, batch.wrapped_key, batch.rows.count()) == (ImportStage.DROPPED, None, 0)


def test_before_it_is_confirmed_nothing_is_stored_but_the_sealed_list(cast: Cast) -> None:
    people, employers = Person.objects.count(), Employer.objects.count()

    batch = brought(cast)

    assert (Person.objects.count(), Employer.objects.count()) == (people, employers)
    assert all(b"Nora Moen" not in bytes(row.sealed_cells) for row in batch.rows.all())
    assert b"Nora Moen" not in bytes(batch.sealed_file or b"")


def test_after_it_is_confirmed_file_rows_and_key_are_gone(cast: Cast) -> None:
    batch = brought(cast)

    confirmed(cast, batch)

    batch.refresh_from_db()
    assert batch.stage == ImportStage.DONE
    assert batch.wrapped_key is None
    assert batch.sealed_file is None
    assert not batch.rows.exists()


def test_the_same_list_again_adds_nothing(cast: Cast) -> None:
    confirmed(cast, brought(cast))
    before = [
        Person.objects.count(),
        Episode.objects.count(),
        Employer.objects.count(),
        CaseNote.objects.count(),
    ]

    outcome = confirmed(cast, brought(cast))

    after = [
        Person.objects.count(),
        Episode.objects.count(),
        Employer.objects.count(),
        CaseNote.objects.count(),
    ]
    assert after == before
    assert outcome["new"] == 0


def test_a_row_that_was_mended_is_known_again_by_how_it_was_first_written(cast: Cast) -> None:
    content = a_row(Fødselsnummer="8868323230", **{"Henvist dato": "28.10.26"})
    batch = brought(cast, content)
    row = batch.rows.get()
    assert row.state == RowState.WAITS
    question = next(p for p in row_problems(row, open_batch(batch)) if p.holds_back)
    answers = {question.key: question.choices[0].id}
    services.mend_row(row, {}, answers, version=row.version, by=cast.acting("mette"), at=cast.at, on=cast.on)
    assert confirmed(cast, batch)["new"] == 1

    again = brought(cast, content)

    assert again.rows.get().state == RowState.KNOWN
    assert confirmed(cast, again)["new"] == 0


def test_a_changed_cell_is_asked_about_and_nothing_is_overwritten_meanwhile(cast: Cast) -> None:
    confirmed(cast, brought(cast, a_row()))
    person = Person.objects.get(name="Kari Prøve")

    batch = brought(cast, a_row(Telefon="90000002"))

    row = batch.rows.get()
    problems = row_problems(row, open_batch(batch))
    assert [problem.reason.code for problem in problems] == ["caseload.cell-changed"]
    person.refresh_from_db()
    assert person.phone == "+4790000001"

    answers = {problems[0].key: "take-new"}
    services.mend_row(row, {}, answers, version=row.version, by=cast.acting("mette"), at=cast.at, on=cast.on)
    confirmed(cast, batch)
    person.refresh_from_db()
    assert person.phone == "+4790000002"


def test_a_changed_cell_may_be_left_as_it_is(cast: Cast) -> None:
    confirmed(cast, brought(cast, a_row()))
    batch = brought(cast, a_row(Telefon="90000002"))
    row = batch.rows.get()
    question = row_problems(row, open_batch(batch))[0]

    answers = {question.key: "keep-stored"}
    services.mend_row(row, {}, answers, version=row.version, by=cast.acting("mette"), at=cast.at, on=cast.on)
    confirmed(cast, batch)

    assert Person.objects.get(name="Kari Prøve").phone == "+4790000001"
    assert brought(cast, a_row(Telefon="90000002")).rows.get().state == RowState.KNOWN


@pytest.mark.req("I-7.3")
def test_a_list_does_not_take_up_a_course_that_is_over(cast: Cast) -> None:
    confirmed(cast, brought(cast, a_row(Avsluttet="2026-11-10")))
    now_a_job = a_row(Arbeidsgiver="Rema", Jobbstart="2026-11-05", Avsluttet="2026-11-12")
    batch = brought(cast, now_a_job)
    row = batch.rows.get()
    beside_job = row_problems(row, open_batch(batch))[0]
    assert beside_job.reason.code == "caseload.end-beside-job"
    mette = cast.acting("mette")
    services.mend_row(
        row, {}, {beside_job.key: "job-ended"}, version=row.version, by=mette, at=cast.at, on=cast.on
    )

    row = batch.rows.get()
    (question,) = row_problems(row, open_batch(batch))
    assert question.reason.code == "caseload.back-takes-a-referral"
    assert [choice.id for choice in question.choices] == ["keep-stored"]
    for answer in ("take-new", "keep-stored"):
        answers = {beside_job.key: "job-ended", question.key: answer}
        services.mend_row(row, {}, answers, version=row.version, by=mette, at=cast.at, on=cast.on)
        row.refresh_from_db()
    confirmed(cast, batch)

    assert Episode.objects.get(person__name="Kari Prøve").discharged_on == date(2026, 11, 10)


def test_another_day_for_an_end_that_has_been_can_be_taken(cast: Cast) -> None:
    confirmed(cast, brought(cast, a_row(Avsluttet="2026-11-10")))
    batch = brought(cast, a_row(Avsluttet="2026-11-12"))
    row = batch.rows.get()
    (question,) = row_problems(row, open_batch(batch))

    answers = {question.key: "take-new"}
    services.mend_row(row, {}, answers, version=row.version, by=cast.acting("mette"), at=cast.at, on=cast.on)
    confirmed(cast, batch)

    assert Episode.objects.get(person__name="Kari Prøve").discharged_on == date(2026, 11, 12)


def test_somebody_a_colleague_follows_is_not_shown_to_another_specialist(cast: Cast) -> None:
    confirmed(cast, brought(cast, a_row()))

    batch = brought(cast, a_row(Telefon="90000002"), name="jonas")

    row = batch.rows.get()
    codes = [problem.reason.code for problem in row_problems(row, open_batch(batch))]
    assert row.state == RowState.HELD
    assert "caseload.colleague-follows" in codes
    assert "caseload.cell-changed" not in codes
    assert "90000001" not in report_csv(batch, language="nb").decode()


def test_nobody_learns_from_a_list_that_a_protected_person_is_here(cast: Cast) -> None:
    marit = cast.acting("marit")
    with act():
        hidden = register_person(
            Contact("Kari Prøve", "+4791111111"),
            unit=cast.units["ips_salten"],
            by=marit,
            at=cast.at,
            on=cast.on,
            identity_number="13918334232",
            protection=Protection.CODE_6,
        )
    batch = brought(cast, a_row(), name="siv")

    assert batch.rows.get().state == RowState.READY
    assert confirmed(cast, batch, name="siv")["new"] == 1
    question = MergeQuestion.objects.get()
    assert question.older == hidden.person
    assert question.newer.name == "Kari Prøve"


def test_statements_from_a_list_are_dated_marked_and_open_nothing(cast: Cast) -> None:
    confirmed(cast, brought(cast, a_row(**{"Samtykke NAV": "ja", "NAV-veileder": "Hege Dahl"})))

    statement = ConsentStatement.objects.get(person__name="Kari Prøve")
    assert (statement.answer, statement.is_brought_in, statement.confirmed_at) == ("yes", True, None)
    assert statement.stated_on == cast.on
    adviser = Relation.objects.get(person__name="Kari Prøve", kind=RelationKind.NAV_ADVISER)
    assert (adviser.account, adviser.contact_name) == (None, "Hege Dahl")


def test_what_the_list_leaves_open_is_asked_on_the_agenda_and_never_given_a_default(cast: Cast) -> None:
    confirmed(
        cast, brought(cast, a_row(**{"Registrert arbeidssøker": "vet ikke", "Åpenhet": "ikke avklart"}))
    )

    person = Person.objects.get(name="Kari Prøve")
    codes = set(OpenQuestion.objects.filter(person=person).values_list("code", flat=True))
    assert len(codes) >= 2
    assert AgendaLine.objects.filter(person=person).exists()


def test_a_note_that_looks_like_a_formula_is_kept_as_the_text_it_is(cast: Cast) -> None:
    formula = '=HYPERLINK("http://example.test")'
    confirmed(cast, brought(cast, a_row(Merknad=formula.replace('"', "'"))))

    note = CaseNote.objects.get(person__name="Kari Prøve")
    key = unwrapped(note.person.key, note.person.public_id)
    assert note.opened("sealed_text", key).startswith("=HYPERLINK")


def test_the_report_runs_nothing(cast: Cast) -> None:
    batch = brought(cast, a_row(Navn="=1+1"))

    report = report_csv(batch, language="nb").decode("utf-8-sig")

    assert ";=1+1" not in report
    assert "=1+1" in report


def test_who_came_in_is_in_the_log_each_person_once(cast: Cast) -> None:
    confirmed(cast, brought(cast, a_row()))

    person = Person.objects.get(name="Kari Prøve")
    actions = list(LogRow.objects.filter(subject=person.log_id).values_list("action", flat=True))
    assert actions == ["person.created"]
    coming = LogRow.objects.get(action="caseload.imported")
    assert [each.subject for each in coming.subjects.all()] == [person.log_id]


def test_all_or_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = brought(cast)
    people = Person.objects.count()

    def broken(*_: object, **__: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr("fotfeste.apps.imports.applying.rewrite", broken)
    with pytest.raises(OSError, match="no room"):
        confirmed(cast, batch)

    assert Person.objects.count() == people
    assert not BroughtRow.objects.exists()
    batch.refresh_from_db()
    assert batch.stage == ImportStage.PREVIEW


def test_a_file_that_cannot_be_read_is_refused_and_nothing_of_it_is_kept(cast: Cast) -> None:
    batch = brought(cast, b"\xd0\xcf\x11\xe0" + b"x" * 600)

    assert batch.stage == ImportStage.REFUSED
    assert batch.sealed_file is None
    assert batch.problems


def test_confirming_twice_brings_in_once(cast: Cast) -> None:
    batch = brought(cast, a_row())
    second = ImportBatch.objects.get(pk=batch.pk)

    first_outcome = confirmed(cast, batch)
    second.refresh_from_db()
    with pytest.raises(LookupError):
        confirmed(cast, second)
    assert first_outcome["new"] == 1
    assert Person.objects.filter(name="Kari Prøve").count() == 1


def test_a_job_without_a_first_day_is_kept_with_the_question_about_it(cast: Cast) -> None:
    confirmed(cast, brought(cast, a_row(Arbeidsgiver="Stormyra Mat", Stillingsprosent="40")))

    question = OpenQuestion.objects.get(person__name="Kari Prøve", code="clear-up.job-start-unknown")
    key = unwrapped(question.person.key, question.person.public_id)
    assert "Stormyra Mat" in question.opened("sealed_as_written", key)
    assert "40" in question.opened("sealed_as_written", key)
