"""Accounts, units and persons; each in its own file."""

from fotfeste.apps.people.models.accounts import Account, ApiToken, Clearance, Membership
from fotfeste.apps.people.models.declared import DeclaredCloseness
from fotfeste.apps.people.models.emergency import EmergencyAccess
from fotfeste.apps.people.models.looks import LogReview, LookQuestion
from fotfeste.apps.people.models.new_addresses import NewAddress
from fotfeste.apps.people.models.persons import OfficeInCharge, Person, UnitOwnership
from fotfeste.apps.people.models.relations import Closeness, Relation
from fotfeste.apps.people.models.timeline import Event
from fotfeste.apps.people.models.units import Controller, Unit

__all__ = [
    "Account",
    "ApiToken",
    "Clearance",
    "Closeness",
    "Controller",
    "DeclaredCloseness",
    "EmergencyAccess",
    "Event",
    "LogReview",
    "LookQuestion",
    "Membership",
    "NewAddress",
    "OfficeInCharge",
    "Person",
    "Relation",
    "Unit",
    "UnitOwnership",
]
