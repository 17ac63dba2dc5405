"""Norwegian public holidays, for deadlines that the law counts (domstolloven § 149).

Ordinary Sundays are left to the calendar. LOV-1995-02-24-12 § 2 lists the rest;
LOV-1947-04-26-1 makes 1 and 17 May their equals.
"""

from datetime import date
from functools import cache


@cache
def norwegian_holidays(year_from: int, year_to: int) -> frozenset[date]:
    """The public holidays of these years, both counted in."""
    from holidays.countries.norway import Norway

    years = range(year_from, year_to + 1)
    return frozenset(Norway(years=years, include_sundays=False, language="no"))
