"""Looking at the text of an agreement: the draft, what waits for signatures, and every version of before."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.agreements.assessing import newest_assessment
from fotfeste.apps.agreements.contents import DraftRows, content_in, content_of, draft_of
from fotfeste.apps.agreements.models import Agreement, AgreementText, JointAssessment, Signature
from fotfeste.apps.agreements.newest import agreement_called
from fotfeste.apps.agreements.tellable import tellable_to_employer
from fotfeste.apps.agreements.versions import what_lacks
from fotfeste.apps.audit.actions import Action
from fotfeste.apps.consents.door import OSLO, Found, opened
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.sealed import SealedContact
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.agreements.content import Content, Line, common_lines, left_out
from fotfeste.domain.agreements.parties import Party
from fotfeste.domain.agreements.standing import AgreementState, Standing, lapses_on, standing_of
from fotfeste.domain.disclosure_topics import Topic
from fotfeste.domain.permissions import Decision, Permission
from fotfeste.domain.verdict import Verdict
from fotfeste.parameters import AGREEMENT_LIMITS


@dataclass(frozen=True, slots=True)
class TextSeen:
    """An agreement's text, sealed still. `texts` are the versions, the newest first, with who signed each."""

    person: Person
    contact: SealedContact
    decision: Decision
    agreement: Agreement
    draft: DraftRows
    assessment: JointAssessment | None
    tellable: frozenset[Topic] | None
    texts: tuple[AgreementText, ...]
    signatures: tuple[Signature, ...]
    on: date
    key: SealingKey = field(repr=False)

    @property
    def waiting(self) -> AgreementText | None:
        """The version that waits for signatures."""
        return next(
            (each for each in self.texts if each.concluded_at is None and each.dropped_at is None), None
        )

    @property
    def in_force(self) -> AgreementText | None:
        """The version that holds."""
        return next((each for each in self.texts if each.concluded_at and each.replaced_at is None), None)

    @property
    def state(self) -> AgreementState:
        """What the standing follows from."""
        row = self.agreement
        return AgreementState(
            row.changed_on,
            is_in_force=self.in_force is not None,
            is_laid_out=self.waiting is not None,
            lapsed_on=row.lapsed_on,
            ended_on=row.ended_on,
        )

    @property
    def standing(self) -> Standing:
        """Where it stands."""
        return standing_of(self.state)

    @property
    def lapses_on(self) -> date | None:
        """The day an untouched draft runs out."""
        return lapses_on(self.state, AGREEMENT_LIMITS.on(self.on))

    def whole(self) -> Content:
        """All of the draft, opened."""
        return content_of(self.draft, self.key)

    def common(self) -> Content:
        """What of the draft all parties may see."""
        whole = self.whole()
        return replace(whole, lines=common_lines(whole.lines, self.tellable))

    def left_out(self) -> tuple[Line, ...]:
        """What stays between the jobseeker and NAV."""
        return left_out(self.whole().lines, self.tellable)

    def lacks(self) -> Verdict:
        """What keeps the draft from being signed today."""
        return what_lacks(self.common(), self.assessment, self.tellable, self.key, on=self.on)

    def content_in(self, text: AgreementText) -> Content:
        """What one version says."""
        return content_in(text, self.key)

    def signed(self, text: AgreementText) -> Sequence[Signature]:
        """Who signed it, in order."""
        return [each for each in self.signatures if each.text_id == text.pk and each.taken_back_at is None]

    def name_of(self, signature: Signature) -> str:
        """Who signed."""
        return signature.opened("sealed_name", self.key)

    def written_by(self, party: Party) -> frozenset[str]:
        """The lines this party may change: NAV all of them, another its own."""
        return self.draft.written_by(party)


def access_text(
    acting: Acting, public_id: UUID, *, at: datetime, agreement: UUID | None = None
) -> TextSeen | None:
    """The text, for the person, the office in charge and the contact person. None: there is no agreement.

    `agreement` asks for an earlier one.
    """
    door = opened(
        acting, public_id, Permission.AGREEMENT_READ, at=at, action=Action.AGREEMENT_SEEN, area="text"
    )
    with door as found:
        row = agreement_called(found.person, agreement)
        return text_seen(found, row, at=at) if row is not None else None


def text_seen(found: Found, row: Agreement, *, at: datetime) -> TextSeen:
    """The text of one agreement, once a door is open that may show it."""
    on = at.astimezone(OSLO).date()
    texts = AgreementText.objects.filter(agreement=row).select_related("laid_out_by", "document")
    return TextSeen(
        person=found.person,
        contact=SealedContact(found.person, found.key),
        decision=found.decision,
        agreement=row,
        draft=draft_of(row, found.person),
        assessment=newest_assessment(row),
        tellable=tellable_to_employer(row, on=on),
        texts=tuple(texts.order_by("-number")),
        signatures=tuple(
            Signature.objects.filter(text__agreement=row).select_related("account").order_by("pk")
        ),
        on=on,
        key=found.key,
    )
