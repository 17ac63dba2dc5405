"""The employer reads the common text, exactly what is agreed, and only who was let in does (A-01, A-02)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fotfeste import clock
from fotfeste.apps.agreements.employer_members import members_of
from fotfeste.apps.agreements.employer_view import access_agreement_as_employer
from fotfeste.apps.agreements.models import Agreement, AgreementText, DraftLine
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.disclosure.models import AgreedTopic
from fotfeste.apps.people.models import Account, Membership, Relation
from fotfeste.cli.cast import BEGAN, Cast
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.permissions import Role
from tests.employer_people import (
    WITHHELD,
    Answers,
    agreement_with,
    at_another_business,
    drafted,
    employer_of_team,
    entered,
    laid_out,
    lines_on,
    say,
)
from tests.provider_people import browser_of
from tests.web.pages import read, words

As = Callable[[str], Client]
ALL = dict.fromkeys(Topic, ("may", True))
ANSWERS = st.one_of(st.none(), st.tuples(st.sampled_from(["may", "if_asked", "not"]), st.booleans()))
SUBSETS = st.fixed_dictionaries(dict.fromkeys(Topic, ANSWERS)).map(
    lambda found: {topic: answer for topic, answer in found.items() if answer is not None}
)


def page(row: Agreement) -> str:
    return reverse("employer_agreement", args=[row.public_id])


def agreed(answers: Answers) -> set[Topic]:
    """What may be told: a plain yes, with words."""
    return {topic for topic, answer in answers.items() if answer == ("may", True)}


def colleague(cast: Cast) -> Account:
    account = Account.objects.create(username="eva", name="Eva Berg", email="eva@example.no")
    unit = cast.units["rana_renhold"]
    Membership.objects.create(account=account, unit=unit, role=Role.EMPLOYER_CONTACT, from_day=BEGAN)
    return account


@pytest.mark.req("A-01", "A-02")
def test_the_employer_reads_the_text_that_all_sign_and_the_look_is_logged(cast: Cast, client_as: As) -> None:
    row = agreement_with(cast)
    entered(cast, row)
    laid_out(cast, row, lines_on(()))
    erik = client_as("erik")

    front, shown = read(erik, "/arbeidsgiver"), read(erik, page(row))

    assert "Nora Lunde venter på signatur" in front
    assert "Nora Lunde" in shown
    assert "Fadder de første ukene" in shown
    assert "Teksten venter på signatur fra dere." in shown
    assert "Noe i teksten vises ikke" not in shown
    seen = LogRow.objects.filter(action__in=[Action.AGREEMENT_SEEN, Action.AGREEMENTS_SEEN], permitted=True)
    assert set(seen.values_list("action", flat=True)) == {Action.AGREEMENT_SEEN, Action.AGREEMENTS_SEEN}


@pytest.mark.req("A-01", "A-02")
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=SUBSETS, stage=st.sampled_from(["draft", "laid_out", "in_force"]))
def test_whatever_is_agreed_the_employer_sees_exactly_that(
    remembered_cast: object, cast: Cast, client_as: As, answers: Answers, stage: str
) -> None:
    row = Agreement.objects.filter(person=cast.people["nora"]).first()
    if row is None:
        row = agreement_with(cast)
        entered(cast, row)
    say(cast, row, employer_of_team(cast), answers)
    DraftLine.objects.all().delete()
    AgreementText.objects.all().delete()
    if stage == "draft":
        drafted(cast, row, lines_on(Topic))
    else:
        laid_out(cast, row, lines_on(Topic), in_force=stage == "in_force")

    html = client_as("erik").get(page(row)).content.decode()
    found = access_agreement_as_employer(cast.acting("erik"), row.public_id, at=cast.at, on=cast.on)

    for topic in Topic:
        told = topic in agreed(answers)
        assert (f"{WITHHELD}{topic.value.replace('_', '')}" in html) is told
        texts = [found.in_force, found.laid_out]
        lines = [*found.draft, *(line for text in texts if text for line in text.content.lines)]
        assert any(line.topic is topic for line in lines) is told
    assert ("Nora" in html) is (Topic.NAME in agreed(answers))
    assert ("Siv Rønning" in html) is (Topic.SUPPORT in agreed(answers))
    assert "IPS" not in html
    assert ("Noe i teksten vises ikke lenger" in html) is (stage != "draft" and agreed(answers) != set(Topic))


@pytest.mark.req("A-02")
def test_what_is_withdrawn_is_gone_at_the_next_look_and_the_page_does_not_say_what(
    cast: Cast, client_as: As
) -> None:
    row = agreement_with(cast, ALL)
    entered(cast, row)
    laid_out(cast, row, lines_on([Topic.HEALTH]), in_force=True)
    erik = client_as("erik")
    assert f"{WITHHELD}health" in read(erik, page(row))

    AgreedTopic.objects.filter(topic=Topic.HEALTH).update(answer="not")
    shown = read(erik, page(row))

    assert WITHHELD not in shown
    assert "Noe i teksten vises ikke lenger for dere, fordi jobbsøkeren har bestemt det." in shown
    assert "helse" not in shown.casefold()


@pytest.mark.req("A-01")
def test_others_find_nothing(cast: Cast, client_as: As) -> None:
    row = agreement_with(cast)
    entered(cast, row)

    assert browser_of(at_another_business(cast)).get(page(row)).status_code == 404
    assert browser_of(colleague(cast)).get(page(row)).status_code == 404
    assert "Nora" not in read(browser_of(colleague_again()), "/arbeidsgiver")
    for name in ("siv", "hege", "tom", "berit", "guro", "mette", "arne", "nora"):
        assert client_as(name).get(page(row)).status_code == 403


def colleague_again() -> Account:
    return Account.objects.get(username="eva")


@pytest.mark.req("A-01")
def test_somebody_at_another_business_finds_nothing_even_with_a_relation_there(cast: Cast) -> None:
    row = agreement_with(cast)
    kari = at_another_business(cast)
    member = entered(cast, row, kari)
    Membership.objects.filter(account=kari, unit=member.unit).update(
        from_day=cast.on - timedelta(days=9), until_day=cast.on - timedelta(days=1)
    )

    assert browser_of(kari).get(page(row)).status_code == 404
    assert "Nora" not in read(browser_of(kari), "/arbeidsgiver")


@pytest.mark.req("A-01")
def test_who_is_put_out_or_has_left_sees_nothing(cast: Cast, client_as: As) -> None:
    row = agreement_with(cast)
    member = entered(cast, row)
    Relation.objects.filter(pk=member.relation_id).update(ended_at=cast.at, until_day=cast.on)
    assert "Nora" not in words(client_as("erik").get(page(row)))

    Relation.objects.filter(pk=member.relation_id).update(ended_at=None, until_day=None)
    assert "Nora" in read(client_as("erik"), page(row))
    Membership.objects.filter(account=cast.accounts["erik"]).update(until_day=cast.on - timedelta(days=1))

    assert client_as("erik").get(page(row)).status_code == 403


@pytest.mark.req("A-10")
@pytest.mark.parametrize(("weeks", "status"), [(12, 200), (13, 403)])
def test_an_agreement_that_has_ended_is_seen_for_twelve_weeks(
    cast: Cast, client_as: As, weeks: int, status: int
) -> None:
    row = agreement_with(cast)
    entered(cast, row)
    row.ended_on = cast.on - timedelta(weeks=weeks)
    row.save()

    assert client_as("erik").get(page(row)).status_code == status
    assert ("Nora" in read(client_as("erik"), "/arbeidsgiver")) is (status == 200)


@pytest.mark.req("A-01")
def test_nobody_at_an_employer_sees_a_protected_person(cast: Cast, client_as: As) -> None:
    row = agreement_with(cast)
    entered(cast, row)
    row.person.protection = "unknown"
    row.person.save()

    assert client_as("erik").get(page(row)).status_code in {403, 404}
    assert "Nora" not in read(client_as("erik"), "/arbeidsgiver")


@pytest.mark.req("A-02")
def test_a_text_made_with_another_employer_is_not_shown(cast: Cast, client_as: As) -> None:
    row = agreement_with(cast, ALL)
    entered(cast, row)
    laid_out(cast, row, lines_on([Topic.HEALTH]), in_force=True, number="981526031")

    assert WITHHELD not in read(client_as("erik"), page(row))


def test_who_has_been_logged_in_for_long_shows_the_password_again(cast: Cast, client_as: As) -> None:
    row = agreement_with(cast)
    entered(cast, row)
    erik = client_as("erik")
    session = erik.session
    now = clock.now().timestamp()
    session.update({"logged_in_at": now - 3 * 60 * 60, "seen_at": now, "idle_for": 900})
    session.save()

    answer = erik.get(page(row))

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("account_reauthenticate"))


def test_a_colleague_who_may_only_read_lets_nobody_in(cast: Cast, client_as: As) -> None:
    row = agreement_with(cast)
    entered(cast, row, may_sign=False)
    at = reverse("employer_colleagues", args=[row.public_id])

    assert "Bare den som kan signere for virksomheten" in read(client_as("erik"), at)
    answer = client_as("erik").post(at, {"form_key": "a" * 32, "name": "Eva Berg", "email": "eva@example.no"})

    assert answer.status_code == 422
    assert members_of(row).count() == 1
