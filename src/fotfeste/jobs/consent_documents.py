"""The worker makes the signed consent: outside any transaction, once, and seals it with the person's key."""

from base64 import b64encode
from datetime import datetime
from typing import Any
from uuid import UUID

from fotfeste.apps.audit.ledger import act
from fotfeste.apps.consents.models import ConsentDocument, ConsentStatement
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.clock import OSLO
from fotfeste.documents.consent import ConsentPaper, PaperSection, digest_of, made
from fotfeste.domain.consent import Given
from fotfeste.parameters.consent_texts import document_words
from fotfeste.parameters.texts.days import spoken_day


def carry(errand: Errand, at: datetime) -> None:
    """Make the document of a statement. Nothing to do where nothing was signed, or it is made already."""
    row = _statement(UUID(str(errand.payload["statement"])))
    if row is None or row.text is None or ConsentDocument.objects.filter(statement=row).exists():
        return
    key = unwrapped(row.person.key, row.person.public_id)
    content = made(paper_of(row, name=SealedContact(row.person, key).contact.name))
    document = ConsentDocument(person=row.person, statement=row, made_at=at)
    document.seal("sealed_content", b64encode(content).decode(), key)
    with act():
        document.save()
        ConsentStatement.objects.filter(pk=row.pk).update(document_digest=digest_of(content))


def paper_of(row: ConsentStatement, *, name: str) -> ConsentPaper:
    """What the document says: the text as it was kept, word for word, and how it was answered."""
    assert row.text is not None  # noqa: S101  # only what was signed comes here
    assert row.confirmed_at is not None  # noqa: S101  # what is signed is confirmed
    body, language, at = row.text.body, row.text.language, row.confirmed_at.astimezone(OSLO)

    def said(part: str, **data: str) -> str:
        return document_words(part, language, **data)

    return ConsentPaper(
        language=language,
        title=body["title"],
        on=row.stated_on,
        head=(said("name", name=name), said("controller", controller=row.person.controller.name)),
        sections=tuple(_section(each) for each in body["sections"]),
        question=body["question"],
        answer_heading=said("answer_heading"),
        answer=said("withdrawn" if _is_withdrawal(row) else row.answer),
        foot=(
            said("signed", day=spoken_day(at.date(), language), time=f"{at:%H.%M}"),
            _how(row, language),
            said("text", version=row.text.version),
            said("digest", digest=row.text.digest),
        ),
    )


def _statement(public_id: UUID) -> ConsentStatement | None:
    rows = ConsentStatement.objects.select_related("person__controller", "person__key", "text", "device_of")
    return rows.filter(public_id=public_id).first()


def _section(kept: dict[str, Any]) -> PaperSection:
    return PaperSection(kept["heading"], tuple(kept["paragraphs"]))


def _is_withdrawal(row: ConsentStatement) -> bool:
    """Whether this answer ended a yes in the same moment."""
    ended = ConsentStatement.objects.filter(person=row.person, scope=row.scope, end_kind="withdrawn")
    return ended.filter(ended_at=row.confirmed_at).exists()


def _how(row: ConsentStatement, language: str) -> str:
    if row.given == Given.OWN_LOGIN or row.device_of is None:
        return document_words("own_login", language)
    return document_words(row.identified_by, language, device_of=row.device_of.name)
