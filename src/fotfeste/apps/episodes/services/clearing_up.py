"""What a list left open: settled by somebody, or asked again on a day they choose."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.episodes.models import OpenQuestion
from fotfeste.apps.episodes.selectors import open_question
from fotfeste.apps.episodes.services.notes import keep_words
from fotfeste.domain.clearing_up import SEEN_FROM_FACTS
from fotfeste.domain.day_limits import can_be_agreed
from fotfeste.domain.verdict import Refused, because


def settle_question(deed: Deed, *, code: str, answer: str) -> None:
    """Somebody has cleared it up. What was found out, if written down, becomes a note."""
    question = open_question(deed.person, code)
    if question is None:
        raise Refused((because("clear-up.already-settled", "house §clearing-up"),))
    question.settled_on = deed.on
    question.settled_by_id = deed.by.account_id
    question.version += 1
    question.save(update_fields=["settled_on", "settled_by", "version"])
    if answer:
        keep_words(deed, answer)
    deed.done("question.settled", code=code)


def settle_answered(deed: Deed, *, codes: Iterable[str]) -> None:
    """Another act has just answered these, as far as they were open. That act tells the timeline."""
    OpenQuestion.objects.filter(person=deed.person, code__in=codes, settled_on=None).update(
        settled_on=deed.on, settled_by=deed.by.account_id, version=F("version") + 1
    )


def ask_later(deed: Deed, *, code: str, ask_again_on: date) -> None:
    """Nobody knows yet: ask again on that day. Also for what the facts themselves leave open."""
    refuse(can_be_agreed(ask_again_on, on=deed.on))
    question = open_question(deed.person, code)
    if question is None and code not in SEEN_FROM_FACTS:
        raise Refused((because("clear-up.already-settled", "house §clearing-up"),))
    question = question or OpenQuestion(person=deed.person, code=code, raised_on=deed.on, version=0)
    question.ask_again_on = ask_again_on
    question.version += 1
    question.save()
    deed.done("question.put-off", code=code, ask_again_on=ask_again_on.isoformat())
