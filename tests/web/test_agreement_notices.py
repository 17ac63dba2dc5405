"""The parties are told: in the program, by a mail that says nothing, or by a letter on paper (A-04)."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from fotfeste import clock
from fotfeste.apps.agreements import versions
from fotfeste.apps.agreements.models import Agreement, AgreementNotice, EmployerMember
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.models import Account
from fotfeste.cli.cast import Cast
from fotfeste.jobs.mail import carry
from tests.agreement_people import by_nav, contact_of, in_force, second_adviser
from tests.employer_people import agreement_with, employer_of_team, entered, laid_out, lines_on, say
from tests.web.filling_in import send as sent
from tests.web.pages import read, words

As = Callable[[str], Client]
INBOX = "/avtale/beskjeder"
CHANGED = "Avtalen har fått en ny fast kontaktperson i NAV."


@pytest.fixture
def row(cast: Cast) -> Agreement:
    """In force, with Rana Renhold as a party, and Hege as the contact person."""
    found = agreement_with(cast)
    with by_nav(cast) as deed:
        versions.change_contact(deed, contact_of(cast.accounts["hege"]), handover="", language="nb")
    laid_out(cast, found, lines_on(()), in_force=True)
    AgreementNotice.objects.all().delete()
    Errand.objects.all().delete()
    return found


def change_contact(client: Client, row: Agreement, account: Account) -> int:
    address = reverse("act", args=[row.person.public_id, "agreement-contact"])
    return sent(client, address, person=str(contact_of(account)), handover="Ring helst før ti").status_code


@pytest.mark.req("A-04")
def test_all_parties_are_told_when_the_contact_person_changes_and_the_agreement_is_amended(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    entered(cast, row)
    ida = second_adviser(cast)

    assert change_contact(client_as("hege"), row, ida) == 302

    assert CHANGED in read(client_as("nora"), INBOX)
    assert CHANGED in read(client_as("erik"), INBOX)
    assert sorted(AgreementNotice.objects.values_list("account__name", flat=True)) == sorted(
        [ida.name, cast.accounts["nora"].name, cast.accounts["erik"].name]
    )
    text = row.agreementtexts.get(replaced_at=None)
    assert (text.number, text.kind, text.asked) == (2, "notice", "")
    assert "Ida Berg" in read(client_as("nora"), reverse("my_agreement_version", args=[2]))
    assert CHANGED not in read(client_as("hege"), INBOX)
    assert change_contact(client_as("hege"), row, cast.accounts["tom"]) == 302
    assert "1 ny beskjed om avtaler" in read(client_as("tom"), "/delt-med-meg")
    assert "Nora Lunde" in read(client_as("tom"), INBOX)


def test_the_mail_names_nobody_and_one_is_sent_however_much_there_is(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    entered(cast, row)
    Account.objects.filter(pk=cast.accounts["erik"].pk).update(email="erik@example.no")
    change_contact(client_as("hege"), row, second_adviser(cast))
    with by_nav(cast) as deed:
        versions.change_contact(deed, contact_of(cast.accounts["hege"]), handover="", language="nb")

    for errand in Errand.objects.filter(kind="mail.notice"):
        carry(errand, clock.now())
    to_erik = [each for each in mail.outbox if each.to == ["erik@example.no"]]
    assert len(to_erik) == 1
    said = f"{to_erik[0].subject} {to_erik[0].body}".lower()
    assert not re.search("nora|lunde|nav\\b|ips|avtale|rana|helse|tilrettelegg", said)


def test_what_is_read_is_not_new_and_what_came_meanwhile_still_is(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    ida = second_adviser(cast)
    change_contact(client_as("hege"), row, ida)
    nora = client_as("nora")
    shown = nora.get(INBOX)
    newest = re.search(r'name="newest" value="([^"]+)"', shown.content.decode())
    assert newest is not None
    assert "1 ny beskjed om avtaler" in read(nora, "/min-side")
    with by_nav(cast) as deed:
        versions.change_contact(deed, contact_of(cast.accounts["hege"]), handover="", language="nb")

    nora.post("/avtale/beskjeder/lest", {"newest": newest[1]})

    assert (
        list(AgreementNotice.objects.filter(seen_at=None).values_list("party", flat=True)).count("jobseeker")
        == 1
    )
    assert nora.post("/avtale/beskjeder/lest", {"newest": "9" * 40}).status_code == 302
    assert nora.post("/avtale/beskjeder/lest", {"newest": "²"}).status_code == 302


def test_nobody_reads_anothers_and_none_where_the_way_is_closed(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    member = entered(cast, row)
    change_contact(client_as("hege"), row, second_adviser(cast))
    assert CHANGED in read(client_as("erik"), INBOX)

    EmployerMember.objects.filter(pk=member.pk).update(until_day=cast.on)

    assert CHANGED not in read(client_as("erik"), INBOX)
    assert client_as("mette").get(INBOX).status_code == 403
    assert Client().get(INBOX).status_code in {302, 403}


def test_the_employer_reads_a_name_only_as_agreed(cast: Cast, client_as: As, row: Agreement) -> None:
    entered(cast, row)
    change_contact(client_as("hege"), row, second_adviser(cast))
    assert "Nora Lunde" in read(client_as("erik"), INBOX)

    say(cast, row, employer_of_team(cast), {})

    page = read(client_as("erik"), INBOX)
    assert CHANGED in page
    assert "Nora" not in page


@pytest.mark.req("A-04")
def test_who_is_not_digital_gets_a_letter_that_the_office_prints_once(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    """Nobody at the employer is let in; and Nora's log-in is closed."""
    Account.objects.filter(pk=cast.accounts["nora"].pk).update(is_active=False)
    change_contact(client_as("hege"), row, second_adviser(cast))
    hege = client_as("hege")

    page = hege.get("/avtale/brev")
    letters = re.findall(r'href="(/personer/[^"]*/avtale/brev/[^"]*)"', page.content.decode())
    assert "2 brev skal sendes på papir" in read(hege, "/avtale/soknader")
    assert len(letters) == 2
    told = [read(hege, each) for each in letters]
    assert any("Nora Lunde" in each for each in told)
    assert all(CHANGED in each and "Ida Berg" in each for each in told)

    sending = re.search(r'href="([^"]*agreement-letter-sent[^"]*)"', hege.get(letters[0]).content.decode())
    assert sending is not None
    assert sent(hege, sending[1]).status_code == 302
    assert sent(hege, sending[1]).status_code == 422
    assert "Merket som sendt" in read(hege, letters[0])
    assert "1 brev skal sendes på papir" in read(hege, "/avtale/soknader")
    assert client_as("mette").get("/avtale/brev").status_code == 403
    assert client_as("mette").get(letters[1]).status_code in {403, 404}


def test_an_employer_who_may_not_know_the_name_gets_no_letter(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    say(cast, row, employer_of_team(cast), {})

    change_contact(client_as("hege"), row, second_adviser(cast))

    assert not AgreementNotice.objects.filter(party="employer").exists()


def test_an_empty_inbox_says_so(cast: Cast, client_as: As) -> None:
    in_force(cast)
    AgreementNotice.objects.all().delete()

    assert "Ingen beskjeder" in words(client_as("nora").get(INBOX))
    assert "Ingen brev venter" in words(client_as("hege").get("/avtale/brev"))
