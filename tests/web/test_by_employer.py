"""Acts by the employer: on the agreement that was opened, its own lines alone, nothing withheld (A-03)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste import clock
from fotfeste.apps.agreements import drafting
from fotfeste.apps.agreements.models import Agreement, DraftLine
from fotfeste.apps.agreements.sides import side_of
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.people.models import Event
from fotfeste.cli.cast import Cast
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.verdict import Refused
from tests.agreement_people import agreement_for, by_nav
from tests.employer_people import (
    NAME_ONLY,
    WITHHELD,
    agreement_with,
    by_employer,
    drafted,
    employer_of_team,
    entered,
    laid_out,
    lines_on,
    say,
)
from tests.web.filling_in import opened, send, words
from tests.web.pages import read

As = Callable[[str], Client]
PROMISE = {
    "text": "Fadder de første ukene",
    "towards": "jobseeker",
    "responsible": "Erik Stormo",
    "deadline": "10.12.2026",
}
HOSTILE = "<script>alert(1)</script> \u202egnitirw 🙂"


@pytest.fixture
def row(cast: Cast) -> Agreement:
    """Around Nora, with Rana Renhold; Erik is let in there."""
    found = agreement_with(cast)
    entered(cast, found)
    return found


def act(row: Agreement, slug: str, about: str = "") -> str:
    address = reverse("employer_act_on_agreement", args=[row.public_id, slug])
    return address + (f"?om={about}" if about else "")


def page(row: Agreement) -> str:
    return reverse("employer_agreement", args=[row.public_id])


def of_nav(cast: Cast, row: Agreement, topic: Topic | None) -> DraftLine:
    """A line that the employer did not write, with a word that stands nowhere else."""
    drafted(cast, row, lines_on([topic] if topic else []))
    return DraftLine.objects.latest("pk")


@pytest.mark.req("A-03")
def test_the_employer_writes_changes_and_removes_its_own_lines_and_the_others_read_them(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    erik = client_as("erik")
    assert send(erik, act(row, "commitment"), **PROMISE).status_code == 302
    line = DraftLine.objects.get()
    assert (line.owner, line.written_by_party, line.topic) == ("employer", "employer", "")
    shown = read(erik, page(row))
    assert "Fadder de første ukene" in shown
    assert "Endre Fjern" in shown
    assert "Fadder de første ukene" in read(client_as("nora"), reverse("my_agreement_text"))

    about = line.public_id.hex
    changed = {**PROMISE, "text": f"To faddere {HOSTILE}"}
    assert send(erik, act(row, "commitment", about), **changed).status_code == 302
    assert "<script>alert" not in erik.get(page(row)).content.decode()
    assert "To faddere" in read(erik, act(row, "remove-line", about))
    assert send(erik, act(row, "remove-line", about)).status_code == 302

    line.refresh_from_db()
    assert line.removed_on == cast.on
    kinds = Event.objects.filter(person=row.person).order_by("pk").values_list("kind", flat=True)
    assert list(kinds)[-3:] == ["agreement.line-written", "agreement.line-changed", "agreement.line-removed"]
    last = LogRow.objects.latest("seq")
    assert (last.action, last.area, last.subject) == (
        Action.AGREEMENT_CHANGED,
        "remove-line",
        row.person.log_id,
    )


@pytest.mark.req("A-03")
def test_the_draft_is_seen_with_what_it_lacks_and_nothing_that_is_withheld(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    of_nav(cast, row, Topic.HEALTH)

    shown = read(client_as("erik"), page(row))

    assert "Mangler før noen kan signere" in shown
    assert "Fadder de første ukene" in shown  # the line that tells nothing of the person
    assert WITHHELD not in shown
    assert "Endre" not in shown
    say(cast, row, employer_of_team(cast), {Topic.HEALTH: ("may", True)})
    told = client_as("erik").get(page(row)).content.decode()
    assert f"{WITHHELD}health" in told
    assert "Nora" not in told


def test_what_another_wrote_is_neither_shown_nor_changed(cast: Cast, client_as: As, row: Agreement) -> None:
    line, erik = of_nav(cast, row, Topic.HEALTH), client_as("erik")
    about = line.public_id.hex

    for slug, typed in (("accommodation", PROMISE), ("remove-line", {})):
        assert WITHHELD not in erik.get(act(row, slug, about)).content.decode()
        assert send(erik, act(row, slug, about), **typed).status_code == 422

    line.refresh_from_db()
    assert (line.version, line.removed_on) == (1, None)


def test_an_own_line_that_came_to_tell_more_is_withheld_and_keeps_its_topic(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    erik = client_as("erik")
    send(erik, act(row, "accommodation"), **PROMISE)
    line = DraftLine.objects.get()
    about = line.public_id.hex
    with by_nav(cast) as deed:
        said = drafting.LineSaid(
            drafting.LineKind.ACCOMMODATION,
            WITHHELD,
            drafting.Party.EMPLOYER,
            drafting.Towards.JOBSEEKER,
            topic=Topic.HEALTH,
            responsible="Erik Stormo",
            deadline=cast.on,
        )
        drafting.change_line(deed, about, said)

    assert WITHHELD not in erik.get(page(row)).content.decode()
    assert WITHHELD not in erik.get(act(row, "accommodation", about)).content.decode()
    assert send(erik, act(row, "accommodation", about), **PROMISE).status_code == 422
    say(cast, row, employer_of_team(cast), NAME_ONLY | {Topic.HEALTH: ("may", True)})
    assert send(erik, act(row, "accommodation", about), **PROMISE).status_code == 302
    line.refresh_from_db()
    assert line.topic == Topic.HEALTH


def test_mistakes_stale_versions_and_a_second_click_lose_nothing(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    erik = client_as("erik")
    wrong = send(erik, act(row, "commitment"), **{**PROMISE, "deadline": "snart"})
    assert wrong.status_code == 422
    assert PROMISE["text"] in words(wrong)

    typed = {**opened(erik, act(row, "commitment")), **PROMISE}
    assert [erik.post(act(row, "commitment"), typed).status_code for _ in range(2)] == [302, 302]
    again = send(erik, act(row, "commitment"), **PROMISE)
    assert again.status_code == 409
    assert DraftLine.objects.count() == 1

    about = DraftLine.objects.get().public_id.hex
    form = opened(erik, act(row, "commitment", about))
    send(erik, act(row, "commitment", about), **{**PROMISE, "text": "En annen tekst"})
    stale = erik.post(act(row, "commitment", about), {**form, **PROMISE, "text": "Min tekst"})
    assert stale.status_code == 409
    assert "En annen tekst" in words(stale)
    assert "Min tekst" in words(stale)


def test_nothing_is_written_while_a_text_is_laid_out_or_when_it_is_over(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    erik = client_as("erik")
    text = laid_out(cast, row, lines_on(()))
    assert "Skriv i utkastet" not in read(erik, page(row))
    assert send(erik, act(row, "commitment"), **PROMISE).status_code == 422

    text.delete()
    Agreement.objects.filter(pk=row.pk).update(ended_on=cast.on)
    assert "Skriv i utkastet" not in read(erik, page(row))
    assert send(erik, act(row, "commitment"), **PROMISE).status_code == 422
    assert not DraftLine.objects.exists()


def test_a_changed_draft_is_shown_beside_the_text_in_force(cast: Cast, client_as: As, row: Agreement) -> None:
    erik = client_as("erik")
    drafted(cast, row, lines_on(()))
    laid_out(cast, row, lines_on(()), in_force=True)
    assert "Utkastet er likt avtalen som gjelder." in read(erik, page(row))

    send(erik, act(row, "goal"), goal="job_here", text="Fast jobb")

    assert "Utkast til endring" in read(erik, page(row))
    assert "likt avtalen" not in read(erik, page(row))


@pytest.mark.req("A-01")
def test_of_an_old_and_a_new_agreement_the_one_that_was_opened_is_acted_on(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    Agreement.objects.filter(pk=row.pk).update(ended_on=cast.on - timedelta(days=7))
    new = agreement_for(cast, "nora")
    Agreement.objects.filter(pk=new.pk).update(employer=row.employer)
    entered(cast, new)
    erik = client_as("erik")

    assert send(erik, act(row, "commitment"), **PROMISE).status_code == 422
    assert not DraftLine.objects.exists()
    assert send(erik, act(new, "commitment"), **PROMISE).status_code == 302

    assert DraftLine.objects.get().agreement == new
    with by_employer(cast, new) as deed:
        assert side_of(deed).agreement == new
    with pytest.raises(Refused, match=r"agreement.none-open"), by_employer(cast, row) as deed:
        side_of(deed)


def test_nobody_else_finds_the_acts(cast: Cast, client_as: As, row: Agreement) -> None:
    agreement_of_another = agreement_for(cast, "amir")

    assert client_as("erik").get(act(agreement_of_another, "commitment")).status_code == 404
    assert client_as("erik").get(act(row, "noe-annet")).status_code == 404
    for name in ("siv", "hege", "guro", "nora", "mette"):
        assert client_as(name).get(act(row, "commitment")).status_code == 403


def test_what_was_typed_stays_when_one_must_show_who_one_is(
    cast: Cast, client_as: As, row: Agreement
) -> None:
    erik = client_as("erik")
    form = opened(erik, act(row, "commitment"))
    now, session = clock.now().timestamp(), erik.session
    session.update({"logged_in_at": now - 3 * 60 * 60, "seen_at": now, "idle_for": 900})
    session.save()

    origin = {"HTTP_ORIGIN": "http://testserver"}
    answer = erik.post(act(row, "commitment"), {**form, **PROMISE}, **origin)

    assert answer.status_code == 401
    assert PROMISE["text"] in words(answer)
    assert "gjor%2Fcommitment" in words(answer)
    assert not DraftLine.objects.exists()
