"""The need and what comes of it: talked through, content, tried before, weighed, how much (F-03 to F-11)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.door import Found
from fotfeste.apps.measures.models import (
    AmountAgreed,
    AssessmentWeighed,
    ContentPart,
    MeasureCase,
    NeedTalk,
    TriedBefore,
)
from fotfeste.apps.measures.models_cases import OfCase
from fotfeste.apps.measures.newest import case_of
from fotfeste.domain.day_limits import can_be_agreed, can_be_known, has_happened
from fotfeste.domain.measures.case_limits import can_be_a_week
from fotfeste.domain.measures.content import ContentKind, TriedKind
from fotfeste.domain.measures.kinds import TransitionFrom
from fotfeste.domain.measures.offer import AssessmentMeasure
from fotfeste.domain.verdict import Refused, because
from fotfeste.parameters import MEASURE_CASE_LIMITS


@dataclass(frozen=True, slots=True, repr=False)
class NeedSaid:
    """What came out of the talk. None: nobody has established it."""

    talked_on: date
    born_on: date
    chances: str
    need: str
    needs_more_help: bool | None
    needs_close_support: bool
    reduced_capacity: bool | None
    in_treatment: bool | None
    transition: TransitionFrom
    in_training: bool


def case_asked(found: Found) -> MeasureCase:
    """The person's open case. Raises Refused where there is none."""
    case = case_of(found.person)
    if case is None or case.closed_on is not None:
        raise Refused((because("measure-case.none", "house §measures"),))
    return case


def born_on(case: MeasureCase, found: Found) -> date | None:
    """The day the person was born, as put down in the case. Never worked out from the identity number."""
    written = case.opened("sealed_born_on", found.key)
    return date.fromisoformat(written) if written else None


def talk(deed: Deed, said: NeedSaid) -> None:
    """The need was talked through. What was said before stays as it was."""
    case = case_asked(deed.found)
    refuse((*has_happened(said.talked_on, on=deed.on), *has_happened(said.born_on, on=deed.on)))
    case.seal("sealed_born_on", said.born_on.isoformat(), deed.key)
    case.save(update_fields=["sealed_born_on"])
    row = NeedTalk(
        talked_on=said.talked_on,
        needs_more_help=said.needs_more_help,
        needs_close_support=said.needs_close_support,
        reduced_capacity=said.reduced_capacity,
        in_treatment=said.in_treatment,
        transition=said.transition,
        in_training=said.in_training,
    )
    keep(deed, case, row, sealed_chances=said.chances, sealed_need=said.need)
    deed.done("measure.need-talked", day=said.talked_on)


def add_content(deed: Deed, *, part: ContentKind, words: str, why: str) -> None:
    """One more part of the content, and why."""
    case = case_asked(deed.found)
    if part is ContentKind.OWN_WORDS and not words.strip():
        raise Refused((because("measure-case.describe", "house §measures"),))
    keep(deed, case, ContentPart(part=part), sealed_words=words, sealed_why=why)
    deed.done("measure.content-added", part=part.value)


def drop_content(deed: Deed, about: str, *, why: str) -> None:
    """It is no longer part of the content, from today, and why. What it was stays on record."""
    case = case_asked(deed.found)
    row = next((each for each in content_of(case) if each.public_id.hex == about), None)
    if row is None:
        raise Refused((because("measure-case.no-such-part", "house §measures"),))
    row.until_day = deed.on
    before = row.opened("sealed_why", deed.key)
    row.seal("sealed_why", f"{before}\n{why.strip()}".strip(), deed.key)
    row.save()
    deed.done("measure.content-dropped", part=row.part)


def add_tried(deed: Deed, *, tried: TriedKind, what: str, how_it_went: str) -> None:
    """Something that was tried before, and how it went."""
    case = case_asked(deed.found)
    keep(deed, case, TriedBefore(tried=tried), sealed_what=what, sealed_how_it_went=how_it_went)
    deed.done("measure.tried-added")


def weigh(deed: Deed, *, weighed: AssessmentMeasure, is_together: bool, why: str) -> None:
    """Whether an assessment measure is needed first, weighed with the person."""
    case = case_asked(deed.found)
    if not is_together:
        raise Refused((because("measure-case.weigh-together", "F §assessment-first"),))
    keep(deed, case, AssessmentWeighed(weighed=weighed, is_together=True), sealed_why=why)
    deed.done("measure.assessment-weighed", weighed=weighed.value)


def agree_amount(deed: Deed, *, from_day: date, hours: Decimal, look_again_on: date | None, why: str) -> None:
    """How much follow-up from a day. Looked at again, it is another row."""
    case = case_asked(deed.found)
    refuse(can_be_known(from_day, on=deed.on))
    if look_again_on is not None:
        refuse(can_be_agreed(look_again_on, on=deed.on))
    refuse(can_be_a_week(hours, MEASURE_CASE_LIMITS.on(deed.on)))
    row = AmountAgreed(from_day=from_day, hours_a_week=hours, look_again_on=look_again_on)
    keep(deed, case, row, sealed_why=why)
    deed.done("measure.amount-agreed")


def newest_talk(case: MeasureCase) -> NeedTalk | None:
    """The need as it was last talked through."""
    return NeedTalk.objects.filter(case=case).order_by("-pk").first()


def newest_weighed(case: MeasureCase) -> AssessmentWeighed | None:
    """What was last weighed."""
    return AssessmentWeighed.objects.filter(case=case).order_by("-pk").first()


def newest_amount(case: MeasureCase) -> AmountAgreed | None:
    """The amount that was last agreed."""
    return AmountAgreed.objects.filter(case=case).order_by("-pk").first()


def content_of(case: MeasureCase) -> list[ContentPart]:
    """What the content is put together from now."""
    return list(ContentPart.objects.filter(case=case, until_day=None).order_by("pk"))


def keep(deed: Deed, case: MeasureCase, row: OfCase, **texts: str) -> None:
    """Save a row of the case, with its texts sealed."""
    row.person, row.case, row.written_on = deed.person, case, deed.on
    row.written_by_id = deed.by.account_id
    for column, text in texts.items():
        row.seal(column, text.strip(), deed.key)
    row.save()
