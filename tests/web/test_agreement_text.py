"""Writing the agreement together, signing the very same words, and what a change asks for (A-01 to A-05)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agreements.contents import text_in_force, text_waiting
from fotfeste.apps.agreements.models import AgreedPromise, AgreementText, ContactPerson, DraftLine, Signature
from fotfeste.apps.people.models import Relation
from fotfeste.cli.cast import Cast
from tests.agreement_people import (
    agreement_for,
    contact_of,
    in_force,
    laid_out,
    second_adviser,
    waiting,
    written,
)
from tests.web.filling_in import send, words

As = Callable[[str], Client]


def act(cast: Cast, slug: str, about: str = "") -> str:
    address = reverse("act", args=[cast.people["nora"].public_id, slug])
    return f"{address}?om={about}" if about else address


def own(slug: str, about: str = "") -> str:
    return reverse("my_act", args=[slug]) + (f"?om={about}" if about else "")


def page(cast: Cast) -> str:
    return reverse("agreement_text", args=[cast.people["nora"].public_id])


def done(client: Client, address: str, **typed: object) -> None:
    answer = send(client, address, **typed)
    assert answer.status_code == 302, words(answer)


def digest(cast: Cast) -> str:
    return AgreementText.objects.get(concluded_at=None, dropped_at=None).digest


def signs(client: Client, address: str, shown: str) -> int:
    return send(client, address, digest=shown, has_read="on").status_code


@pytest.mark.req("A-03")
@pytest.mark.req("A-08")
def test_each_line_has_an_owner_and_a_date_and_both_write(cast: Cast, client_as: As) -> None:
    agreement_for(cast, "nora")
    hege, nora = client_as("hege"), client_as("nora")
    promise = {
        "text": "Søke om arbeidsstol",
        "instrument": "aids",
        "owner": "nav",
        "responsible": "Hege Dahl",
        "nav_unit": "assistive_technology",
        "towards": "jobseeker",
        "deadline": "2026-12-10",
    }

    done(hege, act(cast, "agreement-commitment"), **promise)
    done(nora, own("own-agreement-goal"), goal="keep_job", text="Bli i jobben")
    done(
        nora,
        own("own-agreement-commitment"),
        text="Komme på alle samtaler",
        towards="nav",
        responsible="Nora Moen",
        deadline="2026-12-10",
    )

    by = dict(DraftLine.objects.values_list("kind", "written_by_party"))
    assert set(DraftLine.objects.values_list("owner", flat=True)) == {"nav", "jobseeker"}
    assert by["goal"] == "jobseeker"
    shown = words(hege.get(page(cast)))  # type: ignore[arg-type]  # Django's test response
    assert "Søke om arbeidsstol" in shown
    assert "Hjelpemiddelsentralen: Hege Dahl" in shown
    assert "Bli i jobben" in shown


def test_nobody_writes_what_another_promises_or_has_written(cast: Cast, client_as: As) -> None:
    written(cast)
    nora = client_as("nora")
    navs = DraftLine.objects.get(kind="commitment").public_id.hex

    answer = send(nora, own("own-agreement-remove-line", navs))

    assert answer.status_code == 422
    assert "skrevet av en annen part" in words(answer)
    assert "owner" not in words(nora.get(own("own-agreement-commitment")))  # type: ignore[arg-type]  # as above


def test_words_of_health_are_read_once_more(cast: Cast, client_as: As) -> None:
    agreement_for(cast, "nora")
    hege, said = client_as("hege"), {"goal": "other", "text": "Jobbe selv om angsten er der"}

    answer = send(hege, act(cast, "agreement-goal"), **said)
    assert answer.status_code == 422
    assert "angsten" in words(answer)
    done(hege, act(cast, "agreement-goal"), **said, topic="health")
    done(hege, act(cast, "agreement-goal"), **said, is_approved="on")

    assert list(DraftLine.objects.order_by("pk").values_list("topic", flat=True)) == ["health", ""]


@pytest.mark.req("A-04")
def test_without_a_contact_person_and_follow_up_it_cannot_be_laid_out(cast: Cast, client_as: As) -> None:
    agreement_for(cast, "nora")

    shown = words(client_as("hege").get(page(cast)))  # type: ignore[arg-type]  # as above
    answer = send(client_as("hege"), act(cast, "agreement-lay-out"))

    for missing in ("mangler navnet på en fast kontaktperson", "mangler oppfølging fra NAV"):
        assert missing in shown
        assert missing in words(answer)
    assert answer.status_code == 422
    assert not AgreementText.objects.exists()


@pytest.mark.req("A-01")
@pytest.mark.req("A-02")
def test_both_sign_the_same_words_and_nav_is_last(cast: Cast, client_as: As) -> None:
    row = written(cast)
    hege, nora = client_as("hege"), client_as("nora")
    done(hege, act(cast, "agreement-lay-out"))
    shown = digest(cast)

    assert shown in words(nora.get(own("own-agreement-sign")))  # type: ignore[arg-type]  # as above
    assert signs(hege, act(cast, "agreement-sign"), shown) == 422, "NAV signs last"
    assert signs(nora, own("own-agreement-sign"), shown) == 302
    assert text_in_force(row) is None
    assert signs(hege, act(cast, "agreement-sign"), shown) == 302

    text = text_in_force(row)
    assert text is not None
    assert text.digest == shown
    assert "gjelder" in words(hege.get(page(cast)))  # type: ignore[arg-type]  # as above
    version = reverse("my_agreement_version", args=[1])
    assert shown in words(nora.get(version))  # type: ignore[arg-type]  # as above


@pytest.mark.req("A-02")
def test_an_outdated_text_is_not_signed(cast: Cast, client_as: As) -> None:
    laid_out(cast)
    nora = client_as("nora")

    assert signs(nora, own("own-agreement-sign"), "0" * 64) == 422
    assert send(nora, own("own-agreement-sign"), digest=digest(cast)).status_code == 422, "not read"

    assert not Signature.objects.exists()


def test_what_is_laid_out_is_not_written_on_until_it_is_taken_back(cast: Cast, client_as: As) -> None:
    row = laid_out(cast).agreement
    hege, nora = client_as("hege"), client_as("nora")
    assert signs(nora, own("own-agreement-sign"), digest(cast)) == 302

    answer = send(hege, act(cast, "agreement-review"), review_on="2027-01-11")
    assert "lagt fram til signering" in words(answer)
    done(hege, act(cast, "agreement-take-back"))
    done(hege, act(cast, "agreement-review"), review_on="2027-01-11")

    assert text_waiting(row) is None
    done(hege, act(cast, "agreement-lay-out"))
    assert not waiting(row).signatures.exists(), "a new version is signed anew"


def test_a_signature_is_taken_back_before_it_is_concluded_and_not_after(cast: Cast, client_as: As) -> None:
    laid_out(cast)
    hege, nora = client_as("hege"), client_as("nora")
    assert signs(nora, own("own-agreement-sign"), digest(cast)) == 302

    done(nora, own("own-agreement-take-signature-back"))
    assert signs(hege, act(cast, "agreement-sign"), digest(cast)) == 422
    assert signs(nora, own("own-agreement-sign"), digest(cast)) == 302
    assert signs(hege, act(cast, "agreement-sign"), digest(cast)) == 302

    assert send(nora, own("own-agreement-take-signature-back")).status_code == 422
    assert Signature.objects.filter(taken_back_at__isnull=False).count() == 1


def test_nav_signs_for_the_jobseeker_only_for_a_listed_reason(cast: Cast, client_as: As) -> None:
    laid_out(cast)
    hege, shown = client_as("hege"), {"digest": digest(cast), "has_read": "on"}

    assert send(hege, act(cast, "agreement-sign-on-behalf"), **shown).status_code == 422
    assert send(hege, act(cast, "agreement-sign-on-behalf"), **shown, tired="on").status_code == 422
    done(hege, act(cast, "agreement-sign-on-behalf"), **shown, no_electronic_id="on")

    row = Signature.objects.get()
    assert (row.party, row.signed_by, row.on_behalf_because) == ("jobseeker", "on_behalf", "no_electronic_id")
    seen = words(client_as("nora").get(reverse("my_agreement_text")))  # type: ignore[arg-type]  # as above
    assert "har ikke elektronisk ID" in seen


def test_what_is_concluded_is_followed_as_promises(cast: Cast) -> None:
    text = in_force(cast)

    kept = AgreedPromise.objects.filter(agreement=text.agreement, ended_on=None)
    assert set(kept.values_list("kind", flat=True)) == {"follow_up", "commitment"}
    assert kept.get(kind="commitment").deadline == cast.on + timedelta(days=14)


@pytest.mark.req("A-04")
def test_another_contact_person_amends_what_is_in_force_and_nobody_signs_anew(
    cast: Cast, client_as: As
) -> None:
    text = in_force(cast)
    second = second_adviser(cast)
    done(client_as("hege"), act(cast, "agreement-contact"), person=str(contact_of(second)), handover="Ring")

    now = text_in_force(text.agreement)
    assert now is not None
    assert (now.number, now.kind, now.asked) == (2, "notice", "")
    assert ContactPerson.objects.get(until_day=None).account == second
    assert Relation.objects.filter(kind="contact_person", ended_at=None).count() == 1
    assert "Ida Berg" in words(client_as("nora").get(reverse("my_agreement_version", args=[2])))  # type: ignore[arg-type]  # as above
    assert "Ida Berg" not in words(client_as("nora").get(reverse("my_agreement_version", args=[1])))  # type: ignore[arg-type]  # as above


@pytest.mark.req("A-02")
def test_a_later_deadline_asks_those_it_concerns(cast: Cast, client_as: As) -> None:
    row = in_force(cast).agreement
    hege, line = client_as("hege"), DraftLine.objects.get(kind="commitment")
    promise = {
        "text": "Skaffe en arbeidsstol",
        "instrument": "aids",
        "owner": "nav",
        "towards": "jobseeker",
        "responsible": "Kari Nes",
        "nav_unit": "assistive_technology",
        "deadline": "2027-01-20",
    }
    done(hege, act(cast, "agreement-commitment", line.public_id.hex), **promise)
    done(hege, act(cast, "agreement-lay-out"))

    assert (waiting(row).kind, waiting(row).asked) == ("duty", "jobseeker nav")
    assert AgreedPromise.objects.get(kind="commitment").deadline == cast.on + timedelta(days=14)
    for client, address in (
        (client_as("nora"), own("own-agreement-sign")),
        (hege, act(cast, "agreement-sign")),
    ):
        assert signs(client, address, digest(cast)) == 302
    promise_now = AgreedPromise.objects.get(kind="commitment")
    assert promise_now.deadline is not None
    assert (promise_now.deadline.isoformat(), promise_now.first_deadline) == (
        "2027-01-20",
        cast.on + timedelta(days=14),
    )


@pytest.mark.parametrize("who", ["siv", "odd", "berit", "mette", "guro", "erik", "tom"])
def test_others_around_the_person_do_not_see_the_text(cast: Cast, client_as: As, who: str) -> None:
    in_force(cast)

    nora = cast.people["nora"].public_id
    for address in (page(cast), reverse("agreement_version", args=[nora, 1]), act(cast, "agreement-sign")):
        assert client_as(who).get(address).status_code in (403, 404)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "\u202egnp.exe", "å" * 4000, "'; DROP TABLE"])
def test_hostile_words_stand_as_words(cast: Cast, client_as: As, text: str) -> None:
    agreement_for(cast, "nora")
    hege = client_as("hege")

    answer = send(hege, act(cast, "agreement-goal"), goal="other", text=text)

    assert answer.status_code in (302, 422)
    assert "<script>alert" not in words(hege.get(page(cast)))  # type: ignore[arg-type]  # as above
