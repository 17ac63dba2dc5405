"""Coming in at the employer by a link and a code, once; whatever is wrong has one answer (A-01)."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agreements.invitations import link_token
from fotfeste.apps.agreements.models import Agreement, EmployerInvitation, EmployerMember
from fotfeste.apps.disclosure.models import AgreedTopic
from fotfeste.apps.people.models import Account, Membership, Relation
from fotfeste.cli.cast import Cast
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.jobs.loop import carry_next
from tests.employer_people import NUMBER, agreement_with, entered
from tests.web.pages import read, send, words

As = Callable[[str], Client]
SECRET = re.compile(r'<p class="secret"><code>([^<]+)</code>')
WHOM = {"name": "Eva Berg", "email": "eva@renhold.example", "number": NUMBER, "may_sign": "on"}
WRONG = "Lenken, organisasjonsnummeret og koden hører ikke sammen"


def invite_page(cast: Cast, person: str = "nora") -> str:
    return reverse("agreement_employer_invite", args=[cast.people[person].public_id])


def people_page(cast: Cast) -> str:
    return reverse("agreement_employer_people", args=[cast.people["nora"].public_id])


def invited(cast: Cast, client: Client) -> tuple[EmployerInvitation, str]:
    """NAV invites Eva. Answers the invitation and the code that was shown."""
    answer = send(client, invite_page(cast), **WHOM)
    found = SECRET.search(answer.content.decode())
    assert found, words(answer)
    return EmployerInvitation.objects.latest("pk"), found[1]


def visitor() -> Client:
    return Client(headers={"Sec-Fetch-Site": "same-origin"})


def link(row: EmployerInvitation) -> str:
    return reverse("invitation", args=[link_token(row)])


def tried(row: EmployerInvitation, code: str, number: str = NUMBER, client: Client | None = None) -> Any:
    return (client or visitor()).post(link(row), {"number": number, "code": code})


@pytest.fixture
def row(cast: Cast) -> Agreement:
    return agreement_with(cast)


@pytest.mark.req("A-01")
def test_nav_invites_and_the_invited_makes_a_log_in_and_reads(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    invitation, code = invited(cast, client_as("hege"))
    while carry_next():
        pass
    (letter,) = mail.outbox
    assert letter.to == ["eva@renhold.example"]
    assert link(invitation) in letter.body
    for told in ("Nora", "avtale", "Fotfeste", "Renhold", code):
        assert told.casefold() not in (letter.subject + letter.body).casefold()

    eva = visitor()
    assert "Nora" not in read(eva, link(invitation))
    answer = tried(invitation, code.lower().replace("-", " "), f"{NUMBER[:3]} {NUMBER[3:]}", eva)
    made = eva.post(answer.headers["Location"], {"name": "Eva Berg", "user_name": "eva.berg"})

    assert made.headers["Location"].startswith("/lenke/"), words(made)
    account = Account.objects.get(username="eva.berg")
    assert not account.has_usable_password()
    assert account.email == "eva@renhold.example"
    member = EmployerMember.objects.get()
    assert (member.account, member.unit, member.may_sign) == (account, cast.units["rana_renhold"], True)
    assert Relation.objects.get(pk=member.relation_id).why == "agreement"
    own = Client(headers={"Sec-Fetch-Site": "same-origin"})
    own.force_login(account)
    assert "Nora Lunde" in read(own, "/arbeidsgiver")
    assert "Eva Berg" in read(client_as("hege"), people_page(cast))
    assert "Eva Berg" in read(client_as("nora"), "/min-side/avtale/arbeidsgiver")


@pytest.mark.req("A-01")
def test_somebody_with_a_log_in_for_another_business_keeps_it(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    Membership.objects.filter(account=cast.accounts["erik"]).update(unit=cast.units["brobygger"])
    invitation, code = invited(cast, client_as("hege"))
    erik = client_as("erik")

    answer = tried(invitation, code, client=erik)
    came = erik.post(answer.headers["Location"])

    assert came.headers["Location"] == reverse("switch_role")
    units = Membership.objects.filter(account=cast.accounts["erik"]).values_list("unit", flat=True)
    assert set(units) == {cast.units["brobygger"].pk, cast.units["rana_renhold"].pk}


@pytest.mark.req("A-01")
def test_all_that_is_wrong_has_one_answer_and_opens_nothing(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    invitation, code = invited(cast, client_as("hege"))
    wrong_code, wrong_number = tried(invitation, "AAAA"), tried(invitation, code, "981526031")
    unknown = visitor().post(reverse("invitation", args=["a" * 64]), {"number": NUMBER, "code": code})

    for answer in (wrong_code, wrong_number, unknown):
        assert answer.status_code == 422
        assert WRONG in words(answer)
    assert EmployerInvitation.objects.get().wrong_codes == 2
    assert not EmployerMember.objects.exists()


@pytest.mark.req("A-01")
@pytest.mark.parametrize("what", ["used", "revoked", "run_out", "closed", "ended", "withdrawn"])
def test_a_link_that_no_longer_holds_opens_nothing(
    cast: Cast, client_as: As, row: Agreement, what: str
) -> None:
    invitation, code = invited(cast, client_as("hege"))
    changes: dict[str, dict[str, object]] = {
        "used": {"used_at": cast.at},
        "revoked": {"revoked_at": cast.at},
        "run_out": {"expires_at": cast.at - timedelta(days=1)},
        "closed": {"wrong_codes": 5},
    }
    EmployerInvitation.objects.update(**changes.get(what, {"wrong_codes": 0}))
    if what == "ended":
        Agreement.objects.update(ended_on=cast.on)
    if what == "withdrawn":
        AgreedTopic.objects.filter(topic=Topic.NAME).update(answer="not")

    answer = tried(invitation, code)

    assert answer.status_code == 422
    assert WRONG in words(answer)
    while carry_next():
        pass
    assert not mail.outbox


def test_a_right_code_in_one_browser_opens_nothing_in_another(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    invitation, code = invited(cast, client_as("hege"))
    answer = tried(invitation, code)

    other = visitor().post(answer.headers["Location"], {"name": "X", "user_name": "x.x"})

    assert other.headers["Location"] == link(invitation)
    assert not Account.objects.filter(username="x.x").exists()


def test_the_same_link_lets_in_one_and_a_taken_user_name_is_told(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    invitation, code = invited(cast, client_as("hege"))
    first, second = visitor(), visitor()
    inside = tried(invitation, code, client=first).headers["Location"]
    tried(invitation, code, client=second)

    taken = first.post(inside, {"name": "Eva Berg", "user_name": "siv"})
    came = first.post(inside, {"name": "Eva Berg", "user_name": "eva.berg"})
    late = second.post(inside, {"name": "Ola", "user_name": "ola"})

    assert "Brukernavnet er tatt" in words(taken)
    assert came.status_code == 302
    assert late.status_code == 422
    assert WRONG in words(late)
    assert EmployerMember.objects.count() == 1


def test_a_jobseekers_log_in_cannot_be_the_employers(cast: Cast, client_as: As, row: Agreement) -> None:
    invitation, code = invited(cast, client_as("hege"))
    amir = client_as("amir")

    inside = tried(invitation, code, client=amir).headers["Location"]

    assert amir.post(inside).status_code == 422
    assert not EmployerMember.objects.exists()


@pytest.mark.parametrize(
    ("answers", "number", "said"),
    [
        ({}, NUMBER, "har ikke sagt at denne arbeidsgiveren kan få vite navnet"),
        ({Topic.NAME: ("may", True)}, "981526031", "ikke det som står for arbeidsgiveren"),
        ({Topic.NAME: ("if_asked", True)}, NUMBER, "kan få vite navnet"),
    ],
)
def test_nobody_is_invited_before_the_jobseeker_has_said_so(
    cast: Cast, client_as: As, answers: Any, number: str, said: str
) -> None:
    agreement_with(cast, answers)

    answer = send(client_as("hege"), invite_page(cast), **{**WHOM, "number": number})

    assert answer.status_code == 422
    assert said in words(answer)
    assert not EmployerInvitation.objects.exists()


@pytest.mark.parametrize("name", ["siv", "tom", "berit", "mette", "guro", "erik", "nora", "arne"])
def test_only_the_office_that_answers_for_it_invites(
    cast: Cast, client_as: As, row: Agreement, name: str
) -> None:
    answer = send(client_as(name), invite_page(cast), **WHOM)

    assert answer.status_code in {403, 404}
    assert not EmployerInvitation.objects.exists()


@pytest.mark.req("A-01")
def test_who_may_sign_lets_in_a_colleague_and_ends_the_access_again(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    entered(cast, row)
    at = reverse("employer_colleagues", args=[row.public_id])
    erik = client_as("erik")

    shown = SECRET.search(send(erik, at, name="Eva Berg", email="eva@renhold.example").content.decode())
    assert shown
    invitation = EmployerInvitation.objects.get()
    assert (invitation.may_sign, invitation.organisation_number) == (False, NUMBER)
    eva = visitor()
    inside = tried(invitation, shown[1], client=eva).headers["Location"]
    eva.post(inside, {"name": "Eva Berg", "user_name": "eva.berg"})
    member = EmployerMember.objects.get(account__username="eva.berg")
    assert not member.may_sign

    send(erik, reverse("employer_end_colleague", args=[row.public_id]), member=member.public_id.hex)

    eva.force_login(member.account)
    assert eva.get(reverse("employer_agreement", args=[row.public_id])).status_code in {403, 404}
    assert "Nora" not in read(eva, "/arbeidsgiver")


def test_nav_ends_an_access_and_stops_an_invitation(cast: Cast, client_as: As, row: Agreement) -> None:
    member = entered(cast, row)
    hege = client_as("hege")
    invitation, code = invited(cast, hege)
    out = reverse("agreement_employer_end", args=[cast.people["nora"].public_id])

    send(hege, out, member=member.public_id.hex)
    send(hege, out, invitation=invitation.public_id.hex)

    assert "Nora" not in read(client_as("erik"), "/arbeidsgiver")
    assert WRONG in words(tried(invitation, code))
    again = send(hege, out, member=member.public_id.hex)
    assert "har ikke lenger tilgang" in read(hege, again.headers["Location"])
