"""Settings: read once, from the environment, with the command line on top."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from archive.errors import SettingsError
from archive.settings import SETTINGS, Settings, read_settings


def test_every_setting_of_the_table_is_a_field() -> None:
    assert [setting.name for setting in SETTINGS] == [field.name for field in fields(Settings)]


def test_defaults_hold_without_an_environment() -> None:
    assert read_settings({}).data == Path("var")
    assert read_settings({}).store_url == "sqlite:///var/store.sqlite"


def test_the_command_line_wins_over_the_environment() -> None:
    assert read_settings({"KHOBAO_DATA": "a"}, Path("b")).data == Path("b")


@pytest.mark.parametrize("text", ["0", "-1", "many", "1.5", ""])
def test_a_number_that_cannot_be_used_is_named(text: str) -> None:
    with pytest.raises(SettingsError, match="KHOBAO_PAGE_ROWS"):
        read_settings({"KHOBAO_PAGE_ROWS": text})
