"""Jobs through the pages: what is put down, two at once, the rhythm, and who sees which part."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employment.models import Employment, JobTraining, RhythmReflection, Undertaking
from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.people.models import Event
from fotfeste.apps.vault.keys import keys_of
from fotfeste.cli.cast import Cast
from tests.people import AT, ON
from tests.web.filling_in import send
from tests.web.pages import read, words

As = Callable[[str], Client]
HOSTILE = "<script>alert(1)</script>\n\u202egnitirw 🙂 Čáhcesuolu"
SECRET = "Kanarifuglord om ryggen"
START = {
    "day": "24.08.2026",
    "percent": "50",
    "hours": "18,5",
    "permanence": "permanent",
    "is_ordinary": "yes",
}


def act_page(cast: Cast, act: str, about: str = "", person: str = "nora") -> str:
    page = reverse("act", args=[cast.people[person].public_id, act])
    return f"{page}?om={about}" if about else page


def jobs_page(cast: Cast, person: str = "nora") -> str:
    return reverse("person_jobs", args=[cast.people[person].public_id])


def codes(cast: Cast) -> set[str]:
    return set(AgendaLine.objects.filter(person=cast.people["nora"]).values_list("code", flat=True))


@pytest.fixture
def employer(cast: Cast) -> Employer:
    """Stormyra Mat, known to the team."""
    return Employer.objects.create(
        team=cast.units["ips_salten"], name="Stormyra Mat", search_name="stormyra mat", created_at=AT
    )


@pytest.fixture
def job(cast: Cast, client_as: As, employer: Employer) -> Employment:
    """Nora works at Stormyra Mat since 24 August."""
    typed = {**START, "employer": employer.public_id.hex, "occupation": "5223 Butikkmedarbeidere"}
    assert send(client_as("siv"), act_page(cast, "start-job"), **typed).status_code == 302
    return Employment.objects.get()


@pytest.mark.req("I-3.2")
def test_a_job_is_put_down_with_what_is_known_of_it(cast: Cast, client_as: As, job: Employment) -> None:
    assert (job.started_on, job.percent, job.hours_a_week) == (date(2026, 8, 24), 50, Decimal("18.5"))
    assert (job.permanence, job.is_ordinary, job.occupation_code) == ("permanent", True, "5223")
    page = read(client_as("siv"), jobs_page(cast))
    for said in ("Stormyra Mat", "fra 24. august", "5223 Butikkmedarbeidere", "18,5", "Fast", "50"):
        assert said in page
    assert LogRow.objects.filter(action=Action.EMPLOYMENT_CHANGED, subject=job.person.log_id).count() == 1


def test_more_becomes_known_and_is_sealed(cast: Cast, client_as: As, job: Employment) -> None:
    page = act_page(cast, "complete-job", job.public_id.hex)
    typed = {"percent": "60", "contract": "yes", "contract_day": "20.08.2026", "trial_until": "24.02.2027"}
    typed |= {"accommodation": SECRET, "who_knows": "Lederen", "occupation": "Kassen på Stormyra"}

    assert send(client_as("siv"), page, **typed).status_code == 302

    job.refresh_from_db()
    key = keys_of([(job.person.pk, job.person.public_id)])[job.person.pk]
    assert (job.percent, job.is_contract_signed, job.trial_until) == (60, True, date(2027, 2, 24))
    assert SECRET.encode() not in bytes(job.sealed_accommodation)
    assert job.opened("sealed_accommodation", key) == SECRET
    assert (job.occupation_code, job.opened("sealed_occupation", key)) == ("", "Kassen på Stormyra")
    assert SECRET in read(client_as("siv"), jobs_page(cast))


def test_who_saves_on_an_old_page_sees_both_texts(cast: Cast, client_as: As, job: Employment) -> None:
    siv, page = client_as("siv"), act_page(cast, "complete-job", job.public_id.hex)
    old = siv.get(page)
    send(siv, page, percent="60", occupation="")
    hidden = dict(re.findall(r'name="(form_key|version)" value="([^"]*)"', old.content.decode()))

    answer = siv.post(page, {**hidden, "percent": "70", "accommodation": SECRET})

    assert answer.status_code == 409
    assert "70" in words(answer)
    assert "60" in words(answer)
    assert SECRET in words(answer)
    assert Employment.objects.get().percent == 60


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"percent": "140"}, "En stilling er høyst 100 prosent. Er det to jobber, før dem hver for seg."),
        ({"percent": "mye"}, "Skriv et helt tall fra 1 til 100"),
        ({"hours": "mange"}, "Skriv timer som et tall"),
        ({"hours": "400"}, "Timer i uken er over 0 og høyst 168"),
        ({"hours": "1e9"}, "Timer i uken er over 0 og høyst 168"),
        ({"hours": "NaN"}, "Skriv timer som et tall"),
        ({"last_day": "23.08.2026"}, "er før første dag"),
        ({"day": "24.08.3026"}, "for langt fram"),
        ({"day": "31.02.2026"}, "Vi forstår ikke datoen"),
        ({"employer": "ffffffffffffffffffffffffffffffff"}, "Velg et av alternativene"),
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_typed_is_lost(
    cast: Cast, client_as: As, typed: dict[str, str], said: str
) -> None:
    answer = send(
        client_as("siv"), act_page(cast, "start-job"), **{**START, "occupation": HOSTILE[:30], **typed}
    )

    assert answer.status_code == 422
    assert said in words(answer)
    assert "<script>alert" not in answer.content.decode()
    assert "&lt;script&gt;" in answer.content.decode()
    assert not Employment.objects.exists()


def test_an_employer_that_is_closed_takes_nobody_in(cast: Cast, client_as: As, employer: Employer) -> None:
    Employer.objects.filter(pk=employer.pk).update(closed_on=date(2026, 8, 1))

    answer = send(client_as("siv"), act_page(cast, "start-job"), **START, employer=employer.public_id.hex)

    assert answer.status_code == 422
    assert "Stormyra Mat er lagt ned fra 1. august" in words(answer)


@pytest.mark.req("I-3.2")
def test_two_jobs_at_once_are_possible_and_more_than_full_is_something_to_talk_about(
    cast: Cast, client_as: As, job: Employment
) -> None:
    siv = client_as("siv")
    assert send(siv, act_page(cast, "start-job"), day="01.09.2026", percent="70").status_code == 302

    assert "Jobbene er 120 prosent til sammen" in read(siv, jobs_page(cast))

    send(
        siv, act_page(cast, "end-job", job.public_id.hex), day="20.11.2026", reason="own_choice", words=SECRET
    )
    job.refresh_from_db()
    other = Employment.objects.exclude(pk=job.pk).get()
    assert (job.ended_on, job.end_reason, other.ended_on) == (date(2026, 11, 20), "own_choice", None)
    assert "prosent til sammen" not in read(siv, jobs_page(cast))
    assert "Ønsket å slutte" in read(siv, jobs_page(cast))


def test_an_act_about_a_job_that_is_not_there_touches_no_other(
    cast: Cast, client_as: As, job: Employment
) -> None:
    for about in ("0" * 32, "noe-annet", cast.people["amir"].public_id.hex):
        answer = send(client_as("siv"), act_page(cast, "end-job", about), day="20.11.2026")
        assert answer.status_code == 422
        assert "Denne jobben finnes ikke" in words(answer)

    job.refresh_from_db()
    assert job.ended_on is None


def test_a_lost_job_leads_back_to_search_with_a_contact_within_three_days(
    cast: Cast, client_as: As, job: Employment
) -> None:
    siv = client_as("siv")

    send(siv, act_page(cast, "end-job", job.public_id.hex), day="20.11.2026", reason="dismissed")

    line = AgendaLine.objects.get(person=job.person, code="support.after-job-loss")
    assert line.due == date(2026, 11, 23)
    overview = read(siv, reverse("person", args=[job.person.public_id]))
    assert "Søker jobb" in overview
    assert "Skrevet ut" not in overview


@pytest.mark.req("W-13")
def test_work_kept_for_thirteen_weeks_is_said_with_its_definition(
    cast: Cast, client_as: As, job: Employment
) -> None:
    page = client_as("siv").get(jobs_page(cast))

    assert "Beholdt i 13 uker 22. november" in words(page)
    assert reverse("source", args=["figures-kept"]) in page.content.decode()


def test_the_rhythm_is_a_picture_with_a_table_beside_it(cast: Cast, client_as: As, job: Employment) -> None:
    send(client_as("siv"), act_page(cast, "log-contact"), day="20.11.2026", place_kind="workplace")

    page = client_as("siv").get(jobs_page(cast)).content.decode()

    assert 'class="rhythm" viewBox=' in page
    assert 'role="img"' in page
    assert "Uken før jobbstart" in page
    assert "style=" not in page.split("<main")[1]


@pytest.mark.req("I-4.2b")
def test_a_departure_is_thought_about_and_never_a_lock(cast: Cast, client_as: As, job: Employment) -> None:
    nora_knew_us = job.person.pk  # referred in November: what came before is hers to tell
    siv, page = client_as("siv"), act_page(cast, "reflect-on-rhythm", job.public_id.hex)
    assert "Tenk over det" in read(siv, jobs_page(cast))

    assert send(siv, page, point="before_start:2026-08-23", words=SECRET).status_code == 302

    row = RhythmReflection.objects.get(person=nora_knew_us)
    assert (row.point, row.reflected_on) == ("before_start:2026-08-23", ON)
    again = send(siv, page, point="before_start:2026-08-23", words="Igjen")
    assert again.status_code == 422
    assert SECRET in read(siv, jobs_page(cast))


@pytest.mark.req("I-3.2")
@pytest.mark.req("W-11")
@pytest.mark.parametrize("method", ["ips", "supported_employment"])
def test_training_at_the_workplace(cast: Cast, client_as: As, job: Employment, method: str) -> None:
    Episode.objects.filter(person=job.person).update(method=method)
    siv, page = client_as("siv"), act_page(cast, "plan-training", job.public_id.hex)
    early = send(siv, page, what="Kassen", until_day="20.08.2026")
    assert early.status_code == 422
    assert "er før første dag" in words(early)

    send(siv, page, what="Kassen", by_whom="Kari Krok", until_day="18.12.2026")
    row = JobTraining.objects.get()
    assert "Kari Krok, til 18. desember" in read(siv, jobs_page(cast))

    done = act_page(cast, "training-done", row.public_id.hex)
    assert send(siv, done, day="20.11.2026").status_code == 302
    assert "ferdig 20. november" in read(siv, jobs_page(cast))
    assert send(siv, done, day="21.11.2026").status_code == 422


def test_education_and_measures_are_put_down_and_are_no_jobs(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    typed = {"kind": "measure", "name": "Arbeidsforberedende trening", "day": "01.09.2026"}
    assert send(siv, act_page(cast, "begin-undertaking"), **typed).status_code == 302
    row = Undertaking.objects.get()

    assert "I jobb" not in read(siv, reverse("person", args=[row.person.public_id]))
    assert "Arbeidsforberedende trening" in read(siv, jobs_page(cast))
    wrong = send(siv, act_page(cast, "end-undertaking", row.public_id.hex), day="31.08.2026")
    assert wrong.status_code == 422
    send(siv, act_page(cast, "end-undertaking", row.public_id.hex), day="20.11.2026")
    row.refresh_from_db()
    assert row.ended_on == date(2026, 11, 20)
    assert set(Event.objects.filter(kind__startswith="undertaking.").values_list("kind", flat=True)) == {
        "undertaking.begun",
        "undertaking.ended",
    }


@pytest.fixture
def told(cast: Cast, client_as: As, job: Employment) -> Employment:
    """A job with things that are only for Nora and Siv."""
    send(
        client_as("siv"),
        act_page(cast, "complete-job", job.public_id.hex),
        accommodation=SECRET,
        employer=job.employer.public_id.hex,
    )
    return job


@pytest.mark.parametrize(("name", "status"), [("odd", 404), ("jonas", 404), ("arne", 404), ("mette", 403)])
def test_others_do_not_see_the_jobs(
    cast: Cast, client_as: As, told: Employment, name: str, status: int
) -> None:
    answer = client_as(name).get(jobs_page(cast))

    assert answer.status_code == status
    assert SECRET not in words(answer)


@pytest.mark.parametrize("name", ["berit", "hege"])
def test_clinician_and_nav_see_the_job_and_not_what_is_between_the_two(
    cast: Cast, client_as: As, told: Employment, name: str
) -> None:
    page = read(client_as(name), jobs_page(cast))

    assert "Stormyra Mat" in page
    assert SECRET not in page
    assert "Ny jobb" not in page


@pytest.mark.req("W-04")
def test_the_jobseeker_sees_the_own_job_on_the_phone(cast: Cast, client_as: As, told: Employment) -> None:
    page = read(client_as("nora"), reverse("my_jobs"))

    assert "Stormyra Mat" in page
    assert SECRET in page
    assert reverse("my_jobs") in client_as("nora").get(reverse("mine")).content.decode()


def test_how_many_questions_the_page_asks_does_not_grow_with_the_jobs(
    cast: Cast, client_as: As, job: Employment, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for day in range(1, 20):
        Employment.objects.create(person=job.person, started_on=date(2025, 1, day))
    siv = client_as("siv")
    siv.get(jobs_page(cast))

    with django_assert_max_num_queries(24):  # type: ignore[attr-defined]  # the fixture is a context manager
        assert siv.get(jobs_page(cast)).status_code == 200


@pytest.mark.parametrize("typed", ["butikk", "<script>", "k" * 500, "", "%00", "Čáhce"])
def test_occupations_are_searched_for_with_any_text(cast: Cast, client_as: As, typed: str) -> None:
    answer = client_as("nora").get(reverse("occupations"), {"q": typed})

    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()
    if typed == "butikk":
        assert "5223 Butikkmedarbeidere" in words(answer)


def test_whether_it_is_ordinary_work_is_not_guessed(cast: Cast, client_as: As) -> None:
    page = client_as("siv").get(act_page(cast, "start-job")).content.decode()

    assert '<option value="unknown" selected>' in page


def test_two_employers_of_the_same_name_are_told_apart_by_their_place(cast: Cast, client_as: As) -> None:
    for place in ("Bodø", "Fauske"):
        Employer.objects.create(
            team=cast.units["ips_salten"],
            name="Nordre Bil",
            search_name="nordre bil",
            place=place,
            created_at=AT,
        )

    for act in ("start-job", "add-lead", "plan-appointment", "compose-text"):
        page = read(client_as("siv"), act_page(cast, act))
        assert "Nordre Bil, Bodø" in page, act
        assert "Nordre Bil, Fauske" in page, act


@pytest.mark.req("W-06")
def test_whether_the_job_is_what_was_wished_for_is_said_and_followed(
    cast: Cast, client_as: As, job: Employment
) -> None:
    siv, page = client_as("siv"), act_page(cast, "wishes-met", job.public_id.hex)
    plan = {"place": "Bodø", "environment": "Stille pauserom", "goals": "Fast jobb"}
    send(siv, act_page(cast, "job-plan"), **plan)
    assert "Stille pauserom" in words(siv.get(page))
    nothing = send(siv, page, day="22.11.2026")
    assert nothing.status_code == 422
    assert "Svar på minst ett av ønskene" in words(nothing)

    typed = {"place": "yes", "hours": "partly", "environment": "no", "travel": "not_wished", "words": SECRET}
    assert send(siv, page, **typed, day="20.11.2026").status_code == 302
    assert "1 av 3 ønsker er møtt, 1 delvis (sagt 20. november 2026)" in read(siv, jobs_page(cast))
    nora = client_as("nora")
    mine = reverse("my_act", args=["wishes-met"]) + f"?om={job.public_id.hex}"
    assert send(nora, mine, place="yes", environment="yes", day="22.11.2026")["Location"].startswith(
        reverse("my_jobs")
    )

    for who, where in ((siv, jobs_page(cast)), (nora, reverse("my_jobs"))):
        said = read(who, where)
        assert "2 av 2 ønsker er møtt" in said
        assert "1 av 3 ønsker er møtt" in said
    assert SECRET not in read(client_as("berit"), jobs_page(cast))
    assert "ønsker er møtt" not in read(client_as("berit"), jobs_page(cast))
    assert Event.objects.filter(kind="job.wishes-said", person=job.person).count() == 2
