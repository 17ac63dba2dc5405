"""Files that are sent to us: kept in memory while they are read, and never written to the disk in clear."""

from datetime import date
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from fotfeste import clock
from fotfeste.apps.imports.tables import MOST_BYTES
from fotfeste.domain.attachments import MEGABYTE
from fotfeste.parameters import ATTACHMENT_LIMITS


def most_kept(on: date) -> int:
    """A little more than the largest file that any form takes. Of a larger one only the size is kept."""
    return max(ATTACHMENT_LIMITS.on(on).most_bytes, MOST_BYTES) + MEGABYTE


def most_sent(on: date) -> int:
    """A form with its file and what stands around it. What is larger is not read at all."""
    return most_kept(on) + MEGABYTE


class InMemory(FileUploadHandler):
    """Keeps what fits; counts the rest and lets it go, so that the form can say how large it was."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.kept, self.most = BytesIO(), most_kept(clock.today())

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keep a part, while there is room."""
        if start + len(raw_data) <= self.most:
            self.kept.write(raw_data)
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The file, or only its size."""
        if file_size > self.most:
            self.kept = BytesIO()
        self.kept.seek(0)
        return InMemoryUploadedFile(
            file=self.kept,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
