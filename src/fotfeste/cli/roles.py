"""A role said in words, for the terminal."""

from fotfeste import clock
from fotfeste.apps.people.acting import memberships_of
from fotfeste.apps.people.models import Account

IN_WORDS = {
    "employment_specialist": "jobbspesialist",
    "nav_adviser": "NAV-veileder",
    "clinician": "behandler",
    "guide": "veileder hos tiltaksarrangør",
    "employer_contact": "kontakt hos arbeidsgiver",
    "ips_supervisor": "metodeveileder",
    "administrator": "administrator",
}


def role_line(account: Account) -> str:
    """What the account acts as today, and where."""
    if account.person_id:
        return "jobbsøker"
    roles = memberships_of(account, on=clock.today())
    return ", ".join(f"{IN_WORDS[role.role]}, {role.unit.name}" for role in roles) or "ingen rolle"
