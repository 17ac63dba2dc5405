"""The job development plan through the pages: written by both, versions, withdrawn, who sees which part."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.people.models import Event
from fotfeste.apps.plans.models import HelpAgreed, JobPlan, JobPlanActivity, JobPlanVersion, Wishes
from fotfeste.cli.cast import Cast
from tests.people import AT, ON
from tests.web.filling_in import send
from tests.web.pages import read, words

As = Callable[[str], Client]
SECRET = "Kanarifuglord om en stille pauseplass"
PLAN = {
    "occupation_1": "5223 Butikkmedarbeidere",
    "occupation_2": "Noe med hester",
    "line_of_business": "Dagligvare",
    "place": "Bodø",
    "travel": "Buss, høyst en halv time",
    "percent": "50",
    "hours": "Dagtid",
    "environment": SECRET,
    "goals": "Fast jobb til sommeren",
}


def act_page(cast: Cast, act: str, about: str = "") -> str:
    page = reverse("act", args=[cast.people["nora"].public_id, act])
    return f"{page}?om={about}" if about else page


def my_page(act: str, about: str = "") -> str:
    return reverse("my_act", args=[act]) + (f"?om={about}" if about else "")


def plan_page(cast: Cast) -> str:
    return reverse("person_job_plan", args=[cast.people["nora"].public_id])


def codes(cast: Cast) -> set[str]:
    return set(AgendaLine.objects.filter(person=cast.people["nora"]).values_list("code", flat=True))


@pytest.fixture
def plan(cast: Cast, client_as: As) -> JobPlanVersion:
    """Siv and Nora have written the first version."""
    assert send(client_as("siv"), act_page(cast, "job-plan"), **PLAN).status_code == 302
    return JobPlanVersion.objects.get()


@pytest.mark.req("I-6.1")
def test_the_plan_begins_with_the_wishes_and_own_words_are_always_possible(
    cast: Cast, client_as: As, plan: JobPlanVersion
) -> None:
    page = read(client_as("siv"), plan_page(cast))

    for said in (
        "5223 Butikkmedarbeidere, Noe med hester",
        "Dagligvare",
        "Bodø",
        SECRET,
        "Fast jobb til sommeren",
    ):
        assert said in page
    assert SECRET.encode() not in bytes(plan.sealed_environment)
    assert Event.objects.filter(kind="job-plan.written", person=plan.person).count() == 1
    assert LogRow.objects.filter(action=Action.PLAN_CHANGED, subject=plan.person.log_id).exists()
    assert Wishes.objects.get(person=plan.person, ended_at=None).percent == 50


@pytest.mark.req("W-04")
def test_the_jobseeker_changes_the_plan_on_the_phone_and_every_version_stays(
    cast: Cast, client_as: As, plan: JobPlanVersion
) -> None:
    nora = client_as("nora")

    assert send(nora, my_page("job-plan"), **{**PLAN, "place": "Fauske"})["Location"] == reverse(
        "my_person_job_plan"
    )

    second = JobPlanVersion.objects.get(number=2)
    assert second.written_as == "jobseeker"
    assert "Fauske" in read(nora, reverse("my_person_job_plan"))
    first = reverse("job_plan_version", args=[plan.person.public_id, plan.public_id])
    assert "Bodø" in read(client_as("siv"), first)
    assert "Bodø" in read(nora, first)


@pytest.mark.parametrize("who", ["siv", "nora"])
def test_two_who_write_at_once_see_both_texts_and_nothing_is_overwritten(
    cast: Cast, client_as: As, plan: JobPlanVersion, who: str
) -> None:
    page = act_page(cast, "job-plan") if who == "siv" else my_page("job-plan")
    old = dict(
        re.findall(r'name="(form_key|version)" value="([^"]*)"', client_as(who).get(page).content.decode())
    )
    other = my_page("job-plan") if who == "siv" else act_page(cast, "job-plan")
    send(client_as("nora" if who == "siv" else "siv"), other, **{**PLAN, "place": "Fauske"})

    answer = client_as(who).post(page, {**old, **PLAN, "place": "Narvik"})

    assert answer.status_code == 409
    assert "Narvik" in words(answer)
    assert "Fauske" in words(answer)
    assert JobPlanVersion.objects.count() == 2
    again = dict(re.findall(r'type="hidden" name="([a-z_0-9]+)" value="([^"]*)"', answer.content.decode()))
    assert client_as(who).post(page, again).status_code == 302


@pytest.fixture
def withdrawn(cast: Cast, client_as: As, plan: JobPlanVersion) -> JobPlan:
    """Nora has taken the plan back, with something agreed in it."""
    agreed = {"what": "Skrive CV", "responsible": "specialist", "day": "24.11.2026"}
    send(client_as("siv"), act_page(cast, "plan-activity"), **agreed)
    assert "job-plan.activity" in codes(cast)
    send(client_as("nora"), my_page("withdraw-job-plan"), words="Det gikk for fort.")
    return JobPlan.objects.get()


def test_a_plan_the_jobseeker_withdraws_is_used_by_nobody_and_stays_as_it_was(
    cast: Cast, client_as: As, plan: JobPlanVersion, withdrawn: JobPlan
) -> None:
    siv = client_as("siv")
    page = read(siv, plan_page(cast))

    assert withdrawn.withdrawn_on == ON
    assert "Jobbsøkeren trakk planen 22. november" in page
    assert "Det gikk for fort." in page
    assert SECRET not in page
    assert "Skrive CV" not in page
    assert not {"job-plan.activity", "job-plan.agree-help"} & codes(cast)
    assert "job-plan.withdrawn" in codes(cast)
    assert not Wishes.objects.filter(person=plan.person, ended_at=None).exists()
    assert SECRET not in read(siv, act_page(cast, "job-plan"))
    old = read(siv, reverse("job_plan_version", args=[plan.person.public_id, plan.public_id]))
    assert SECRET in old
    assert "Planen ble trukket" in old


def test_after_a_withdrawal_acts_on_the_old_plan_are_refused_with_a_clear_message(
    cast: Cast, client_as: As, withdrawn: JobPlan
) -> None:
    siv = client_as("siv")
    row = JobPlanActivity.objects.get()
    cases = [
        ("plan-activity", "", {"what": "x", "responsible": "jobseeker"}),
        ("agree-help", "", {"day": "20.11.2026", "words": "x"}),
    ]
    for act, about, typed in cases:
        answer = send(siv, act_page(cast, act, about), **typed)
        assert answer.status_code == 422
        assert "Det er ingen plan som gjelder nå" in words(answer)
    gone = send(siv, act_page(cast, "finish-activity", row.public_id.hex), outcome="done", day="20.11.2026")
    assert gone.status_code == 422
    assert "Dette står ikke som avtalt i planen nå" in words(gone)
    assert send(client_as("nora"), my_page("withdraw-job-plan"), words="").status_code == 422


def test_the_specialist_who_was_writing_when_it_was_withdrawn_is_told(
    cast: Cast, client_as: As, plan: JobPlanVersion
) -> None:
    siv, page = client_as("siv"), act_page(cast, "job-plan")
    old = dict(re.findall(r'name="(form_key|version)" value="([^"]*)"', siv.get(page).content.decode()))
    send(client_as("nora"), my_page("withdraw-job-plan"), words="")

    answer = siv.post(page, {**old, **PLAN, "place": "Narvik"})

    assert answer.status_code == 409
    assert "Narvik" in words(answer)
    assert JobPlan.objects.filter(withdrawn_at=None).count() == 0


def test_an_earlier_version_can_be_taken_up_again_and_the_withdrawn_one_cannot(
    cast: Cast, client_as: As, plan: JobPlanVersion
) -> None:
    nora = client_as("nora")
    send(nora, my_page("job-plan"), **{**PLAN, "place": "Fauske"})
    send(nora, my_page("withdraw-job-plan"), words="")
    second = JobPlanVersion.objects.get(number=2)

    assert "Fauske" not in nora.get(my_page("job-plan", second.public_id.hex)).content.decode()
    assert "Bodø" in nora.get(my_page("job-plan", plan.public_id.hex)).content.decode()
    send(nora, my_page("job-plan", plan.public_id.hex), **PLAN)
    assert JobPlanVersion.objects.get(number=3).plan_id != plan.plan_id
    assert "Bodø" in read(nora, reverse("my_person_job_plan"))


def test_an_occupation_that_was_found_stands_in_the_form(cast: Cast, client_as: As) -> None:
    assert "5120 Kokker" in client_as("siv").get(act_page(cast, "job-plan", "5120")).content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Skriv noe i planen først"),
        ({"percent": "140"}, "En stilling er høyst 100 prosent"),
        ({"place": "x" * 2001}, "2000"),
        ({"occupation_1": "y" * 201}, "200"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_stays_in_the_form(
    cast: Cast, client_as: As, typed: dict[str, str], said: str
) -> None:
    for client, page in (
        (client_as("siv"), act_page(cast, "job-plan")),
        (client_as("nora"), my_page("job-plan")),
    ):
        answer = send(client, page, **typed)
        assert answer.status_code == 422
        assert said in words(answer)
        for value in typed.values():
            assert value in answer.content.decode()
    assert not JobPlanVersion.objects.exists()


def test_any_alphabet_is_kept_as_it_was_typed(cast: Cast, client_as: As) -> None:
    hostile = "<script>alert(1)</script> \u202egnitirw 🙂 Čáhcesuolu 工作 عمل"

    send(client_as("nora"), my_page("job-plan"), occupation_1=hostile, goals=hostile)

    page = client_as("nora").get(reverse("my_person_job_plan")).content.decode()
    assert "<script>alert" not in page
    assert "Čáhcesuolu 工作 عمل" in page


@pytest.mark.req("I-6.1")
def test_what_is_agreed_is_done_or_dropped_by_either(cast: Cast, client_as: As, plan: JobPlanVersion) -> None:
    siv, nora = client_as("siv"), client_as("nora")
    send(
        nora,
        my_page("plan-activity"),
        what="Ringe Kari",
        responsible="other",
        name="Søsteren min",
        day="25.11.2026",
    )
    send(siv, act_page(cast, "plan-activity"), what="Skrive CV", responsible="jobseeker")
    past = send(siv, act_page(cast, "plan-activity"), what="x", responsible="jobseeker", day="20.11.2026")
    assert past.status_code == 422
    first, second = JobPlanActivity.objects.order_by("pk")
    assert "Søsteren min, innen 25. november" in read(siv, plan_page(cast))
    assert AgendaLine.objects.get(code="job-plan.activity").due == date(2026, 11, 25)

    send(siv, act_page(cast, "finish-activity", first.public_id.hex), outcome="done", day="22.11.2026")
    send(nora, my_page("finish-activity", second.public_id.hex), outcome="dropped", day="22.11.2026")

    page = read(siv, plan_page(cast))
    assert "gjort 22. november" in page
    assert "lagt bort 22. november" in page
    assert "job-plan.activity" not in codes(cast)
    twice = send(
        siv, act_page(cast, "finish-activity", first.public_id.hex), outcome="done", day="22.11.2026"
    )
    assert twice.status_code == 422


@pytest.mark.req("I-6.1")
def test_how_much_help_is_wanted_is_said_by_either_and_asked_again(
    cast: Cast, client_as: As, plan: JobPlanVersion
) -> None:
    send(client_as("siv"), act_page(cast, "update-profile"), day="3.11.2026")
    assert "job-plan.agree-help" in codes(cast)

    said = {
        "application": "self",
        "presence": "together",
        "day": "20.11.2026",
        "words": "Vil prøve selv først.",
    }
    send(client_as("nora"), my_page("agree-help"), **said)

    row = HelpAgreed.objects.get()
    assert row.degrees == {"application": "self", "presence": "together"}
    page = read(client_as("siv"), plan_page(cast))
    assert "Jobbsøkeren gjør det selv" in page
    assert "Vil prøve selv først." in page
    assert AgendaLine.objects.get(code="job-plan.clarify-help-again").due == date(2027, 1, 20)
    empty = send(
        client_as("nora"), my_page("agree-help"), application="", presence="", words="", day="21.11.2026"
    )
    assert empty.status_code == 422


@pytest.mark.req("I-4.3c")
def test_an_employer_in_the_plan_shows_what_may_be_told_beside_it(
    cast: Cast, client_as: As, plan: JobPlanVersion
) -> None:
    siv = client_as("siv")
    employer = Employer.objects.create(
        team=cast.units["ips_salten"], name="Stormyra Mat", search_name="stormyra mat", created_at=AT
    )
    key = employer.public_id.hex
    send(siv, act_page(cast, "name-employer"), employer=key, how="Siv, hver uke")
    assert "Åpenhet er ikke avklart. Inntil videre kan ingenting sies." in read(siv, plan_page(cast))

    said = {"support_answer": "may", "support_wording": "Jeg hjelper.", "day": "22.11.2026", "says_yes": "on"}
    send(siv, act_page(cast, "agree-disclosure", key), **said)

    page = read(siv, plan_page(cast))
    assert "Kan sies:" in page
    assert "Siv, hver uke" in page
    assert "Stormyra Mat" in read(client_as("nora"), reverse("my_person_job_plan"))
    twice = send(siv, act_page(cast, "name-employer"), employer=key, how="Igjen")
    assert twice.status_code == 422
    assert "Stormyra Mat står alt i planen" in words(twice)
    row = plan.plan.employers.get().public_id.hex
    send(siv, act_page(cast, "remove-employer", row))
    assert "Stormyra Mat" not in read(siv, plan_page(cast))
    assert send(siv, act_page(cast, "remove-employer", row)).status_code == 409


@pytest.mark.parametrize("name", ["odd", "jonas", "arne"])
def test_others_do_not_know_of_the_plan(cast: Cast, client_as: As, plan: JobPlanVersion, name: str) -> None:
    client = client_as(name)

    for page in (plan_page(cast), reverse("job_plan_version", args=[plan.person.public_id, plan.public_id])):
        answer = client.get(page)
        assert answer.status_code == 404
        assert SECRET not in words(answer)


@pytest.mark.parametrize("name", ["berit", "hege"])
def test_those_around_read_wishes_and_goals_and_nothing_that_hangs_on_them(
    cast: Cast, client_as: As, plan: JobPlanVersion, name: str
) -> None:
    send(client_as("siv"), act_page(cast, "plan-activity"), what="Kanariavtale", responsible="jobseeker")
    page = read(client_as(name), plan_page(cast))

    assert "Fast jobb til sommeren" in page
    assert "Kanariavtale" not in page
    assert "Endre planen" not in page
    version = reverse("job_plan_version", args=[plan.person.public_id, plan.public_id])
    assert client_as(name).get(version).status_code == 403


@pytest.mark.parametrize("name", ["siv", "berit", "mette"])
def test_only_the_jobseeker_withdraws(cast: Cast, client_as: As, plan: JobPlanVersion, name: str) -> None:
    assert client_as(name).post(my_page("withdraw-job-plan"), {"words": ""}).status_code in {403, 404}
    assert client_as("siv").get(act_page(cast, "withdraw-job-plan")).status_code == 404
    assert client_as("nora").get(my_page("name-employer")).status_code == 404
    assert JobPlan.objects.get().withdrawn_at is None


def test_thirty_versions_open_with_as_few_questions_as_two(
    cast: Cast, client_as: As, plan: JobPlanVersion, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for number in range(2, 31):
        JobPlanVersion.objects.create(
            person=plan.person,
            plan=plan.plan,
            number=number,
            written_on=ON,
            written_by=cast.accounts["siv"],
            written_as="employment_specialist",
        )
    siv = client_as("siv")
    siv.get(plan_page(cast))

    with django_assert_max_num_queries(26):  # type: ignore[attr-defined]  # the fixture is a context manager
        assert siv.get(plan_page(cast)).status_code == 200
