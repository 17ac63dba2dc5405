"""Files to bring: workbooks of all kinds, and things that only look like one."""

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

PEOPLE = [("Navn", "Tlf"), ("Nora", "47"), ("Amir", "48")]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def saved(book: Any) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def of_rows(*rows: tuple) -> Any:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return book


def workbook() -> bytes:
    return saved(of_rows(*PEOPLE[:2]))


def typed_cells() -> bytes:
    book = of_rows(
        ("Dag", "Klokke", "Tall", "Desimal", "Prosent", "Ja", "Nummer", "Formel", "Feil"),
        (datetime(2025, 2, 22), datetime(2025, 2, 22, 10, 30), 13918334232, 37.5, 0.4, True, 8868323230),  # noqa: DTZ001  # a cell has no time zone
    )
    sheet = book.active
    sheet["E2"].number_format = "0 %"
    sheet["G2"].number_format = "00000000000"
    sheet["H2"] = "=B2&C2"
    sheet["I2"] = "#N/A"
    return saved(book)


def counts_from_1904() -> bytes:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(("Dag",))
    book.active.append((datetime(2025, 2, 22),))  # noqa: DTZ001  # a cell has no time zone
    return saved(book)


def gap() -> bytes:
    book = of_rows(PEOPLE[0])
    book.active["A5"], book.active["B5"] = PEOPLE[1]
    return saved(book)


def merged() -> bytes:
    book = of_rows(*PEOPLE)
    book.active.merge_cells("A2:A3")
    return saved(book)


def several_sheets() -> bytes:
    book = of_rows(*PEOPLE[:2])
    book.create_sheet("Tomt")
    book.create_sheet("I fjor").append(("Navn",))
    hidden = book.create_sheet("Kode 6")
    hidden.append(("Navn",))
    hidden.sheet_state = "veryHidden"
    return saved(book)


def hidden_rows() -> bytes:
    book = of_rows(*PEOPLE)
    book.active.row_dimensions[3].hidden = True
    return saved(book)


def all_hidden() -> bytes:
    return with_part(workbook(), "xl/workbook.xml", b'state="visible"', b'state="hidden"')


def empty_workbook() -> bytes:
    return saved(Workbook())


def wide_workbook() -> bytes:
    book = of_rows(*PEOPLE)
    book.active.cell(3, 200).value = "langt ute"
    return saved(book)


def with_part(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The workbook with something changed in one of its parts."""
    file = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as before,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for part in before.infolist():
            held = before.read(part)
            after.writestr(part, held.replace(old, new) if part.filename == name else held)
    return file.getvalue()


def entity_bomb() -> bytes:
    declared = b'<!DOCTYPE a [<!ENTITY b "Nora"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><worksheet'
    return with_part(workbook(), "xl/worksheets/sheet1.xml", b"<worksheet", declared)


def broken_sheet() -> bytes:
    return with_part(workbook(), "xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetData><row><")


def cut_off() -> bytes:
    return workbook()[:-200]


def archive_of(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, held in parts.items():
            archive.writestr(name, held)
    return file.getvalue()


def zip_bomb() -> bytes:
    return archive_of({"xl/workbook.xml": b"<workbook/>", "xl/sharedStrings.xml": b" " * 65_000_000})


def many_parts() -> bytes:
    return archive_of({f"xl/{number}.xml": b"" for number in range(1_200)})


def letter() -> bytes:
    return archive_of({"word/document.xml": b"<w:document/>"})


def locked_archive() -> bytes:
    content = bytearray(archive_of({"xl/workbook.xml": b"<workbook/>"}))
    directory = content.rindex(b"PK\x01\x02")
    content[directory + 8] |= 1
    return bytes(content)


def locked_workbook() -> bytes:
    return OLE + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512


def old_workbook() -> bytes:
    return OLE + b"\0" * 512 + "Workbook".encode("utf-16-le") + b"\0" * 512


def picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4


def pdf() -> bytes:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"


def broken_utf16() -> bytes:
    return b"\xff\xfeN\x00a\x00\x00\xd8v"


def eleven_megabytes() -> bytes:
    return b"Navn;Tlf\n" + b"Nora;47\n" * 1_400_000


def too_many_rows() -> bytes:
    return b"Navn;Tlf\n" + b"Nora;47\n" * 20_001


def too_many_columns() -> bytes:
    return b";".join(b"k%d" % at for at in range(101)) + b"\n" + b"x;" * 101 + b"\n"


def too_long_a_cell() -> bytes:
    return b"Navn;Tlf\nNora;" + b"4" * 10_001 + b"\n"


def cell_of_a_megabyte() -> bytes:
    return b"Navn;Tlf\nNora;" + b"4" * 1_000_000 + b"\n"
