"""The profile gone through with the clinician: asked, seen, commented, dated (I-4.2b)."""

from datetime import date, datetime

from django.db.models import QuerySet

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.consents.door import Found
from fotfeste.apps.consents.sees import sight_of_each
from fotfeste.apps.people.may_follow import guard_of
from fotfeste.apps.people.models import Relation
from fotfeste.apps.plans.services import comments_are_seen, review_profile
from fotfeste.apps.profiles.models import ProfileReview
from fotfeste.apps.profiles.selectors import newest_number, open_review_for
from fotfeste.domain.permissions import Permission, RelationKind
from fotfeste.domain.verdict import Refused, because


def clinicians_of(found: Found, *, on: date) -> list[Relation]:
    """The clinicians around the person today who have a user here."""
    return [
        relation
        for relation in found.relations
        if relation.kind == RelationKind.CLINICIAN and relation.account_id and relation.holds_on(on)
    ]


def ask_for_review(deed: Deed, clinician: str) -> ProfileReview:
    """Ask one of the person's clinicians (the relation's id). An earlier open question is taken back."""
    number = newest_number(deed.person)
    if number == 0:
        raise Refused((because("profile.not-written-yet", "I §4.2"),))
    around = clinicians_of(deed.found, on=deed.on)
    relation = next((each for each in around if each.public_id.hex == clinician), None)
    if relation is None or relation.account is None:
        raise Refused((because("profile.no-such-clinician", "I §4.2"),))
    if not _may_review(deed, relation):
        raise Refused((because("profile.clinician-may-not-see", "I §4.1"),))
    _open_ones(deed).update(taken_back_on=deed.on)
    row = ProfileReview.objects.create(
        person=deed.person,
        number=number,
        clinician=relation.account,
        asked_by_id=deed.by.account_id,
        asked_on=deed.on,
    )
    deed.done("profile.review-asked")
    return row


def answer_review(deed: Deed, comment: str) -> ProfileReview:
    """The clinician has gone through it, with or without a comment. It is dated on the profile."""
    row = open_review_for(deed.person, deed.by.account_id)
    if row is None:
        raise Refused((because("profile.not-asked-to-review", "I §4.2"),))
    row.answered_on = deed.on
    row.seen_at = row.seen_at or deed.at
    row.seal("sealed_comment", comment.strip(), deed.key)
    row.save(update_fields=["answered_on", "seen_at", "sealed_comment"])
    review_profile(deed, reviewed_on=deed.on, has_comment=bool(comment.strip()))
    return row


def see_comments(deed: Deed) -> None:
    """The specialist has read what the clinicians wrote; it leaves the agenda and stays on the profile."""
    comments_are_seen(deed)
    commented = ProfileReview.objects.filter(person=deed.person, comment_seen_on=None)
    commented.exclude(answered_on=None).update(comment_seen_on=deed.on)


def mark_seen(row: ProfileReview | None, *, at: datetime) -> None:
    """The clinician who was asked has opened the profile."""
    if row is not None and row.seen_at is None:
        row.seen_at = at
        row.save(update_fields=["seen_at"])


def _open_ones(deed: Deed) -> QuerySet[ProfileReview]:
    return ProfileReview.objects.filter(person=deed.person, answered_on=None, taken_back_on=None)


def _may_review(deed: Deed, relation: Relation) -> bool:
    found, person = deed.found, deed.person
    sight = sight_of_each(person, found.relations, found.consents, guard_of(person), on=deed.on)
    theirs = sight.get(relation.pk)
    return theirs is not None and Permission.PROFILE_REVIEW in theirs.permitted
