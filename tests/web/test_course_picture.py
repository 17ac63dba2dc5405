"""«Forløpet» and «IPS-retningslinjen», through the pages (issue 4, points 10 and 11)."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fotfeste.apps.employment.models import Employment
from fotfeste.apps.episodes.models import Episode, Meeting
from fotfeste.apps.episodes.models_guideline import GuidelineApplied
from fotfeste.apps.episodes.models_holds import HospitalStay, SearchHold
from fotfeste.apps.episodes.services.guideline import apply_version
from fotfeste.cli.cast import Cast
from fotfeste.parameters.guidelines import FOLDER, read_versions
from tests.domain.test_guideline_versions import MADE_UP
from tests.people import ON
from tests.web.pages import read

As = Callable[[str], Client]


def address(cast: Cast, name: str = "person_course") -> str:
    return reverse(name, args=[cast.people["nora"].public_id])


def fill(cast: Cast, years: int) -> None:
    """A long course: a meeting a week, a job, a hold, a stay in hospital."""
    nora, episode = cast.people["nora"], Episode.objects.get(person=cast.people["nora"])
    first = ON - timedelta(days=365 * years)
    Episode.objects.filter(pk=episode.pk).update(referred_on=first)
    weeks = [first + timedelta(days=7 * n) for n in range(1, 52 * years)]
    Meeting.objects.bulk_create(
        Meeting(person=nora, episode=episode, kind="start_up", held_on=day, is_held=True) for day in weeks
    )
    Employment.objects.create(person=nora, started_on=first + timedelta(days=90))
    SearchHold.objects.create(
        person=nora,
        episode=episode,
        began_on=ON - timedelta(days=30),
        reason="worsening",
        contact_every_weeks=1,
        contact_way="walk",
        look_again_on=ON,
    )
    HospitalStay.objects.create(person=nora, episode=episode, admitted_on=ON - timedelta(days=20))


def test_the_course_is_a_picture_with_a_title_and_the_same_as_a_table(cast: Cast, client_as: As) -> None:
    fill(cast, 1)

    html = client_as("siv").get(address(cast)).content.decode()

    assert re.search(r'<svg class="course-time[^>]* role="img" aria-labelledby="course-time-title', html)
    assert "Søket venter" in html
    assert "Sykehus" in html
    assert html.count("<tr>") > 12
    assert 'tabindex="0"' in html


def test_the_jobseeker_has_a_page_of_their_own(cast: Cast, client_as: As) -> None:
    fill(cast, 1)

    page = read(client_as("nora"), reverse("mine_course"))

    assert "Forløpet mitt" in page
    assert "Sykehus" in page


@pytest.mark.parametrize("who", ["berit", "hege"])
def test_what_one_may_not_see_is_not_drawn(cast: Cast, client_as: As, who: str) -> None:
    fill(cast, 1)

    html = client_as(who).get(address(cast)).content.decode()

    assert "course-time__bar" in html
    assert "Sykehus" not in html
    assert "hospital" not in html


@pytest.mark.parametrize("who", ["odd", "jonas", "arne"])
def test_others_see_no_course(cast: Cast, client_as: As, who: str) -> None:
    assert client_as(who).get(address(cast)).status_code in {403, 404}


def test_ten_years_take_as_few_statements_as_one_and_draw_no_dot_upon_another(
    cast: Cast, client_as: As
) -> None:
    siv = client_as("siv")
    counts, dots = [], []
    for years in (1, 10):
        SearchHold.objects.all().delete()
        HospitalStay.objects.all().delete()
        fill(cast, years)
        with CaptureQueriesContext(connection) as asked:
            html = siv.get(address(cast)).content.decode()
        counts.append(len(asked))
        dots.append(html.count("<circle"))

    assert counts[1] <= counts[0]
    assert dots[0] > 12
    assert dots[1] < Meeting.objects.count() / 2, "dots that would touch are one"


def test_the_head_of_the_page_says_the_method_in_a_word_and_the_jobseeker_reads_what_it_means(
    cast: Cast, client_as: As
) -> None:
    fill(cast, 1)

    staff, own = read(client_as("siv"), address(cast)), read(client_as("nora"), reverse("mine_course"))

    assert "IPS siden" in staff
    assert "Du følges med IPS" not in staff
    assert "Du følges med IPS" in own


@pytest.mark.req("I-9")
def test_the_guideline_tells_its_version_authors_and_approver_to_anybody(client: Client, db: None) -> None:
    page = read(client, reverse("guideline"))

    for said in ("April 2020", "gjelder nå", "Godkjent av", "psykologspesialist", "Dager fra henvisning"):
        assert said in page


@pytest.mark.req("I-9")
def test_each_course_says_which_version_it_follows_and_a_new_one_rewrites_nothing(
    cast: Cast, client_as: As, tmp_path: object
) -> None:
    facts = address(cast, "person_facts")
    assert "Følger IPS-retningslinjen fra april 2020" in read(client_as("siv"), facts)
    (tmp_path / "2027-01.yaml").write_text(MADE_UP)  # type: ignore[operator]  # a path
    versions = read_versions([tmp_path / "2027-01.yaml", FOLDER / "2020-04.yaml"])  # type: ignore[operator]  # as above

    assert apply_version(versions, on=date(2026, 12, 31)) == 0
    assert apply_version(versions, on=date(2027, 2, 1)) == Episode.objects.filter(discharged_on=None).count()
    assert apply_version(versions, on=date(2027, 2, 2)) == 0

    page = read(client_as("siv"), facts)
    assert "Følger IPS-retningslinjen fra april 2020" in page
    assert "Følger IPS-retningslinjen fra januar 2027" in page
    assert set(GuidelineApplied.objects.values_list("from_day", flat=True)) == {date(2027, 1, 1)}
