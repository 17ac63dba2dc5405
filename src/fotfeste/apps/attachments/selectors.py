"""A person's files: which there are, and one of them."""

from django.db.models import QuerySet

from fotfeste.apps.attachments.models import Attachment
from fotfeste.apps.employment.selectors import as_uuid
from fotfeste.apps.people.models import Person


def attachments_of(person: Person) -> list[Attachment]:
    """The files that are here now, the newest first."""
    return list(_here(person).order_by("-added_on", "-pk"))


def attachment_of(person: Person, public_id: str) -> Attachment | None:
    """One of them by its id; None for one that is not theirs, or removed."""
    return _here(person).filter(public_id=as_uuid(public_id)).first()


def with_content(person: Person, public_id: str) -> Attachment | None:
    """The same, with what it holds."""
    return _here(person).select_related("content").filter(public_id=as_uuid(public_id)).first()


def _here(person: Person) -> QuerySet[Attachment]:
    rows = Attachment.objects.filter(person=person, removed_on=None)
    return rows.select_related("lead", "job__employer", "added_by")
