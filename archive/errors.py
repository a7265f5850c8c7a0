"""The one tree of errors. Every message says what, where and what to do next, in one line.

KhoBaoError
├── SettingsError            a setting cannot be used
├── ProcessingError          a document cannot be made an article (becomes a row in the report)
├── StoreError               the store cannot do what was asked
│   ├── NotFound             no such article, official, province
│   └── StoreBusy            another process is writing
└── SearchError
    ├── QueryError           the query cannot be read; carries the position (HTTP 400, exit 2)
    ├── LimitError           a bound was hit; says which setting raises it
    └── IndexUnavailable     no index, an old one or a damaged one; says the command that mends it
"""

from __future__ import annotations


class KhoBaoError(Exception):
    """Root of everything Kho Báo raises on purpose; the message is safe to show to a user.

    Args:
        template: the message in English, with `{name}` places; the catalogue has its Vietnamese under it.
        values: what stands in the places.
    """

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template.format(**values))
        self.template = template
        self.values = values


class SettingsError(KhoBaoError):
    """A setting has a value that cannot be used."""


class ProcessingError(KhoBaoError):
    """A document cannot be made an article.

    Args:
        step: the step of the flow that refused it (`read`, `decode`, `clean`, `store` …).
        template, values: as for every error; the ingest report counts by template.
    """

    def __init__(self, step: str, template: str, **values: object) -> None:
        super().__init__(template, **values)
        self.step = step

    @property
    def reason(self) -> str:
        """One line in English, without the step."""
        return str(self)


class StoreError(KhoBaoError):
    """The store cannot do what was asked."""


class NotFound(StoreError):
    """No such article, official or province."""


class StoreBusy(StoreError):
    """Another process is writing."""


class SearchError(KhoBaoError):
    """A search cannot be carried out."""


class QueryError(SearchError):
    """The query cannot be read.

    Args:
        template, values: as for every error.
        position: offset of the fault in the query text, in characters; None: it is not in that text.
        suggestion: a whole query to type instead, or "".
    """

    def __init__(
        self, template: str, position: int | None = None, suggestion: str = "", **values: object
    ) -> None:
        super().__init__(template, **values)
        self.position = position
        self.suggestion = suggestion


class LimitError(SearchError):
    """A bound was hit; the message names the setting that raises it."""


class IndexUnavailable(SearchError):
    """There is no index, or an outdated or damaged one; the message names the command that mends it."""
