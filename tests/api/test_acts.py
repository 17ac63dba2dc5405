"""Acts on a person's record: the forms of the pages, sent as JSON."""

from typing import Any

import pytest

from fotfeste.apps.audit.models import DoneOnce, LogRow
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.episodes.models import CaseNote, Meeting
from fotfeste.apps.people.models import Event
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import Permission
from fotfeste.web.acts import PAGES
from fotfeste.web.acts_page import ActForm
from tests.api.conftest import Make, Program, newest_row, problem

PLAN = {"day": "2026-11-25", "place_kind": "neutral", "clinician": "yes"}


@pytest.fixture
def siv(program: Make) -> Program:
    return program("siv")


@pytest.fixture
def nora(cast: Cast) -> str:
    return f"/people/{cast.people['nora'].public_id}"


def told(answer: Any) -> set[tuple[str, str]]:
    return {(reason["where"], reason["code"]) for reason in problem(answer)["reasons"]}


def codes(caller: Program, person: str) -> set[str]:
    return {line["code"] for line in caller.get(f"{person}/agenda").json()["lines"]}


@pytest.mark.req("I-3.3")
def test_a_meeting_that_is_agreed_is_on_the_timeline_and_in_the_log(
    siv: Program, nora: str, cast: Cast
) -> None:
    assert siv.post(f"{nora}/acts/plan-meeting", PLAN).json() == {"person": nora.rpartition("/")[2]}

    row = newest_row()
    assert (row.action, row.channel, row.subject) == ("meeting.recorded", "api", cast.people["nora"].log_id)
    assert row.on_behalf_of == cast.accounts["siv"].public_id
    meeting = siv.get(nora).json()["course"]["meetings"][0]
    assert (meeting["day"], meeting["is_held"], meeting["place_kind"]) == ("2026-11-25", False, "neutral")
    assert siv.get(f"{nora}/timeline").json()["events"][0]["kind"] == "meeting.planned"


@pytest.mark.req("I-4.1a")
def test_what_answers_a_line_takes_it_away(siv: Program, nora: str) -> None:
    assert "startup.hold-first-meeting" in {
        line["code"] for line in siv.get(f"{nora}/agenda").json()["lines"]
    }
    start = siv.get(f"{nora}/acts/log-meeting")

    held = {"day": "2026-11-09", "place_kind": "neutral", "clinician": "yes"}
    answer = siv.post(f"{nora}/acts/log-meeting", held, If_Match=start["ETag"])

    assert answer.status_code == 200, answer.content
    assert "startup.hold-first-meeting" not in codes(siv, nora)


@pytest.mark.req("I-4.4c", "I-5.0a")
def test_a_consent_that_is_withdrawn_shuts_the_record_for_nav_at_once(
    siv: Program, nora: str, program: Make
) -> None:
    hege = program("hege")
    assert hege.get(nora).status_code == 200
    version = siv.get(f"{nora}/acts/record-consent")["ETag"]

    said = {"nav_contact": "no", "day": "2026-11-22"}
    assert siv.post(f"{nora}/acts/record-consent", said, If_Match=version).status_code == 200

    answer = hege.get(nora)
    assert (answer.status_code, problem(answer)["code"]) == (403, "access.no-consent-to-nav")
    assert hege.get("/people").json()["people"] != []


def test_a_rule_that_refuses_says_why_and_where_it_is_written(siv: Program, nora: str) -> None:
    answer = siv.post(f"{nora}/acts/plan-meeting", {**PLAN, "day": "2026-11-20"})

    assert answer.status_code == 409
    reason = problem(answer)["reasons"][0]
    assert (reason["code"], reason["source"]) == ("day.has-passed", "house §days")
    assert not Meeting.objects.exists()


def test_every_fault_in_what_was_sent_is_told_with_its_field(siv: Program, nora: str) -> None:
    sent = {"day": "25.11.2026", "place_kind": 5, "clinician": "maybe", "episode": 1}
    assert told(siv.post(f"{nora}/acts/plan-meeting", sent)) == {
        ("body.day", "api.not-a-day"),
        ("body.place_kind", "api.wrong-kind"),
        ("body.episode", "api.unknown-field"),
    }
    assert told(siv.post(f"{nora}/acts/plan-meeting", {"clinician": "maybe"})) == {
        ("body.day", "api.missing-field"),
        ("body.place_kind", "api.missing-field"),
        ("body.clinician", "api.not-a-choice"),
    }


def test_what_only_the_form_knows_is_told_in_its_own_words(siv: Program, nora: str) -> None:
    version = siv.get(f"{nora}/acts/record-consent")["ETag"]

    answer = siv.post(f"{nora}/acts/record-consent", {"day": "2026-11-22"}, If_Match=version)

    assert told(answer) == {("body", "api.not-accepted")}
    assert problem(answer)["reasons"][0]["text"] == "Svar på minst ett av spørsmålene."


def test_somebody_who_was_first_is_not_overwritten(siv: Program, nora: str, cast: Cast) -> None:
    version = siv.get(f"{nora}/acts/wishes")["ETag"]
    siv.post(f"{nora}/acts/wishes", {"work": "Butikk", "percent": 40}, If_Match=version)

    answer = siv.post(f"{nora}/acts/wishes", {"work": "Lager"}, If_Match=version)

    assert answer.status_code == 412
    conflict = problem(answer)["conflict"]
    assert conflict["sent"] == {"work": "Lager"}
    assert (conflict["current"]["work"], conflict["current"]["percent"]) == ("Butikk", 40)
    assert siv.get(nora).json()["wishes"]["work"] == "Butikk"


def test_what_rests_on_something_saved_takes_its_version(siv: Program, nora: str) -> None:
    answer = siv.post(f"{nora}/acts/wishes", {"work": "Lager"})

    assert (answer.status_code, problem(answer)["code"]) == (428, "api.version-missing")
    assert (
        siv.post(f"{nora}/acts/wishes", {"work": "Lager"}, If_Match='"0123456789abcdef"').status_code == 412
    )


def test_a_note_is_kept_as_it_was_written_and_remembered_nowhere_else(siv: Program, nora: str) -> None:
    text = "  Ánde: =cmd|' /C calc'!A0\n<b>«Č»</b> \u202e\n"
    answer = siv.post(f"{nora}/notes", {"text": text})

    assert answer.status_code == 200
    assert siv.get(f"{nora}/notes").json()["notes"][0]["text"].strip() == text.strip()
    assert "calc" not in str(list(Event.objects.values()) + list(LogRow.objects.values()))
    assert "calc" not in str(list(DoneOnce.objects.values()))


def test_a_refused_note_leaves_nothing_behind(siv: Program, nora: str) -> None:
    for text in ("", "   ", "a" * 20_001, "a\x00b", None, 5, ["a"], {"a": 1}):
        assert siv.post(f"{nora}/notes", {"text": text}).status_code == 422
    assert not CaseNote.objects.exists()


ALSO_THEIRS = {
    Permission.ASSESSMENT_CHANGE: {"nora"},
    Permission.JOB_PLAN_CHANGE: {"nora"},
    Permission.PROFILE_CHANGE: {"nora"},
    Permission.PROFILE_REVIEW: {"berit"},
    Permission.MEASURE_PROPOSE: {"hege"},
    Permission.NAV_TASKS_CHANGE: {"hege"},
}
"""Acts that are not the specialist's alone: the jobseeker's on the own profile, the clinician's comment."""


@pytest.mark.one_database
@pytest.mark.parametrize("name", ["odd", "jonas", "mette", "berit", "hege", "guro", "erik", "arne", "nora"])
def test_only_the_specialist_carries_out_acts(program: Make, nora: str, name: str, cast: Cast) -> None:
    caller = program(name)
    known = {"berit", "hege", "nora", "mette"}
    before = Event.objects.count(), ConsentStatement.objects.count()
    for slug, page in PAGES.items():
        if page.form is ActForm or slug == "note" or name in ALSO_THEIRS.get(page.permission, ()):
            continue
        answer = caller.post(f"{nora}/acts/{slug}", {}, If_Match='"0123456789abcdef"')

        assert answer.status_code == (403 if name in known else 404), slug
        assert newest_row().permitted is False
    assert (Event.objects.count(), ConsentStatement.objects.count()) == before


def test_a_supervisor_with_a_purpose_still_changes_nothing(program: Make, nora: str) -> None:
    answer = program("mette").post(f"{nora}/notes", {"text": "x"}, Fotfeste_Purpose="supervises")

    assert (answer.status_code, problem(answer)["code"]) == (403, "access.not-this-part")


def test_an_act_that_is_not_there_is_not_found(siv: Program, nora: str) -> None:
    for slug in ("nothing", "note", "../notes", "Plan-Meeting", "withdraw-job-plan", ""):
        assert siv.post(f"{nora}/acts/{slug}", {}).status_code == 404


def test_an_act_costs_a_constant_number_of_statements(
    siv: Program, nora: str, django_assert_max_num_queries: Any
) -> None:
    for _ in range(6):
        siv.post(f"{nora}/notes", {"text": "Før"})

    with django_assert_max_num_queries(55):
        siv.post(f"{nora}/notes", {"text": "Etter"})
