"""Leads and what comes of them. Texts are sealed; how far a lead has come is derived, never kept."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.job_leads import HelpKind, LeadResult, SearchLevel, SentBy


class Lead(PersonRow):
    """A job that might be one. `fingerprint`, keyed with the person's key, knows the same lead again."""

    found_on = models.DateField()
    added_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    employer = models.ForeignKey("employers.Employer", null=True, on_delete=models.PROTECT, related_name="+")
    sealed_title = SealedField(data_class=DataClass.SOCIAL)
    sealed_link = SealedField(data_class=DataClass.SOCIAL)
    sealed_text = SealedField(data_class=DataClass.SOCIAL)
    fingerprint = models.BinaryField(max_length=32)
    wanted = models.BooleanField(null=True)
    wanted_on = models.DateField(null=True)
    sealed_why = SealedField(data_class=DataClass.HEALTH)
    result = models.CharField(max_length=12, blank=True, choices=[(each, each) for each in LeadResult])
    result_on = models.DateField(null=True)
    sealed_result_note = SealedField(data_class=DataClass.HEALTH)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["person", "-found_on", "-id"], name="job_search_leads_by_day")]


class Application(PersonRow):
    """An application that was sent. Without an answer it is asked about after a while."""

    lead = models.OneToOneField(Lead, on_delete=models.PROTECT, related_name="application")
    sent_on = models.DateField()
    sent_by = models.CharField(max_length=12, choices=[(each, each) for each in SentBy])
    answered_on = models.DateField(null=True)
    sealed_answer = SealedField(data_class=DataClass.SOCIAL)
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")


class Interview(PersonRow):
    """An interview: agreed, prepared, held. What is ticked in the two lists is kept by its codes."""

    lead = models.ForeignKey(Lead, on_delete=models.PROTECT, related_name="interviews")
    on = models.DateField()
    is_specialist_there = models.BooleanField(default=False)
    prepared = models.JSONField(default=list)
    prepared_on = models.DateField(null=True)
    is_held = models.BooleanField(null=True)
    sealed_note = SealedField(data_class=DataClass.HEALTH)
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["person", "on"], name="job_search_interviews")]


class HelpGiven(PersonRow):
    """Help that was given, with its day and who gave it (I-6.2)."""

    kind = models.CharField(max_length=24, choices=[(each, each) for each in HelpKind])
    on = models.DateField()
    given_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    lead = models.ForeignKey(Lead, null=True, on_delete=models.PROTECT, related_name="+")
    sealed_note = SealedField(data_class=DataClass.HEALTH)

    class Meta:
        indexes = [models.Index(fields=["person", "-on", "-id"], name="job_search_help_by_day")]


class SearchFocus(PersonRow):
    """Something the search is narrowed to, from one day to another (I-3.2)."""

    level = models.CharField(max_length=8, choices=[(each, each) for each in SearchLevel])
    chosen_on = models.DateField()
    chosen_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    sealed_words = SealedField(data_class=DataClass.SOCIAL)
    ended_on = models.DateField(null=True)
