"""Files: attached and removed. Each runs inside the act that opened the door."""

from dataclasses import dataclass
from hashlib import sha256

from fotfeste.apps.attachments.models import Attachment, AttachmentContent
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.employment.models import Employment
from fotfeste.apps.employment.selectors import job_of
from fotfeste.apps.job_search.models import Lead
from fotfeste.apps.job_search.selectors import lead_of
from fotfeste.apps.vault.sealing import blind_index
from fotfeste.domain.attachments import SOURCE, AttachmentKind, FileKind, cleaned_name, read_kind
from fotfeste.domain.verdict import Refused, Verdict, because
from fotfeste.parameters import ATTACHMENT_LIMITS

LEAD, JOB = "lead", "job"


@dataclass(frozen=True, slots=True)
class ToAttach:
    """A file as it was sent. `about` is empty, or what it belongs to: `lead:` or `job:` and its id."""

    kind: AttachmentKind
    content: bytes
    name: str = ""
    about: str = ""


def attach(deed: Deed, sent: ToAttach) -> Attachment:
    """Keep a file, sealed. What it is, is read from its content."""
    file_kind = read_kind(sent.content, ATTACHMENT_LIMITS.on(deed.on))
    if not isinstance(file_kind, FileKind):
        raise Refused(file_kind)
    lead, job = _belongs(deed, sent.about)
    fingerprint = blind_index(deed.key.secret, "attachment", sha256(sent.content).hexdigest())
    refuse(_in_the_way(deed, fingerprint))
    row = Attachment(
        person=deed.person,
        kind=sent.kind,
        file_kind=file_kind,
        size=len(sent.content),
        added_on=deed.on,
        added_by_id=deed.by.account_id,
        lead=lead,
        job=job,
        fingerprint=fingerprint,
    )
    row.seal("sealed_name", cleaned_name(sent.name, file_kind), deed.key)
    row.save()
    kept = AttachmentContent(attachment=row)
    kept.put(sent.content, deed.key)
    kept.save()
    deed.done("attachment.added", attachment=sent.kind)
    return row


def remove(deed: Deed, row: Attachment | None) -> None:
    """The file is gone for good. That it was here, of which kind, and from when to when, stays."""
    if row is None:
        raise Refused((because("attachment.not-there", SOURCE),))
    AttachmentContent.objects.filter(attachment=row).delete()
    row.sealed_name, row.fingerprint = b"", b""
    row.removed_on, row.removed_by_id = deed.on, deed.by.account_id
    row.save(update_fields=["sealed_name", "fingerprint", "removed_on", "removed_by"])
    deed.done("attachment.removed", attachment=row.kind)


def _belongs(deed: Deed, about: str) -> tuple[Lead | None, Employment | None]:
    kind, _, public_id = about.partition(":")
    lead = lead_of(deed.person, public_id) if kind == LEAD and public_id else None
    job = job_of(deed.person, public_id) if kind == JOB and public_id else None
    if about and lead is None and job is None:
        raise Refused((because("attachment.belongs-nowhere", SOURCE),))
    return lead, job


def _in_the_way(deed: Deed, fingerprint: bytes) -> Verdict:
    here = Attachment.objects.filter(person=deed.person, removed_on=None)
    same = here.filter(fingerprint=fingerprint).order_by("pk").first()
    if same is not None:
        return (because("attachment.already-there", SOURCE, added_on=same.added_on),)
    most = ATTACHMENT_LIMITS.on(deed.on).most_files
    return (because("attachment.too-many", SOURCE, most=most),) if here.count() >= most else ()
