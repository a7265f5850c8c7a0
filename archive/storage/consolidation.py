"""Consolidation: what live articles say together, brought up to the last change of the store.

Whoever changed something calls it before the last commit. A run that was killed leaves its committed batches
unconsolidated; the next one takes them up, since it begins where the last consolidation ended.
"""

from __future__ import annotations

from archive.storage.clusters import consolidate_clusters
from archive.storage.persons import consolidate_persons
from archive.storage.writing import Writer


def consolidate(writer: Writer) -> int:
    """Bring persons, tenures and clusters up to the last change, in the transaction of whoever made it.

    Returns:
        How many persons were looked at.
    """
    writer.buffer.write(writer.connection)
    after = writer.tally.consolidated
    looked_at = consolidate_persons(writer.connection, after)
    consolidate_clusters(writer.connection, after)
    writer.tally.consolidated = writer.tally.change_number
    return looked_at
