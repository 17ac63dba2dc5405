"""The career profile in one look: as it stands, its versions, what went to NAV, the plain page."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.door import Found, opened
from fotfeste.apps.plans.models import CareerProfileVersion
from fotfeste.apps.plans.selectors import newest_profile
from fotfeste.apps.profiles.models import CarriedOver, OnePage, ProfileReview, ProfileText
from fotfeste.apps.profiles.selectors import (
    all_carried_over,
    carried_over,
    changes_of,
    has_log_in,
    last_review,
    newest_number,
    newest_page,
    open_review_for,
    texts_in_force,
    texts_of_version,
)
from fotfeste.apps.profiles.services.carry_over import texts_carried
from fotfeste.apps.profiles.services.review import mark_seen
from fotfeste.domain.career_profile_sections import SECTION_NEEDS, ProfileSection
from fotfeste.domain.permissions import Permission, Role
from fotfeste.domain.verdict import Refused, Verdict

A_PAGE = 30


@dataclass(frozen=True, slots=True)
class Profile:
    """The profile as it stands, for the parts that the reader may see; still sealed.

    `dated` is the profile as the agenda knows it: it may be one that stands elsewhere, from a list.
    """

    header: Header
    sections: tuple[ProfileSection, ...]
    texts: list[ProfileText]
    dated: CareerProfileVersion | None
    review: ProfileReview | None
    is_asked: bool


@dataclass(frozen=True, slots=True)
class Versions:
    """What was changed in each version, the newest first. `next_before` goes on from the oldest."""

    header: Header
    changes: list[ProfileText]
    next_before: int | None


@dataclass(frozen=True, slots=True)
class TwoVersions:
    """Two versions, part by part. `newest` is the number of the newest there is."""

    header: Header
    sections: tuple[ProfileSection, ...]
    before: list[ProfileText]
    after: list[ProfileText]
    newest: int


@dataclass(frozen=True, slots=True)
class ForNav:
    """What has been made ready for NAV, the newest with its texts; or why it may not be shown any more."""

    header: Header
    times: list[CarriedOver]
    chosen: CarriedOver | None
    texts: list[ProfileText]
    refused: Verdict = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The page in plain words. `is_own`: the person has a log-in and writes it there."""

    header: Header
    page: OnePage | None
    has_log_in: bool


def access_profile(look: Look) -> Profile:
    """The profile as it stands. A clinician who was asked is noted as having seen it."""
    with _opened(look, Permission.PROFILE_READ, "profile") as found:
        asked = None
        if look.acting.role is Role.CLINICIAN:
            asked = open_review_for(found.person, look.acting.account_id)
            mark_seen(asked, at=look.at)
        sections = _readable(found)
        return Profile(
            header=header_of(found, on=look.on),
            sections=sections,
            texts=[row for row in texts_in_force(found.person) if row.section in sections],
            dated=newest_profile(found.person),
            review=last_review(found.person),
            is_asked=asked is not None,
        )


def access_versions(look: Look, *, before: int | None = None) -> Versions:
    """The history, some at a time: whole versions only."""
    with _opened(look, Permission.PROFILE_READ, "profile_versions") as found:
        rows = changes_of(found.person, before=before, most=A_PAGE + len(ProfileSection))
        sections = _readable(found)
        last = rows[A_PAGE - 1].number if len(rows) > A_PAGE else 0
        shown = [row for row in rows if row.number >= last]
        more = last if last > 1 else None
        readable = [row for row in shown if row.section in sections]
        return Versions(header_of(found, on=look.on), readable, more)


def access_two_versions(look: Look, before: int, after: int) -> TwoVersions:
    """Two versions beside each other. A number that is not there holds nothing."""
    with _opened(look, Permission.PROFILE_READ, "profile_versions") as found:
        sections = _readable(found)
        person = found.person
        return TwoVersions(
            header=header_of(found, on=look.on),
            sections=sections,
            before=[row for row in texts_of_version(person, before) if row.section in sections],
            after=[row for row in texts_of_version(person, after) if row.section in sections],
            newest=newest_number(person),
        )


def access_for_nav(look: Look, public_id: UUID | None = None) -> ForNav:
    """What is ready for NAV, and may still go there; the newest when none is named."""
    with _opened(look, Permission.ABOUT_PERSON_CHANGE, "carried_over") as found:
        times = all_carried_over(found.person)
        chosen = carried_over(found.person, public_id) if public_id else next(iter(times), None)
        header = header_of(found, on=look.on)
        if chosen is None:
            return ForNav(header, times, None, [])
        try:
            return ForNav(header, times, chosen, texts_carried(found, chosen))
        except Refused as refused:
            return ForNav(header, times, chosen, [], refused.verdict)


def access_page(look: Look) -> Page:
    """The page in plain words."""
    with _opened(look, Permission.ASSESSMENT_READ, "one_page") as found:
        person = found.person
        return Page(header_of(found, on=look.on), newest_page(person), has_log_in(person))


@contextmanager
def _opened(look: Look, permission: Permission, area: str) -> Iterator[Found]:
    with opened(
        look.acting, look.public_id, permission, at=look.at, purpose=look.purpose, area=area
    ) as found:
        yield found


def _readable(found: Found) -> tuple[ProfileSection, ...]:
    return tuple(
        section
        for section in ProfileSection
        if found.may(SECTION_NEEDS.get(section, Permission.PROFILE_READ))
    )
