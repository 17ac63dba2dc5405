"""A new version of the guideline: every course that goes on follows it from now on; the past stays (I §9)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q

from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.episodes.models_guideline import GuidelineApplied
from fotfeste.domain.guideline_versions import Applied, GuidelineVersion, next_application

AT_A_TIME = 500


def applications_of(episode: Episode | None) -> list[Applied]:
    """Which version the course has followed from which day, in order; the first is the one it began under."""
    if episode is None:
        return []
    return _applied(episode, episode.guidelines.order_by("from_day", "pk"))


def apply_version(versions: Sequence[GuidelineVersion], *, on: date) -> int:
    """Put down, for every open course that does not follow it yet, the version in force. Gives how many."""
    going_on = Episode.objects.filter(Q(discharged_on=None) | Q(discharged_on__gt=on)).order_by("pk")
    done, last = 0, 0
    while page := list(going_on.filter(pk__gt=last)[:AT_A_TIME]):
        rows = list(_new(page, versions, on))
        GuidelineApplied.objects.bulk_create(rows, ignore_conflicts=True)
        done, last = done + len(rows), page[-1].pk
    return done


def _new(
    page: Sequence[Episode], versions: Sequence[GuidelineVersion], on: date
) -> Iterable[GuidelineApplied]:
    kept: dict[int, list[GuidelineApplied]] = defaultdict(list)
    for row in GuidelineApplied.objects.filter(episode__in=page).order_by("from_day", "pk"):
        kept[row.episode_id].append(row)
    for episode in page:
        now = next_application(_applied(episode, kept[episode.pk]), versions, on=on)
        if now is not None:
            yield GuidelineApplied(
                person_id=episode.person_id, episode=episode, from_day=now.from_day, version=now.version
            )


def _applied(episode: Episode, rows: Iterable[GuidelineApplied]) -> list[Applied]:
    began = episode.referred_on or episode.accepted_on or episode.brought_in_on or date.min
    return [Applied(began, episode.guideline_version), *(row.as_fact() for row in rows)]
