"""The site over the five seeds."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from archive.settings import Settings
from web.application import create_app


@pytest.fixture
def client(seeds_settings: Settings) -> FlaskClient:
    """A client of the site."""
    return create_app(seeds_settings).test_client()
