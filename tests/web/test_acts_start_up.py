"""The start-up, act by act, through the pages (I §3, §4.1)."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.consents.models import DisclosureStatement
from fotfeste.apps.disclosure.models import EmployerContact
from fotfeste.apps.employers.models import Employer
from fotfeste.apps.episodes.models import CaseNote, Episode, Meeting, PointDone
from fotfeste.apps.people.models import Event
from fotfeste.apps.vault.keys import keys_of
from fotfeste.cli.cast import Cast
from tests.people import ON
from tests.web.filling_in import send, words

As = Callable[[str], Client]


def act_page(cast: Cast, person: str, act: str) -> str:
    return reverse("act", args=[cast.people[person].public_id, act])


def codes(cast: Cast, person: str) -> set[str]:
    return set(AgendaLine.objects.filter(person=cast.people[person]).values_list("code", flat=True))


def episode(cast: Cast, person: str) -> Episode:
    return Episode.objects.get(person=cast.people[person])


def unsealed(row: object, column: str) -> str:
    person = row.person  # type: ignore[attr-defined]  # a row of one person
    return row.opened(column, keys_of([(person.pk, person.public_id)])[person.pk])  # type: ignore[attr-defined,no-any-return]  # as above


def meet(client: Client, cast: Cast, person: str, day: date, clinician: str = "yes", **more: str) -> None:
    typed = {"day": f"{day:%d.%m.%Y}", "place_kind": "neutral", "clinician": clinician, **more}
    assert send(client, act_page(cast, person, "log-meeting"), **typed).status_code == 302


@pytest.mark.req("I-4.1a", "I-3.3")
def test_a_meeting_is_agreed_moved_and_held(cast: Cast, client_as: As) -> None:
    siv, log = client_as("siv"), act_page(cast, "amir", "log-meeting")
    send(siv, act_page(cast, "amir", "plan-meeting"), day="24.11.2026", place_kind="office", clinician="no")
    send(siv, log, outcome="moved", day="26.11.2026")

    moved = Meeting.objects.get()
    assert (moved.held_on, moved.is_held) == (date(2026, 11, 26), False)

    send(siv, log, outcome="held", day="22.11.2026", place_kind="neutral", clinician="yes")

    held = Meeting.objects.get()
    assert (held.held_on, held.is_held, held.place_kind, held.clinician_attended) == (
        ON,
        True,
        "neutral",
        True,
    )
    kinds = Event.objects.filter(person=cast.people["amir"], kind__startswith="meeting.")
    assert list(kinds.order_by("pk").values_list("kind", flat=True)) == [
        "meeting.planned",
        "meeting.moved",
        "meeting.held",
    ]


def test_a_meeting_is_called_off_and_asked_for_again(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    send(siv, act_page(cast, "amir", "plan-meeting"), day="24.11.2026", place_kind="office", clinician="no")
    send(siv, act_page(cast, "amir", "log-meeting"), outcome="called_off")

    assert Meeting.objects.get().fell_through == "called_off"
    assert "startup.hold-first-meeting" in codes(cast, "amir")


@pytest.mark.parametrize(("day", "said"), [("21.11.2026", "har vært"), ("23.11.2028", "er for langt fram")])
def test_a_meeting_cannot_be_agreed_for_a_day_that_makes_no_sense(
    cast: Cast, client_as: As, day: str, said: str
) -> None:
    page = act_page(cast, "nora", "plan-meeting")

    answer = send(client_as("siv"), page, day=day, place_kind="office", clinician="no")

    assert answer.status_code == 422
    assert said in words(answer)
    assert not Meeting.objects.exists()


@pytest.mark.req("I-4.1a")
def test_a_late_first_meeting_is_measured_and_its_cause_recorded(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    meet(siv, cast, "nora", ON)
    assert "startup.cause-of-delay" in codes(cast, "nora")

    send(siv, act_page(cast, "nora", "record-delay-cause"), cause="Innlagt i ti dager")

    assert "startup.cause-of-delay" not in codes(cast, "nora")
    row = episode(cast, "nora")
    assert b"Innlagt" not in bytes(row.sealed_delay_cause)
    assert unsealed(row, "sealed_delay_cause") == "Innlagt i ti dager"
    assert "Innlagt i ti dager" in words(siv.get(reverse("person_facts", args=[row.person.public_id])))


def test_a_meeting_in_time_has_no_cause_of_delay_to_record(cast: Cast, client_as: As) -> None:
    meet(client_as("siv"), cast, "nora", date(2026, 11, 9))

    assert "startup.cause-of-delay" not in codes(cast, "nora")


@pytest.mark.req("I-4.1b")
def test_an_information_talk_that_was_not_held_is_asked_for_and_then_held(cast: Cast, client_as: As) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "hold-information-talk")
    meet(siv, cast, "nora", date(2026, 11, 9))
    send(siv, page, held="no")
    assert "startup.information-talk-first" in codes(cast, "nora")

    assert send(siv, page, held="yes").status_code == 422
    send(siv, page, held="yes", day="20.11.2026")

    assert "startup.information-talk-first" not in codes(cast, "nora")
    event = Event.objects.get(kind="information-talk.held")
    assert (event.on, event.by) == (date(2026, 11, 20), cast.accounts["siv"])


@pytest.mark.req("I-4.1e")
def test_there_is_a_plan_for_when_contact_is_lost_and_it_is_shown(cast: Cast, client_as: As) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "make-contingency-plan")
    meet(siv, cast, "nora", date(2026, 11, 9))
    assert "startup.plan-for-problems" in codes(cast, "nora")

    send(siv, page, plan="Siv ringer Berit etter to dager", day="20.11.2026")

    assert "startup.plan-for-problems" not in codes(cast, "nora")
    facts = words(siv.get(reverse("person_facts", args=[cast.people["nora"].public_id])))
    assert "Siv ringer Berit etter to dager" in facts
    assert "Siv ringer Berit etter to dager" in words(siv.get(page))


def test_a_plan_without_words_is_none(cast: Cast, client_as: As) -> None:
    answer = send(
        client_as("siv"), act_page(cast, "nora", "make-contingency-plan"), plan="", day="20.11.2026"
    )

    assert answer.status_code == 422
    assert episode(cast, "nora").contingency_plan_on is None


@pytest.mark.req("I-4.1g")
def test_the_start_up_ends_with_an_answer__a_no_says_what_is_offered_instead(
    cast: Cast, client_as: As
) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "sum-up-start-up")

    assert send(siv, page, day="20.11.2026", can_help="no").status_code == 422
    assert episode(cast, "nora").start_up_finished_on is None

    assert send(siv, page, day="20.11.2026", can_help="no", answer="Arbeidstrening").status_code == 422
    send(siv, page, day="20.11.2026", can_help="no", answer="Arbeidstrening", offered_by="Hege i NAV")

    row = episode(cast, "nora")
    assert (row.start_up_finished_on, row.can_help) == (date(2026, 11, 20), False)
    assert unsealed(row, "sealed_joint_answer") == "Arbeidstrening"
    facts = words(siv.get(reverse("person_facts", args=[cast.people["nora"].public_id])))
    assert "tilbys av Hege i NAV" in facts


@pytest.mark.req("I-4.1g")
def test_the_answer_says_how_and_opens_from_the_jobseekers_own_goal(cast: Cast, client_as: As) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "sum-up-start-up")
    send(siv, act_page(cast, "nora", "wishes"), work="Kokk, helst på sykehjem", percent="50")

    assert "Kokk, helst på sykehjem" in words(siv.get(page))
    assert send(siv, page, day="20.11.2026", can_help="yes").status_code == 422
    send(siv, page, day="20.11.2026", can_help="yes", answer="Vi ser på kjøkken sammen")

    assert unsealed(episode(cast, "nora"), "sealed_joint_answer") == "Vi ser på kjøkken sammen"


@pytest.mark.req("I-4.1c", "I-4.1d")
def test_what_is_not_gone_through_is_carried_over_to_the_next_meeting(cast: Cast, client_as: As) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "go-through-start-up")
    meet(siv, cast, "nora", date(2026, 11, 9))
    assert "startup.points-left" in codes(cast, "nora")
    first = Meeting.objects.get()

    send(siv, page, work_goal="on", roles="on", meeting=first.public_id.hex, day="9.11.2026")

    shown = words(siv.get(page))
    assert "Gjort i møtet 9. november 2026, ført av Siv Rønning" in shown.replace("\N{NO-BREAK SPACE}", " ")
    line = AgendaLine.objects.get(person=cast.people["nora"], code="startup.points-left")
    assert line.why[0]["data"] == {"left": 9}

    every = ("work_goal", "health_team", "health_for_work", "roles", "tools", "consent", "disclosure")
    send(siv, page, **dict.fromkeys((*every, "contact_details"), "on"), day="20.11.2026")
    kept = PointDone.objects.get(code="work_goal")
    assert (kept.done_on, kept.meeting, kept.done_by) == (date(2026, 11, 9), first, cast.accounts["siv"])
    assert PointDone.objects.get(code="contact_details").done_on == date(2026, 11, 20)

    send(siv, act_page(cast, "nora", "hold-information-talk"), held="yes", day="20.11.2026")
    send(siv, act_page(cast, "nora", "make-contingency-plan"), plan="Ring mor", day="20.11.2026")
    send(siv, act_page(cast, "nora", "sum-up-start-up"), day="20.11.2026", can_help="yes", answer="Ja")
    assert "startup.points-left" not in codes(cast, "nora")


@pytest.mark.req("I-4.1c")
def test_a_point_ticked_by_mistake_is_unticked_and_the_timeline_says_both(cast: Cast, client_as: As) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "go-through-start-up")
    send(siv, page, tools="on", day="20.11.2026")
    send(siv, page, day="20.11.2026")

    assert not PointDone.objects.exists()
    kinds = (
        Event.objects.filter(kind__startswith="startup.point").order_by("pk").values_list("kind", flat=True)
    )
    assert list(kinds) == ["startup.point-done", "startup.point-undone"]


def test_only_those_who_may_act_go_through_the_start_up(cast: Cast, client_as: As) -> None:
    page = act_page(cast, "nora", "go-through-start-up")

    assert client_as("odd").get(page).status_code == 404
    assert client_as("hege").get(page).status_code == 403


@pytest.mark.req("I-3.1")
def test_a_clinician_who_never_came_is_thought_about_and_stops_nobody(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    meet(siv, cast, "nora", date(2026, 11, 9), clinician="no")
    assert "startup.invite-clinician" in codes(cast, "nora")
    send(siv, act_page(cast, "nora", "start-profile"), day="20.11.2026")
    assert "startup.clinician-never-there" in codes(cast, "nora")

    send(siv, act_page(cast, "nora", "reflect"), thoughts="Behandler var syk")

    assert "startup.clinician-never-there" not in codes(cast, "nora")
    assert unsealed(CaseNote.objects.get(), "sealed_text") == "Behandler var syk"


def test_the_day_of_the_referral_is_put_right_and_the_deadline_follows(cast: Cast, client_as: As) -> None:
    send(client_as("siv"), act_page(cast, "nora", "referral-day"), day="20.11.2026")

    assert AgendaLine.objects.get(person=cast.people["nora"]).due == date(2026, 11, 27)


def test_a_referral_cannot_lie_ahead(cast: Cast, client_as: As) -> None:
    answer = send(client_as("siv"), act_page(cast, "nora", "referral-day"), day="23.11.2026")

    assert answer.status_code == 422
    assert episode(cast, "nora").referred_on == date(2026, 11, 2)


@pytest.mark.req("I-4.3c")
def test_a_contact_with_an_employer_is_logged_once_it_is_clarified_what_may_be_told(
    cast: Cast, client_as: As
) -> None:
    siv, nora = client_as("siv"), cast.people["nora"]
    meet(siv, cast, "nora", date(2026, 11, 9))
    assert "search.first-employer-contact" in codes(cast, "nora")
    stormyra = Employer.objects.create(
        team=cast.units["ips_salten"], name="Stormyra", search_name="stormyra", created_at=cast.at
    )
    typed = {"employer": stormyra.public_id.hex, "way": "visit", "day": "20.11.2026"}
    refused = send(siv, act_page(cast, "nora", "log-employer-contact"), **typed)
    assert refused.status_code == 422
    assert not EmployerContact.objects.exists()
    DisclosureStatement.objects.create(
        person=nora, employer=stormyra, stand="none", stated_on=cast.on, confirmed_at=cast.at
    )

    send(siv, act_page(cast, "nora", "log-employer-contact"), **typed)

    assert EmployerContact.objects.get().state == "held"
    assert episode(cast, "nora").first_employer_contact_on == date(2026, 11, 20)
    assert "search.first-employer-contact" not in codes(cast, "nora")


def test_a_contact_in_the_job_is_logged_with_a_note(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    send(siv, act_page(cast, "nora", "start-job"), day="16.11.2026", percent="50")
    assert "support.first-contact" in codes(cast, "nora")

    send(
        siv, act_page(cast, "nora", "log-contact"), day="20.11.2026", place_kind="workplace", note="Gikk fint"
    )

    assert "support.first-contact" not in codes(cast, "nora")
    note = CaseNote.objects.get()
    assert (note.written_on, unsealed(note, "sealed_text")) == (date(2026, 11, 20), "Gikk fint")


def test_a_job_ends_and_what_it_taught_is_asked_for(cast: Cast, client_as: As) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "end-job")
    send(siv, act_page(cast, "nora", "update-profile"), day="3.11.2026")
    send(siv, act_page(cast, "nora", "start-job"), day="10.11.2026")

    before_start = send(siv, page, day="9.11.2026")
    assert before_start.status_code == 422
    assert "er før første dag" in words(before_start)

    send(siv, page, day="20.11.2026")

    assert "profile.update-after-job" in codes(cast, "nora")
    assert "Søker jobb" in words(siv.get(reverse("person", args=[cast.people["nora"].public_id])))


def test_there_must_be_a_job_to_end(cast: Cast, client_as: As) -> None:
    answer = send(client_as("siv"), act_page(cast, "nora", "end-job"), day="20.11.2026")

    assert answer.status_code == 422
    assert "Det er ikke ført noen jobb som varer." in words(answer)


@pytest.mark.req("I-4.2b")
def test_the_profile_is_started_reviewed_and_every_version_kept(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    meet(siv, cast, "nora", date(2026, 11, 9))
    assert "profile.start" in codes(cast, "nora")

    send(siv, act_page(cast, "nora", "start-profile"), day="12.11.2026")
    assert "profile.review-with-clinician" in codes(cast, "nora")
    too_early = send(siv, act_page(cast, "nora", "review-profile"), day="11.11.2026")
    send(siv, act_page(cast, "nora", "review-profile"), day="18.11.2026")
    send(siv, act_page(cast, "nora", "update-profile"), day="20.11.2026")

    assert too_early.status_code == 422
    facts = words(siv.get(reverse("person_facts", args=[cast.people["nora"].public_id])))
    profile = facts.split('id="section-profile"')[1].split("</section>")[0].replace("\N{NO-BREAK SPACE}", " ")
    assert "20. november 2026" in profile
    assert "12. november 2026, gått gjennom med behandler 18. november 2026" in profile


def test_wishes_are_kept_in_versions_in_the_persons_own_words(cast: Cast, client_as: As) -> None:
    siv, page = client_as("siv"), act_page(cast, "nora", "wishes")
    send(siv, page, work="Lager", percent="40")
    send(siv, page, work="Lager eller butikk", percent="50", is_approximate="on")
    assert send(siv, page, work="Lager", percent="150").status_code == 422

    overview = words(siv.get(reverse("person", args=[cast.people["nora"].public_id])))
    assert "Lager eller butikk" in overview
    assert "omtrent 50\N{NO-BREAK SPACE}%" in overview
    kept = cast.people["nora"].wishes_set.all()
    assert [row.percent for row in kept.order_by("pk")] == [40, 50]


def test_language_and_need_of_interpreter_are_kept(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    typed = {"name": "Nora Lunde", "phone": "900 00 001", "email": "nora@example.no", "language": "arabisk"}
    send(
        siv,
        act_page(cast, "nora", "contact-details"),
        **typed,
        interpreter="yes",
        interpreter_language="arabisk",
    )

    facts = words(siv.get(reverse("person_facts", args=[cast.people["nora"].public_id])))
    assert "Trenger tolk: arabisk" in facts
    assert "900 00 001" in facts


@pytest.mark.parametrize(
    ("field", "typed"),
    [("phone", "12"), ("email", "nora(at)example.no"), ("name", "14839421142")],
)
def test_what_cannot_reach_anybody_is_refused_at_its_field(
    cast: Cast, client_as: As, field: str, typed: str
) -> None:
    fields = {"name": "Nora Lunde", "phone": "", "email": "", "language": "", "interpreter": "no"}

    answer = send(client_as("siv"), act_page(cast, "nora", "contact-details"), **{**fields, field: typed})

    assert answer.status_code == 422
    assert f'id="id_{field}_error"' in words(answer)


def test_contact_details_of_a_protected_person_are_never_kept_in_clear(cast: Cast, client_as: As) -> None:
    typed = {"name": "Liv Hemmelig", "phone": "900 00 009", "email": "", "language": "", "interpreter": "no"}
    marit = client_as("marit")

    send(marit, act_page(cast, "liv", "contact-details"), **typed)

    liv = cast.people["liv"]
    liv.refresh_from_db()
    assert (liv.name, liv.phone, liv.search_name, liv.phone_index) == ("", "", "", None)
    assert "900 00 009" in words(marit.get(reverse("person_facts", args=[liv.public_id])))


def test_a_handover_that_goes_on_is_shown(cast: Cast, client_as: As) -> None:
    from fotfeste.apps.people.models import Relation

    nora = cast.people["nora"]
    Relation.objects.filter(person=nora, account=cast.accounts["siv"]).update(
        until_day=ON + timedelta(days=7)
    )
    Relation.objects.create(
        person=nora, account=cast.accounts["jonas"], kind="employment_specialist", from_day=ON
    )

    page = words(client_as("siv").get(act_page(cast, "nora", "see-handover")))

    assert "Jonas Eidissen" in page
    assert "til og med 29." in page


def test_an_employer_of_another_team_cannot_be_named(cast: Cast, client_as: As) -> None:
    """Refused as job.employer-unknown, or never offered: the form knows only the team's own."""
    from fotfeste.apps.employers.models import Employer
    from tests.people import AT

    common = {"created_at": AT, "search_name": "x"}
    own = Employer.objects.create(team=cast.units["ips_salten"], name="Stormyra Mat", **common)
    other = Employer.objects.create(team=cast.units["ips_helgeland"], name="Vefsn Bygg", **common)
    siv, page = client_as("siv"), act_page(cast, "nora", "start-job")

    refused = send(siv, page, day="16.11.2026", employer=other.public_id.hex)
    send(siv, page, day="16.11.2026", employer=own.public_id.hex, percent="40")

    assert refused.status_code == 422
    assert "Vefsn Bygg" not in words(siv.get(page))
    job = cast.people["nora"].employment_set.get()
    assert (job.employer, job.percent) == (own, 40)
