"""The agenda: what is next for one jobseeker, for whom, by when and why."""

from fotfeste.domain.agenda.facts import Handover, JobseekerFacts, Link, PeopleAround
from fotfeste.domain.agenda.line import Act, Line, LineState

__all__ = ["Act", "Handover", "JobseekerFacts", "Line", "LineState", "Link", "PeopleAround"]
