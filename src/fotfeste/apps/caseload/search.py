"""Finding somebody: by name, or by an exact identity number, phone number or e-mail address.

Only among those one may see. Nobody there and nobody of yours are the same answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.caseload.mine import Mine, mine_among
from fotfeste.apps.consents.visible import visible_to
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.vault.keys import index_of
from fotfeste.domain.contact_details import EmailAddress, Phone, read_email, read_phone
from fotfeste.domain.names import search_form
from fotfeste.domain.national_identity_number import NationalIdentityNumber, parse
from fotfeste.domain.typed_text import tidied

MOST = 20
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Results:
    """Who was found, and whether there are more than are shown."""

    people: list[Mine]
    has_more: bool


def access_search(acting: Acting, typed: str, *, at: datetime, on: date) -> Results:
    """One search. Logged with everyone it showed, never with what was typed."""
    with act():
        found = mine_among(_matching(visible_to(acting, on=on), typed, on), acting, on=on, most=MOST + 1)
        shown = found[:MOST]
        subjects = tuple(mine.log_id for mine in shown)
        record(Entry(action=Action.SEARCHED, who=acting.who, at=at, subjects=subjects))
    return Results(shown, has_more=len(found) > MOST)


def _matching(people: QuerySet[Person], typed: str, on: date) -> QuerySet[Person]:
    text = tidied(typed)[:200]
    exact = list(_exact(text, on))
    if exact:
        return people.filter(_any(exact))
    name = search_form(text)
    return people.filter(search_name__contains=name) if len(name) >= SHORTEST else people.none()


def _exact(text: str, on: date) -> Iterator[Q]:
    """What the text can be besides a name: each is looked up by its fingerprint alone."""
    if isinstance(number := parse(text, on=on), NationalIdentityNumber):
        yield Q(identity_index=index_of("identity-number", number.digits))
    if text and isinstance(phone := read_phone(text), Phone):
        yield Q(phone_index=index_of("phone", phone.canonical))
    if text and isinstance(email := read_email(text), EmailAddress):
        yield Q(email_index=index_of("email", email.canonical.casefold()))


def _any(conditions: list[Q]) -> Q:
    found = conditions[0]
    for condition in conditions[1:]:
        found |= condition
    return found
