"""The administrator: makes accounts, roles and units, sees no record, and gives themselves nothing."""

import re
import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.models import Account, Clearance, Controller, Membership, Unit
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.apps.vault.keyring import load_key_ring
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import Role

As = Callable[[str], Client]
PAGES = (
    "administration",
    "users",
    "new_user",
    "units",
    "new_unit",
    "new_controller",
    "programs",
    "new_program",
)


@pytest.fixture
def arne(client_as: As) -> Client:
    return client_as("arne")


def key() -> dict[str, str]:
    return {"form_key": uuid.uuid4().hex}


def new(arne: Client, **typed: str):
    facts = {"name": "Kari Nord", "username": "kari", "email": "", "phone": "", **typed}
    return arne.post(reverse("new_user"), {**facts, **key()})


def give_role(arne: Client, account: Account, role: Role, unit: Unit, **more: str):
    typed = {
        "role": role,
        "unit": str(unit.public_id),
        "position_percent": "100",
        "from_day": "22.11.2026",
        "until_day": "",
    }
    return arne.post(reverse("give_role", args=[account.public_id]), {**typed, **more, **key()})


@pytest.mark.parametrize("who", ["siv", "mette", "berit", "hege", "guro", "erik", "nora"])
def test_administration_is_for_administrators(client_as: As, who: str) -> None:
    browser = client_as(who)

    for page in PAGES:
        assert browser.get(reverse(page)).status_code == 403, page


def test_a_visitor_is_sent_to_the_log_in(cast: Cast) -> None:
    for page in PAGES:
        assert Client().get(reverse(page)).status_code == 302, page


def test_every_page_opens_for_the_administrator(arne: Client) -> None:
    for page in PAGES:
        assert arne.get(reverse(page)).status_code == 200, page


def test_the_health_of_the_house_is_counts_only(arne: Client, cast: Cast) -> None:
    Errand.objects.create(kind="mail.account", not_before=cast.at)
    Errand.objects.create(kind="mail.account", not_before=cast.at, dead_at=cast.at)

    page = arne.get(reverse("administration")).content.decode()

    assert "Noe ble aldri gjort" in page
    for person in cast.people.values():
        assert str(person.public_id) not in page
    for name in ("Nora Lunde", "Liv Hemmelig"):
        assert name not in page


def test_an_administrator_never_learns_of_a_jobseekers_account(arne: Client, cast: Cast) -> None:
    listed = arne.get(reverse("users")).content.decode()
    searched = arne.get(reverse("users"), {"q": "nora"}).content.decode()

    assert "Siv Rønning" in listed
    for page in (listed, searched):
        assert "Nora Lunde" not in page
    nora = cast.accounts["nora"].public_id
    for name in ("user", "edit_user"):
        assert arne.get(reverse(name, args=[nora])).status_code == 404
    for name in ("close_user", "password_link"):
        assert arne.post(reverse(name, args=[nora]), key()).status_code == 404
    assert Account.objects.get(username="nora").is_active


def test_long_lists_come_a_page_at_a_time_and_nobody_is_lost(arne: Client, cast: Cast) -> None:
    for number in range(60):
        Account.objects.create(username=f"u{number}", name=f"Samme navn {number % 3}", password="!")
    everyone = {str(a) for a in Account.objects.filter(person=None).values_list("public_id", flat=True)}

    seen, address = [], reverse("users")
    while address:
        page = arne.get(address).content.decode()
        seen += re.findall(r'href="/administrasjon/brukere/([0-9a-f-]{36})"', page)
        more = re.search(r'rel="next" href="([^"]+)"', page)
        address = reverse("users") + more.group(1).replace("&amp;", "&") if more else ""

    assert len(seen) == len(set(seen))
    assert set(seen) == everyone


def test_a_list_costs_the_same_however_long_it_is(arne: Client, django_assert_max_num_queries) -> None:
    for number in range(40):
        Account.objects.create(username=f"u{number}", name=f"Navn {number}", password="!")

    with django_assert_max_num_queries(12):
        arne.get(reverse("users"))


def test_a_new_user_with_an_address_gets_a_link_by_mail_and_nobody_else_sees_it(arne: Client) -> None:
    answer = new(arne, email="kari@example.no")

    kari = Account.objects.get(username="kari")
    assert answer.status_code == 302
    assert not kari.has_usable_password()
    assert Errand.objects.get().payload == {"what": "password_link", "account": str(kari.public_id)}
    page = arne.get(answer.headers["Location"]).content.decode()
    assert "/lenke/" not in page
    again = arne.post(reverse("password_link", args=[kari.public_id]), key(), follow=True)
    assert "/lenke/" not in again.content.decode()
    assert LogRow.objects.filter(action=Action.ACCOUNT_CREATED, object_id=kari.public_id).exists()


def test_one_without_an_address_is_handed_a_link_that_is_shown_once_and_works_once(arne: Client) -> None:
    new(arne)
    kari = Account.objects.get(username="kari")
    asked = key()

    shown = arne.post(reverse("password_link", args=[kari.public_id]), asked)
    link = re.search(r"<code>(http://testserver/lenke/[^<]+)</code>", shown.content.decode()).group(1)
    sent_again = arne.post(reverse("password_link", args=[kari.public_id]), asked)
    assert sent_again.status_code == 302

    visitor = Client()
    form = visitor.get(link, follow=True)
    password = {"password1": "et langt og nytt passord", "password2": "et langt og nytt passord"}
    assert visitor.post(form.request["PATH_INFO"], password).status_code == 302
    assert Account.objects.get(username="kari").check_password("et langt og nytt passord")
    assert "virker ikke lenger" in Client().get(link, follow=True).content.decode()


def test_a_link_to_an_account_somebody_uses_is_never_shown_to_an_administrator(
    arne: Client, cast: Cast
) -> None:
    """An administrator does not reset the password of a clinician and log in as her."""
    berit = cast.accounts["berit"]
    by_mail = arne.post(reverse("password_link", args=[berit.public_id]), key(), follow=True)
    Account.objects.filter(pk=berit.pk).update(email="", last_login=cast.at)
    without_address = arne.post(reverse("password_link", args=[berit.public_id]), key())

    assert "/lenke/" not in by_mail.content.decode()
    assert without_address.status_code == 404


def test_a_link_for_a_closed_account_opens_nothing(arne: Client, cast: Cast) -> None:
    new(arne)
    kari = Account.objects.get(username="kari")
    shown = arne.post(reverse("password_link", args=[kari.public_id]), key()).content.decode()
    link = re.search(r"<code>http://testserver([^<]+)</code>", shown).group(1)

    arne.post(reverse("close_user", args=[kari.public_id]), key())

    assert "virker ikke lenger" in Client().get(link, follow=True).content.decode()


@pytest.mark.parametrize(
    "typed",
    [
        {"username": "SIV"},
        {"username": "а" + "rne"},
        {"username": "to ord"},
        {"username": ""},
        {"name": ""},
        {"email": "ikke en adresse"},
        {"name": "x" * 121},
    ],
)
def test_a_user_that_cannot_be_is_refused_with_words(arne: Client, typed: dict[str, str]) -> None:
    before = Account.objects.count()

    answer = new(arne, **typed)

    assert answer.status_code == 422
    assert "aksel-error-summary" in answer.content.decode()
    assert Account.objects.count() == before


def test_sent_twice_a_user_is_made_once(arne: Client) -> None:
    typed = {"name": "Kari Nord", "username": "kari", "email": "", "phone": "", **key()}

    first = arne.post(reverse("new_user"), typed)
    second = arne.post(reverse("new_user"), typed)

    assert first.headers["Location"] == second.headers["Location"]
    assert Account.objects.filter(username="kari").count() == 1


def test_two_who_edit_at_once_both_see_both_texts(arne: Client, cast: Cast) -> None:
    siv = cast.accounts["siv"]
    address = reverse("edit_user", args=[siv.public_id])
    old = {"username": "siv", "email": "siv@example.no", "phone": "", "version": "1"}
    arne.post(address, {**old, "name": "Siv Rønning Dahl", **key()})

    answer = arne.post(address, {**old, "name": "Siv R. Dahl", **key()})

    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Siv R. Dahl" in page
    assert "Siv Rønning Dahl" in page
    assert Account.objects.get(pk=siv.pk).name == "Siv Rønning Dahl"


def test_another_address_ends_the_sessions_so_that_its_owner_notices(
    arne: Client, client_as: As, cast: Cast
) -> None:
    siv = client_as("siv")
    address = reverse("edit_user", args=[cast.accounts["siv"].public_id])

    arne.post(
        address,
        {
            "name": "Siv Rønning",
            "username": "siv",
            "email": "arne@example.no",
            "phone": "",
            "version": "1",
            **key(),
        },
    )

    assert siv.get("/min-konto").status_code == 302


def test_a_role_is_given_and_ended(arne: Client, client_as: As, cast: Cast) -> None:
    hege = cast.accounts["hege"]
    given = give_role(arne, hege, Role.NAV_ADVISER, cast.units["nav_rana"], until_day="31.12.2026")
    assert given.status_code == 302
    role = Membership.objects.get(account=hege, unit=cast.units["nav_rana"])
    assert role.until_day is not None

    arne.post(reverse("end_role", args=[hege.public_id, role.public_id]), key())
    assert not Membership.objects.filter(pk=role.pk).exists()

    first = Membership.objects.get(account=hege)
    arne.post(reverse("end_role", args=[hege.public_id, first.public_id]), key())
    first.refresh_from_db()
    assert first.until_day == cast.on - timedelta(days=1)
    assert "Du har ingen rolle i dag" in client_as("hege").get("/").content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"unit": "ips_salten"}, "hører ikke til i en slik enhet"),
        ({"until_day": "21.11.2026"}, "før første dag"),
        ({"from_day": "31.02.2027"}, "forstår ikke datoen"),
        ({"position_percent": "400"}, "100"),
        ({"role": Role.JOBSEEKER}, "Rolle:"),
    ],
)
def test_a_role_that_cannot_be_is_refused_with_words(
    arne: Client, cast: Cast, typed: dict[str, str], said: str
) -> None:
    hege = cast.accounts["hege"]
    wanted = {"role": Role.NAV_ADVISER, "unit": "nav_rana", **typed}
    role, unit = wanted.pop("role"), cast.units[wanted.pop("unit")]

    answer = give_role(arne, hege, Role(role), unit, **wanted)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert hege.memberships.count() == 1


def test_nobody_gives_themselves_a_role_or_a_clearance(arne: Client, cast: Cast) -> None:
    """Not even a supervisor's for a day: that would open the records of the whole unit."""
    me = cast.accounts["arne"]

    role = give_role(arne, me, Role.IPS_SUPERVISOR, cast.units["ips_salten"])
    clearance = arne.post(
        reverse("give_clearance", args=[me.public_id]),
        {"kind": ClearanceKind.PROTECTED, "why": "Det haster", **key()},
    )

    assert role.status_code == clearance.status_code == 422
    assert "kan ikke gi seg selv" in role.content.decode()
    assert me.memberships.count() == 1
    assert not me.clearances.exists()


def test_nobody_closes_their_own_account(arne: Client, cast: Cast) -> None:
    answer = arne.post(reverse("close_user", args=[cast.accounts["arne"].public_id]), key(), follow=True)

    assert "kan ikke stenge din egen konto" in answer.content.decode()
    assert Account.objects.get(username="arne").is_active


def test_a_clearance_takes_a_reason_and_opens_at_once(arne: Client, cast: Cast) -> None:
    siv = cast.accounts["siv"]
    address = reverse("give_clearance", args=[siv.public_id])

    without = arne.post(address, {"kind": ClearanceKind.PROTECTED, "why": "", **key()})
    assert without.status_code == 422
    assert not siv.clearances.exists()

    arne.post(address, {"kind": ClearanceKind.PROTECTED, "why": "Tar over etter Marit", **key()})
    held = Clearance.objects.get(account=siv)
    assert (held.why, held.given_by) == ("Tar over etter Marit", cast.accounts["arne"])
    assert LogRow.objects.filter(action=Action.CLEARANCE_CHANGED, area="protected_given").exists()

    arne.post(reverse("take_clearance", args=[siv.public_id, ClearanceKind.PROTECTED]), key())
    held.refresh_from_db()
    assert held.until_day < cast.on


def test_a_new_controller_gets_a_key_of_its_own(arne: Client) -> None:
    before = load_key_ring(settings.KEY_FILE)

    arne.post(reverse("new_controller"), {"name": "Rana kommune", "kind": "municipality", **key()})

    made = Controller.objects.get(name="Rana kommune")
    after = load_key_ring(settings.KEY_FILE)
    assert len(after.controller_keys[str(made.public_id)]) == 32
    assert before.controller_keys.items() <= after.controller_keys.items()
    assert (after.set_id, after.index_key, after.audit_key) == (
        before.set_id,
        before.index_key,
        before.audit_key,
    )


def test_units_are_made_and_renamed(arne: Client, cast: Cast) -> None:
    nav = Controller.objects.get(name="NAV (demo)")
    typed = {"name": "NAV Meløy", "kind": "nav_office", "number": "1837", "controller": str(nav.public_id)}
    assert arne.post(reverse("new_unit"), {**typed, **key()}).status_code == 302
    unit = Unit.objects.get(number="1837")

    edit = reverse("edit_unit", args=[unit.public_id])
    arne.post(edit, {"name": "NAV Meløy og Gildeskål", "number": "1837", "version": "1", **key()})
    stale = arne.post(edit, {"name": "NAV Glomfjord", "number": "1837", "version": "1", **key()})

    unit.refresh_from_db()
    assert unit.name == "NAV Meløy og Gildeskål"
    assert stale.status_code == 409
    assert "NAV Glomfjord" in stale.content.decode()


@pytest.mark.parametrize("number", ["1804", "18", "abcd"])
def test_a_unit_with_a_number_that_is_taken_or_none_is_refused(arne: Client, cast: Cast, number: str) -> None:
    nav = Controller.objects.get(name="NAV (demo)")
    typed = {"name": "NAV X", "kind": "nav_office", "number": number, "controller": str(nav.public_id)}

    assert arne.post(reverse("new_unit"), {**typed, **key()}).status_code == 422
    assert not Unit.objects.filter(name="NAV X").exists()


def test_controllers_are_renamed(arne: Client, cast: Cast) -> None:
    nav = Controller.objects.get(name="NAV (demo)")

    arne.post(reverse("edit_controller", args=[nav.public_id]), {"name": "NAV Nordland", **key()})

    assert Controller.objects.get(pk=nav.pk).name == "NAV Nordland"


def test_what_an_administrator_types_is_never_markup(arne: Client) -> None:
    new(arne, name="<script>alert(1)</script>")

    assert "<script>alert" not in arne.get(reverse("users")).content.decode()


def test_a_hash_in_the_demo_never_becomes_a_password_somebody_knows() -> None:
    assert make_password(None).startswith("!")
