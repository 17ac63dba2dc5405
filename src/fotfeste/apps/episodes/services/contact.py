"""Being in touch: attempts to reach the person, and a problem that was agreed in the plan (I-4.1e)."""

from fotfeste.apps.consents.deed import Deed
from fotfeste.apps.episodes.models import ContactAttempt, Episode
from fotfeste.apps.episodes.selectors import open_episode
from fotfeste.domain.verdict import Refused, because


def try_to_reach(deed: Deed, *, was_reached: bool) -> None:
    """Somebody called, and was or was not answered."""
    ContactAttempt.objects.create(
        person=deed.person,
        episode=open_episode(deed.person),
        on=deed.on,
        at=deed.at,
        was_reached=was_reached,
        by_id=deed.by.account_id,
    )
    deed.done("contact.reached" if was_reached else "contact.unanswered")


def agreed_problem_arose(deed: Deed) -> None:
    """What the plan says to watch for has happened: the plan is shown from now on."""
    episode = open_episode(deed.person)
    episode.agreed_problem_on = deed.on
    _save(episode)
    deed.done("problem.arose")


def agreed_problem_settled(deed: Deed) -> None:
    """It is no problem any more."""
    episode = open_episode(deed.person)
    if episode.agreed_problem_on is None:
        raise Refused((because("problem.none-now", "I §4.1"),))
    episode.agreed_problem_on = None
    _save(episode)
    deed.done("problem.settled")


def _save(episode: Episode) -> None:
    episode.version += 1
    episode.save(update_fields=["agreed_problem_on", "version"])
