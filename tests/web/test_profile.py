"""The career profile: composed, living, in versions, reviewed, carried over to NAV (I-4.2b, I-4.2d)."""

import json
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from jsonschema import Draft202012Validator

from fotfeste.apps.agenda.models import AgendaLine
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.consents.models import ConsentStatement
from fotfeste.apps.people.models import Account, Event, Relation
from fotfeste.apps.plans.models import CareerProfileVersion
from fotfeste.apps.profiles.models import CarriedOver, OnePage, ProfileReview, ProfileText
from fotfeste.cli.cast import Cast
from fotfeste.domain.career_profile_sections import ProfileSection
from tests.people import ON
from tests.web.filling_in import opened, send
from tests.web.pages import read, words
from tests.web.test_assessment import TODAY, USE, act_page, mine, say

As = Callable[[str], Client]
HEALTH = "Kanarifuglord om helse."
KITCHEN = "Vil arbeide på kjøkken."


def page_of(cast: Cast, name: str = "profile", person: str = "nora", **kwargs: Any) -> str:
    return reverse(name, kwargs={"public_id": cast.people[person].public_id, **kwargs})


def write(client: Client, page: str, text: str) -> Any:
    return send(client, page, text=text)


def edit(cast: Cast, section: str = "goal") -> str:
    return act_page(cast, "edit-profile", section)


def codes(cast: Cast) -> set[str]:
    rows = AgendaLine.objects.filter(person=cast.people["nora"])
    return set(rows.values_list("code", flat=True))


@pytest.mark.req("I-4.2b")
def test_the_profile_is_composed_from_the_assessment_and_nothing_is_saved_before_one_says_so(
    cast: Cast, client_as: As
) -> None:
    siv = client_as("siv")
    say(siv, act_page(cast, "assess", "education"), "Gikk på kokkelinja.")
    say(siv, act_page(cast, "assess", "education"), "", kind="rather_not")
    say(siv, act_page(cast, "assess", "everyday"), "Holder orden", kind="strength", use=USE)

    education, strengths = siv.get(edit(cast, "education")), siv.get(edit(cast, "strengths"))

    assert "Gikk på kokkelinja.</textarea>" in education.content.decode()
    assert f"Holder orden ({USE})</textarea>" in strengths.content.decode()
    assert not ProfileText.objects.exists()


@pytest.mark.req("I-4.2b")
def test_both_write_in_it_and_every_saving_is_a_version_with_who_and_when(cast: Cast, client_as: As) -> None:
    siv, nora = client_as("siv"), client_as("nora")
    write(siv, edit(cast), KITCHEN)
    write(nora, mine("edit-profile", "amount"), "Helst formiddag.")
    write(nora, mine("edit-profile", "goal"), "Vil arbeide på et lite kjøkken.")

    seen = read(siv, page_of(cast))
    assert "Versjon 3, 22. november 2026" in seen
    assert "lite kjøkken" in seen
    assert KITCHEN not in seen
    assert [row.number for row in ProfileText.objects.order_by("pk")] == [1, 2, 3]
    assert ProfileText.objects.get(number=1).replaced_in == 3
    history = read(nora, reverse("my_profile_versions"))
    assert "Versjon 1" in history
    assert cast.accounts["siv"].name in history
    old = read(nora, reverse("my_profile_difference") + "?til=1")
    assert KITCHEN in old


@pytest.mark.req("I-4.2b")
def test_the_difference_between_two_versions_is_read_word_by_word_and_said_to_a_screen_reader(
    cast: Cast, client_as: As
) -> None:
    siv = client_as("siv")
    write(siv, edit(cast), "Vil arbeide på kjøkken i Bodø.")
    write(siv, edit(cast), "Vil arbeide på lager i Bodø.")

    html = siv.get(page_of(cast, "profile_difference") + "?fra=1&til=2").content.decode()

    assert "<del>" in html
    assert "kjøkken" in html.partition("<del>")[2].partition("</del>")[0]
    assert "lager" in html.partition("<ins>")[2].partition("</ins>")[0]
    assert "tatt bort:" in html
    assert "kommet til:" in html
    for nonsense in ("?fra=x&til=y", "?til=99", "?fra=9&til=2", "?til=0", "?til=-1", "?fra=99999999999"):
        assert siv.get(page_of(cast, "profile_difference") + nonsense).status_code == 200


@pytest.mark.req("I-4.2b")
def test_two_write_in_different_parts_at_once_and_nothing_is_lost(cast: Cast, client_as: As) -> None:
    siv, nora = client_as("siv"), client_as("nora")
    here, there = opened(siv, edit(cast, "goal")), opened(nora, mine("edit-profile", "amount"))

    first = siv.post(edit(cast, "goal"), {**here, "text": KITCHEN})
    second = nora.post(mine("edit-profile", "amount"), {**there, "text": "Formiddag."})

    assert (first.status_code, second.status_code) == (302, 302)
    assert set(ProfileText.objects.filter(replaced_in=None).values_list("section", "number")) == {
        ("goal", 1),
        ("amount", 2),
    }


@pytest.mark.req("I-4.2b")
def test_two_write_in_the_same_part_and_the_second_sees_both_texts(cast: Cast, client_as: As) -> None:
    siv, nora = client_as("siv"), client_as("nora")
    write(siv, edit(cast), "Først.")
    before = opened(nora, mine("edit-profile", "goal"))
    write(siv, edit(cast), "Siv skrev dette.")

    late = nora.post(mine("edit-profile", "goal"), {**before, "text": "Nora skrev dette."})

    assert late.status_code == 409
    assert "Siv skrev dette." in words(late)
    assert "Nora skrev dette." in words(late)
    assert ProfileText.objects.count() == 2
    again = dict(
        __import__("re").findall(r'type="hidden" name="(\w+)" value="([^"]*)"', late.content.decode())
    )
    assert nora.post(mine("edit-profile", "goal"), again).status_code == 302
    assert "Nora skrev dette." in read(siv, page_of(cast))


def test_a_double_click_is_one_version_and_the_same_text_is_none(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    form = {**opened(siv, edit(cast)), "text": KITCHEN}

    siv.post(edit(cast), form)
    siv.post(edit(cast), form)
    same = write(siv, edit(cast), KITCHEN)

    assert ProfileText.objects.count() == 1
    assert same.status_code == 422
    assert "den samme som før" in words(same)


def test_writing_dates_the_profile_once_a_day_and_answers_the_agenda(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    CareerProfileVersion.objects.filter(person=cast.people["nora"]).delete()
    assert not CareerProfileVersion.objects.filter(person=cast.people["nora"]).exists()

    write(siv, edit(cast), KITCHEN)
    write(siv, edit(cast, "amount"), "Formiddag.")

    row = CareerProfileVersion.objects.get(person=cast.people["nora"])
    assert (row.dated_on, row.is_brought_in) == (ON, False)
    assert "profile.start" not in codes(cast)
    kinds = Event.objects.filter(person=cast.people["nora"], kind__startswith="profile.")
    assert sorted(kinds.values_list("kind", flat=True)) == ["profile.started", "profile.updated"]


@pytest.mark.req("I-4.2b")
def test_the_clinician_is_asked_sees_it_comments_and_it_is_dated(cast: Cast, client_as: As) -> None:
    siv, berit = client_as("siv"), client_as("berit")
    write(siv, edit(cast), KITCHEN)
    relation = clinician_of(cast)

    send(siv, act_page(cast, "ask-profile-review"), clinician=relation.public_id.hex)

    review = ProfileReview.objects.get()
    assert (review.number, review.clinician, review.asked_on, review.seen_at) == (
        1,
        cast.accounts["berit"],
        ON,
        None,
    )
    assert "Du er bedt om å gå gjennom profilen" in read(berit, reverse("shared"))
    assert KITCHEN in read(berit, page_of(cast))
    review.refresh_from_db()
    assert review.seen_at is not None
    assert "Har åpnet den, ikke svart." in read(siv, page_of(cast))

    send(berit, act_page(cast, "comment-profile"), comment="Ta det rolig første uken.")

    review.refresh_from_db()
    assert review.answered_on == ON
    dated = CareerProfileVersion.objects.filter(person=cast.people["nora"]).order_by("pk").last()
    assert dated is not None
    assert dated.reviewed_with_clinician_on == ON
    assert "profile.review-with-clinician" not in codes(cast)
    for client, page in ((siv, page_of(cast)), (client_as("nora"), reverse("my_profile"))):
        assert "Ta det rolig første uken." in read(client, page)
    assert "Du er bedt om" not in read(berit, reverse("shared"))
    write(siv, edit(cast), "Vil arbeide på lager.")
    assert "Endret siden behandler så den" in read(siv, page_of(cast))


@pytest.mark.req("I-4.2b")
def test_the_clinicians_comment_stays_on_the_agenda_until_the_specialist_has_seen_it(
    cast: Cast, client_as: As
) -> None:
    siv, berit = client_as("siv"), client_as("berit")
    seen = act_page(cast, "see-profile-comment")
    asked_to_comment(cast, siv)
    send(berit, act_page(cast, "comment-profile"), comment="Ta det rolig første uken.")
    write(siv, edit(cast, "amount"), "Formiddag.")

    assert "profile.see-comment" in codes(cast)
    for page in (reverse("today"), page_of(cast)):
        assert seen in siv.get(page).content.decode()
    assert "Ta det rolig første uken." not in read(siv, reverse("today"))
    assert "Ta det rolig første uken." in read(siv, seen)
    for who in ("berit", "odd", "hege", "nora"):
        assert client_as(who).post(seen, {}).status_code in (403, 404)

    assert send(siv, seen)["Location"].startswith(page_of(cast))

    assert "profile.see-comment" not in codes(cast)
    for client, page in (
        (siv, page_of(cast)),
        (berit, page_of(cast)),
        (client_as("nora"), "/min-side/profil"),
    ):
        assert "Ta det rolig første uken." in read(client, page)
        assert "Lest av jobbspesialisten 22. november" in read(client, page)
    again = send(siv, seen)
    assert again.status_code == 422
    assert "Det er ingen kommentar som venter" in words(again)


def test_a_comment_that_comes_meanwhile_is_read_before_it_counts_as_read(cast: Cast, client_as: As) -> None:
    siv, berit = client_as("siv"), client_as("berit")
    seen = act_page(cast, "see-profile-comment")
    asked_to_comment(cast, siv)
    send(berit, act_page(cast, "comment-profile"), comment="Den første.")
    opened_before = opened(siv, seen)
    asked_to_comment(cast, siv, again="1")
    send(berit, act_page(cast, "comment-profile"), comment="Den andre.")

    assert siv.post(seen, opened_before).status_code == 409

    assert "profile.see-comment" in codes(cast)
    assert "Den første." in read(siv, seen)
    assert "Den andre." in read(siv, seen)


def test_a_review_without_a_word_leaves_nothing_to_see(cast: Cast, client_as: As) -> None:
    asked_to_comment(cast, client_as("siv"))
    send(client_as("berit"), act_page(cast, "comment-profile"), comment="  ")

    assert "profile.see-comment" not in codes(cast)


def asked_to_comment(cast: Cast, siv: Client, **more: str) -> None:
    write(siv, edit(cast), KITCHEN)
    send(siv, act_page(cast, "ask-profile-review"), clinician=clinician_of(cast).public_id.hex, **more)


def clinician_of(cast: Cast) -> Relation:
    rows = Relation.objects.filter(
        person=cast.people["nora"], kind="clinician", account=cast.accounts["berit"]
    )
    return rows.get()


def test_a_clinician_who_is_not_asked_comments_on_nothing_and_money_is_not_shown_to_them(
    cast: Cast, client_as: As
) -> None:
    siv, berit = client_as("siv"), client_as("berit")
    write(siv, edit(cast, "economy"), "Kanarifuglord om gjeld.")
    write(siv, edit(cast, "disclosure"), "Kanarifuglord om åpenhet.")
    write(siv, edit(cast, "health"), "Trenger pauser.")

    seen = read(berit, page_of(cast))
    answer = send(berit, act_page(cast, "comment-profile"), comment="Uten å være spurt.")

    assert "Trenger pauser." in seen
    assert "Kanarifuglord" not in seen
    assert "Kanarifuglord" not in read(berit, page_of(cast, "profile_difference") + "?fra=0&til=3")
    assert answer.status_code == 422
    assert "Uten å være spurt." in words(answer)
    assert berit.get(edit(cast)).status_code in (403, 404)


def test_asking_takes_a_profile_and_a_clinician_who_may_see_it(cast: Cast, client_as: As) -> None:
    siv, page = client_as("siv"), act_page(cast, "ask-profile-review")
    relation = clinician_of(cast)

    nothing_yet = send(siv, page, clinician=relation.public_id.hex)
    write(siv, edit(cast), KITCHEN)
    nobody = send(siv, page, clinician=uuid.uuid4().hex)

    assert "ingenting i profilen ennå" in words(nothing_yet)
    assert nobody.status_code == 422
    assert not ProfileReview.objects.exists()


@pytest.mark.parametrize("name", ["odd", "hege", "tom", "guro", "erik", "arne", "amir"])
def test_nobody_else_reads_the_profile(cast: Cast, client_as: As, name: str) -> None:
    write(client_as("siv"), edit(cast), KITCHEN)
    client = client_as(name)

    for address in ("profile", "profile_versions", "profile_difference", "one_page", "profile_for_nav"):
        answer = client.get(page_of(cast, address))
        assert answer.status_code in (403, 404)
        assert KITCHEN not in answer.content.decode()


def test_everybody_else_is_kept_from_ones_own_pages(cast: Cast, client_as: As) -> None:
    for name in (
        "my_profile",
        "my_assessment",
        "my_profile_versions",
        "my_profile_difference",
        "my_one_page",
    ):
        assert client_as("siv").get(reverse(name)).status_code in (403, 404)
        assert Client().get(reverse(name)).status_code == 302


@pytest.mark.req("I-4.2b")
def test_the_page_in_plain_words_is_the_jobseekers_own(cast: Cast, client_as: As) -> None:
    nora, siv = client_as("nora"), client_as("siv")
    parts = {"who": "Jeg er Nora.", "can": "Lage mat.", "wants": "Et lite kjøkken.", "helps": "Fast plan."}

    send(nora, mine("write-one-page"), **parts)

    page = read(nora, reverse("my_one_page"))
    assert all(part in page for part in parts.values())
    assert "Fast plan." in read(siv, page_of(cast, "one_page"))
    others = send(siv, act_page(cast, "write-one-page"), **{**parts, "who": "Siv skriver om."})
    assert others.status_code == 422
    assert "Siv skriver om." in words(others)
    send(nora, mine("write-one-page"), **{**parts, "can": "Lage suppe."})
    assert OnePage.objects.count() == 2
    assert client_as("berit").get(page_of(cast, "one_page")).status_code in (403, 404)


def test_for_one_without_a_log_in_the_specialist_writes_the_page_down(cast: Cast, client_as: As) -> None:
    Account.objects.filter(person=cast.people["nora"]).update(person=None)

    send(client_as("siv"), act_page(cast, "write-one-page"), who="Jeg er Nora.")

    assert OnePage.objects.count() == 1


def carry(cast: Cast, client: Client, **typed: str) -> Any:
    return send(client, act_page(cast, "carry-profile-over"), **typed)


@pytest.mark.req("I-4.2d")
def test_chosen_parts_are_ready_for_nav_as_text_and_as_a_file_with_a_published_schema(
    cast: Cast, client_as: As
) -> None:
    siv = client_as("siv")
    write(siv, edit(cast), KITCHEN)
    write(siv, edit(cast, "amount"), "Formiddag.")

    assert carry(cast, siv, has_access="on", goal="on").status_code == 302

    page = siv.get(page_of(cast, "profile_for_nav")).content.decode()
    assert KITCHEN in page
    assert "Formiddag." not in page
    row = CarriedOver.objects.get()
    answer = siv.get(page_of(cast, "profile_nav_file", carried=row.public_id))
    content = json.loads(answer.content)
    schema = json.loads(Client().get("/skjema/karriereprofil-1.json").content)
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(content)
    assert [each["code"] for each in content["sections"]] == ["goal"]
    assert content["$schema"] == schema["$id"]
    assert "nora" not in answer["Content-Disposition"].lower()
    assert LogRow.objects.filter(action=Action.PROFILE_CARRIED_OVER, permitted=True).count() == 1


@pytest.mark.req("I-4.2d")
@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"goal": "on"}, "tilgang til Modia"),
        ({"has_access": "on"}, "hvilke deler"),
        ({"has_access": "on", "health": "on"}, "ut helseopplysninger"),
    ],
)
def test_nothing_goes_over_without_access_choice_and_the_consent_it_takes(
    cast: Cast, client_as: As, typed: dict[str, str], why: str
) -> None:
    siv = client_as("siv")
    write(siv, edit(cast), KITCHEN)
    write(siv, edit(cast, "health"), HEALTH)
    ConsentStatement.objects.filter(person=cast.people["nora"], scope="health_release").delete()

    answer = carry(cast, siv, **typed)

    assert answer.status_code == 422
    assert why in words(answer)
    assert not CarriedOver.objects.exists()


@pytest.mark.req("I-4.2d", "I-5.0a")
def test_a_consent_withdrawn_later_shuts_what_was_made_ready(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    write(siv, edit(cast), KITCHEN)
    carry(cast, siv, has_access="on", goal="on")
    row = CarriedOver.objects.get()
    ConsentStatement.objects.filter(person=cast.people["nora"], scope="nav_contact").delete()

    page = siv.get(page_of(cast, "profile_for_nav")).content.decode()
    answer = siv.get(page_of(cast, "profile_nav_file", carried=row.public_id))

    assert KITCHEN not in page
    assert KITCHEN not in answer.content.decode()
    assert "ikke sagt ja til kontakt med NAV" in page
    assert "ikke sagt ja" in words(carry(cast, siv, has_access="on", goal="on"))
    assert siv.get(page_of(cast, "profile_nav_file", carried=uuid.uuid4())).status_code == 404


def test_a_profile_that_only_a_list_tells_of_is_said_to_be_elsewhere_and_is_brought_in(
    cast: Cast, client_as: As
) -> None:
    person, siv = cast.people["nora"], client_as("siv")
    CareerProfileVersion.objects.filter(person=person).delete()
    CareerProfileVersion.objects.create(person=person, dated_on="2025-07-10", is_brought_in=True)
    assert "fra 10. juli 2025 et annet sted" in read(siv, page_of(cast))

    send(siv, act_page(cast, "bring-profile-in"), goal=KITCHEN, amount="Formiddag.")

    seen = read(siv, page_of(cast))
    assert KITCHEN in seen
    assert "et annet sted" not in seen
    assert set(ProfileText.objects.values_list("number", "section")) == {(1, "goal"), (1, "amount")}
    nothing = send(siv, act_page(cast, "bring-profile-in", person="amir"))
    assert nothing.status_code in (404, 422)


@pytest.mark.parametrize("text", ["x" * 4001, "<b>fet</b> & \u202e שלום 😀\x00"])
def test_text_of_any_length_and_alphabet_stays_on_the_page_or_is_saved(
    cast: Cast, client_as: As, text: str
) -> None:
    answer = write(client_as("siv"), edit(cast), text)

    assert answer.status_code in (302, 422)
    assert "<b>fet</b>" not in client_as("siv").get(page_of(cast)).content.decode()
    if answer.status_code == 422:
        assert text[:20].split("<", maxsplit=1)[0] in answer.content.decode()


@pytest.mark.parametrize("about", ["", "nothing", "goal.x", "x" * 300])
def test_a_part_that_is_not_there_is_answered_kindly(cast: Cast, client_as: As, about: str) -> None:
    siv, page = client_as("siv"), act_page(cast, "edit-profile", about)
    assert siv.get(page).status_code == 200
    assert write(siv, page, KITCHEN).status_code == 422
    assert not ProfileText.objects.exists()


def test_a_profile_of_thirty_versions_asks_the_database_as_little_as_one_of_two(
    cast: Cast, client_as: As
) -> None:
    siv = client_as("siv")
    for number in range(2):
        write(siv, edit(cast), f"Versjon {number}.")
    pages = [
        page_of(cast),
        page_of(cast, "profile_versions"),
        page_of(cast, "profile_difference") + "?fra=1&til=2",
    ]
    few = [_questions(siv, page) for page in pages]
    sections = list(ProfileSection)
    for number in range(28):
        write(siv, edit(cast, sections[number % 4]), f"Ny tekst {number}.")

    assert ProfileText.objects.count() == 30
    assert [_questions(siv, page) for page in pages] == few


def _questions(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(page).status_code == 200
    return len(asked)


def test_the_history_goes_on_page_by_page_without_leaving_a_version_out(cast: Cast, client_as: As) -> None:
    siv = client_as("siv")
    for number in range(35):
        write(siv, edit(cast), f"Tekst {number}.")

    first = siv.get(page_of(cast, "profile_versions")).content.decode()
    rest = siv.get(page_of(cast, "profile_versions") + "?etter=6").content.decode()

    assert "?etter=6" in first
    assert "?til=6" in first
    assert "?til=35" in first
    assert "?til=5" in rest
    assert '?til=1"' in rest
    assert TODAY
