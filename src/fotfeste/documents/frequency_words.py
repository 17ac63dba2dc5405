"""How often somebody follows up, in words: the same on a page and on paper."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from fotfeste.domain.job_support import SupportFrequency

FREQUENCIES: Mapping[str, str | Promise] = {
    SupportFrequency.DAILY: _("Hver dag"),
    SupportFrequency.WEEKLY: _("Hver uke"),
    SupportFrequency.FORTNIGHTLY: _("Annenhver uke"),
    SupportFrequency.MONTHLY: _("Hver måned"),
    SupportFrequency.QUARTERLY: _("Hver tredje måned"),
    SupportFrequency.WHEN_NEEDED: _("Når det trengs"),
}
