"""The assessment and the profile of one person, as they stand; still sealed."""

from uuid import UUID

from django.db.models import F, Max, Q, QuerySet

from fotfeste.apps.people.models import Account, Person
from fotfeste.apps.profiles.models import (
    CarriedOver,
    Contribution,
    OnePage,
    ProfileReview,
    ProfileText,
)
from fotfeste.domain import vocational_assessment as rules
from fotfeste.domain.career_profile_sections import ProfileSection

_ORDER = {section: place for place, section in enumerate(ProfileSection)}


def contributions_of(person: Person) -> list[Contribution]:
    """Everything that stands in the assessment, in the order it was said."""
    rows = Contribution.objects.filter(person=person, replaced_by=None)
    return list(rows.select_related("by", "meeting").order_by("on", "pk"))


def earlier_contributions(person: Person, *, most: int) -> list[Contribution]:
    """What stood before and was replaced, the newest first."""
    rows = Contribution.objects.filter(person=person).exclude(replaced_by=None)
    return list(rows.select_related("by").order_by("-pk")[:most])


def contribution_fact(row: Contribution) -> rules.Contribution:
    """A contribution as the rules want it."""
    return rules.Contribution(
        area=rules.AssessmentArea(row.area),
        kind=rules.ContributionKind(row.kind),
        capacity=rules.Capacity(row.capacity),
        on=row.on,
        has_text=bool(row.sealed_text),
        has_use=bool(row.sealed_use),
    )


def contribution_now(person: Person, public_id: UUID) -> Contribution | None:
    """What stands now where this one stood: itself, or what has replaced it since."""
    row = Contribution.objects.filter(person=person, public_id=public_id).first()
    while row is not None:
        later = Contribution.objects.filter(person=person, replaces=row).first()
        if later is None:
            return row
        row = later
    return None


def texts_in_force(person: Person) -> list[ProfileText]:
    """The profile as it stands: the newest text of each part, in order."""
    rows = ProfileText.objects.filter(person=person, replaced_in=None).select_related("by")
    return _in_order(rows)


def texts_of_version(person: Person, number: int) -> list[ProfileText]:
    """The profile as it stood in that version."""
    stood = Q(replaced_in=None) | Q(replaced_in__gt=number)
    rows = ProfileText.objects.filter(stood, person=person, number__lte=number).select_related("by")
    return _in_order(rows)


def text_in_force(person: Person, section: ProfileSection) -> ProfileText | None:
    """The text of one part as it stands."""
    rows = ProfileText.objects.filter(person=person, section=section, replaced_in=None)
    return rows.select_related("by").first()


def newest_number(person: Person) -> int:
    """The number of the newest version; 0 when there is none."""
    found = ProfileText.objects.filter(person=person).aggregate(newest=Max("number"))
    return found["newest"] or 0


def changes_of(person: Person, *, before: int | None = None, most: int) -> list[ProfileText]:
    """What was changed in each version, the newest first; those older than version `before`."""
    rows = ProfileText.objects.filter(person=person)
    if before is not None:
        rows = rows.filter(number__lt=before)
    return list(rows.select_related("by").order_by("-number", "pk")[:most])


def last_review(person: Person) -> ProfileReview | None:
    """The newest time a clinician was asked, unless it was taken back."""
    rows = ProfileReview.objects.filter(person=person, taken_back_on=None)
    return rows.select_related("clinician", "asked_by").order_by("-pk").first()


def unseen_comments(person: Person) -> list[ProfileReview]:
    """What clinicians have answered and the specialist has not seen, the oldest first."""
    rows = ProfileReview.objects.filter(person=person, comment_seen_on=None).exclude(answered_on=None)
    return list(rows.select_related("clinician").order_by("answered_on", "pk"))


def open_review_for(person: Person, account: int) -> ProfileReview | None:
    """What this clinician is asked to go through."""
    rows = ProfileReview.objects.filter(person=person, clinician=account)
    return rows.filter(answered_on=None, taken_back_on=None).order_by("-pk").first()


def asked_about(account: int, people: list[int]) -> set[int]:
    """Those of the persons (row ids) whose profile this clinician is asked to go through."""
    if not people:
        return set()
    rows = ProfileReview.objects.filter(clinician=account, person_id__in=people)
    return set(rows.filter(answered_on=None, taken_back_on=None).values_list("person_id", flat=True))


def carried_over(person: Person, public_id: UUID) -> CarriedOver | None:
    """One time parts of the profile went over to NAV."""
    return CarriedOver.objects.filter(person=person, public_id=public_id).select_related("by").first()


def all_carried_over(person: Person) -> list[CarriedOver]:
    """Every time parts of the profile went over to NAV, the newest first."""
    return list(CarriedOver.objects.filter(person=person).select_related("by").order_by("-pk"))


def has_log_in(person: Person) -> bool:
    """Whether the person has a user, and so pages of their own."""
    return Account.objects.filter(person=person).exists()


def newest_page(person: Person) -> OnePage | None:
    """The jobseeker's own page as it stands."""
    return OnePage.objects.filter(person=person).select_related("by").order_by("-number").first()


def _in_order(rows: QuerySet[ProfileText]) -> list[ProfileText]:
    return sorted(rows.order_by(F("pk")), key=lambda row: _ORDER[ProfileSection(row.section)])
