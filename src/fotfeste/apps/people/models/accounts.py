"""Accounts, the roles they act in, and the clearances they hold."""

import uuid
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from fotfeste.domain.permissions import Role


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by user name, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        return self.get(username__iexact=username)


class Account(AbstractBaseUser):
    """Somebody, or some program, that can log in. What it may do follows from roles and relations."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    username = models.CharField(max_length=64, unique=True)
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=2, default="nb")
    person = models.OneToOneField(
        "people.Person", null=True, on_delete=models.PROTECT, related_name="account"
    )
    acts_for = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="machines")
    is_active = models.BooleanField(default=True)
    news_seen_at = models.DateTimeField(null=True)
    session_epoch = models.PositiveIntegerField(default=1)
    version = models.PositiveIntegerField(default=1)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects: ClassVar[AccountManager] = AccountManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("username"), name="people_account_username_any_case"),
        ]

    def __str__(self) -> str:
        return self.username

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must carry to be this account's. Another password or epoch ends every session."""
        content = f"{self.password}:{self.session_epoch}"
        return salted_hmac("fotfeste.session", content, secret=secret, algorithm="sha256").hexdigest()


class Membership(models.Model):
    """A role in a unit, from one day to another (both counted in)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="memberships")
    unit = models.ForeignKey("people.Unit", on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=32, choices=[(role, role) for role in Role])
    position_percent = models.PositiveSmallIntegerField(default=100)
    from_day = models.DateField()
    until_day = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until_day=None) | models.Q(until_day__gte=models.F("from_day")),
                name="people_membership_ends_after_start",
            ),
        ]


class ClearanceKind(models.TextChoices):
    """Whom a clearance opens for."""

    PROTECTED = "protected"
    OWN_STAFF = "own_staff"


class Clearance(models.Model):
    """Somebody is trusted with persons under address protection, or with the office's own staff."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="clearances")
    kind = models.CharField(max_length=16, choices=ClearanceKind)
    why = models.CharField(max_length=200, blank=True)
    given_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    from_day = models.DateField()
    until_day = models.DateField(null=True)


class ApiToken(models.Model):
    """A key for a program. Only its fingerprint is kept; the token itself is shown once.

    It opens nothing before the one it acts for has said yes (`accepted_at`).
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="tokens")
    label = models.CharField(max_length=80)
    fingerprint = models.BinaryField(unique=True, max_length=32)
    may_write = models.BooleanField(default=False)
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
