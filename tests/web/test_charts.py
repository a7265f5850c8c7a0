"""Charts: valid SVG, every line and point inside its panel, texts escaped."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from web.charts import Panel, draw

SVG = "{http://www.w3.org/2000/svg}"
PANELS = [
    Panel("a < b", {"one": [(1000, 0.5), (10000, 5.0)], "two": [(1000, 20.0)]}),
    Panel("c", {"one": [(1000, 0.02)]}),
]


def test_a_chart_is_svg_with_a_point_for_each_value() -> None:
    root = ElementTree.fromstring(draw(PANELS, "articles", "ms"))
    assert len(root.findall(f".//{SVG}circle")) == 4
    assert {"a < b", "c", "one", "two"} <= {text.text for text in root.iter(f"{SVG}text")}


def test_everything_lies_inside_the_picture() -> None:
    svg = draw(PANELS, "articles", "ms")
    root = ElementTree.fromstring(svg)
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    for x, y in re.findall(r'cx="([-\d.]+)" cy="([-\d.]+)"', svg):
        assert 0 <= float(x) <= width
        assert 0 <= float(y) <= height


def test_slower_is_higher_and_larger_is_further_right() -> None:
    svg = draw([PANELS[0]], "articles", "ms")
    (first, second, *_) = re.findall(r'cx="([-\d.]+)" cy="([-\d.]+)"', svg)
    assert float(first[0]) < float(second[0])
    assert float(first[1]) > float(second[1])


def test_a_chart_has_no_style_and_no_script() -> None:
    assert not re.search(r"style=|<script", draw(PANELS, "articles", "ms"))


def test_a_chart_of_nothing_is_still_a_picture() -> None:
    assert draw([], "articles", "ms").startswith("<svg")
