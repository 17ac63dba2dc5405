"""What a person has said of consent and disclosure, as it stands."""

from django.db.models import QuerySet

from fotfeste.apps.consents.models import ConsentStatement, DisclosureStatement
from fotfeste.apps.people.models import Person
from fotfeste.domain.permissions import ConsentScope
from fotfeste.prepared import prepared


def consents_in_force(person: Person) -> dict[ConsentScope, ConsentStatement]:
    """The statement that counts for each consent that has been asked for."""
    rows = ConsentStatement.objects.filter(person=person, ended_at=None).select_related(
        "confirmed_by", "text"
    )
    return {ConsentScope(row.scope): row for row in rows.order_by("pk")}


def all_consents(person: Person) -> list[ConsentStatement]:
    """Every statement of consent, the newest first."""
    rows = ConsentStatement.objects.filter(person=person)
    rows = rows.select_related("confirmed_by", "device_of", "text", "document")
    return list(rows.defer("document__sealed_content").order_by("-stated_on", "-pk"))


def withdrawn_after_archiving(person: Person) -> list[ConsentStatement]:
    """Each yes to contact with NAV that was withdrawn after it was archived there, the oldest first."""
    return list(archived_and_withdrawn().filter(person=person).order_by("pk"))


def archived_and_withdrawn() -> QuerySet[ConsentStatement]:
    """As above, of everybody."""
    return ConsentStatement.objects.filter(
        scope=ConsentScope.NAV_CONTACT, end_kind="withdrawn", archived_on__isnull=False
    )


def general_stand(person: Person) -> DisclosureStatement | None:
    """What the person has said may be told to employers in general."""
    return DisclosureStatement.objects.filter(person=person, employer=None, ended_at=None).first()


def stands_in_force(person: Person) -> list[DisclosureStatement]:
    """The general stand first, then those for single employers."""
    return sorted(_stands(person.pk), key=lambda row: (row.employer_id is not None, row.pk))


@prepared
def _stands(person: int) -> QuerySet[DisclosureStatement]:
    rows = DisclosureStatement.objects.filter(person=person, ended_at=None)
    return rows.select_related("employer", "confirmed_by")
