"""Database columns for sealed text. What class of data a column holds is said where it is declared."""

from enum import StrEnum
from typing import Any

from django.db import models


class DataClass(StrEnum):
    """How sensitive a field is, as a property of the field and never guessed from its content."""

    OPERATIONAL = "C1"
    PERSONAL = "C2"
    SOCIAL = "C3"
    HEALTH = "C4"
    PROTECTED_IDENTITY = "C5"


class SealedField(models.BinaryField):  # type: ignore[type-arg]  # the stubs' parameters add nothing here
    """A text sealed with its person's key. Empty means that nothing is known."""

    def __init__(self, *args: Any, data_class: DataClass = DataClass.HEALTH, **kwargs: Any) -> None:
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", bytes)
        super().__init__(*args, **kwargs)
        self.data_class = data_class

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs["data_class"] = self.data_class
        return name, path, args, kwargs
