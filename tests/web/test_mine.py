"""The jobseeker's own pages."""

import json
from collections.abc import Callable
from datetime import date

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agenda.services import rewrite
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.episodes.models import CaseNote, Episode, Meeting
from fotfeste.apps.mine.take_out import KEPT_OUT, columns, name_of, tables
from fotfeste.apps.people.models import Account, Person, Relation
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import RelationKind
from fotfeste.parameters.texts import LANGUAGES, all_texts, named_places, parts
from fotfeste.web.mine_lines import HOUSEKEEPING
from fotfeste.web.mine_take_out import ONLY_IN_THE_FILE, TABLES
from fotfeste.web.mine_take_out_fields import FIELDS
from tests.web.pages import read, words

As = Callable[[str], Client]
ON = date(2026, 11, 22)


def line_codes() -> set[str]:
    """Every line of the agenda: those are the texts that name a person."""
    return {code for code, said in all_texts().items() if "named" in said["nb"]}


def test_what_is_next_is_said_to_the_jobseeker_in_plain_words(cast: Cast, client_as: As) -> None:
    page = read(client_as("nora"), reverse("mine"))

    assert "Ditt neste steg" in page
    assert "Det første møtet Du skal møte jobbspesialisten din" in page


def test_every_line_is_either_said_to_the_jobseeker_or_named_as_housekeeping() -> None:
    mine = {code.removeprefix("mine.") for code in all_texts() if code.startswith("mine.")}

    assert mine | HOUSEKEEPING == line_codes()
    assert not mine & HOUSEKEEPING


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_to_the_jobseeker_names_nothing_the_line_does_not_know(language: str) -> None:
    for code in sorted(line_codes() - HOUSEKEEPING):
        known = {place for part in parts(code, language).values() for place in named_places(part)}
        said = {place for part in parts(f"mine.{code}", language).values() for place in named_places(part)}
        assert said <= known, code


def test_a_day_that_has_passed_is_no_reproach(cast: Cast, client_as: As) -> None:
    page = read(client_as("nora"), reverse("mine"))

    assert "over" not in page.split("Mine møter")[0].replace("overlev", "")


def test_agreed_meetings_are_there(cast: Cast, client_as: As) -> None:
    episode = Episode.objects.get(person=cast.people["nora"])
    Meeting.objects.create(
        person=cast.people["nora"],
        episode=episode,
        kind="start_up",
        held_on=date(2026, 11, 24),
        is_held=False,
    )
    rewrite([(cast.people["nora"].pk, cast.people["nora"].public_id)], on=ON)

    page = read(client_as("nora"), reverse("mine"))

    assert "tirsdag 24. november 2026 Oppstartsmøte" in page
    assert "Det første møtet er avtalt" in page


@pytest.mark.req("W-08")
def test_who_sees_what_about_me_is_said_in_plain_words(cast: Cast, client_as: As) -> None:
    nora = read(client_as("nora"), reverse("mine"))
    amir = read(client_as("amir"), reverse("mine"))

    assert "Siv Rønning ser alt som er ført om deg her, også notatene." in nora
    assert "Hege Dahl ser hvor langt saken er kommet, ønsker om arbeid, jobber og ytelser." in nora
    assert "Tom Aasen ser ingenting om deg, for du har ikke sagt ja til kontakt med NAV." in amir


@pytest.mark.req("I-4.1d")
def test_the_specialist_s_contact_details_are_there(cast: Cast, client_as: As) -> None:
    Account.objects.filter(pk=cast.accounts["siv"].pk).update(phone="+47 900 00 001")

    page = client_as("nora").get(reverse("mine"))

    assert "Jobbspesialisten din Siv Rønning, IPS Salten +47 900 00 001 siv@example.no" in words(page)
    assert 'href="tel:+4790000001"' in page.content.decode()


def test_the_last_look_leads_to_the_log(cast: Cast, client_as: As) -> None:
    client_as("siv").get(reverse("person", args=[cast.people["nora"].public_id]))

    page = read(client_as("nora"), reverse("mine"))

    assert "Sist åpnet: Siv Rønning, i dag" in page


def test_an_attempt_that_was_stopped_has_opened_nothing(cast: Cast, client_as: As) -> None:
    record = reverse("person", args=[cast.people["nora"].public_id])
    client_as("siv").get(record)
    assert client_as("amir").get(record).status_code == 404

    assert "Sist åpnet: Siv Rønning, i dag" in read(client_as("nora"), reverse("mine"))


def test_about_me_says_what_is_written_and_what_is_not_confirmed(cast: Cast, client_as: As) -> None:
    page = read(client_as("nora"), reverse("mine_about"))

    assert "Om meg Dette står det om deg." in page
    assert cast.people["nora"].name in page
    assert "Fødselsnummer" not in page


@pytest.mark.parametrize("name", ["mine", "mine_about", "mine_log", "take_out"])
@pytest.mark.parametrize("who", ["siv", "mette", "arne", "hege"])
def test_the_pages_are_for_jobseekers(cast: Cast, client_as: As, name: str, who: str) -> None:
    assert client_as(who).get(reverse(name)).status_code == 403


def test_nobody_gets_in_without_logging_in(client: Client, cast: Cast) -> None:
    for name in ("mine", "mine_about", "mine_log", "take_out"):
        assert reverse("account_login") in client.get(reverse(name))["Location"]


def test_one_s_first_page_shows_nobody_else(cast: Cast, client_as: As) -> None:
    page = read(client_as("nora"), reverse("mine"))

    for other in ("amir", "sofie", "liv"):
        assert cast.people[other].name not in page or not cast.people[other].name


def test_looking_at_one_s_own_pages_is_logged_as_one_s_own(cast: Cast, client_as: As) -> None:
    client_as("nora").get(reverse("mine"))

    row = LogRow.objects.latest("seq")
    assert (row.actor, row.subject, row.area, row.purpose) == (
        cast.accounts["nora"].public_id,
        cast.people["nora"].log_id,
        "home",
        "self",
    )


def write_note(cast: Cast, text: str, person: str = "nora") -> None:
    row = Person.objects.get(pk=cast.people[person].pk)
    episode = Episode.objects.get(person=row)
    note = CaseNote(person=row, episode=episode, written_on=ON, written_by=cast.accounts["siv"])
    note.seal("sealed_text", text, unwrapped(row.key, row.public_id))
    note.save()


def test_everything_is_taken_along_as_a_file(cast: Cast, client_as: As) -> None:
    write_note(cast, "Vil jobbe på lager.")
    client_as("siv").get(reverse("person", args=[cast.people["nora"].public_id]))

    answer = client_as("nora").post(reverse("download_everything"))

    content = json.loads(answer.content)
    assert answer["Content-Disposition"] == 'attachment; filename="opplysninger-2026-11-22.json"'
    assert content["person"]["name"] == cast.people["nora"].name
    assert len(content["person"]["identity_number"]) == 11
    assert content["episodes.CaseNote"][0]["text"] == "Vil jobbe på lager."
    assert {row["account"] for row in content["people.Relation"]} == {"Siv Rønning", "Berit Aas", "Hege Dahl"}
    assert any(look["name"] == "Siv Rønning" and look["area"] == "overview" for look in content["looks"])


def test_everything_can_be_read_on_one_page(cast: Cast, client_as: As) -> None:
    write_note(cast, "Vil jobbe på lager.")

    page = words(client_as("nora").post(reverse("read_everything")))

    assert "Alt som er lagret om meg" in page
    assert "Vil jobbe på lager." in page
    assert "Folk rundt deg" in page
    assert "Hvem har sett" in page


def test_taking_it_along_is_logged_and_shows_nothing_of_others(cast: Cast, client_as: As) -> None:
    write_note(cast, "Hemmelig om Amir.", "amir")

    content = client_as("nora").post(reverse("download_everything")).content.decode()

    assert "Hemmelig om Amir" not in content
    assert cast.people["amir"].name not in content
    assert LogRow.objects.latest("seq").action == "record.taken_out"


def test_where_names_of_staff_are_not_shown_they_are_not_taken_along(
    cast: Cast, client_as: As, settings: object
) -> None:
    settings.STAFF_SHOWN_AS = "role"  # type: ignore[attr-defined]  # pytest-django's own
    write_note(cast, "x")
    client_as("siv").get(reverse("person", args=[cast.people["nora"].public_id]))

    content = json.loads(client_as("nora").post(reverse("download_everything")).content)

    assert content["episodes.CaseNote"][0]["written_by"] == "en ansatt"
    assert {look["name"] for look in content["looks"]} == {""}
    assert "Siv Rønning" in {row["account"] for row in content["people.Relation"]}, (
        "one's own people are known"
    )


def test_it_takes_a_click(cast: Cast, client_as: As) -> None:
    nora = client_as("nora")

    assert nora.get(reverse("download_everything")).status_code == 405
    assert nora.get(reverse("read_everything")).status_code == 405


def test_every_table_that_points_at_a_person_is_taken_along_or_kept_out_with_a_reason() -> None:
    pointing = {
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.related_model is Person and model._meta.label != "people.Account"
    }

    assert {model._meta.label for model in tables()} == pointing - KEPT_OUT.keys()
    assert KEPT_OUT.keys() <= pointing
    assert all(KEPT_OUT.values())


def test_every_table_and_column_that_is_taken_along_has_a_name_to_read() -> None:
    assert {model._meta.label for model in tables()} <= TABLES.keys()
    read_by_people = {
        name_of(column) for model in (Person, *tables()) for column in columns(model)
    } - ONLY_IN_THE_FILE
    assert read_by_people <= FIELDS.keys()


def test_a_stand_in_is_said_to_have_to_say_why(cast: Cast, client_as: As) -> None:
    Relation.objects.create(
        person=cast.people["nora"],
        account=cast.accounts["jonas"],
        kind=RelationKind.STAND_IN,
        from_day=ON,
        until_day=date(2026, 12, 1),
    )

    page = read(client_as("nora"), reverse("mine"))

    assert "Jonas Eidissen ser alt som er ført om deg, men må si hvorfor først." in page
    assert "til og med 1. desember 2026" in page
