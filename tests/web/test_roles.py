"""Acting in one of several roles."""

import uuid
from collections.abc import Callable
from datetime import timedelta

from django.test import Client
from django.urls import reverse

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.apps.people.models import Membership
from fotfeste.cli.cast import Cast
from fotfeste.domain.permissions import Role

As = Callable[[str], Client]


def second_role(cast: Cast, who: str = "mette") -> Membership:
    """Mette is the supervisor of IPS Salten; now she is administrator too."""
    return Membership.objects.create(
        account=cast.accounts[who],
        unit=cast.units["operations"],
        role=Role.ADMINISTRATOR,
        from_day=cast.on,
    )


def take(client: Client, role: object) -> int:
    return client.post(reverse("switch_role"), {"role": str(role)}).status_code


def test_one_acts_in_one_role_at_a_time(client_as: As, cast: Cast) -> None:
    other = second_role(cast)
    mette = client_as("mette")
    assert mette.get(reverse("users")).status_code == 403

    assert take(mette, other.public_id) == 302

    assert mette.get(reverse("users")).status_code == 200
    row = LogRow.objects.get(action=Action.ROLE_TAKEN)
    assert (row.actor_role, row.object_id) == (Role.ADMINISTRATOR, other.public_id)


def test_the_page_shows_ones_roles_and_which_one_is_taken(client_as: As, cast: Cast) -> None:
    second_role(cast)

    page = client_as("mette").get(reverse("switch_role")).content.decode()

    assert "Metodeveileder" in page
    assert "Administrator" in page
    assert "Du er her nå" in page


def test_nobody_takes_the_role_of_another_or_one_that_is_not_there(client_as: As, cast: Cast) -> None:
    of_arne = Membership.objects.get(account=cast.accounts["arne"])
    siv = client_as("siv")

    assert take(siv, of_arne.public_id) == 404
    assert take(siv, uuid.uuid4()) == 404
    assert take(siv, "tull") == 404
    assert siv.get(reverse("users")).status_code == 403


def test_a_role_that_has_not_begun_or_is_over_cannot_be_taken(client_as: As, cast: Cast) -> None:
    for first, last in ((1, None), (-9, -1)):
        other = second_role(cast)
        other.from_day = cast.on + timedelta(days=first)
        other.until_day = cast.on + timedelta(days=last) if last else None
        other.save()

        assert take(client_as("mette"), other.public_id) == 404


def test_a_role_that_is_taken_away_is_gone_at_the_next_click(client_as: As, cast: Cast) -> None:
    other = second_role(cast)
    mette = client_as("mette")
    take(mette, other.public_id)

    other.delete()

    assert mette.get(reverse("users")).status_code == 403
    assert mette.get(reverse("my_account")).status_code == 200


def test_a_jobseeker_has_no_roles_to_choose_from(client_as: As, cast: Cast) -> None:
    other = second_role(cast, who="nora")

    assert take(client_as("nora"), other.public_id) == 404
