"""Every refusal shown on a page leads to where it is written, by mouse and by keyboard."""

import re
from collections.abc import Callable

import pytest
from django import forms
from django.test import Client
from django.urls import reverse

from fotfeste.cli.cast import Cast
from fotfeste.domain.verdict import because
from fotfeste.web.refusals import refusal
from tests.web.filling_in import send, words
from tests.web.test_referrals import refer

As = Callable[[str], Client]
NAV = {"day": "24.11.2026", "place_kind": "office", "clinician": "no", "nav_adviser": "on"}
PAST = {"day": "10.11.2026", "place_kind": "office", "clinician": "no"}


@pytest.mark.parametrize(
    ("slug", "typed"),
    [
        ("plan-meeting", NAV),
        ("plan-meeting", PAST),
        ("plan-appointment", {"kind": "jobseeker", **PAST}),
        ("log-contact", {"day": "24.11.2026", "place_kind": "office"}),
        ("referral-day", {"day": "24.11.2026"}),
        ("record-consent", {"nav_contact": "no", "day": "24.11.2026"}),
    ],
)
def test_a_refused_act_leads_to_its_source(
    cast: Cast, client_as: As, slug: str, typed: dict[str, str]
) -> None:
    siv = client_as("siv")

    answer = send(siv, reverse("act", args=[cast.people["nora"].public_id, slug]), **typed)

    assert answer.status_code == 422
    error = words(answer).split('class="field__error"')[1].split("</div>")[0]
    (link,) = re.findall(r'<a class="source" href="(/kilder/[^"]+)">', error)
    assert siv.get(link).status_code == 200


def test_the_summary_holds_no_link_within_a_link(cast: Cast, client_as: As) -> None:
    answer = send(
        client_as("siv"), reverse("act", args=[cast.people["nora"].public_id, "plan-meeting"]), **NAV
    )

    summary = words(answer).split("data-error-summary")[1].split("</div>")[0]
    for link in re.findall(r"<a [^>]*>(.*?)</a>", summary, re.DOTALL):
        assert "<a" not in link
        assert "bare med når jobbsøkeren ønsker det" in link


def test_a_referral_that_is_refused_leads_to_its_source(cast: Cast, client_as: As) -> None:
    assert '<a class="source" href="/kilder/' in words(refer(client_as("berit"), cast, wishes_to_work=""))


def test_what_a_reason_names_stays_text(client_as: As) -> None:
    class Any(forms.Form):
        name = forms.CharField(required=False)

    form = Any({"name": ""})
    form.is_valid()
    form.add_error(
        "name", refusal(because("referral.say-why", "house §referral"), "<script>alert(1)</script>")
    )

    shown = str(form)

    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown
    assert 'class="source"' in shown
