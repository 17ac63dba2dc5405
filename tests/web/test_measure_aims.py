"""The aim changes midway: who decided, from when, why, what follows; and the clock does not move (F-08)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.measures.models import ContentPart, MeasureDecision, Participation
from fotfeste.cli.cast import Cast
from tests.web.filling_in import send, words
from tests.web.measure_taking_part import taking_part

As = Callable[[str], Client]
SAID = {"day": "20.11.2026", "reasons": "Kan ikke løfte lenger", "told_on": "22.11.2026"}


def in_a_job(cast: Cast) -> Participation:
    """Nora is followed up in the job she has."""
    row, hege = taking_part(cast), cast.accounts["hege"]
    employer = Employer.objects.create(
        team=row.office, name="Rana Mat", search_name="rana mat", created_at=cast.at
    )
    job = Employment.objects.create(person=row.person, employer=employer, started_on=date(2024, 2, 1))
    row.case.job, row.case.is_employed, row.case.sick_listed_from = job, True, date(2026, 8, 1)
    row.case.save()
    row.job, row.aim = job, "keep_job"
    row.save()
    for part in ("adaptation", "career_guidance", "own_words"):
        ContentPart.objects.create(
            person=row.person, case=row.case, written_on=cast.on, written_by=hege, part=part
        )
    return row


def address(row: Participation) -> str:
    return reverse("act", args=[row.person.public_id, "measure-aim"]) + f"?om={row.public_id.hex}"


def change(client: Client, row: Participation, **typed: Any) -> Any:
    answer = send(client, address(row), **{**SAID, **typed})
    row.refresh_from_db()
    return answer


def content() -> set[str]:
    return set(ContentPart.objects.filter(until_day=None).values_list("part", flat=True))


@pytest.mark.req("F-08")
def test_from_the_job_to_another_job_and_branch_and_content_follow(client_as: As, cast: Cast) -> None:
    row, hege = in_a_job(cast), client_as("hege")
    form = words(hege.get(address(row)))
    for part, is_suggested in (("adaptation", False), ("help_to_seek", True), ("career_guidance", True)):
        box = form[form.index(f'name="{part}"') :].split(">")[0]
        assert ("checked" in box) is is_suggested
    answer = change(hege, row, help_to_seek="on", career_guidance="on")

    assert answer.status_code == 302
    assert (row.aim, row.job) == ("new_job", None)
    assert (row.case.is_employed, row.case.job, row.case.sick_listed_from) == (False, None, date(2026, 8, 1))
    assert content() == {"help_to_seek", "career_guidance", "own_words"}
    assert ContentPart.objects.get(part="adaptation").until_day == cast.on
    decision = MeasureDecision.objects.get()
    assert (decision.kind, decision.aim, decision.first_day, decision.decided_by.name) == (
        "aim_change",
        "new_job",
        date(2026, 11, 20),
        "Hege Dahl",
    )
    assert decision.complain_by == date(2027, 1, 4)


@pytest.mark.req("F-08")
def test_the_clock_does_not_move(client_as: As, cast: Cast) -> None:
    row, hege = in_a_job(cast), client_as("hege")
    duration = reverse("measure_duration", args=[row.person.public_id])
    before = words(hege.get(duration)).replace("\xa0", " ")
    change(hege, row)
    after = words(hege.get(duration)).replace("\xa0", " ")

    assert row.clock_from == date(2026, 9, 1)
    assert row.last_day == date(2027, 2, 28)
    for said in (before, after):
        assert "31. august 2027 (12 måneder)" in said
    assert "Beholde jobben" in before
    assert "Finne en annen jobb" in after


@pytest.mark.req("F-08")
def test_the_person_reads_it_with_the_letter_and_on_the_timeline(client_as: As, cast: Cast) -> None:
    row = in_a_job(cast)
    change(client_as("hege"), row)
    nora = client_as("nora")
    letter = words(nora.get(reverse("my_measure_letter", args=[MeasureDecision.objects.get().public_id])))

    for said in ("Nytt mål", "Finne en annen jobb", "Kan ikke løfte lenger", "Hege Dahl"):
        assert said in letter
    assert "Finne en annen jobb" in words(nora.get(reverse("my_measure_duration")))


@pytest.mark.req("F-08")
def test_to_a_job_when_there_is_one_and_not_before(client_as: As, cast: Cast) -> None:
    row, hege = in_a_job(cast), client_as("hege")
    job = row.job
    change(hege, row)
    refused = change(hege, row)
    assert "hvilken jobb og arbeidsgiver" in words(refused)
    row.case.job = job
    row.case.save()
    assert change(hege, row, follow_up_at_work="on").status_code == 302

    assert (row.aim, row.job, row.case.is_employed) == ("keep_job", job, True)
    assert content() == {"follow_up_at_work", "own_words"}


@pytest.mark.req("F-08")
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"day": "31.08.2026"}, "Målet endres mens deltakelsen varer"),
        ({"day": "23.11.2026"}, "23."),
        ({"reasons": ""}, "Begrunnelse"),
        ({"told_on": "01.01.2026"}, "får vite det i dag"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_follows(
    client_as: As, cast: Cast, typed: dict[str, str], said: str
) -> None:
    row, hege = in_a_job(cast), client_as("hege")
    answer = change(hege, row, **typed)

    assert answer.status_code == 422
    assert said in words(answer)
    assert (row.aim, content()) == ("keep_job", {"adaptation", "career_guidance", "own_words"})
    assert not MeasureDecision.objects.exists()


@pytest.mark.req("F-08")
def test_the_other_aim_meanwhile_is_not_changed_back_unseen(client_as: As, cast: Cast) -> None:
    row, hege = in_a_job(cast), client_as("hege")
    form = {**SAID, "version": "0" * 16, "form_key": "a" * 32}

    assert hege.post(address(row), form).status_code == 409
    row.refresh_from_db()
    assert row.aim == "keep_job"
