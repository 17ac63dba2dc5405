"""The abuse stories of the threat model that apply to what is built: each is told, and each fails."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.services import rewrite
from fotfeste.apps.audit import chain
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.episodes.models import CaseNote, Episode
from fotfeste.apps.people.models import Account, Closeness, Membership, Person, Relation
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.cli.cast import JOBSEEKERS, Cast
from fotfeste.domain.permissions import RelationKind
from tests.web.pages import hidden, read, send, words

As = Callable[[str], Client]
AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ON = AT.date()
CANARY = "kanarifugl-i-notatet"

PAGES = ("person", "person_timeline", "person_facts", "person_notes", "person_people", "person_log")


def url(name: str, cast: Cast, person: str = "nora") -> str:
    return reverse(name, args=[cast.people[person].public_id])


def write_note(cast: Cast, person: str = "nora") -> None:
    row = Person.objects.get(pk=cast.people[person].pk)
    note = CaseNote(person=row, episode=Episode.objects.get(person=row), written_on=ON)
    note.seal("sealed_text", CANARY, unwrapped(row.key, row.public_id))
    note.save()


def hand_over(cast: Cast, client_as: As, to: str = "jonas") -> None:
    row = Relation.objects.get(
        person=cast.people["nora"], kind=RelationKind.EMPLOYMENT_SPECIALIST, until_day=None
    )
    typed = {
        "person": [f"{row.public_id}:{row.version}"],
        "receiver": str(cast.accounts[to].public_id),
        "from_day": f"{ON:%d.%m.%Y}",
        "overlap_until": "",
    }
    assert send(client_as("siv"), reverse("handover"), **typed).status_code == 302


def test_story_3_a_former_specialist_goes_back_in_the_browser_s_history(cast: Cast, client_as: As) -> None:
    write_note(cast)
    siv = client_as("siv")
    for page in PAGES:
        assert siv.get(url(page, cast)).status_code == 200
    hand_over(cast, client_as)

    for page in PAGES:
        answer = siv.get(url(page, cast))
        assert answer.status_code == 403, page
        assert CANARY not in answer.content.decode()
        assert "no-store" in answer["Cache-Control"]
    assert send(siv, url("person_protection", cast), protection="none").status_code == 403
    assert cast.people["nora"].name not in read(siv, reverse("today"))


def test_story_4_nav_reads_one_second_after_the_consent_was_withdrawn(cast: Cast, client_as: As) -> None:
    hege = client_as("hege")
    assert hege.get(url("person", cast)).status_code == 200
    ConsentStatement.objects.filter(person=cast.people["nora"]).update(ended_at=AT, end_kind="withdrawn")

    for page in ("person", "person_timeline", "person_facts", "person_people"):
        answer = hege.get(url(page, cast))
        assert answer.status_code == 403, page
        assert "har ikke sagt ja til kontakt med NAV" in words(answer)
    assert LogRow.objects.latest("seq").reason_code == "access.no-consent-to-nav"


def test_story_5_the_administrator_cannot_give_themselves_a_way_in(cast: Cast, client_as: As) -> None:
    """Whatever the administrator may do with accounts, none of it opens a record."""
    arne = client_as("arne")

    for page in PAGES:
        assert arne.get(url(page, cast)).status_code == 404
    for name in ("today", "caseload", "shared", "team", "handover", "mine"):
        assert arne.get(reverse(name)).status_code == 403
    assert send(arne, reverse("add_around", args=[cast.people["nora"].public_id, "vikar"])).status_code == 404
    assert not Relation.objects.filter(account=cast.accounts["arne"]).exists()


def test_story_6_a_specialist_searches_for_their_own_sister(cast: Cast, client_as: As) -> None:
    jonas, number = client_as("jonas"), JOBSEEKERS["nora"].identity_number

    here = send(jonas, reverse("search"), q=number)
    nobody = send(jonas, reverse("search"), q="00000000000")

    assert cast.people["nora"].name not in here.content.decode()
    assert here.status_code == nobody.status_code


def test_story_6b_and_following_her_by_mistake_ends_when_it_is_said(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    successor = str(Membership.objects.get(account=cast.accounts["jonas"]).public_id)

    send(siv, url("close_to_person", cast), kind="sibling", successor=successor)

    for page in PAGES:
        assert siv.get(url(page, cast)).status_code == 404, page
    hand_back = Relation.objects.get(
        person=cast.people["nora"], kind=RelationKind.EMPLOYMENT_SPECIALIST, until_day=None
    )
    answer = send(
        client_as("jonas"),
        reverse("handover"),
        person=[f"{hand_back.public_id}:{hand_back.version}"],
        receiver=str(cast.accounts["siv"].public_id),
        from_day="22.11.2026",
        overlap_until="",
    )
    assert answer.status_code == 422, "nobody hands her back"


def test_story_7_code_6_is_set_while_a_colleague_has_the_list_open(cast: Cast, client_as: As) -> None:
    berit, hege, mette = client_as("berit"), client_as("hege"), client_as("mette")
    listed = berit.get(reverse("shared")).content.decode()
    assert url("person", cast) in listed
    successor = str(Membership.objects.get(account=cast.accounts["marit"]).public_id)
    siv, protection = client_as("siv"), url("person_protection", cast)
    version = hidden(siv.get(protection), "version")
    send(siv, protection, protection="code_6", successor=successor, version=version)

    for client in (berit, hege, mette, client_as("siv"), client_as("jonas"), client_as("arne")):
        for page in PAGES:
            assert client.get(url(page, cast)).status_code == 404, "not even that the person is here"
    name = cast.people["nora"].name
    assert name not in read(berit, reverse("shared"))
    assert name not in read(mette, f"{reverse('handover')}?fra={cast.accounts['marit'].public_id}")
    rewrite([(cast.people["nora"].pk, cast.people["nora"].public_id)], on=ON)
    assert name in read(client_as("marit"), url("person", cast))


def test_story_8_the_supervisor_cannot_take_the_whole_team_home(cast: Cast, client_as: As) -> None:
    mette = client_as("mette")

    for person in ("nora", "amir", "sofie"):
        answer = mette.get(url("person", cast, person))
        assert answer.status_code == 403
        assert "Hvorfor åpner du denne saken?" in words(answer)
    team = mette.get(reverse("team")).content.decode()
    assert not any(cast.people[person].name in team for person in ("nora", "amir", "sofie"))


def test_story_12_two_relatives_of_staff_look_each_other_up(cast: Cast, client_as: As) -> None:
    """Each follows the other's sister. Declared, neither comes in; undeclared, the review points it out."""
    for who, person in (("siv", "sofie"), ("jonas", "nora")):
        Closeness.objects.create(
            person=cast.people[person], account=cast.accounts[who], kind="sibling", declared_on=ON
        )
        assert client_as(who).get(url("person", cast, person)).status_code == 404
    surname = cast.people["amir"].name.split()[-1]
    Account.objects.filter(pk=cast.accounts["jonas"].pk).update(name=f"Jonas {surname}")
    client_as("jonas").get(url("person", cast, "amir"))

    review = read(client_as("mette"), reverse("log_review", args=[cast.accounts["jonas"].public_id]))

    assert "Ble stoppet. Har samme etternavn som personen." in review


def test_when_the_log_cannot_be_written_nothing_is_shown(
    cast: Cast, client_as: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_note(cast)
    siv, nora = client_as("siv"), client_as("nora")

    def broken(*_: object) -> None:
        raise OperationalError("disk full")

    monkeypatch.setattr(chain, "append", broken)
    for client, page in [(siv, url(page, cast)) for page in PAGES] + [
        (siv, reverse("handover")),
        (nora, reverse("mine")),
        (nora, reverse("mine_log")),
    ]:
        answer = client.get(page)
        assert answer.status_code == 503, page
        assert answer["Retry-After"]
        for secret in (CANARY, cast.people["nora"].name, "Berit Aas"):
            assert secret not in answer.content.decode(), page


def test_when_the_rules_of_access_fail_nothing_is_shown(
    cast: Cast, client_as: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fotfeste.apps.consents import door

    def broken(*_: object) -> Any:
        raise PermissionDenied

    monkeypatch.setattr(door, "decide", broken)
    answer = client_as("siv").get(url("person", cast))

    assert answer.status_code == 403
    assert cast.people["nora"].name not in answer.content.decode()


def test_a_stand_in_s_last_day_is_the_last(cast: Cast, client_as: As) -> None:
    Relation.objects.create(
        person=cast.people["nora"],
        account=cast.accounts["jonas"],
        kind=RelationKind.STAND_IN,
        from_day=ON - timedelta(days=9),
        until_day=ON - timedelta(days=1),
    )
    jonas = client_as("jonas")
    send(jonas, url("say_why", cast), purpose="covers_for_colleague", onward="/")

    assert jonas.get(url("person", cast)).status_code == 403


def test_every_stopped_look_is_in_the_log(cast: Cast, client_as: As) -> None:
    before = LogRow.objects.filter(permitted=False).count()
    for who in ("jonas", "odd", "tom", "arne"):
        for page in PAGES:
            client_as(who).get(url(page, cast))

    denied = LogRow.objects.filter(permitted=False, subject=cast.people["nora"].log_id)
    assert denied.count() - before == 4 * len(PAGES)
