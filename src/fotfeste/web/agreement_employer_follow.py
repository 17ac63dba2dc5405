"""What follows a signed agreement, as the employer reads it: promises, its questions, contact with it."""

from fotfeste.apps.agreements.employer_view import EmployerSees
from fotfeste.domain.agreements.parties import Party
from fotfeste.web.agreement_contacts import contacts_shown
from fotfeste.web.agreement_promises import promises_shown
from fotfeste.web.agreement_questions import questions_shown
from fotfeste.web.by_employer import by_employer_url

SIGNERS_ALONE = frozenset({"promise-broken"})
"""What only somebody who may sign for the business says."""


def follow_shown(found: EmployerSees) -> dict[str, object]:
    """For agreements/parts/employer_follow.html. Nothing can be said of an agreement that is over."""
    follows, is_open = found.follows, found.until is None

    def link(act: str) -> str:
        may_not = act in SIGNERS_ALONE and not found.member.may_sign
        return "" if may_not else by_employer_url(found.row.public_id, act)

    return {
        **promises_shown(follows.promises, Party.EMPLOYER, link if is_open else None),
        **questions_shown(follows.questions),
        **contacts_shown(follows.rhythms, follows.had, with_words=False),
        "ask_url": link("ask") if is_open else "",
    }
