"""What the employer of a job needs: asked with Supported Employment, read by the right ones (W-11)."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.employment.models import EmployerNeeds, Employment
from fotfeste.apps.people.models import Event
from fotfeste.cli.cast import Cast
from tests.web.filling_in import send, words
from tests.web.pages import read
from tests.web.test_jobs import act_page, codes, jobs_page

As = Callable[[str], Client]
NEEDS = "Kanarifuglbehov: en å ringe til"
SAID = {"needs": NEEDS, "asked_on": "20.11.2026", "ask_again_on": "20.12.2026"}


@pytest.fixture
def job(cast: Cast, client_as: As) -> Employment:
    """Nora has a job since 9 November, and is followed with IPS."""
    send(client_as("siv"), act_page(cast, "start-job"), day="09.11.2026", is_ordinary="yes")
    return Employment.objects.get(person=cast.people["nora"])


def needs_page(cast: Cast, job: Employment) -> str:
    return act_page(cast, "employer-needs", job.public_id.hex)


@pytest.mark.req("W-11")
def test_with_supported_employment_it_is_asked_and_the_answer_sets_the_next_day(
    cast: Cast, client_as: As, job: Employment
) -> None:
    siv = client_as("siv")
    assert "employer-needs.ask" not in codes(cast)
    send(siv, act_page(cast, "change-method"), method="supported_employment", reason="Ikke i behandling.")
    assert "employer-needs.ask" in codes(cast)

    assert send(siv, needs_page(cast, job), **SAID)["Location"].startswith(jobs_page(cast))

    assert "employer-needs.ask" not in codes(cast)
    again = AgendaLine.objects.get(person=cast.people["nora"], code="employer-needs.ask-again")
    assert again.due == date(2026, 12, 20)
    assert Event.objects.filter(kind="job.employer-needs-said", person=job.person).count() == 1
    assert LogRow.objects.filter(action="employment.changed", subject=job.person.log_id).exists()


@pytest.mark.req("W-11")
def test_with_ips_one_is_free_to_do_it(cast: Cast, client_as: As, job: Employment) -> None:
    siv = client_as("siv")
    assert send(siv, needs_page(cast, job), needs=NEEDS, asked_on="20.11.2026").status_code == 302

    assert not {code for code in codes(cast) if code.startswith("employer-needs")}
    assert NEEDS in read(siv, jobs_page(cast))


@pytest.mark.req("W-11")
def test_the_jobseeker_reads_it_and_those_who_see_only_a_part_do_not(
    cast: Cast, client_as: As, job: Employment
) -> None:
    send(client_as("siv"), needs_page(cast, job), **SAID)

    assert NEEDS in read(client_as("nora"), reverse("my_jobs"))
    assert NEEDS not in words(client_as("berit").get(jobs_page(cast)))
    for who in ("odd", "jonas", "arne"):
        assert NEEDS not in words(client_as(who).get(jobs_page(cast)))
    assert NEEDS.encode() not in bytes(EmployerNeeds.objects.get().sealed_needs)


@pytest.mark.req("W-11")
@pytest.mark.parametrize(
    ("but", "said"),
    [
        ({"needs": "  "}, "Skriv hva arbeidsgiveren trenger."),
        ({"asked_on": "23.11.2026"}, NEEDS),
        ({"asked_on": "22.11.2026", "ask_again_on": "22.11.2026"}, "må være senere enn dagen de ble spurt"),
        ({"ask_again_on": "01.01.2019"}, NEEDS),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(
    cast: Cast, client_as: As, job: Employment, but: dict[str, str], said: str
) -> None:
    answer = send(client_as("siv"), needs_page(cast, job), **{**SAID, **but})

    assert answer.status_code == 422
    assert said in words(answer)
    assert not EmployerNeeds.objects.exists()


@pytest.mark.req("W-11")
@pytest.mark.parametrize("who", ["odd", "berit", "hege", "nora"])
def test_only_the_specialist_puts_it_down(cast: Cast, client_as: As, job: Employment, who: str) -> None:
    assert client_as(who).post(needs_page(cast, job), SAID).status_code in {403, 404}
    assert not EmployerNeeds.objects.exists()
