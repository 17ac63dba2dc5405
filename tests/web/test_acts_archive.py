"""NAV's archive: what comes into it, what it hears of a withdrawal, and a day put down by mistake."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.people.models import Event
from fotfeste.cli.cast import Cast
from tests.web.filling_in import send, words

As = Callable[[str], Client]


@pytest.fixture
def act(cast: Cast, client_as: As) -> Callable[..., str]:
    """Siv does an act on Nora's record; answers what the page said, or nothing when it was done."""
    siv = client_as("siv")

    def do(slug: str, **typed: str) -> str:
        answer = send(siv, reverse("act", args=[cast.people["nora"].public_id, slug]), **typed)
        return words(answer) if answer.status_code != 302 else ""

    return do


def codes(cast: Cast) -> set[str]:
    lines = AgendaLine.objects.filter(person=cast.people["nora"])
    return {code for code in lines.values_list("code", flat=True) if "archive" in code}


def happened(cast: Cast) -> list[str]:
    events = Event.objects.filter(person=cast.people["nora"], kind__contains="archiv")
    return list(events.order_by("pk").values_list("kind", flat=True))


@pytest.mark.req("I-4.1f")
def test_a_consent_withdrawn_after_archiving_is_a_task_of_its_own_until_the_archive_is_told(
    cast: Cast, act: Callable[..., str]
) -> None:
    act("record-registration", reply="yes", day="20.11.2026")
    act("archive-consent", day="20.11.2026")
    act("record-consent", nav_contact="no", day="21.11.2026")
    assert codes(cast) == {"consent.archive-withdrawal"}

    act("archive-withdrawal", day="22.11.2026")

    assert codes(cast) == set()
    row = ConsentStatement.objects.get(person=cast.people["nora"], end_kind="withdrawn")
    assert (row.archived_on, row.withdrawal_archived_on) == (date(2026, 11, 20), date(2026, 11, 22))
    assert happened(cast) == ["consent.archived", "consent.withdrawal-archived"]


@pytest.mark.req("I-4.1f")
def test_what_never_came_into_the_archive_needs_not_be_told_of_there(
    cast: Cast, act: Callable[..., str]
) -> None:
    act("record-registration", reply="yes", day="20.11.2026")
    act("record-consent", nav_contact="no", day="21.11.2026")

    assert codes(cast) == set()
    assert "ikke noe trukket samtykke" in act("archive-withdrawal", day="22.11.2026"), (
        "consent.no-withdrawal-to-archive"
    )


@pytest.mark.req("I-4.1f")
def test_only_the_consent_of_one_who_is_registered_with_nav_comes_into_the_archive(
    cast: Cast, act: Callable[..., str]
) -> None:
    said = act("archive-consent", day="22.11.2026")
    assert "bare når jobbsøkeren er registrert" in said, "consent.archive-needs-registration"

    act("record-registration", reply="no", day="20.11.2026")
    assert "bare når jobbsøkeren er registrert" in act("archive-consent", day="22.11.2026")

    act("record-registration", reply="yes", day="20.11.2026")
    assert act("archive-consent", day="22.11.2026") == ""


def test_a_yes_that_a_list_told_is_not_archived_before_it_is_confirmed(
    cast: Cast, act: Callable[..., str]
) -> None:
    act("record-registration", reply="yes", day="20.11.2026")
    ConsentStatement.objects.filter(person=cast.people["nora"]).update(confirmed_at=None, is_brought_in=True)

    assert "ikke noe ja til kontakt med NAV" in act("archive-consent", day="22.11.2026")


@pytest.mark.req("I-4.1f")
def test_a_day_put_down_by_mistake_is_taken_back_and_the_task_opens_again(
    cast: Cast, act: Callable[..., str]
) -> None:
    assert "ikke ført at noe ligger i arkivet" in act("undo-archiving"), "consent.nothing-was-archived"
    act("record-registration", reply="yes", day="20.11.2026")
    act("archive-consent", day="20.11.2026")

    act("undo-archiving")
    assert codes(cast) == {"consent.archive-in-nav"}

    act("archive-consent", day="21.11.2026")
    act("record-consent", nav_contact="no", day="21.11.2026")
    act("archive-withdrawal", day="22.11.2026")
    act("undo-archiving", again="1")

    assert codes(cast) == {"consent.archive-withdrawal"}
    assert happened(cast)[-1] == "consent.archiving-undone"


@pytest.mark.req("I-4.4c")
def test_the_talk_about_consequences_keeps_whether_it_may_be_taken_up_anonymously(
    cast: Cast, act: Callable[..., str]
) -> None:
    act("record-consent", nav_contact="no", day="20.11.2026")
    act("explain-consequences", day="21.11.2026", still="no", anonymously="yes")

    row = ConsentStatement.objects.get(person=cast.people["nora"], ended_at=None)
    assert (row.answer, row.may_be_taken_up_anonymously) == ("no", True)
