"""Who is in the lists: the same answer as the door gives one by one, asked in SQL.

A property test holds the two equal (tests/apps/test_list_equals_object.py).
"""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from fotfeste.apps.consents.models import Answer, ConsentStatement
from fotfeste.apps.people.acting import Acting, standing
from fotfeste.apps.people.closeness import is_close
from fotfeste.apps.people.models import Person, Relation
from fotfeste.apps.people.models.accounts import ClearanceKind
from fotfeste.domain.permissions import ConsentScope, Protection, RelationKind, Role

_KINDS = {
    Role.EMPLOYMENT_SPECIALIST: (RelationKind.EMPLOYMENT_SPECIALIST, RelationKind.STAND_IN),
    Role.CLINICIAN: (RelationKind.CLINICIAN,),
    Role.NAV_ADVISER: (RelationKind.NAV_ADVISER,),
}


def visible_to(acting: Acting, *, on: date) -> QuerySet[Person]:
    """The persons whom this actor may have in a list today. Nobody, when nothing says otherwise."""
    if not acting.is_active:
        return Person.objects.none()
    if acting.role is Role.JOBSEEKER:
        return Person.objects.filter(account=acting.account_id)
    if acting.role not in _KINDS:
        return Person.objects.none()
    return not_denied(acting).filter(_related(acting, on), _shared_with(acting))


def _related(acting: Acting, on: date) -> Q:
    mine = Relation.objects.filter(standing(on), account=acting.account_id, kind__in=_KINDS[acting.role])
    return Q(pk__in=mine.values("person"))


def _shared_with(acting: Acting) -> Q:
    if acting.role is Role.CLINICIAN:
        return Q(controller=acting.controller_id) | _consented(ConsentScope.HEALTH_RELEASE)
    if acting.role is Role.NAV_ADVISER:
        return _consented(ConsentScope.NAV_CONTACT)
    return Q()


def _consented(scope: ConsentScope) -> Q:
    return Q(
        Exists(
            ConsentStatement.objects.filter(
                person=OuterRef("pk"),
                scope=scope,
                answer=Answer.YES,
                confirmed_at__isnull=False,
                ended_at=None,
            )
        )
    )


def not_denied(acting: Acting) -> QuerySet[Person]:
    """Those whom no denial hides from this actor. What is counted is counted among these only."""
    people = Person.objects.exclude(is_close(acting.account_id))
    if ClearanceKind.PROTECTED not in acting.clearances:
        people = people.filter(protection=Protection.NONE)
    if ClearanceKind.OWN_STAFF not in acting.clearances:
        people = people.filter(is_own_staff=False)
    return people


def not_hidden_from(acting: Acting, person: str = "person") -> Exists:
    """The same for rows that point at a person: each is judged by itself.

    Those whom nothing hides are nearly everybody. A list of them all would be made for each question.
    """
    return Exists(not_denied(acting).filter(pk=OuterRef(person)))
