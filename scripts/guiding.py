"""What verbs that read documents know before they read any.

Apart from what every verb shares: it needs all that cleans and understands, which takes a second to load.
"""

from __future__ import annotations

from datetime import datetime

from archive.cleaning.pages.site_tables import site_rules
from archive.models import Source
from archive.pipeline import Guidance
from archive.settings import Settings
from scripts.console import VIETNAM


def guidance(settings: Settings, source: Source | None = None) -> Guidance:
    """What is known before documents are read.

    Args:
        source: the source the user named for all of them, or None to go by what they say.
    """
    return Guidance(datetime.now(VIETNAM).date(), source, site_rules(settings.sites))
