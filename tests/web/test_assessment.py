"""The assessment: ten areas, by both, over several meetings, with nothing lost (I-4.2a, W-05, I-4.4a)."""

import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db.models import F
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.economy.models import EconomyTalk, MoneyProblem
from fotfeste.apps.people.models import Event
from fotfeste.apps.profiles.models import Contribution, Draft
from fotfeste.apps.vault.keys import keys_of
from fotfeste.cli.cast import Cast
from fotfeste.domain.vocational_assessment import AssessmentArea
from tests.web.filling_in import opened, send
from tests.web.pages import read, words

As = Callable[[str], Client]
TODAY = "22.11.2026"
SAID = "Kanarifuglord: liker å få det til å gå rundt."
USE = "På et lager der mye skal holdes i orden."


def act_page(cast: Cast, act: str, about: str = "", person: str = "nora") -> str:
    page = reverse("act", args=[cast.people[person].public_id, act])
    return f"{page}?om={about}" if about else page


def mine(act: str, about: str = "") -> str:
    page = reverse("my_act", args=[act])
    return f"{page}?om={about}" if about else page


def assessment(cast: Cast, person: str = "nora") -> str:
    return reverse("assessment", args=[cast.people[person].public_id])


def say(client: Client, page: str, text: str = SAID, **typed: str) -> object:
    return send(client, page, **{"kind": "said", "text": text, "use": "", "day": TODAY, **typed})


@pytest.mark.req("I-4.2a")
@pytest.mark.parametrize("area", AssessmentArea)
def test_each_of_the_ten_areas_has_questions_and_takes_what_is_said(
    cast: Cast, client_as: As, area: AssessmentArea
) -> None:
    siv, page = client_as("siv"), act_page(cast, "assess", area)
    assert words(siv.get(page)).count("?") >= 4

    assert say(siv, page).status_code == 302

    row = Contribution.objects.get()
    assert (row.area, row.kind, row.capacity, row.by) == (area, "said", "specialist", cast.accounts["siv"])
    assert SAID in read(siv, assessment(cast))
    assert Event.objects.filter(person=cast.people["nora"], kind="assessment.said").count() == 1


@pytest.mark.req("I-4.2a")
def test_both_fill_it_in_and_each_sees_who_said_what_and_when(cast: Cast, client_as: As) -> None:
    say(client_as("siv"), act_page(cast, "assess", "education"), "Gikk på kokkelinja.")
    say(client_as("nora"), mine("assess", "education"), "Likte praksis best.")

    for client, page in (
        (client_as("siv"), assessment(cast)),
        (client_as("nora"), reverse("my_assessment")),
    ):
        seen = read(client, page)
        assert "Gikk på kokkelinja." in seen
        assert "Likte praksis best." in seen
        assert cast.accounts["siv"].name in seen
        assert cast.accounts["nora"].name in seen
        assert "1 av 10 områder" in seen


@pytest.mark.req("I-4.2a")
def test_what_one_would_rather_not_answer_is_an_answer(cast: Cast, client_as: As) -> None:
    nora = client_as("nora")

    say(nora, mine("assess", "health"), "", kind="rather_not")

    seen = read(nora, reverse("my_assessment"))
    assert "Ønsker ikke å svare" in seen
    assert "1 av 10 områder" in seen


def test_nothing_at_all_is_no_answer_and_what_was_chosen_stays(cast: Cast, client_as: As) -> None:
    answer = say(client_as("nora"), mine("assess", "health"), "", kind="strength", use=USE)

    assert answer.status_code == 422
    assert USE in words(answer)
    assert not Contribution.objects.exists()


@pytest.mark.req("W-05")
def test_both_name_strengths_and_the_specialist_ties_them_to_working_life(cast: Cast, client_as: As) -> None:
    siv, nora = client_as("siv"), client_as("nora")
    assert "har ikke nevnt noen styrke ennå" in read(siv, assessment(cast))

    say(nora, mine("assess", "everyday"), "Holder orden", kind="strength")
    without = say(siv, act_page(cast, "assess", "experience"), "Rolig når det haster", kind="strength")
    say(siv, act_page(cast, "assess", "experience"), "Rolig når det haster", kind="strength", use=USE)

    assert without.status_code == 422
    assert "hvor i arbeidslivet" in words(without)
    seen = read(siv, assessment(cast))
    assert USE in seen
    assert "har ikke nevnt noen" not in seen
    assert Contribution.objects.filter(kind="strength").count() == 2


def test_changing_ones_own_words_keeps_what_stood_and_nobody_changes_the_others(
    cast: Cast, client_as: As
) -> None:
    siv, nora = client_as("siv"), client_as("nora")
    say(nora, mine("assess", "change"), "Gruer meg til pauserommet.")
    first = Contribution.objects.get()
    about = f"change.{first.public_id.hex}"

    say(nora, mine("assess", about), "Gruer meg mest til lunsjen.")
    others = say(siv, act_page(cast, "assess", about), "Skrevet om av Siv.")

    assert others.status_code == 422
    assert "skrevet om av siv" in words(others).lower(), "what was typed is not lost"
    now = Contribution.objects.get(replaced_by=None)
    assert (now.version, now.replaces) == (2, first)
    seen = read(siv, assessment(cast))
    assert "Gruer meg mest til lunsjen." in seen
    assert "Gruer meg til pauserommet." in seen, "what stood before is kept, under what stood before"


def test_two_who_change_the_same_words_at_once_both_see_both_texts(cast: Cast, client_as: As) -> None:
    nora = client_as("nora")
    say(nora, mine("assess", "change"), "Først.")
    page = mine("assess", f"change.{Contribution.objects.get().public_id.hex}")
    before = opened(nora, page)
    say(nora, page, "Fra telefonen.")

    late = nora.post(page, {**before, "kind": "said", "text": "Fra PC-en.", "use": "", "day": TODAY})

    assert late.status_code == 409
    assert "Fra telefonen." in words(late)
    assert "Fra PC-en." in words(late)
    assert Contribution.objects.count() == 2


def test_what_is_typed_is_kept_while_one_types_and_is_there_on_another_device(
    cast: Cast, client_as: As
) -> None:
    page, kept = mine("assess", "health"), reverse("my_draft", args=["assess"]) + "?om=health"
    form = opened(client_as("nora"), page)

    answer = client_as("nora").post(kept, {**form, "kind": "said", "text": SAID, "day": TODAY})

    assert answer.json() == {"kept": True}
    assert not Contribution.objects.exists()
    on_the_phone = words(client_as("nora").get(page))
    assert SAID in on_the_phone
    assert "Du har et utkast" in on_the_phone
    assert SAID not in words(client_as("siv").get(act_page(cast, "assess", "health"))), "a draft is one's own"
    row = Draft.objects.get()
    assert SAID.encode() not in bytes(row.sealed_text)
    assert LogRow.objects.filter(action=Action.DRAFT_KEPT).count() == 1

    say(client_as("nora"), page)

    assert not Draft.objects.exists()


def test_autosave_leaves_one_row_in_the_log_a_day_not_one_each_time(cast: Cast, client_as: As) -> None:
    nora, kept = client_as("nora"), reverse("my_draft", args=["assess"]) + "?om=health"
    rows = LogRow.objects.filter(action=Action.DRAFT_KEPT)

    for text in ("Jeg", "Jeg vil", SAID):
        assert nora.post(kept, {"text": text}).json() == {"kept": True}
    assert (rows.count(), Draft.objects.count()) == (1, 1)
    assert SAID in words(nora.get(mine("assess", "health")))

    nora.post(reverse("my_draft", args=["assess"]) + "?om=economy", {"text": "Noe annet"})
    assert rows.count() == 2, "another form is another sitting"
    Draft.objects.update(at=F("at") - timedelta(days=1))
    nora.post(kept, {"text": SAID})
    assert rows.count() == 3, "so is another day"
    refused = client_as("hege").post(
        reverse("draft", args=[cast.people["nora"].public_id, "assess"]) + "?om=health", {"text": "x"}
    )
    assert refused.status_code in (403, 404)


def test_a_draft_can_be_thrown_away_and_one_too_long_is_not_kept(cast: Cast, client_as: As) -> None:
    nora, kept = client_as("nora"), reverse("my_draft", args=["assess"]) + "?om=health"
    nora.post(kept, {"text": SAID})

    too_long = nora.post(kept, {"text": "x" * 70_000})
    assert (too_long.status_code, Draft.objects.count()) == (413, 1)

    nora.post(kept, {"throw": "1"})
    assert not Draft.objects.exists()
    assert nora.post(reverse("my_draft", args=["wishes"]), {"text": "x"}).status_code == 404
    assert nora.post(reverse("my_draft", args=["no-such-act"]), {"text": "x"}).status_code == 404


def test_nobody_else_writes_or_reads(cast: Cast, client_as: As) -> None:
    say(client_as("nora"), mine("assess", "health"))
    page, read_page = act_page(cast, "assess", "health"), assessment(cast)
    kept = reverse("draft", args=[cast.people["nora"].public_id, "assess"])

    for name in ("odd", "hege", "berit", "guro", "erik", "arne", "tom", "amir"):
        client = client_as(name)
        for answer in (client.get(read_page), client.get(page), client.post(page, {}), client.post(kept, {})):
            assert answer.status_code in (403, 404), (name, answer.status_code)
            assert "Kanarifuglord" not in answer.content.decode()
    assert Contribution.objects.count() == 1


def test_the_supervisor_reads_with_a_reason_but_not_of_money_and_writes_nothing(
    cast: Cast, client_as: As
) -> None:
    say(client_as("nora"), mine("assess", "economy"), "Kanarifuglord om gjeld.")
    say(client_as("nora"), mine("assess", "everyday"), "Står opp tidlig.")
    mette, public_id = client_as("mette"), cast.people["nora"].public_id
    assert mette.get(assessment(cast)).status_code == 403
    mette.post(reverse("say_why", args=[public_id]), {"purpose": "supervises", "onward": assessment(cast)})

    seen = read(mette, assessment(cast))

    assert "Står opp tidlig." in seen
    assert "Kanarifuglord" not in seen
    assert mette.get(act_page(cast, "assess", "everyday")).status_code in (403, 404)


@pytest.mark.req("I-4.4a")
def test_the_talk_about_money_says_what_is_known_what_a_job_changes_and_what_was_put_right(
    cast: Cast, client_as: As
) -> None:
    siv = client_as("siv")
    assert "Ikke snakket om" in read(siv, assessment(cast))

    send(
        siv,
        act_page(cast, "talk-economy"),
        income_known="partly",
        change_talked_through="on",
        corrected="Trodde uføretrygden forsvinner helt. Den blir redusert.",
        day=TODAY,
    )

    seen = read(siv, assessment(cast))
    assert "Delvis kjent" in seen
    assert "Snakket om 22. november 2026" in seen
    assert "Den blir redusert." in seen
    row = EconomyTalk.objects.get()
    assert "redusert" not in str(bytes(row.sealed_corrected))


@pytest.mark.req("I-4.4a")
def test_an_acute_money_problem_is_next_until_somebody_has_dealt_with_it(cast: Cast, client_as: As) -> None:
    siv, nora = client_as("siv"), client_as("nora")
    lines = AgendaLine.objects.filter(person=cast.people["nora"], code="economy.act-on-money-problem")

    send(nora, mine("flag-money-problem"), text="Strømmen blir stengt.", day=TODAY)

    line = lines.get()
    row = MoneyProblem.objects.get()
    assert line.about == row.public_id.hex
    assert "Strømmen blir stengt." in read(siv, act_page(cast, "settle-money-problem", line.about))
    early = send(siv, act_page(cast, "settle-money-problem", line.about), done="Ringte", day="01.11.2026")
    assert early.status_code == 422
    assert lines.exists()

    send(siv, act_page(cast, "settle-money-problem", line.about), done="NAV betalte.", day=TODAY)

    assert not lines.exists()
    again = siv.post(
        act_page(cast, "settle-money-problem", row.public_id.hex),
        {"form_key": uuid.uuid4().hex, "version": "", "done": "Igjen", "day": TODAY},
    )
    assert again.status_code in (409, 422)


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ({"day": "23.11.2026"}, 422),
        ({"day": "01.01.1800"}, 422),
        ({"day": "31.02.2026"}, 422),
        ({"text": "x" * 4001}, 422),
        ({"kind": "other"}, 422),
        ({"text": "<script>alert(1)</script> שלום 😀 \u202etxt"}, 302),
    ],
)
def test_whatever_is_typed_is_saved_or_stays_on_the_page(
    cast: Cast, client_as: As, typed: dict[str, str], status: int
) -> None:
    page = act_page(cast, "assess", "health")

    answer = say(client_as("siv"), page, **typed)

    assert answer.status_code == status
    shown = answer if status == 422 else client_as("siv").get(assessment(cast))
    assert "<script>alert" not in shown.content.decode()
    if status == 422 and "text" not in typed:
        assert SAID in words(answer)


@pytest.mark.parametrize(
    "about", ["", "nothing", "health.", "health.zz", "health.00000000000040008000000000000000", "x" * 200]
)
def test_an_address_about_nothing_that_is_there_is_answered_kindly(
    cast: Cast, client_as: As, about: str
) -> None:
    siv, page = client_as("siv"), act_page(cast, "assess", about)
    assert siv.get(page).status_code == 200

    answer = say(siv, page)

    is_all_right = about == ""
    assert answer.status_code in ((422,) if not is_all_right else (422, 302))
    assert not Contribution.objects.exists()


def test_the_page_asks_the_same_number_of_questions_however_much_was_said(
    cast: Cast, client_as: As, django_assert_num_queries: object
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    siv = client_as("siv")
    say(siv, act_page(cast, "assess", "health"), "Først.")
    with CaptureQueriesContext(connection) as few:
        siv.get(assessment(cast))
    for number in range(12):
        say(siv, act_page(cast, "assess", "health"), f"Nummer {number}.", again="1")
    with CaptureQueriesContext(connection) as many:
        siv.get(assessment(cast))

    assert len(many) == len(few)


def test_the_texts_are_sealed_with_the_persons_own_key(cast: Cast, client_as: As) -> None:
    say(client_as("siv"), act_page(cast, "assess", "health"))

    row = Contribution.objects.get()

    assert SAID.encode() not in bytes(row.sealed_text)
    nora = cast.people["nora"]
    key = keys_of([(nora.pk, nora.public_id)])[nora.pk]
    assert row.opened("sealed_text", key) == SAID


def test_changing_what_one_would_rather_not_answer_says_what_it_is(cast: Cast, client_as: As) -> None:
    nora = client_as("nora")
    send(nora, reverse("my_act", args=["assess"]) + "?om=health", kind="rather_not", day="22.11.2026")

    assert "Endre: Ønsker ikke å svare" in read(nora, reverse("my_assessment"))
