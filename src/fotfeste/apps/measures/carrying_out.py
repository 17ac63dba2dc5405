"""What NAV has accepted of a provider's proposals and then carried out, read off the timeline.

The timeline is in the order things happened. The rows of a case carry days alone, and a need is often talked
through, granted, proposed about and changed on one and the same day.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from fotfeste.apps.consents.door import OSLO
from fotfeste.apps.measures.models import ProviderProposal
from fotfeste.apps.measures.models_providers import ProposalAnswer, ProposalKind
from fotfeste.apps.people.models import Event, Person

ACCEPTED = "measure.suggestion-accepted"
CARRIED_OUT_BY: Mapping[str, frozenset[str]] = {
    ProposalKind.EXTEND: frozenset({"measure.extended"}),
    ProposalKind.SHORTEN: frozenset({"measure.shortened"}),
    ProposalKind.END: frozenset({"measure.ended"}),
    ProposalKind.AMOUNT: frozenset({"measure.amount-agreed"}),
    ProposalKind.CONTENT: frozenset({"measure.content-added", "measure.content-dropped"}),
    ProposalKind.AIM: frozenset({"measure.aim-changed"}),
}
"""What happens when a proposal of each kind is carried out."""


def carried_out(person: Person, proposals: Iterable[ProviderProposal]) -> dict[int, date]:
    """The day of the first change of the proposed kind after NAV accepted it, by the proposal's row id.

    Those that wait for it are left out. One statement; none where nothing is accepted.
    """
    accepted = {each.public_id.hex: each for each in proposals if each.answer == ProposalAnswer.ACCEPTED}
    if not accepted:
        return {}
    changes = frozenset[str]().union(*(CARRIED_OUT_BY[each.kind] for each in accepted.values()))
    events = Event.objects.filter(person=person, kind__in={ACCEPTED, *changes}).order_by("pk")
    found: dict[int, date] = {}
    waiting: dict[int, str] = {}
    for kind, at, data in events.values_list("kind", "at", "data"):
        for pk in [pk for pk, proposed in waiting.items() if kind in CARRIED_OUT_BY[proposed]]:
            del waiting[pk]
            found[pk] = at.astimezone(OSLO).date()
        if kind == ACCEPTED and (row := accepted.get(data.get("suggestion", ""))):
            waiting[row.pk] = row.kind
    return found
