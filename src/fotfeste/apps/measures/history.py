"""Earlier participations: brought in under the list's own keys, linked with a person, read as one history."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from uuid import UUID

from fotfeste.apps.audit.actions import Action
from fotfeste.apps.audit.ledger import Entry, act, record
from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.consents.door import opened
from fotfeste.apps.measures.models import OldParticipation
from fotfeste.apps.people.acting import Acting
from fotfeste.apps.people.models import Person
from fotfeste.apps.people.records import contact_of
from fotfeste.apps.vault.keys import index_of, key_for
from fotfeste.apps.vault.sealing import SealingKey
from fotfeste.domain.measures.kinds import MeasureKind, MeasureNeed, TransitionFrom
from fotfeste.domain.participation_list.facts import MeasureLaws
from fotfeste.domain.participation_list.scheme import OldJudged, OldTold, judged_history
from fotfeste.domain.permissions import Permission
from fotfeste.domain.rules.measure_law import DURATIONS
from fotfeste.domain.typed_text import alike
from fotfeste.domain.verdict import because
from fotfeste.parameters import MEASURE_PARAMETERS

TEXTS = ("sealed_participant", "sealed_provider_name", "sealed_remark", "sealed_need")
_BY_NAME = {each.name: each for each in MEASURE_PARAMETERS}


def measure_laws() -> MeasureLaws:
    """What applied on each day, by the dated parameters."""
    return MeasureLaws({kind: _BY_NAME[name] for kind, name in DURATIONS.items()}, _BY_NAME["measure_merger"])


@dataclass(frozen=True, slots=True)
class History:
    """What is kept of one person, still sealed; it is opened once the look is in the log."""

    person: Person = field(repr=False)
    rows: Sequence[OldParticipation] = field(repr=False)
    key: SealingKey = field(repr=False)
    may_link: bool = False

    @property
    def name(self) -> str:
        """The person's name. Takes no database."""
        return contact_of(self.person, self.key).name


@dataclass(frozen=True, slots=True)
class OldShown:
    """One period, opened and judged."""

    row: OldParticipation = field(repr=False)
    judged: OldJudged
    provider: str = field(repr=False)
    remark: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A participant of a list that nobody has said who is. Days and a number, nothing more."""

    participant: str = field(repr=False)
    periods: int
    first: date
    last: date


def house_key() -> SealingKey:
    """What the rows are sealed with until somebody says whose they are."""
    return key_for("measure-history")


def participant_index(participant: str) -> bytes:
    """A participant's key, known again without telling it."""
    return index_of("measure-history-participant", alike(participant))


def content_index(participant: str, kind: MeasureKind, first: date, last: date) -> bytes:
    """A period, known again."""
    said = "|".join((alike(participant), kind, first.isoformat(), last.isoformat()))
    return index_of("measure-history-period", said)


def access_history(acting: Acting, public_id: UUID, *, at: datetime) -> History:
    """The earlier participations of one person."""
    with opened(
        acting, public_id, Permission.MEASURE_READ, at=at, action=Action.MEASURE_SEEN, area="history"
    ) as found:
        rows = list(OldParticipation.objects.filter(person=found.person).order_by("first_day", "pk"))
        return History(found.person, rows, found.key, found.may(Permission.MEASURE_CHANGE))


def shown(history: History) -> tuple[OldShown, ...]:
    """The whole history in order, each period judged by the scheme of its last day. Takes no database."""
    told = [_told(row, history.key) for row in history.rows]
    judged = {id(each.told): each for each in judged_history(told, measure_laws())}
    return tuple(
        OldShown(
            row,
            judged[id(each)],
            row.opened("sealed_provider_name", history.key),
            row.opened("sealed_remark", history.key),
        )
        for row, each in zip(history.rows, told, strict=True)
    )


def access_unlinked(acting: Acting, *, at: datetime) -> tuple[Unlinked, ...]:
    """The participants of the office's lists that nobody has linked with a person, by their keys."""
    with act():
        record(Entry(Action.MEASURES_SEEN, acting.who, at, object_type="measure-history"))
        rows = list(OldParticipation.objects.filter(office=acting.unit_id, person=None).order_by("first_day"))
    groups: dict[bytes, list[OldParticipation]] = {}
    for row in rows:
        groups.setdefault(bytes(row.participant_index), []).append(row)
    key = house_key()
    found = [
        Unlinked(
            each[0].opened("sealed_participant", key),
            len(each),
            each[0].first_day,
            max(row.last_day for row in each),
        )
        for each in groups.values()
    ]
    return tuple(sorted(found, key=lambda each: each.participant))


def act_link_history(acting: Acting, public_id: UUID, participant: str, *, at: datetime, on: date) -> int:
    """Link through the person's door. Answers with how many periods it was."""
    with opened(
        acting, public_id, Permission.MEASURE_CHANGE, at=at, action=Action.MEASURE_CHANGED, area="history"
    ) as found:
        return link_history(Deed(found, by=acting, at=at, on=on), participant)


def link_history(deed: Deed, participant: str) -> int:
    """Say that a participant of the office's lists is this person. Answers with how many periods it was."""
    rows = list(
        OldParticipation.objects.select_for_update().filter(
            office=deed.by.unit_id, person=None, participant_index=participant_index(participant)
        )
    )
    if not rows:
        refuse((because("measure-history.no-such-participant", "house §measures"),))
    for row in rows:
        _seal_for(row, deed)
    OldParticipation.objects.bulk_update(rows, [*TEXTS, "person", "linked_on", "linked_by"])
    deed.done("measure.history-linked", periods=len(rows))
    return len(rows)


def _seal_for(row: OldParticipation, deed: Deed) -> None:
    """Seal the texts anew with the person's key."""
    before = house_key()
    for column in TEXTS:
        row.seal(column, row.opened(column, before), deed.key)
    row.person, row.linked_on, row.linked_by_id = deed.person, deed.on, deed.by.account_id


def need_as_json(need: MeasureNeed) -> str:
    """What length turns on, to be sealed."""
    return json.dumps(asdict(need))


def _told(row: OldParticipation, key: SealingKey) -> OldTold:
    kept: Mapping[str, object] = json.loads(row.opened("sealed_need", key))
    reduced = kept["reduced_capacity"]
    need = MeasureNeed(
        None if reduced is None else bool(reduced),
        TransitionFrom(str(kept["transition"])),
        bool(kept["in_training"]),
    )
    return OldTold(MeasureKind(row.measure), row.first_day, row.last_day, need)


def kept_periods(office_id: int, indexes: Iterable[bytes]) -> Sequence[OldParticipation]:
    """What is kept of these participants."""
    return list(OldParticipation.objects.filter(office_id=office_id, participant_index__in=list(indexes)))
