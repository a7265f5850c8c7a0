"""Documents survive their file, and lose only what not every system has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.benchmarking.documents import (
    SHARED_FIELDS,
    narrowed,
    read_document,
    shared_table,
    write_document,
)
from index.fields import COLLECTIONS
from tests.index.documents import Drawn


@pytest.mark.parametrize("collection", COLLECTIONS)
@given(data=st.data())
def test_a_document_is_read_back_as_it_was(collection: str, data: st.DataObject) -> None:
    document = data.draw(Drawn(COLLECTIONS[collection]).documents())
    assert read_document(write_document(document)) == document


@pytest.mark.parametrize("collection", COLLECTIONS)
@given(data=st.data())
def test_a_narrowed_document_has_the_shared_fields_alone(collection: str, data: st.DataObject) -> None:
    document = data.draw(Drawn(COLLECTIONS[collection]).documents())
    kept = narrowed(document, shared_table(collection))
    assert {*kept.text, *kept.keywords, *kept.periods} <= {*SHARED_FIELDS[collection]}
    assert all(document.text[field] == keys for field, keys in kept.text.items())


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_shared_fields_are_fields_of_the_collection(collection: str) -> None:
    assert {field.name for field in shared_table(collection).fields} == {*SHARED_FIELDS[collection]}
