"""My account: whom I am close to. The answer never tells who is here."""

import re
import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.door import Denied, opened
from fotfeste.apps.consents.visible import visible_to
from fotfeste.apps.people.models import Closeness, DeclaredCloseness, Relation
from fotfeste.apps.people.records import Contact
from fotfeste.apps.people.services import begin_relation, register_person
from fotfeste.cli.cast import JOBSEEKERS, Cast
from fotfeste.domain.permissions import Permission, RelationKind
from fotfeste.jobs.loop import carry_next

As = Callable[[str], Client]
NORA = JOBSEEKERS["nora"].identity_number
NOBODY = "08924636964"


def tell(client: Client, number: str, kind: str = "sibling"):
    typed = {"identity_number": number, "kind": kind, "form_key": uuid.uuid4().hex}
    return client.post(reverse("close_to"), typed)


def work() -> None:
    while carry_next():
        pass


def may_open(cast: Cast, who: str, whom: str) -> bool:
    try:
        with opened(cast.acting(who), cast.people[whom].public_id, Permission.PERSON_OPEN, at=cast.at):
            return True
    except Denied:
        return False


def said(page) -> str:
    return re.sub(r'(name="(csrfmiddlewaretoken|form_key)" value=")[^"]+', r"\1", page.content.decode())


def test_the_answer_is_the_same_whether_the_person_is_here_or_not(
    client_as: As, cast: Cast, django_assert_num_queries
) -> None:
    hege, tom = client_as("hege"), client_as("tom")

    known, unknown = tell(hege, NORA), tell(tom, NOBODY)

    assert (known.status_code, known.headers["Location"]) == (302, reverse("close_to"))
    assert (unknown.status_code, unknown.headers["Location"]) == (302, reverse("close_to"))
    pages = [said(browser.get(reverse("close_to"))) for browser in (hege, tom)]
    assert pages[0].replace("Hege Dahl", "").replace("NAV Bodø", "") == pages[1].replace(
        "Tom Aasen", ""
    ).replace("NAV Fauske", "")


def test_it_costs_the_same_whether_the_person_is_here_or_not(client_as: As, cast: Cast) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    hege = client_as("hege")
    tell(hege, JOBSEEKERS["amir"].identity_number)
    counts = []
    for number in (NORA, NOBODY, JOBSEEKERS["liv"].identity_number):
        with CaptureQueriesContext(connection) as asked:
            tell(hege, number)
        counts.append(len(asked))

    assert len(set(counts)) == 1


def test_the_record_is_shut_at_once_and_stays_shut(client_as: As, cast: Cast) -> None:
    assert may_open(cast, "hege", "nora")

    tell(client_as("hege"), NORA)
    assert not may_open(cast, "hege", "nora")
    assert not visible_to(cast.acting("hege"), on=cast.on).filter(pk=cast.people["nora"].pk).exists()

    work()
    assert not may_open(cast, "hege", "nora")
    assert Closeness.objects.get().kind == "sibling"
    ended = Relation.objects.get(person=cast.people["nora"], kind=RelationKind.NAV_ADVISER)
    assert ended.ended_at is not None
    assert may_open(cast, "siv", "nora")


def test_it_holds_for_one_who_comes_later(client_as: As, cast: Cast) -> None:
    tell(client_as("jonas"), NOBODY)
    work()

    siv = cast.acting("siv")
    with act():
        record = register_person(
            Contact("Ny Person"),
            unit=cast.units["ips_salten"],
            by=siv,
            at=cast.at,
            on=cast.on,
            identity_number=NOBODY,
        )
        begin_relation(
            record.person,
            RelationKind.EMPLOYMENT_SPECIALIST,
            by=siv,
            at=cast.at,
            on=cast.on,
            account=cast.accounts["jonas"],
        )

    door = opened(cast.acting("jonas"), record.person.public_id, Permission.PERSON_OPEN, at=cast.at)
    with pytest.raises(Denied), door:
        pass
    assert Closeness.objects.filter(person=record.person, account=cast.accounts["jonas"]).exists()


def test_the_specialist_must_say_who_takes_over_and_keeps_the_record_till_then(
    client_as: As, cast: Cast
) -> None:
    answer = tell(client_as("siv"), NORA)

    assert answer.status_code == 422
    assert not DeclaredCloseness.objects.exists()
    assert may_open(cast, "siv", "nora")


def test_the_number_is_kept_nowhere_and_shown_nowhere(client_as: As, cast: Cast) -> None:
    hege = client_as("hege")
    tell(hege, NORA)

    row = DeclaredCloseness.objects.get()
    assert NORA.encode() not in bytes(row.identity_index)
    assert NORA not in hege.get(reverse("close_to")).content.decode()
    entry = LogRow.objects.get(action=Action.CLOSENESS_DECLARED)
    assert (entry.subject, entry.object_id) == (None, cast.accounts["hege"].public_id)


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("", "aksel-error-summary"),
        ("1483942114", "sifre"),
        ("14839421143", "ontroll"),
        ("14039421144", "aksel-error-summary"),
        ("<script>", "aksel-error-summary"),
        ("١٤٨٣٩٤٢١١٤٢", "aksel-error-summary"),
    ],
)
def test_what_is_no_number_is_refused_with_the_reason(client_as: As, number: str, why: str) -> None:
    answer = tell(client_as("hege"), number)

    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not DeclaredCloseness.objects.exists()


def test_a_number_as_people_write_it_is_taken(client_as: As) -> None:
    assert tell(client_as("hege"), "148394 21142").status_code == 302


def test_a_jobseeker_tells_nothing_here(client_as: As) -> None:
    assert client_as("nora").get(reverse("close_to")).status_code == 403
    assert tell(client_as("nora"), NORA).status_code == 403


@pytest.mark.parametrize("who", ["siv", "nora", "arne", "erik"])
def test_everyone_has_an_account_page(client_as: As, who: str) -> None:
    page = client_as(who).get(reverse("my_account"))

    assert page.status_code == 200
    assert "Bytt passord" in page.content.decode()
