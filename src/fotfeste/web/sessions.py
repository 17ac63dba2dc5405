"""Sessions in the database, as Django keeps them; only the question for one is prepared."""

from datetime import datetime

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from fotfeste import clock
from fotfeste.prepared import prepared


class SessionStore(db.SessionStore):
    """Every request begins with its session."""

    def _get_session_from_db(self) -> Session | None:
        found = _session(str(self.session_key), clock.real_now())
        if not found:
            self._session_key = None
        return found[0] if found else None


@prepared
def _session(session_key: str, now: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=session_key, expire_date__gt=now)
