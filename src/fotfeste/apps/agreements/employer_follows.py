"""What the employer reads of what follows a signed agreement: promises, own questions, contact with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fotfeste.apps.agreements.contacts import ContactHad, Rhythm, contacts_of, rhythms_of, until
from fotfeste.apps.agreements.models import EmployerMember
from fotfeste.apps.agreements.promises_seen import PromiseSeen, promises_for_employer
from fotfeste.apps.agreements.question_rows import QuestionSeen, questions_of_employer
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.disclosure_topics import Topic


@dataclass(frozen=True, slots=True)
class EmployerFollows:
    """All of it, worked out at this look. The words of contact are not for the employer."""

    promises: Sequence[PromiseSeen]
    questions: Sequence[QuestionSeen]
    rhythms: Sequence[Rhythm]
    had: Sequence[ContactHad]


def follows_for_employer(
    member: EmployerMember, key: SealingKey, tellable: frozenset[Topic], *, on: date
) -> EmployerFollows:
    """For somebody who was let in, when the door is open."""
    agreement = member.agreement
    promises = promises_for_employer(agreement, member.unit.number, key, tellable, on=on)
    rows = [row for row in contacts_of(agreement) if row.with_party == Party.EMPLOYER]
    rhythms = rhythms_of(promises, rows, on=until(agreement, on))
    return EmployerFollows(
        promises=promises,
        questions=questions_of_employer(member, key, on=on),
        rhythms=[each for each in rhythms if each.party is Party.EMPLOYER],
        had=[ContactHad(row, key) for row in rows],
    )
