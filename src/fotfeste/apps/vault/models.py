"""Where wrapped keys are kept."""

from django.db import models


class Installation(models.Model):
    """One row: which key set this database belongs to."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    key_set = models.CharField(max_length=64)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="vault_one_installation")]


class PersonKey(models.Model):
    """A person's own key, wrapped by the key of the controller. Without it nothing sealed can be read."""

    person = models.OneToOneField("people.Person", on_delete=models.PROTECT, related_name="key")
    version = models.PositiveSmallIntegerField(default=1)
    controller = models.CharField(max_length=36)
    wrapped = models.BinaryField()
