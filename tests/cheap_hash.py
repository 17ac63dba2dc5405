"""A password hash for tests: the same algorithm, but hardly any work."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class CheapArgon2(Argon2PasswordHasher):
    """Argon2 with the least memory and time it allows."""

    time_cost = 1
    memory_cost = 8
    parallelism = 1
