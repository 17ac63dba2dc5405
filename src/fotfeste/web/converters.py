"""Numbers in an address: no longer than a column of the database can hold, or the address is not there."""

from django.urls import register_converter
from django.urls.converters import IntConverter

ROW_NUMBER = "row_number"
"""How an address asks for one: `<row_number:seq>`."""


class RowNumber(IntConverter):
    """A number of up to eighteen digits."""

    regex = "[0-9]{1,18}"


register_converter(RowNumber, ROW_NUMBER)
