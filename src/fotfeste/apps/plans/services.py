"""Acts on the career profile and on the person's wishes. Versions: nothing is overwritten (I §4.2)."""

from datetime import date

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.plans.models import CareerProfileVersion, JobPlan, Wishes
from fotfeste.apps.plans.selectors import newest_profile, wishes_of
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.verdict import Refused, Verdict, because

MOST_PERCENT = 100


def date_profile(deed: Deed, *, dated_on: date) -> CareerProfileVersion:
    """The career profile is begun, or brought up to date: a version of that day."""
    refuse(has_happened(dated_on, on=deed.on))
    is_first = newest_profile(deed.person) is None
    version = CareerProfileVersion.objects.create(person=deed.person, dated_on=dated_on)
    deed.done("profile.started" if is_first else "profile.updated", day=dated_on)
    return version


def profile_is_of_today(deed: Deed, *, keeps_review: bool) -> None:
    """The profile was written in today: a version of today, once a day. `keeps_review`: the last time it was
    gone through with the clinician still counts; a living profile is not gone through anew for every word.
    """
    newest = newest_profile(deed.person)
    if newest is None or newest.is_brought_in or newest.dated_on != deed.on:
        reviewed_on = newest.reviewed_with_clinician_on if newest and keeps_review else None
        CareerProfileVersion.objects.create(
            person=deed.person, dated_on=deed.on, reviewed_with_clinician_on=reviewed_on
        )
    deed.done("profile.started" if newest is None else "profile.updated")


def review_profile(deed: Deed, *, reviewed_on: date, has_comment: bool = False) -> None:
    """The profile has been gone through with the clinician (I-4.2b). What they wrote waits to be seen."""
    refuse(has_happened(reviewed_on, on=deed.on))
    profile = newest_profile(deed.person)
    if profile is None:
        raise Refused((because("profile.none-yet", "I §4.2"),))
    refuse(_after_it_was_made(reviewed_on, profile.dated_on))
    profile.reviewed_with_clinician_on = reviewed_on
    profile.unseen_comment_on = reviewed_on if has_comment else profile.unseen_comment_on
    profile.version += 1
    profile.save(update_fields=["reviewed_with_clinician_on", "unseen_comment_on", "version"])
    deed.done("profile.reviewed", day=reviewed_on)


def comments_are_seen(deed: Deed) -> None:
    """Nothing a clinician wrote about the profile waits any more."""
    waiting = CareerProfileVersion.objects.filter(person=deed.person).exclude(unseen_comment_on=None)
    if not waiting.update(unseen_comment_on=None):
        raise Refused((because("profile.no-comment-waits", "I §4.2"),))
    deed.done("profile.comment-seen")


def state_wishes(deed: Deed, *, work: str, percent: int | None, is_approximate: bool = False) -> Wishes:
    """What the person wants, from today: kind of work in their own words, and how much."""
    if percent is not None and not 1 <= percent <= MOST_PERCENT:
        raise Refused((because("wishes.percent-out-of-range", "house §wishes", percent=percent),))
    wishes = put_wishes(deed, work=work, percent=percent, is_approximate=is_approximate)
    deed.done("wishes.stated", percent=percent)
    return wishes


def put_wishes(
    deed: Deed, *, work: str, percent: int | None, is_approximate: bool = False, plan: JobPlan | None = None
) -> Wishes:
    """The wishes from today, in place of those before. `plan`: the job development plan that says them."""
    before = wishes_of(deed.person)
    if before is not None:
        before.ended_at = deed.at
        before.save(update_fields=["ended_at"])
    wishes = Wishes(
        person=deed.person,
        percent=percent,
        is_percent_approximate=is_approximate,
        stated_on=deed.on,
        from_plan=plan,
    )
    wishes.seal("sealed_work", work, deed.key)
    wishes.save()
    return wishes


def drop_wishes_of(deed: Deed, plan: JobPlan) -> None:
    """What a plan said of the wishes counts no more: the jobseeker has withdrawn it."""
    Wishes.objects.filter(person=deed.person, from_plan=plan, ended_at=None).update(ended_at=deed.at)


def _after_it_was_made(reviewed_on: date, dated_on: date) -> Verdict:
    if reviewed_on >= dated_on:
        return ()
    return (because("profile.reviewed-before-made", "I §4.2", reviewed_on=reviewed_on, dated_on=dated_on),)
