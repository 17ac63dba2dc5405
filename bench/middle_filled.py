"""The installation that bench.middle_of_course measures: the cast, fifty specialists, many employers."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.management import call_command
from django.test import Client

from fotfeste import clock
from fotfeste.apps.caseload.person import Look
from fotfeste.apps.caseload.whole_course import access_whole_course
from fotfeste.apps.employers.models import Employer, TeamContact
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.episodes.models import Episode, Meeting
from fotfeste.apps.people.models import Account, Membership
from fotfeste.apps.profiles.models import ProfileText
from fotfeste.apps.vault.keyring import make_key_ring, save_key_ring
from fotfeste.apps.vault.keys import keys_of
from fotfeste.apps.vault.models import Installation
from fotfeste.cli.cast import Cast, make_cast
from fotfeste.domain.career_profile_sections import ProfileSection
from fotfeste.domain.permissions import Role
from fotfeste.domain.purposes import Purpose
from fotfeste.web.course_picture import course_page

SPECIALISTS, CONTACTS_A_WEEK, YEARS = 50, 6, 10


@dataclass(frozen=True, slots=True)
class Measured:
    """Who is logged in, whom it is about, and the things that are no page."""

    clients: dict[str, Client]
    with_two: uuid.UUID
    with_thirty: uuid.UUID
    log_a_contact: Callable[[], Any]
    log_a_contact_bare: Callable[[], Any]
    draw: Callable[[], Any]


def fill(employers: int) -> Measured:
    """Make everything. Django is set up, and looks at an empty folder."""
    cast = new_cast()
    known = _employers(cast, employers)
    _contacts(cast, known)
    few, many = cast.people["amir"], cast.people["nora"]
    _profile(cast, few, versions=2)
    _profile(cast, many, versions=30)
    _long_course(cast, many)
    clients = {name: _logged_in(cast, name) for name in ("siv", "mette")}
    look = Look(cast.acting("siv"), many.public_id, cast.at, cast.on, Purpose.SUPERVISES)
    course = access_whole_course(look)
    return Measured(
        clients,
        few.public_id,
        many.public_id,
        lambda: _log(clients["siv"], known[0], cast.on),
        lambda: _log_bare(clients["siv"], known[0], cast.on),
        lambda: course_page(course, cast.on),
    )


def new_cast() -> Cast:
    """The cast, in an empty installation."""
    settings.ALLOWED_HOSTS = ["*"]
    settings.ROOT_URLCONF = "bench.bare.urls"
    ring = make_key_ring([])
    save_key_ring(ring, settings.KEY_FILE)
    call_command("migrate", verbosity=0)
    Installation.objects.update_or_create(id=1, defaults={"key_set": ring.set_id})
    return make_cast(at=clock.now(), on=clock.today())


def _logged_in(cast: Cast, name: str) -> Client:
    client = Client(headers={"Sec-Fetch-Site": "same-origin"})
    client.force_login(cast.accounts[name])
    return client


def _employers(cast: Cast, number: int) -> list[Employer]:
    team = cast.units["ips_salten"]
    rows = [
        Employer(team=team, name=f"Bedrift {n}", search_name=f"bedrift {n}", created_at=cast.at)
        for n in range(number)
    ]
    return Employer.objects.bulk_create(rows, batch_size=1_000)


def _contacts(cast: Cast, known: list[Employer]) -> None:
    """A week of the whole team, and a year behind it."""
    team = cast.units["ips_salten"]
    made = [
        Account.objects.create(username=f"spesialist{n}", name=f"Jobbspesialist {n}")
        for n in range(SPECIALISTS)
    ]
    for account in made:
        Membership.objects.create(
            account=account, unit=team, role=Role.EMPLOYMENT_SPECIALIST, from_day=date(2020, 1, 1)
        )
    days = [cast.on - timedelta(days=n % 7 + 7 * week) for week in range(52) for n in range(CONTACTS_A_WEEK)]
    rows = [
        TeamContact(employer=known[(n * 31 + m) % len(known)], by=account, on=day, at=cast.at, way="visit")
        for n, account in enumerate(made)
        for m, day in enumerate(days)
    ]
    TeamContact.objects.bulk_create(rows, batch_size=1_000)


def _profile(cast: Cast, person: Any, *, versions: int) -> None:
    """Each version changes one part; the others stand from the version before."""
    key = keys_of([(person.pk, person.public_id)])[person.pk]
    sections = list(ProfileSection)
    newest: dict[ProfileSection, ProfileText] = {}
    for number in range(1, versions + 1):
        section = sections[number % len(sections)]
        if section in newest:
            newest[section].replaced_in = number
            newest[section].save(update_fields=["replaced_in"])
        row = ProfileText(
            person=person,
            number=number,
            section=section,
            by=cast.accounts["siv"],
            capacity="specialist",
            on=cast.on - timedelta(days=versions - number),
            at=cast.at,
        )
        row.seal("sealed_text", f"Versjon {number}. Kan lage mat for mange, og liker det. " * 6, key)
        row.save()
        newest[section] = row


def _long_course(cast: Cast, person: Any) -> None:
    """Ten years: a meeting a fortnight, a job a year."""
    episode = Episode.objects.filter(person=person).latest("pk")
    begun = cast.on - timedelta(days=365 * YEARS)
    Episode.objects.filter(pk=episode.pk).update(referred_on=begun, accepted_on=begun)
    Meeting.objects.bulk_create(
        Meeting(
            person=person,
            episode=episode,
            kind="jobseeker",
            held_on=begun + timedelta(days=14 * n),
            is_held=True,
            place_kind="neutral",
        )
        for n in range(26 * YEARS)
    )
    Employment.objects.bulk_create(
        Employment(
            person=person,
            started_on=begun + timedelta(days=365 * n + 60),
            ended_on=begun + timedelta(days=365 * n + 300),
        )
        for n in range(YEARS - 1)
    )


_OUTCOMES = iter(range(1_000_000))


def _log(client: Client, employer: Employer, on: date | datetime) -> Any:
    typed = {"employer": str(employer.public_id), "way": "visit", "day": f"{on:%d.%m.%Y}", "again": "another"}
    said = f"Kontakt nummer {next(_OUTCOMES)}"
    sent = {"form_key": uuid.uuid4().hex, "outcome": said, "another": "1", **typed}
    return _sent(client, "/arbeidsgivere/loggfor", sent)


def _log_bare(client: Client, employer: Employer, on: date | datetime) -> Any:
    said = f"Kontakt nummer {next(_OUTCOMES)}"
    sent = {"employer": str(employer.pk), "way": "visit", "on": f"{on:%Y-%m-%d}", "outcome": said}
    return _sent(client, "/bar/loggfor", sent)


def _sent(client: Client, address: str, typed: dict[str, str]) -> Any:
    """As a browser sends a form of words."""
    return client.post(address, urlencode(typed), "application/x-www-form-urlencoded")
