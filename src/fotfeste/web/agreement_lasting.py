"""The part of the page that says how long it lasts: reviews, who asked that it ends, how it ended (A-10)."""

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from fotfeste.apps.agreements.models import Agreement, AgreementReview, EndingAsked
from fotfeste.apps.agreements.seen import AgreementSeen
from fotfeste.documents.agreement.words import PARTIES
from fotfeste.domain.agreements.ending import review_is_due
from fotfeste.domain.agreements.standing import Standing
from fotfeste.domain.permissions import Permission
from fotfeste.web.agreement_ending_words import END_CAUSES
from fotfeste.web.lines import act_url

_HOLDS = frozenset({Standing.IN_FORCE, Standing.CHANGING})


def lasting_part(found: AgreementSeen, on: date) -> Mapping[str, object]:
    """No end is set: the next review, what was asked, and the end when it came."""
    row = found.agreement
    if row is None:
        return {}
    is_mine = found.decision.may(Permission.AGREEMENT_OWN)
    is_due = found.is_open and review_is_due(row.review_on, row.review_asked_on, on=on)
    return {
        "holds": found.standing in _HOLDS,
        "review_is_due": is_due and found.standing in _HOLDS,
        "reviews": [_review(each, found) for each in found.reviews],
        "endings": [_asked(each, found) for each in found.endings],
        "end_cause": END_CAUSES[row.end_cause] if row.end_cause else "",
        "end_words": row.opened("sealed_end_words", found.key),
        "earlier": [_earlier(each, found, is_mine=is_mine) for each in found.earlier],
        "ask_end_url": reverse("my_act", args=["own-agreement-ask-end"]),
        "own_changed_url": reverse("my_act", args=["own-agreement-changed"]),
    }


def _review(row: AgreementReview, found: AgreementSeen) -> dict[str, object]:
    return {
        "held_on": row.held_on,
        "next_on": row.next_on,
        "with_person": row.with_person,
        "with_employer": row.with_employer,
        "words": row.opened("sealed_words", found.key),
    }


def _asked(row: EndingAsked, found: AgreementSeen) -> dict[str, object]:
    may_answer = found.is_open and found.decision.may(Permission.AGREEMENT_CHANGE)
    answer_url = f"{act_url(found.person.public_id, 'agreement-answer-end')}?om={row.public_id.hex}"
    return {
        "party": PARTIES[row.asked_party],
        "on": row.asked_on,
        "why": row.opened("sealed_why", found.key),
        "answered_on": row.answered_on,
        "answer": row.opened("sealed_answer", found.key),
        "answer_url": answer_url if may_answer and row.answered_on is None else "",
    }


def _earlier(row: Agreement, found: AgreementSeen, *, is_mine: bool) -> dict[str, object]:
    args = [row.public_id] if is_mine else [found.person.public_id, row.public_id]
    return {
        "url": reverse("my_agreement_earlier" if is_mine else "agreement_earlier", args=args),
        "office": row.office.name,
        "employer": row.employer.name if row.employer else "",
        "used_on": row.used_on,
        "over_on": row.ended_on or row.lapsed_on,
    }
