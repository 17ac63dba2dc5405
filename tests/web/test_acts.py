"""The mechanics of every act's page: who may, once, both texts, nothing lost."""

import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db.models import F
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import DoneOnce, LogRow
from fotfeste.apps.episodes.models import CaseNote, Meeting, MeetingKind
from fotfeste.apps.people.models import Event, Person
from fotfeste.cli.cast import Cast
from fotfeste.domain.agenda import Act
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts import PAGES
from fotfeste.web.once import _body_hash
from tests.web.filling_in import HIDDEN, opened, send, words

As = Callable[[str], Client]
HOSTILE = "<script>alert(1)</script>\n=cmd|' /C calc'!A0 \u202egnitirw 🙂"
PLAN = {"day": "25.11.2026", "place_kind": "neutral", "clinician": "yes"}


OF_OTHERS = {
    Permission.AGREEMENT_CHANGE,
    Permission.PROFILE_REVIEW,
    Permission.MEASURE_CHANGE,
    Permission.MEASURE_DECIDE,
    Permission.MEASURE_FOLLOW,
    Permission.MEASURE_PROPOSE,
    Permission.NAV_TASKS_CHANGE,
}
"""What is the clinician's, the NAV office's and the guide's own to do."""


def act_page(cast: Cast, person: str, act: str) -> str:
    return reverse("act", args=[cast.people[person].public_id, act])


def test_every_line_of_the_agenda_has_a_page_that_answers_it() -> None:
    assert set(Act) <= set(PAGES)


def test_every_act_has_a_page_for_the_specialist(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")

    for act, page in PAGES.items():
        if page.permission in OF_OTHERS:
            continue
        answer = siv.get(act_page(cast, "nora", act))

        assert answer.status_code == 200
        assert str(page.title) in words(answer)


def test_an_act_nobody_knows_is_not_found(cast: Cast, client_as: As) -> None:
    assert client_as("siv").get(act_page(cast, "nora", "noe-annet")).status_code == 404


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("odd", 404),
        ("jonas", 404),
        ("berit", 403),
        ("hege", 403),
        ("nora", 403),
        ("mette", 403),
        ("arne", 404),
    ],
)
def test_only_the_one_who_follows_the_person_may_act(
    cast: Cast, client_as: As, name: str, status: int
) -> None:
    client, page = client_as(name), act_page(cast, "nora", "plan-meeting")

    assert client.get(page).status_code == status
    assert client.post(page, {"form_key": uuid.uuid4().hex, **PLAN}).status_code == status
    assert not Meeting.objects.exists()


def test_the_page_says_why_it_is_asked_and_leads_to_the_source(cast: Cast, client_as: As) -> None:
    page = words(client_as("siv").get(act_page(cast, "nora", "plan-meeting")))

    assert "Henvist 2. november. Første møte bør holdes innen 7 dager" in page
    assert reverse("source", args=["I-4.1"]) in page


def test_an_act_is_saved_with_its_event_its_log_and_a_new_agenda(cast: Cast, client_as: As) -> None:
    answer = send(client_as("siv"), act_page(cast, "nora", "plan-meeting"), **PLAN)

    nora = cast.people["nora"]
    assert answer.status_code == 302
    assert answer["Location"] == reverse("person", args=[nora.public_id])
    assert Event.objects.filter(person=nora, kind="meeting.planned", by=cast.accounts["siv"]).count() == 1
    assert LogRow.objects.filter(action=Action.MEETING_RECORDED, subject=nora.log_id).count() == 1
    assert "startup.first-meeting-planned" in AgendaLine.objects.filter(person=nora).values_list(
        "code", flat=True
    )


def test_one_who_came_from_today_goes_back_there(cast: Cast, client_as: As) -> None:
    page = act_page(cast, "nora", "plan-meeting") + "?fra=i-dag"

    assert page.replace("&", "&amp;") in words(client_as("siv").get("/i-dag"))
    assert send(client_as("siv"), page, **PLAN)["Location"] == "/i-dag"


def test_a_form_sent_twice_is_done_once(cast: Cast, client_as: As) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "plan-meeting")
    typed = {**opened(siv, page), **PLAN}

    first, second = siv.post(page, typed), siv.post(page, typed)

    assert (first.status_code, second.status_code) == (302, 302)
    assert Meeting.objects.count() == 1


def test_the_same_form_with_other_words_is_asked_about_and_kept(cast: Cast, client_as: As) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "note")
    hidden = opened(siv, page)
    siv.post(page, {**hidden, "text": "Det første"})

    again = siv.post(page, {**hidden, "text": "Det andre"})

    assert again.status_code == 409
    assert "Dette skjemaet er sendt en gang før" in words(again)
    assert "Det andre" in words(again)
    assert CaseNote.objects.count() == 1


def test_who_goes_back_and_saves_again_is_told_that_it_is_saved(cast: Cast, client_as: As) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "note")
    send(siv, page, text="Gikk tilbake")

    again = send(siv, page, text="Gikk tilbake")

    assert again.status_code == 409
    assert "Dette er lagret" in words(again)
    assert "Gikk tilbake" in words(again)
    assert CaseNote.objects.count() == 1


def test_it_is_saved_twice_when_one_says_so(cast: Cast, client_as: As) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "log-contact")
    talk = {"day": "20.11.2026", "place_kind": "phone"}
    send(siv, page, **talk)
    asked = send(siv, page, **talk)
    assert 'name="again" value="1"' in words(asked)
    hidden = dict(HIDDEN.findall(words(asked)))

    twice = [siv.post(page, {**hidden, **talk, "again": "1"}).status_code for _ in range(2)]

    assert twice == [302, 302]
    assert Meeting.objects.filter(kind=MeetingKind.FOLLOW_ALONG).count() == 2


@pytest.mark.parametrize(
    ("page", "changed"),
    [("note", {"text": "Gikk tilbake, og så noe mer"}), ("log-contact", {})],
)
def test_other_words_or_another_page_are_saved_without_asking(
    cast: Cast, client_as: As, page: str, changed: dict[str, str]
) -> None:
    siv, same = client_as("siv"), {"text": "Gikk tilbake", "day": "20.11.2026", "place_kind": "phone"}
    send(siv, act_page(cast, "nora", "note"), **same)

    assert send(siv, act_page(cast, "nora", page), **{**same, **changed}).status_code == 302


def test_the_same_about_another_or_after_something_else_or_later_is_another_act(
    cast: Cast, client_as: As
) -> None:
    siv, nora = client_as("siv"), act_page(cast, "nora", "note")
    for page, text in [
        (nora, "Ringte, fikk ikke svar"),
        (act_page(cast, "amir", "note"), "Ringte, fikk ikke svar"),
        (nora, "Hun ringte tilbake"),
        (nora, "Ringte, fikk ikke svar"),
    ]:
        assert send(siv, page, text=text).status_code == 302

    DoneOnce.objects.update(at=F("at") - timedelta(minutes=11))

    assert send(siv, nora, text="Ringte, fikk ikke svar").status_code == 302
    assert CaseNote.objects.count() == 5


def test_what_is_kept_of_a_form_says_nothing_to_one_without_the_key_of_the_house(
    rf: RequestFactory,
) -> None:
    sent = rf.post("/", {"text": "Ringte"})

    with override_settings(SECRET_KEY="another"):
        without_the_key = _body_hash(sent)

    assert _body_hash(sent) != without_the_key


def test_what_was_typed_survives_a_mistake(cast: Cast, client_as: As) -> None:
    answer = send(
        client_as("siv"),
        act_page(cast, "nora", "log-meeting"),
        day="31.02.2026",
        place_kind="neutral",
        clinician="no",
        note=HOSTILE,
    )

    page = words(answer)
    assert answer.status_code == 422
    assert "31.02.2026" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert 'value="neutral" ' in page.split("checked")[0].rsplit("<input", 1)[1]
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("23.11.2026", "er ikke kommet ennå"),
        ("21.11.2090", "er ikke kommet ennå"),
        ("1.11.2026", "er før henvisningen 2. november"),
        ("21.11.1026", "er for langt tilbake"),
        ("i går", "Vi forstår ikke datoen"),
        ("", "Fyll inn dette"),
    ],
)
def test_a_day_that_cannot_be_true_is_refused_at_the_field(
    cast: Cast, client_as: As, day: str, said: str
) -> None:
    answer = send(
        client_as("siv"),
        act_page(cast, "nora", "log-meeting"),
        day=day,
        place_kind="office",
        clinician="no",
    )

    page = words(answer).replace("\N{NO-BREAK SPACE}", " ")
    assert answer.status_code == 422
    assert 'id="id_day_error"' in page
    assert said in page.split('id="id_day_error"')[1].split("</div>")[0]
    assert not Meeting.objects.exists()


@pytest.mark.parametrize("day", ["20.11.2026", "20/11-26", "20112026", "20. november 2026", "2026-11-20"])
def test_a_day_is_read_however_it_is_written(cast: Cast, client_as: As, day: str) -> None:
    answer = send(
        client_as("siv"), act_page(cast, "nora", "log-meeting"), day=day, place_kind="office", clinician="no"
    )

    assert answer.status_code == 302
    assert str(Meeting.objects.get().held_on) == "2026-11-20"


CONTACT = {"name": "Nora Lunde", "phone": "", "email": "", "language": "", "interpreter_language": ""}


def test_two_who_write_at_once_see_both_texts_and_nothing_is_overwritten(cast: Cast, client_as: As) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "contact-details")
    stale = opened(siv, page)
    send(siv, page, **CONTACT | {"language": "nordsamisk", "interpreter": "no"})

    answer = siv.post(page, {**stale, **CONTACT, "language": "engelsk", "interpreter": "yes"})

    assert answer.status_code == 409
    assert "engelsk" in words(answer)
    assert "nordsamisk" in words(answer)
    assert Person.objects.get(pk=cast.people["nora"].pk).language == "nordsamisk"


def test_after_a_conflict_ones_own_text_can_be_used(cast: Cast, client_as: As) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "contact-details")
    stale = opened(siv, page)
    send(siv, page, **CONTACT | {"language": "nordsamisk", "interpreter": "no"})
    conflict = words(siv.post(page, {**stale, **CONTACT, "language": "engelsk", "interpreter": "yes"}))

    form = conflict.split(f'action="{page}"')[1].split("</form>")[0]
    fields = {part.split('"')[0]: part.split('value="')[1].split('"')[0] for part in form.split('name="')[1:]}
    answer = siv.post(page, fields)

    assert answer.status_code == 302
    assert Person.objects.get(pk=cast.people["nora"].pk).language == "engelsk"


def test_what_another_wrote_elsewhere_on_the_person_is_no_conflict(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    page = act_page(cast, "nora", "contact-details")
    hidden = opened(siv, page)
    send(siv, act_page(cast, "nora", "note"), text="Et notat")

    answer = siv.post(page, {**hidden, **CONTACT, "language": "engelsk", "interpreter": "no"})

    assert answer.status_code == 302


def test_a_line_that_is_answered_already_says_so(cast: Cast, client_as: As) -> None:
    page = words(client_as("siv").get(act_page(cast, "nora", "archive-consent")))

    assert "Dette står ikke blant neste steg nå" in page


def test_somebody_discharged_cannot_be_acted_on_and_the_reason_is_said(cast: Cast, client_as: As) -> None:
    from fotfeste.apps.episodes.models import Episode
    from tests.people import ON

    Episode.objects.filter(person=cast.people["nora"]).update(discharged_on=ON)

    answer = send(client_as("siv"), act_page(cast, "nora", "note"), text="For sent")

    assert answer.status_code == 422
    assert "Det er ikke noe IPS-løp i gang" in words(answer)
    assert "For sent" in words(answer)
    assert not CaseNote.objects.exists()
