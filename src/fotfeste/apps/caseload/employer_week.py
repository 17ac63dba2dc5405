"""A week of contacts with employers: one's own, or in counts for the supervisor (fidelity 17)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.caseload.employers import OnBehalf, open_caseload
from fotfeste.apps.caseload.first_contacts import first_contacts
from fotfeste.apps.caseload.mine import Purposes
from fotfeste.apps.consents.visible import not_denied, not_hidden_from
from fotfeste.apps.disclosure.models import ContactState, EmployerContact
from fotfeste.apps.employers.cards import ContactCard, EmployerCard, card, contact_card
from fotfeste.apps.employers.models import ContactTogether, Employer, TeamContact
from fotfeste.apps.people.acting import Acting, in_force, standing
from fotfeste.apps.people.models import Membership, Relation
from fotfeste.domain.dates import add_months
from fotfeste.domain.employer_contact import ContactWay
from fotfeste.domain.employer_week import ContactCount, CountedContact, counted, week_of
from fotfeste.domain.fidelity import FidelityItem, Figure, figure
from fotfeste.domain.permissions import Ability, RelationKind, Role
from fotfeste.parameters import EMPLOYER_RELATION, FIDELITY_LIMITS

MOST_QUIET, MOST_STEPS, MOST_CONTACTS = 10, 20, 200


@dataclass(frozen=True, slots=True)
class SpecialistWeek:
    """One specialist's contacts of the week, in numbers."""

    name: str
    count: ContactCount


@dataclass(frozen=True, slots=True)
class EmployerWeek:
    """The week. `without_name` counts contacts of one's own for somebody one follows no longer.

    `first_contact`: days from entry to the first meeting with an employer, for one's own or the team's.
    """

    monday: date
    sunday: date
    specialists: tuple[SpecialistWeek, ...]
    contacts: tuple[ContactCard, ...]
    on_behalf: tuple[OnBehalf, ...]
    without_name: int
    steps: tuple[ContactCard, ...]
    quiet: tuple[EmployerCard, ...]
    quiet_after_months: int
    first_contact: Figure


def access_employer_week(
    acting: Acting, day: date, *, at: datetime, on: date, purposes: Purposes
) -> EmployerWeek:
    """The week that holds `day`. The supervisor sees the whole team in counts, and nobody's jobseekers."""
    monday, sunday = week_of(day)
    with act():
        accounts = _accounts(acting, on)
        general = _general(accounts, monday, sunday)
        behalf = _held(acting, accounts, monday, sunday)
        own, unnamed = _own(acting, behalf, on=on, purposes=purposes)
        found = EmployerWeek(
            monday=monday,
            sunday=sunday,
            specialists=_counts(accounts, general, behalf),
            contacts=tuple(contact_card(row) for row, by in general if by == acting.account_id),
            on_behalf=own,
            without_name=unnamed,
            steps=_steps(acting),
            quiet=_quiet(acting, on),
            quiet_after_months=EMPLOYER_RELATION.on(on).quiet_after_months,
            first_contact=_first_contact(acting, on),
        )
        subjects = tuple(dict.fromkeys(each.mine.log_id for each in own))
        record(Entry(Action.EMPLOYER_CONTACTS_SEEN, acting.who, at, subjects=subjects))
    return found


def _accounts(acting: Acting, on: date) -> dict[int, str]:
    """Whose week it is: one's own, or the team's specialists."""
    if not acting.has(Ability.TEAM_READ):
        return {acting.account_id: acting.name}
    rows = Membership.objects.filter(in_force(on), unit=acting.unit_id, role=Role.EMPLOYMENT_SPECIALIST)
    return dict(rows.order_by("account__name", "pk").values_list("account", "account__name"))


def _general(accounts: Iterable[int], monday: date, sunday: date) -> list[tuple[TeamContact, int]]:
    """Each contact with whom it counts for: two who were there have it both."""
    days = {"on__gte": monday, "on__lte": sunday}
    rows = TeamContact.objects.filter(by__in=list(accounts), **days).select_related("by", "employer")
    own = rows.prefetch_related("together__by").order_by("-on", "-pk")[:MOST_CONTACTS]
    found = [(row, row.by_id) for row in own]
    too = ContactTogether.objects.filter(
        by__in=list(accounts), contact__on__gte=monday, contact__on__lte=sunday
    )
    too = too.select_related("contact__by", "contact__employer").prefetch_related("contact__together__by")
    return [*found, *((row.contact, row.by_id) for row in too.order_by("-contact__on", "-pk"))]


def _held(
    acting: Acting, accounts: Sequence[int] | dict[int, str], monday: date, sunday: date
) -> list[EmployerContact]:
    """On behalf of somebody. In counts only among those whom no denial hides from the one who reads."""
    rows = EmployerContact.objects.filter(
        held_by__in=list(accounts), held_on__gte=monday, held_on__lte=sunday, state=ContactState.HELD
    )
    may_be_counted = Q(not_hidden_from(acting)) | Q(held_by=acting.account_id)
    return list(rows.filter(may_be_counted).select_related("employer").order_by("-held_on", "-pk"))


def _own(
    acting: Acting, behalf: Iterable[EmployerContact], *, on: date, purposes: Purposes
) -> tuple[tuple[OnBehalf, ...], int]:
    mine = {each.row: each for each in open_caseload(acting, on=on, purposes=purposes)}
    own = [row for row in behalf if row.held_by_id == acting.account_id]
    named = tuple(OnBehalf(row, mine[row.person_id]) for row in own if row.person_id in mine)
    return named, len(own) - len(named)


def _counts(
    accounts: dict[int, str],
    general: Iterable[tuple[TeamContact, int]],
    behalf: Iterable[EmployerContact],
) -> tuple[SpecialistWeek, ...]:
    facts = [CountedContact(by, ContactWay(row.way)) for row, by in general]
    facts += [CountedContact(row.held_by_id or 0, ContactWay(row.way)) for row in behalf]
    found = counted(facts)
    return tuple(SpecialistWeek(name, found.get(each, ContactCount())) for each, name in accounts.items())


def _steps(acting: Acting) -> tuple[ContactCard, ...]:
    """One's own next steps with employers, the first that comes first."""
    rows = TeamContact.objects.filter(
        by=acting.account_id, next_step_on__isnull=False, next_step_done_on=None
    )
    rows = rows.select_related("by", "employer").prefetch_related("together__by")
    return tuple(contact_card(row) for row in rows.order_by("next_step_on", "pk")[:MOST_STEPS])


def _first_contact(acting: Acting, on: date) -> Figure:
    """Of one's own it is shown from the first: one knows them all. Of the team when they are enough."""
    limits = FIDELITY_LIMITS.on(on)
    people = not_denied(acting)
    if acting.has(Ability.TEAM_READ):
        of_team = people.filter(ownerships__unit=acting.unit_id, ownerships__until_day=None)
        return figure(FidelityItem.RAPID_SEARCH, first_contacts(of_team, on), limits)
    followed = Relation.objects.filter(
        standing(on), account=acting.account_id, kind=RelationKind.EMPLOYMENT_SPECIALIST
    )
    own = people.filter(pk__in=followed.values("person"))
    return figure(FidelityItem.RAPID_SEARCH, first_contacts(own, on), limits, fewest=1)


def _quiet(acting: Acting, on: date) -> tuple[EmployerCard, ...]:
    """Long since the last contact: those one knows oneself; for the supervisor the team's. Advice, no more.

    The SQL twin of `domain.employer_relation.is_quiet`: tests/web/test_employer_contacts.py holds them equal.
    """
    last = add_months(on, -EMPLOYER_RELATION.on(on).quiet_after_months)
    rows = Employer.objects.filter(team=acting.unit_id, closed_on=None, last_contact_on__isnull=False)
    rows = rows.filter(last_contact_on__lte=last)
    if not acting.has(Ability.TEAM_READ):
        known = Q(known_by__account=acting.account_id) | Q(contacts__by=acting.account_id)
        rows = rows.filter(pk__in=Employer.objects.filter(known).values("pk"))
    return tuple(map(card, rows.order_by("last_contact_on", "pk")[:MOST_QUIET]))
