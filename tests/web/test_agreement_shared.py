"""The jobseeker shares the agreement with the own specialist, and nothing is seen before or after (W-09)."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from fotfeste.apps.agreements.models import Agreement, SharedWithSpecialist
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.models import LogRow
from fotfeste.cli.cast import Cast
from tests.agreement_people import agreement_for, in_force, laid_out, written
from tests.web.filling_in import send
from tests.web.pages import read

As = Callable[[str], Client]
SHARE = reverse("my_act", args=["agreement-share"])
STOP = reverse("my_act", args=["agreement-stop-sharing"])
LINK = "Avtalen med NAV"


def page(cast: Cast) -> str:
    return reverse("shared_agreement", args=[cast.people["nora"].public_id])


def overview(cast: Cast) -> str:
    return reverse("person", args=[cast.people["nora"].public_id])


@pytest.mark.req("A-01")
def test_the_specialist_reads_what_is_shared_until_it_is_taken_back(cast: Cast, client_as: As) -> None:
    text, siv, nora = in_force(cast), client_as("siv"), client_as("nora")
    mine = reverse("my_agreement_page")
    assert siv.get(page(cast)).status_code == 403
    assert LINK not in read(siv, overview(cast))
    assert "Jobbspesialisten din kan ikke lese avtalen." in read(nora, mine)

    assert send(nora, SHARE).status_code == 302

    assert "Jobbspesialisten din kan lese avtalen." in read(nora, mine)
    assert LINK in read(siv, overview(cast))
    shown = read(siv, page(cast))
    assert "Skaffe en arbeidsstol" in shown
    assert "Versjon 1 gjelder" in shown
    assert "Endre" not in shown
    version = reverse("shared_agreement_version", args=[cast.people["nora"].public_id, text.number])
    assert "Skaffe en arbeidsstol" in read(siv, version)
    last = LogRow.objects.latest("seq")
    assert (last.action, last.area, last.permitted) == (Action.AGREEMENT_SEEN, "shared", True)

    assert send(nora, STOP).status_code == 302

    assert siv.get(page(cast)).status_code == 403
    assert siv.get(version).status_code == 403
    assert LogRow.objects.latest("seq").permitted is False
    assert LINK not in read(siv, overview(cast))


@pytest.mark.req("A-01")
def test_only_the_own_specialist_reads_it_and_nobody_shares_it_for_the_jobseeker(
    cast: Cast, client_as: As
) -> None:
    written(cast)
    send(client_as("nora"), SHARE)

    for name in ("odd", "jonas", "berit", "tom", "mette", "guro", "erik", "arne", "nora", "hege"):
        assert client_as(name).get(page(cast)).status_code in {403, 404}, name
        if name != "nora":
            assert client_as(name).get(SHARE).status_code in {403, 404}, name
    text = reverse("agreement_text", args=[cast.people["nora"].public_id])
    assert client_as("siv").get(text).status_code == 403  # NAV's own page stays NAV's


def test_a_draft_and_what_waits_are_read_too(cast: Cast, client_as: As) -> None:
    laid_out(cast)
    send(client_as("nora"), SHARE)

    assert "Versjon 1" in read(client_as("siv"), page(cast))
    assert "Mangler signatur fra" in read(client_as("siv"), page(cast))


def test_the_next_agreement_is_not_shared_by_itself(cast: Cast, client_as: As) -> None:
    row = written(cast)
    nora, siv = client_as("nora"), client_as("siv")
    send(nora, SHARE)
    assert "Dette er et utkast." in read(siv, page(cast))

    Agreement.objects.filter(pk=row.pk).update(ended_on=cast.on)
    assert siv.get(page(cast)).status_code == 200  # the one that was shared, until it is taken back
    agreement_for(cast, "nora")

    assert siv.get(page(cast)).status_code == 403
    assert LINK not in read(siv, overview(cast))
    assert send(nora, SHARE, again="1").status_code == 302  # the same twice within a moment is asked about
    assert send(nora, STOP).status_code == 302
    assert not SharedWithSpecialist.objects.filter(until_day=None).exists()


def test_sharing_twice_or_taking_back_what_is_not_shared_changes_nothing(cast: Cast, client_as: As) -> None:
    nora = client_as("nora")
    assert send(nora, SHARE).status_code == 422  # agreement.none-open
    written(cast)
    assert send(nora, STOP).status_code == 422  # agreement.not-shared

    assert send(nora, SHARE).status_code == 302
    assert send(nora, SHARE).status_code == 422  # agreement.shared-already
    assert SharedWithSpecialist.objects.count() == 1


def test_a_version_that_is_not_there_is_not_found(cast: Cast, client_as: As) -> None:
    written(cast)
    send(client_as("nora"), SHARE)
    address = reverse("shared_agreement_version", args=[cast.people["nora"].public_id, 999999999999])

    assert client_as("siv").get(address).status_code == 404
