"""The worker makes the letter of a discharge: outside any transaction, once, sealed with the person's key."""

from base64 import b64encode
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from fotfeste.apps.audit.ledger import act
from fotfeste.apps.discharge.models import Discharge, DischargeLetter
from fotfeste.apps.outbox.models import Errand
from fotfeste.apps.people.models import UnitOwnership
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.keys import unwrapped
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.documents.letter import LetterPaper, LetterSection, made
from fotfeste.parameters.texts import text
from fotfeste.parameters.texts.days import spoken_day


def carry(errand: Errand, at: datetime) -> None:
    """Make the letter. Nothing to do where it is made already."""
    wanted = UUID(str(errand.payload["discharge"]))
    row = Discharge.objects.select_related("person__key").filter(public_id=wanted).first()
    if row is None or DischargeLetter.objects.filter(discharge=row).exists():
        return
    key = unwrapped(row.person.key, row.person.public_id)
    content = made(paper_of(row, key))
    letter = DischargeLetter(person=row.person, discharge=row, made_at=at, digest=sha256(content).hexdigest())
    letter.seal("sealed_content", b64encode(content).decode(), key)
    with act():
        letter.save()


def paper_of(row: Discharge, key: SealingKey) -> LetterPaper:
    """What the letter says: the decision in the team's own words, and what always holds."""
    language, name = row.letter_language, SealedContact(row.person, key).contact.name
    owner = UnitOwnership.objects.filter(person=row.person, until_day=None).select_related("unit").first()
    team = owner.unit.name if owner else ""

    def said(part: str, **data: str) -> str:
        return text("letter.discharge", language, part, on=None, **data)

    day = spoken_day(row.discharged_on, language)
    return LetterPaper(
        language=language,
        title=said("title"),
        on=row.discharged_on,
        said_on=day,
        greeting=said("greeting", name=name),
        sections=(
            LetterSection(
                said("decided_heading"),
                (said("decided", day=day, team=team), row.opened("sealed_words", key)),
            ),
            LetterSection(
                said("back_heading"), (row.opened("sealed_coming_back", key), said("back", team=team))
            ),
            LetterSection(said("kept_heading"), (said("kept"),)),
        ),
        foot=(said("foot", team=team),),
    )
