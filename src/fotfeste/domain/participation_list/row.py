"""One row of the participation list."""

from fotfeste.domain.brought_in import row
from fotfeste.domain.brought_in.row import canonical, from_cells, mended
from fotfeste.domain.participation_list.columns import Column

Row = row.Row[Column]
"""The cells of one row, exactly as typed."""

__all__ = ["Row", "canonical", "from_cells", "mended"]
