"""Consolidation: what live articles say together, brought up to the last change of the store.

Whoever changed something calls it before the last commit. A run that was killed leaves its committed batches
unconsolidated; the next one takes them up, since it begins where the last consolidation ended.
"""

from __future__ import annotations

from collections.abc import Iterable

from archive.storage.changes import ChangeKind
from archive.storage.clusters import consolidate_clusters
from archive.storage.identities import consolidate_persons
from archive.storage.writing import Writer


def consolidate(
    writer: Writer, names: Iterable[str] = (), kind: ChangeKind = "identified", reason: str = ""
) -> int:
    """Bring persons, tenures and clusters up to the last change, in the transaction of whoever made it.

    Args:
        names: keys of names whose corrections changed.
        kind, reason: for the log, of articles that did not change but in which somebody is another person now.

    Returns:
        How many names were looked at.
    """
    writer.buffer.write(writer.connection)
    after = writer.tally.consolidated
    consolidate_clusters(writer.connection, after)
    looked_at = consolidate_persons(writer, after, names, kind, reason)
    writer.tally.consolidated = writer.tally.change_number
    return looked_at
