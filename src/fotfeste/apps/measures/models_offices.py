"""What a NAV office has said of itself: whether it works with the health service on IPS (W-10)."""

import uuid

from django.db import models


class OfficeCooperation(models.Model):
    """Whether the office works integrated with the health service, from a day. The newest counts."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="+")
    is_integrated = models.BooleanField()
    with_whom = models.CharField(max_length=200, blank=True)
    from_day = models.DateField()
    written_on = models.DateField()
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["office", "from_day"], name="measures_cooperation")]
