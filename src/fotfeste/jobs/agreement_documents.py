"""The worker makes the sealed document of a concluded version: outside any transaction, once (A-02)."""

from base64 import b64encode
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from fotfeste.apps.agreements.contents import content_in
from fotfeste.apps.agreements.models import AgreementDocument, AgreementText, Signature
from fotfeste.apps.audit.ledger import act
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.clock import OSLO
from fotfeste.documents.agreement import (
    AgreementPaper,
    AgreementSection,
    AgreementSignature,
    AgreementTable,
    made,
)
from fotfeste.documents.agreement.text import GroupShown, text_shown
from fotfeste.documents.agreement.words import ON_BEHALF, PARTIES, SIGNED_BY
from fotfeste.documents.sealing import sealed
from fotfeste.parameters.texts.days import spoken_day


def carry(errand: Errand, at: datetime) -> None:
    """Make and seal it. Nothing to do where it is made already, or the version never held."""
    wanted = UUID(str(errand.payload["text"]))
    text = AgreementText.objects.select_related("person__key").filter(public_id=wanted).first()
    if text is None or text.concluded_at is None or AgreementDocument.objects.filter(text=text).exists():
        return
    key = unwrapped(text.person.key, text.person.public_id)
    content = sealed(made(paper_of(text, key)), at=at)
    document = AgreementDocument(
        person=text.person, text=text, made_at=at, digest=sha256(content).hexdigest()
    )
    document.seal("sealed_content", b64encode(content).decode(), key)
    with act():
        document.save()


def paper_of(text: AgreementText, key: SealingKey) -> AgreementPaper:
    """What the document says: the text as it was signed, who signed it and how, and its digest."""
    assert text.concluded_at is not None  # noqa: S101  # only what holds comes here
    language = text.language
    signed = Signature.objects.filter(text=text, taken_back_at=None).select_related("account").order_by("pk")
    with translation.override(language):
        shown = text_shown(content_in(text, key), language)
        parties = tuple((each.title, each.name, each.reached) for each in shown["parties"])
        sections = (
            AgreementSection(
                _("Partene"), table=AgreementTable((_("Part"), _("Navn"), _("Kontakt")), parties)
            ),
            *(_section(each) for each in shown["groups"]),
            AgreementSection(_("Hvor lenge den varer"), tuple(_lasting(shown["review_on"], language))),
        )
        return AgreementPaper(
            language=language,
            title=_("Avtale om tilrettelegging og oppfølging"),
            on=text.concluded_at.astimezone(OSLO).date(),
            version=text.number,
            sections=sections,
            signatures=tuple(_signature(row, key, language) for row in signed),
            foot=tuple(_foot(text)),
        )


def _section(group: GroupShown) -> AgreementSection:
    rows = tuple(
        (line.text, "; ".join(f"{label}: {value}" for label, value in line.facts)) for line in group.lines
    )
    return AgreementSection(group.title, table=AgreementTable((_("Avtalt"), _("Hvem og når")), rows))


def _lasting(review_on: object, language: str) -> Iterable[str]:
    yield _("Avtalen har ingen sluttdag. Den varer så lenge NAV mener den trengs.")
    if review_on is not None:
        yield _("Dere går gjennom den %(day)s.") % {"day": spoken_day(review_on, language)}  # type: ignore[arg-type]  # a day


def _signature(row: Signature, key: SealingKey, language: str) -> AgreementSignature:
    at = row.signed_at.astimezone(OSLO)
    because = ", ".join(str(ON_BEHALF[each]) for each in row.on_behalf_because.split())
    return AgreementSignature(
        party=str(PARTIES[row.party]),
        name=row.opened("sealed_name", key),
        signed_at=f"{spoken_day(at.date(), language)} {at:%H.%M}",
        identified_by=str(SIGNED_BY[row.signed_by]),
        on_behalf=f"{row.account.name}: {because}" if because else "",
    )


def _foot(text: AgreementText) -> Iterable[str]:
    if not text.asked:
        yield _("Denne endringen trengte ingen ny signatur.")
    yield _("Dette er en forseglet godkjenning i Fotfeste, ikke en personlig elektronisk signatur.")
    yield f"{_('Fingeravtrykk av teksten')} (SHA-256): {text.digest}"
    yield _("Kontroller filen på %(address)s") % {"address": settings.ADDRESS + reverse("agreement_check")}
