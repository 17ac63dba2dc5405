"""Support in a job through the pages: considered, the plan in versions, who shares which part."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.employment.models import (
    Employment,
    SupportConsidered,
    SupportPlan,
    SupportPlanShared,
    SupportPlanVersion,
)
from fotfeste.apps.people.models import Event, Relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.agenda import Act
from fotfeste.domain.permissions import ConsentScope, RelationKind
from tests.people import AT, ON
from tests.web.filling_in import send, words
from tests.web.pages import read
from tests.web.test_discharge import heard_and_discharged

As = Callable[[str], Client]
GOAL = "Kanarifuglmål: holde ut julehandelen"
FAMILY = "Kanarifuglsøster: følger til bussen"
AT_WORK = "Gjennomgang av uken hver fredag"
SUPPORT = "Jeg hjelper til mens hun lærer jobben."
PLAN = {
    "goals": GOAL,
    "from_day": "24.08.2026",
    "until_day": "01.06.2027",
    "look_again_on": "01.12.2026",
    "specialist_often": "weekly",
    "specialist_purpose": "Snakke om hvordan det går",
    "workplace_often": "weekly",
    "workplace_purpose": AT_WORK,
    "family_purpose": FAMILY,
}


def act_page(cast: Cast, act: str, job: Employment, person: str = "nora") -> str:
    return reverse("act", args=[cast.people[person].public_id, act]) + f"?om={job.public_id.hex}"


def my_page(act: str, job: Employment) -> str:
    return reverse("my_act", args=[act]) + f"?om={job.public_id.hex}"


def support_page(cast: Cast) -> str:
    return reverse("job_support", args=[cast.people["nora"].public_id])


def employer_page(cast: Cast, job: Employment) -> str:
    return reverse("job_support_employer", args=[cast.people["nora"].public_id, job.public_id])


def codes(cast: Cast) -> set[str]:
    rows = AgendaLine.objects.filter(person=cast.people["nora"], code__startswith="job-support.")
    return set(rows.values_list("code", flat=True))


@pytest.fixture
def employer(cast: Cast) -> Employer:
    """Stormyra Mat, known to the team."""
    return Employer.objects.create(
        team=cast.units["ips_salten"], name="Stormyra Mat", search_name="stormyra mat", created_at=AT
    )


@pytest.fixture
def job(cast: Cast, client_as: As, employer: Employer) -> Employment:
    """Nora works at Stormyra Mat since 24 August."""
    page = reverse("act", args=[cast.people["nora"].public_id, "start-job"])
    typed = {"day": "24.08.2026", "percent": "50", "employer": employer.public_id.hex}
    assert send(client_as("siv"), page, **typed).status_code == 302
    return Employment.objects.get()


@pytest.fixture
def plan(cast: Cast, client_as: As, job: Employment) -> SupportPlanVersion:
    """Siv and Nora have written the first version."""
    assert send(client_as("siv"), act_page(cast, "support-plan", job), **PLAN).status_code == 302
    return SupportPlanVersion.objects.get()


@pytest.mark.req("W-09")
def test_every_job_start_asks_what_was_considered_and_the_answer_stands_with_why(
    cast: Cast, client_as: As, job: Employment
) -> None:
    siv, page = client_as("siv"), act_page(cast, "consider-job-support", job)
    line = AgendaLine.objects.get(person=job.person, code="job-support.consider")
    assert (line.due, line.act, line.about) == (
        date(2026, 8, 24),
        Act.CONSIDER_JOB_SUPPORT,
        job.public_id.hex,
    )

    without_why = send(siv, page, choice="neither", day="22.11.2026")
    assert without_why.status_code == 422
    assert send(siv, page, choice="neither", why="Hun klarer seg.", day="22.11.2026").status_code == 302

    assert not codes(cast)
    said = read(siv, support_page(cast))
    assert "Ingen av dem" in said
    assert "Hun klarer seg." in said
    assert b"klarer" not in bytes(SupportConsidered.objects.get().sealed_why)
    assert Event.objects.get(kind="job-support.considered").data == {"choice": "neither"}
    assert LogRow.objects.filter(action=Action.EMPLOYMENT_CHANGED, subject=job.person.log_id).count() == 2


@pytest.mark.req("W-09")
def test_a_plan_that_was_chosen_is_asked_for_until_it_is_written_with_every_helper(
    cast: Cast, client_as: As, job: Employment
) -> None:
    siv = client_as("siv")
    send(siv, act_page(cast, "consider-job-support", job), choice="both", why="Ny jobb.", day="22.11.2026")
    assert codes(cast) == {"job-support.write-plan"}

    send(siv, act_page(cast, "support-plan", job), **PLAN)

    assert codes(cast) == {"job-support.look-again"}
    said = read(siv, support_page(cast))
    for each in (GOAL, AT_WORK, FAMILY, "Hver uke", "24. august", "1. juni 2027", "1. desember"):
        assert each in said
    version = SupportPlanVersion.objects.get()
    assert GOAL.encode() not in bytes(version.sealed_goals)
    assert FAMILY.encode() not in bytes(version.sealed_helpers)


@pytest.mark.req("W-09")
def test_the_jobseeker_reads_and_changes_the_own_plan_and_every_version_stays(
    cast: Cast, client_as: As, job: Employment, plan: SupportPlanVersion
) -> None:
    nora = client_as("nora")
    assert GOAL in read(nora, reverse("my_job_support"))

    answer = send(nora, my_page("support-plan", job), **{**PLAN, "goals": "Mitt eget mål"})

    assert answer["Location"].startswith(reverse("my_job_support"))
    assert "Mitt eget mål" in read(nora, reverse("my_job_support"))
    assert SupportPlanVersion.objects.get(number=2).written_as == "jobseeker"
    first = reverse("job_support_version", args=[job.person.public_id, plan.public_id])
    assert GOAL in read(client_as("siv"), first)
    assert GOAL in read(nora, first)


def test_two_who_write_at_once_see_both_texts_and_nothing_is_overwritten(
    cast: Cast, client_as: As, job: Employment, plan: SupportPlanVersion
) -> None:
    siv, page = client_as("siv"), act_page(cast, "support-plan", job)
    old = dict(re.findall(r'name="(form_key|version)" value="([^"]*)"', siv.get(page).content.decode()))
    send(client_as("nora"), my_page("support-plan", job), **{**PLAN, "goals": "Noras mål"})

    answer = siv.post(page, {**old, **PLAN, "goals": "Sivs mål"})

    assert answer.status_code == 409
    assert "Noras mål" in words(answer)
    assert "Sivs mål" in words(answer)
    assert SupportPlanVersion.objects.count() == 2
    again = dict(re.findall(r'type="hidden" name="([a-z_0-9]+)" value="([^"]*)"', answer.content.decode()))
    assert siv.post(page, again).status_code == 302


def test_a_plan_that_runs_out_is_extended_or_ended(
    cast: Cast, client_as: As, job: Employment, plan: SupportPlanVersion
) -> None:
    siv = client_as("siv")
    send(siv, act_page(cast, "support-plan", job), **{**PLAN, "until_day": "30.11.2026", "look_again_on": ""})
    assert codes(cast) == {"job-support.runs-out"}

    extend = act_page(cast, "extend-support-plan", job)
    shorter = send(siv, extend, to_day="30.11.2026")
    assert shorter.status_code == 422
    assert "Planen varer alt til og med 30. november" in words(shorter)
    assert send(siv, extend, to_day="01.06.2027", why="Hun vil ha mer tid.").status_code == 302

    third = SupportPlanVersion.objects.get(number=3)
    assert (third.until_day, third.is_extension) == (date(2027, 6, 1), True)
    said = read(siv, support_page(cast))
    assert GOAL in said
    assert "Hun vil ha mer tid." in said
    assert Event.objects.filter(kind="job-support.extended").count() == 1

    send(siv, act_page(cast, "end-support-plan", job), day="22.11.2026", words="Alt går bra.")
    assert SupportPlan.objects.get().ended_on == ON
    assert "Planen ble avsluttet 22. november" in read(siv, support_page(cast))
    assert not {"job-support.runs-out", "job-support.look-again"} & codes(cast)


@pytest.mark.req("W-09")
def test_the_clinician_reads_it_only_while_the_person_shares_it(
    cast: Cast, client_as: As, job: Employment, plan: SupportPlanVersion
) -> None:
    berit, nora, share = client_as("berit"), client_as("nora"), my_page("share-support-plan", job)
    nothing = "Jobbsøkeren har ikke delt noen jobbstøtteplan med deg."
    assert nothing in read(berit, support_page(cast))

    assert send(nora, share, clinician="on").status_code == 302
    said = read(berit, support_page(cast))
    assert GOAL in said
    assert "Versjoner" not in said
    version = reverse("job_support_version", args=[job.person.public_id, plan.public_id])
    assert berit.get(version).status_code in (403, 404)
    assert berit.get(employer_page(cast, job)).status_code in (403, 404)
    assert berit.get(act_page(cast, "support-plan", job)).status_code in (403, 404)

    send(nora, share)
    assert nothing in read(berit, support_page(cast))


def test_the_choice_was_of_those_who_stood_there_then_and_ends_with_the_job(
    cast: Cast, client_as: As, job: Employment, plan: SupportPlanVersion
) -> None:
    send(client_as("nora"), my_page("share-support-plan", job), clinician="on")
    berit = client_as("berit")
    assert GOAL in read(berit, support_page(cast))
    relation = Relation.objects.filter(account=cast.accounts["berit"], person=job.person)

    relation.update(from_day=ON + timedelta(days=1))
    assert berit.get(support_page(cast)).status_code in (403, 404)
    SupportPlanShared.objects.update(said_on=ON - timedelta(days=1))
    relation.update(from_day=ON)  # the one who came after
    assert GOAL not in read(berit, support_page(cast))

    relation.update(from_day=ON - timedelta(days=30))
    assert GOAL in read(berit, support_page(cast))
    Employment.objects.filter(pk=job.pk).update(ended_on=ON - timedelta(days=1))
    assert GOAL not in read(berit, support_page(cast))


def test_others_never_see_it_and_learn_nothing(
    cast: Cast, client_as: As, job: Employment, plan: SupportPlanVersion
) -> None:
    send(client_as("nora"), my_page("share-support-plan", job), clinician="on", nav_adviser="on")
    for who in ("odd", "amir", "mette", "erik"):
        answer = client_as(who).get(support_page(cast))
        assert answer.status_code in (302, 403, 404), who
        assert GOAL not in answer.content.decode()
    assert client_as("amir").get(my_page("support-plan", job)).status_code == 200
    assert GOAL not in client_as("amir").get(my_page("support-plan", job)).content.decode()
    assert send(client_as("amir"), my_page("support-plan", job), **PLAN).status_code == 422


@pytest.mark.req("W-09")
def test_the_adviser_needs_both_the_consent_and_the_choice(
    cast: Cast, client_as: As, job: Employment, plan: SupportPlanVersion
) -> None:
    hege, nora = client_as("hege"), client_as("nora")
    Relation.objects.filter(person=job.person, account=cast.accounts["hege"]).delete()
    Relation.objects.create(
        person=job.person,
        account=cast.accounts["hege"],
        kind=RelationKind.NAV_ADVISER,
        from_day=date(2026, 8, 1),
    )
    consents = ConsentStatement.objects.filter(person=job.person, scope=ConsentScope.NAV_CONTACT)
    send(nora, my_page("share-support-plan", job), nav_adviser="on")
    assert hege.get(support_page(cast)).status_code in (403, 404)  # her yes is to the text before this one
    consents.update(stated_on=ON)
    send(nora, my_page("share-support-plan", job), again="1")
    assert GOAL not in read(hege, support_page(cast))

    send(nora, my_page("share-support-plan", job), nav_adviser="on")
    assert GOAL in read(hege, support_page(cast))
    assert hege.get(act_page(cast, "support-plan", job)).status_code in (403, 404)

    consents.filter(ended_at=None).update(ended_at=AT)
    assert hege.get(support_page(cast)).status_code in (403, 404)


@pytest.mark.req("W-09", "I-4.3c")
def test_the_employer_gets_its_own_part_in_the_words_agreed_and_no_other_word(
    cast: Cast, client_as: As, job: Employment, plan: SupportPlanVersion
) -> None:
    employer = Employer.objects.get()
    siv, page = client_as("siv"), employer_page(cast, job)
    assert "Jobbsøkeren har ikke valgt at arbeidsgiveren får en del av planen" in read(siv, page)
    assert AT_WORK not in read(siv, page)

    send(client_as("nora"), my_page("share-support-plan", job), employer="on")
    assert AT_WORK not in read(siv, page)

    agree = reverse("act", args=[job.person.public_id, "agree-disclosure"]) + f"?om={employer.public_id.hex}"
    said = {"support_answer": "may", "support_wording": SUPPORT, "health_answer": "not"}
    said |= {"health_wording": "Kanarifuglhelse", "day": "22.11.2026", "says_yes": "on"}
    assert send(siv, agree, **said).status_code == 302

    shown = re.search(
        r'<section class="card" aria-labelledby="part">.*?</section>', words(siv.get(page)), re.S
    )
    assert shown is not None
    assert SUPPORT in shown[0]
    assert AT_WORK in shown[0]
    for never in (GOAL, FAMILY, "Kanarifuglhelse", "Snakke om hvordan det går", "Lunde", "Nora"):
        assert never not in shown[0]


@pytest.mark.parametrize("how", ["job", "plan"])
def test_the_employers_part_closes_when_the_job_is_over_or_the_plan_is_ended(
    cast: Cast, client_as: As, plan: SupportPlanVersion, how: str
) -> None:
    siv, job = client_as("siv"), Employment.objects.get()
    send(client_as("nora"), my_page("share-support-plan", job), employer="on")
    employer = Employer.objects.get().public_id.hex
    agree = reverse("act", args=[job.person.public_id, "agree-disclosure"]) + f"?om={employer}"
    send(siv, agree, support_answer="may", support_wording=SUPPORT, day="22.11.2026", says_yes="on")
    assert AT_WORK in read(siv, employer_page(cast, job))

    if how == "job":
        Employment.objects.update(ended_on=ON - timedelta(days=1))
    else:
        send(siv, act_page(cast, "end-support-plan", job), day="22.11.2026", words="Ferdig.")

    said = read(siv, employer_page(cast, job))
    assert "Da får arbeidsgiveren ikke noe av den lenger" in said
    assert AT_WORK not in said
    assert SUPPORT not in said


@pytest.mark.req("I-7.3")
def test_at_discharge_the_sharing_lapses_until_the_person_chooses_again(
    cast: Cast, client_as: As, plan: SupportPlanVersion
) -> None:
    nora, job = client_as("nora"), Employment.objects.get()
    send(nora, my_page("share-support-plan", job), clinician="on", employer="on")
    assert GOAL in read(client_as("berit"), support_page(cast))

    heard_and_discharged(client_as, cast)

    newest = SupportPlanShared.objects.order_by("-pk")[0]
    assert (newest.readers, newest.said_on) == ([], ON)
    Relation.objects.filter(account=cast.accounts["berit"]).update(
        ended_at=None, until_day=None, from_day=ON - timedelta(days=30)
    )
    assert GOAL not in client_as("berit").get(support_page(cast)).content.decode()
    send(nora, my_page("share-support-plan", job), clinician="on")
    assert SupportPlanShared.objects.order_by("-pk")[0].readers == ["clinician"]


@pytest.mark.parametrize(
    "purpose", ["Snakk med Nora Lunde hver fredag", "Se etter om depresjonen blir verre"]
)
def test_what_was_written_for_the_workplace_stays_when_it_says_more_than_is_agreed(
    cast: Cast, client_as: As, plan: SupportPlanVersion, purpose: str
) -> None:
    siv, nora, job = client_as("siv"), client_as("nora"), Employment.objects.get()
    employer = Employer.objects.get()
    send(nora, my_page("share-support-plan", job), employer="on")
    send(siv, act_page(cast, "support-plan", job), **{**PLAN, "workplace_purpose": purpose})
    agree = reverse("act", args=[job.person.public_id, "agree-disclosure"]) + f"?om={employer.public_id.hex}"
    send(siv, agree, support_answer="may", support_wording=SUPPORT, day="22.11.2026", says_yes="on")

    said = read(siv, employer_page(cast, job))

    assert SUPPORT in said
    assert purpose not in said
    assert "Noe av det som er skrevet, kan ikke gå" in said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            {"goals": "", "workplace_purpose": "", "family_purpose": "", "specialist_purpose": ""},
            "Skriv et mål",
        ),
        ({"until_day": "23.08.2026"}, "er før første dag"),
        ({"until_day": "24.08.3026"}, "for langt fram"),
        ({"look_again_on": "21.11.2026"}, "har vært"),
        ({"from_day": "31.02.2026"}, "Vi forstår ikke datoen"),
        ({"goals": "x" * 2001}, "2000"),
        ({"specialist_often": "aldri"}, "Velg et av alternativene"),
    ],
)
def test_what_cannot_be_right_is_refused_and_nothing_typed_is_lost(
    cast: Cast, client_as: As, job: Employment, typed: dict[str, str], said: str
) -> None:
    other = "<script>alert(1)</script>\u202e🙂 Čáhcesuolu"
    answer = send(
        client_as("siv"), act_page(cast, "support-plan", job), **{**PLAN, **typed, "extension": other}
    )

    assert answer.status_code == 422
    assert said in words(answer)
    assert "<script>alert" not in words(answer)
    assert "Čáhcesuolu" in words(answer)
    assert not SupportPlanVersion.objects.exists()


def test_acts_on_a_plan_there_is_not_say_so(cast: Cast, client_as: As, job: Employment) -> None:
    cases = (
        ("extend-support-plan", {"to_day": "01.06.2027"}),
        ("end-support-plan", {"day": "22.11.2026"}),
        ("share-support-plan", {"clinician": "on"}),
    )
    for act, typed in cases:
        answer = send(client_as("siv"), act_page(cast, act, job), **typed)
        assert answer.status_code == 422
        assert "Det er ingen jobbstøtteplan i bruk" in words(answer)


def test_a_page_with_many_versions_takes_as_many_statements_as_one_with_few(
    cast: Cast,
    client_as: As,
    job: Employment,
    plan: SupportPlanVersion,
    django_assert_max_num_queries: object,
) -> None:
    siv, job = client_as("siv"), Employment.objects.get()
    for number in range(8):
        send(siv, act_page(cast, "support-plan", job), **{**PLAN, "goals": f"Mål {number}"})

    with django_assert_max_num_queries(26):  # type: ignore[operator]  # pytest-django's fixture
        siv.get(support_page(cast))
