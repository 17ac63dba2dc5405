"""Finding holds and stays in hospital of one course, still sealed."""

from fotfeste.apps.episodes.models import Episode
from fotfeste.apps.episodes.models_holds import HospitalStay, SearchHold


def hold_going_on(episode: Episode | None) -> SearchHold | None:
    """The hold that lasts, if there is one. None once the course is over."""
    if episode is None or not _can_be(episode, "is_on_hold"):
        return None
    return episode.holds.filter(ended_on=None).first()


def stay_going_on(episode: Episode | None) -> HospitalStay | None:
    """The stay in hospital that lasts, if there is one."""
    if episode is None or not _can_be(episode, "is_in_hospital"):
        return None
    return episode.stays.filter(left_on=None).first()


def _can_be(episode: Episode, what: str) -> bool:
    """An episode that came with the answer (`newest_episodes`) needs no further question."""
    return episode.discharged_on is None and bool(getattr(episode, what, True))
