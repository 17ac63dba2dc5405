"""The topics of each statement, the talk before it, contacts with employers, texts to them, the journal."""

from django.db import models

from fotfeste.apps.people.rows import PersonRow
from fotfeste.apps.vault.fields import DataClass, SealedField
from fotfeste.domain.disclosure_topics import Topic, TopicAnswer
from fotfeste.domain.employer_contact import ContactWay


class AgreedTopic(PersonRow):
    """The answer to one topic in one version of the agreement, with the words the person has chosen.

    A row is never changed: another answer is another version of the whole statement.
    """

    statement = models.ForeignKey(
        "consents.DisclosureStatement", on_delete=models.PROTECT, related_name="topics"
    )
    topic = models.CharField(max_length=24, choices=[(topic, topic) for topic in Topic])
    answer = models.CharField(max_length=12, choices=[(answer, answer) for answer in TopicAnswer])
    sealed_wording = SealedField(data_class=DataClass.HEALTH)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["statement", "topic"], name="disclosure_topic_once_a_statement")
        ]


class DisclosureTalk(PersonRow):
    """Pros and cons of disclosure, talked through as a matter of its own, in the person's words (I-4.3a)."""

    talked_on = models.DateField()
    sealed_pros = SealedField(data_class=DataClass.HEALTH)
    sealed_cons = SealedField(data_class=DataClass.HEALTH)
    written_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")


class ContactState(models.TextChoices):
    """What became of a contact."""

    AGREED = "agreed"
    HELD = "held"
    CALLED_OFF = "called_off"


class EmployerContact(PersonRow):
    """A contact with an employer on the person's behalf. `statement` is what had been said when it was made.

    When the person says something else later, the specialist reads it again and `statement` moves on.
    One that is a meeting with the person has its hour and place there (`meeting`), and follows it.
    """

    employer = models.ForeignKey("employers.Employer", on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=16, choices=[(way, way) for way in ContactWay])
    planned_on = models.DateField()
    statement = models.ForeignKey("consents.DisclosureStatement", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=ContactState, default=ContactState.AGREED)
    held_on = models.DateField(null=True)
    meeting = models.OneToOneField(
        "episodes.Meeting", null=True, on_delete=models.PROTECT, related_name="employer_contact"
    )
    agreed_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    held_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    sealed_outcome = SealedField(data_class=DataClass.SOCIAL)
    sealed_next_step = SealedField(data_class=DataClass.SOCIAL)
    next_step_on = models.DateField(null=True)
    next_step_done_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [
            models.Index(
                fields=["person", "planned_on"],
                name="disclosure_agreed_contacts",
                condition=models.Q(state="agreed"),
            ),
            models.Index(
                fields=["held_by", "held_on"],
                name="disclosure_held_of_week",
                condition=models.Q(state="held"),
            ),
            models.Index(
                fields=["employer", "person"],
                name="disclosure_contacts_with",
            ),
        ]


class TextState(models.TextChoices):
    """Where a text to an employer is on its way."""

    DRAFT = "draft"
    QUEUED = "queued"
    SENT = "sent"
    STOPPED = "stopped"
    DROPPED = "dropped"


class ComposedText(PersonRow):
    """A text to an employer, exactly as it leaves, and what it was composed from.

    `sealed_parts` holds the topics and their words as JSON, so that they can be held against the agreement
    again at the moment it leaves.
    """

    employer = models.ForeignKey("employers.Employer", on_delete=models.PROTECT, related_name="+")
    statement = models.ForeignKey("consents.DisclosureStatement", on_delete=models.PROTECT, related_name="+")
    sealed_subject = SealedField(data_class=DataClass.HEALTH)
    sealed_text = SealedField(data_class=DataClass.HEALTH)
    sealed_parts = SealedField(data_class=DataClass.HEALTH)
    words_approved = models.BooleanField(default=False)
    state = models.CharField(max_length=12, choices=TextState, default=TextState.DRAFT)
    composed_at = models.DateTimeField()
    composed_by = models.ForeignKey("people.Account", on_delete=models.PROTECT, related_name="+")
    to_person = models.ForeignKey(
        "employers.EmployerPerson", null=True, on_delete=models.PROTECT, related_name="+"
    )
    queued_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    queued_role = models.UUIDField(null=True)
    sent_on = models.DateField(null=True)
    is_by_hand = models.BooleanField(default=False)
    stopped_on = models.DateField(null=True)
    seen_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["person", "state"], name="disclosure_texts_by_state")]


class JournalTask(PersonRow):
    """Something to be carried into the health journal, open until somebody has confirmed that it is done.

    It points at what is to be carried: one version of what may be told, or one thing that happened.
    """

    statement = models.ForeignKey(
        "consents.DisclosureStatement", null=True, on_delete=models.PROTECT, related_name="+"
    )
    event = models.ForeignKey("people.Event", null=True, on_delete=models.PROTECT, related_name="+")
    raised_on = models.DateField()
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey("people.Account", null=True, on_delete=models.PROTECT, related_name="+")
    replaced_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event"], name="disclosure_journal_once_an_event"),
            models.UniqueConstraint(fields=["statement"], name="disclosure_journal_once_a_statement"),
        ]
