"""The first weeks: what belongs to the start-up besides its meetings (I §4.1)."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import F

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.services.lapse import lapse_older
from fotfeste.apps.episodes.models import Episode, PointDone
from fotfeste.apps.episodes.models_referrals import OPEN, SentReferral
from fotfeste.apps.episodes.selectors import meeting_of, open_episode
from fotfeste.apps.episodes.services.notes import keep_words
from fotfeste.domain.day_limits import has_happened
from fotfeste.domain.method import Method
from fotfeste.domain.referral import ReferralAnswer
from fotfeste.domain.start_up_points import StartUpPoint


def accept_referral(deed: Deed, *, accepted_on: date, method: Method | None = None) -> None:
    """The team takes the person on, and says which method the course follows (W-11).

    Without one it follows what it did.
    """
    episode = open_episode(deed.person)
    refuse(has_happened(accepted_on, on=deed.on, referred_on=episode.referred_on))
    if episode.referred_on is not None:
        lapse_older(deed.person, than=episode.referred_on, at=deed.at)
    episode.accepted_on, episode.method = accepted_on, method or episode.method
    _save(episode, "accepted_on", "method")
    waiting = SentReferral.objects.filter(episode=episode, reply__in=OPEN)
    waiting.update(
        reply=ReferralAnswer.ACCEPTED,
        answered_on=accepted_on,
        answered_by=deed.by.account_id,
        version=F("version") + 1,
    )
    deed.done("referral.accepted", day=accepted_on)
    if episode.method != Method.IPS:
        deed.done("course.method-chosen", day=accepted_on, method=episode.method)


def correct_referral_day(deed: Deed, *, referred_on: date) -> None:
    """The day of the referral becomes known, or is put right."""
    episode = open_episode(deed.person)
    refuse(has_happened(referred_on, on=deed.on))
    before, episode.referred_on = episode.referred_on, referred_on
    _save(episode, "referred_on")
    deed.done("referral.day-corrected", before=before.isoformat() if before else None, day=referred_on)


def record_information_talk(deed: Deed, *, is_held: bool, held_on: date | None = None) -> None:
    """An information talk was held, or it is known that none was (I-4.1b). The timeline has day and name."""
    episode = open_episode(deed.person)
    if held_on is not None:
        refuse(has_happened(held_on, on=deed.on))
    episode.information_talk = "held" if is_held else "not_held"
    _save(episode, "information_talk")
    deed.done("information-talk.held" if is_held else "information-talk.not-held", day=held_on)


def record_delay_cause(deed: Deed, *, cause: str) -> None:
    """Why the first meeting came later than advised (I-4.1a), in the specialist's words."""
    episode = open_episode(deed.person)
    episode.seal("sealed_delay_cause", cause, deed.key)
    _save(episode, "sealed_delay_cause")
    deed.done("startup.delay-cause-recorded")


def reflect(deed: Deed, *, codes: Iterable[str], thoughts: str) -> None:
    """Departures from the guideline have been thought about (I §3). The thoughts, if any, become a note."""
    episode = open_episode(deed.person)
    episode.reflected_on = sorted({*episode.reflected_on, *codes})
    _save(episode, "reflected_on")
    if thoughts:
        keep_words(deed, thoughts)
    deed.done("departure.reflected-on")


def make_contingency_plan(
    deed: Deed, *, made_on: date, plan: str, agreed_problems: str = "", is_together: bool | None = None
) -> None:
    """The plan for when contact is lost is made, or made anew (I-4.1e).

    `agreed_problems`: what else they have agreed to watch for. `is_together`: written with the jobseeker.
    """
    episode = open_episode(deed.person)
    refuse(has_happened(made_on, on=deed.on))
    episode.contingency_plan_on = made_on
    episode.seal("sealed_contingency_plan", plan, deed.key)
    episode.seal("sealed_agreed_problems", agreed_problems, deed.key)
    episode.is_plan_made_together = is_together
    _save(
        episode,
        "contingency_plan_on",
        "sealed_contingency_plan",
        "sealed_agreed_problems",
        "is_plan_made_together",
    )
    deed.done("contingency-plan.made", day=made_on)


def go_through(deed: Deed, *, ticked: Collection[str], done_on: date, meeting: UUID | None = None) -> None:
    """These points have been gone through so far (I-4.1c). One that was ticked by mistake is unticked."""
    episode = open_episode(deed.person)
    refuse(has_happened(done_on, on=deed.on, referred_on=episode.referred_on))
    at_meeting = meeting_of(deed.person, meeting) if meeting else None
    before = {row.code: row for row in episode.points_done.all()}
    for code in [code for code in StartUpPoint if code in ticked and code not in before]:
        PointDone.objects.create(
            person=deed.person,
            episode=episode,
            code=code,
            done_on=done_on,
            done_by_id=deed.by.account_id,
            meeting=at_meeting,
        )
        deed.done("startup.point-done", day=done_on, point=code)
    for point, row in before.items():
        if point not in ticked:
            row.delete()
            deed.done("startup.point-undone", point=point)


def sum_up_start_up(
    deed: Deed, *, finished_on: date, can_help: bool, answer: str, offered_by: str = ""
) -> None:
    """The start-up ends with an answer made together: whether and how IPS can help (I-4.1g).

    When it cannot, `answer` says what is offered instead and `offered_by` by whom.
    """
    episode = open_episode(deed.person)
    refuse(has_happened(finished_on, on=deed.on, referred_on=episode.referred_on))
    episode.start_up_finished_on, episode.can_help = finished_on, can_help
    episode.seal("sealed_joint_answer", answer, deed.key)
    episode.seal("sealed_offered_by", offered_by, deed.key)
    _save(episode, "start_up_finished_on", "can_help", "sealed_joint_answer", "sealed_offered_by")
    deed.done("startup.finished", day=finished_on, can_help=can_help)


def log_first_employer_contact(deed: Deed, *, contacted_on: date) -> None:
    """The first contact with an employer for this person: when, and no more than that."""
    episode = open_episode(deed.person)
    refuse(has_happened(contacted_on, on=deed.on, referred_on=episode.referred_on))
    episode.first_employer_contact_on = contacted_on
    _save(episode, "first_employer_contact_on")
    deed.done("employer.first-contacted", day=contacted_on)


def _save(episode: Episode, *fields: str) -> None:
    episode.version += 1
    episode.save(update_fields=[*fields, "version"])
