"""Why an agreement ends or is gone through, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.agreements.ending import EndCause, ReviewCause

END_CAUSES: Mapping[str, str | Promise] = {
    EndCause.NEED_IS_OVER: _("Den trengs ikke lenger"),
    EndCause.JOBSEEKER_ASKED: _("Jobbsøkeren ba om det"),
    EndCause.EMPLOYER_ASKED: _("Arbeidsgiveren ba om det"),
    EndCause.JOB_ENDED: _("Jobben er slutt"),
    EndCause.OTHER_EMPLOYER: _("Ny arbeidsgiver"),
    EndCause.MOVED: _("Flyttet til et annet NAV-kontor"),
    EndCause.OTHER: _("Noe annet"),
}
REVIEW_CAUSES: Mapping[str, str | Promise] = {
    ReviewCause.JOB_LOST: _("Jobben er slutt"),
    ReviewCause.OTHER_EMPLOYER: _("Ny arbeidsgiver"),
    ReviewCause.OTHER: _("Noe annet"),
}
