"""Choosing the method a course follows, and changing it with a reason (W-11)."""

from fotfeste.apps.consents.deed import Deed, refuse
from fotfeste.apps.episodes.selectors import open_episode
from fotfeste.apps.episodes.services.notes import keep_words
from fotfeste.domain.method import Method, may_be_chosen


def change_method(deed: Deed, *, method: Method, reason: str) -> None:
    """The course follows another method from now on. Why is kept as a note; the timeline has both methods."""
    episode = open_episode(deed.person)
    before = Method(episode.method)
    refuse(may_be_chosen(before, method, reason=reason))
    episode.method = method
    episode.version += 1
    episode.save(update_fields=["method", "version"])
    keep_words(deed, reason.strip())
    deed.done("course.method-changed", before_method=before, method=method)
