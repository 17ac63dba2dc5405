"""Files through the door: the list, one handed out, one added, one removed. Each is a row in the log."""

from dataclasses import dataclass, field

from fotfeste.apps.attachments import services
from fotfeste.apps.attachments.models import Attachment
from fotfeste.apps.attachments.selectors import attachment_of, attachments_of, with_content
from fotfeste.apps.attachments.services import ToAttach
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.caseload.answering import carry_out
from fotfeste.apps.caseload.person import Header, Look, header_of
from fotfeste.apps.consents.door import opened
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.employment.selectors import jobs_of
from fotfeste.apps.job_search.models import Lead
from fotfeste.apps.job_search.selectors import leads_of
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.permissions import Permission

CHANGE = Permission.JOB_SEARCH_CHANGE


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one person, and what a new one can belong to. Still sealed."""

    header: Header
    rows: list[Attachment]
    leads: list[Lead]
    jobs: list[Employment]


@dataclass(frozen=True, slots=True)
class HandedOut:
    """One file, still sealed."""

    row: Attachment
    key: SealingKey = field(repr=False)

    @property
    def name(self) -> str:
        """What it is called; a neutral name when it was given none."""
        called = self.row.opened("sealed_name", self.key)
        return called or f"fil-{self.row.added_on.isoformat()}.{self.row.file_kind}"

    def content(self) -> bytes:
        """The file itself. Takes no database."""
        return self.row.content.read(self.key)


def access_files(look: Look) -> Files:
    """Which files there are."""
    permission = Permission.ATTACHMENT_READ
    with opened(
        look.acting, look.public_id, permission, at=look.at, purpose=look.purpose, area="attachments"
    ) as found:
        person = found.person
        header = header_of(found, on=look.on)
        return Files(header, attachments_of(person), leads_of(person), jobs_of(person))


def access_file(look: Look, public_id: str) -> HandedOut | None:
    """One file, handed out and logged as such. None when it is not theirs, or removed."""
    with opened(
        look.acting,
        look.public_id,
        Permission.ATTACHMENT_READ,
        at=look.at,
        action=Action.ATTACHMENT_TAKEN,
        purpose=look.purpose,
    ) as found:
        row = with_content(found.person, public_id)
        return HandedOut(row, found.key) if row else None


def act_attach(look: Look, sent: ToAttach) -> Attachment:
    """Add a file."""
    action = Action.ATTACHMENT_ADDED
    return carry_out(look, action, lambda deed: services.attach(deed, sent), permission=CHANGE)


def act_remove(look: Look, public_id: str) -> None:
    """Remove a file."""
    carry_out(
        look,
        Action.ATTACHMENT_REMOVED,
        lambda deed: services.remove(deed, attachment_of(deed.person, public_id)),
        permission=CHANGE,
    )
