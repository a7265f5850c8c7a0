"""Small line charts as SVG: a panel a subject, a line a system, both axes logarithmic."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from markupsafe import escape

Points = Sequence[tuple[float, float]]

PANEL_WIDTH, PANEL_HEIGHT = 190, 130
MARGIN_LEFT, MARGIN_TOP, GAP = 34, 22, 14
COLUMNS = 5
LEGEND_HEIGHT = 26
COLOURS = ("#b3261e", "#6b6b6b", "#2f6f4e", "#1f5fa8", "#8a5a00")


class Panel(NamedTuple):
    """One chart: its title, and the points of each line by the line's name."""

    title: str
    lines: Mapping[str, Points]


class _Axis(NamedTuple):
    """Decades `first` to `last` along `length` pixels."""

    first: int
    last: int
    length: float

    def place(self, value: float) -> float:
        """Pixels from the beginning."""
        return self.length * (math.log10(value) - self.first) / (self.last - self.first)

    @property
    def decades(self) -> range:
        """The powers of ten on it."""
        return range(self.first, self.last + 1)


def draw(panels: Sequence[Panel], x_name: str, y_name: str) -> str:
    """The SVG of some panels with the same axes, and a legend above them."""
    points = [point for panel in panels for line in panel.lines.values() for point in line]
    x_axis = _axis([x for x, _ in points], PANEL_WIDTH - MARGIN_LEFT)
    y_axis = _axis([y for _, y in points], PANEL_HEIGHT - MARGIN_TOP)
    names = list(dict.fromkeys(chain.from_iterable(panel.lines for panel in panels)))
    colours = {name: COLOURS[place % len(COLOURS)] for place, name in enumerate(names)}
    rows = math.ceil(len(panels) / COLUMNS)
    width = COLUMNS * (PANEL_WIDTH + GAP)
    height = LEGEND_HEIGHT + rows * (PANEL_HEIGHT + 2 * GAP)
    drawn = [_legend(colours, f"{y_name} / {x_name}")]
    for place, panel in enumerate(panels):
        row, column = divmod(place, COLUMNS)
        left, top = column * (PANEL_WIDTH + GAP), LEGEND_HEIGHT + row * (PANEL_HEIGHT + 2 * GAP)
        drawn.append(f'<g transform="translate({left} {top})">{_panel(panel, x_axis, y_axis, colours)}</g>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" font-family="sans-serif" font-size="10" fill="#222">\n'
        f'<rect width="{width}" height="{height}" fill="#fff"/>\n' + "\n".join(drawn) + "\n</svg>\n"
    )


def _axis(values: Sequence[float], length: float) -> _Axis:
    first = math.floor(math.log10(min(values, default=1)))
    last = math.ceil(math.log10(max(values, default=10)))
    return _Axis(first, max(last, first + 1), length)


def _legend(colours: Mapping[str, str], axes: str) -> str:
    parts = []
    left = 0
    for name, colour in colours.items():
        parts.append(
            f'<line x1="{left}" y1="10" x2="{left + 18}" y2="10" stroke="{colour}" stroke-width="2"/>'
        )
        parts.append(f'<text x="{left + 23}" y="14">{escape(name)}</text>')
        left += 60 + 6 * len(name)
    return "".join(parts) + f'<text x="{left}" y="14" fill="#666">{escape(axes)}</text>'


def _panel(panel: Panel, x_axis: _Axis, y_axis: _Axis, colours: Mapping[str, str]) -> str:
    bottom = PANEL_HEIGHT
    parts = [f'<text x="{MARGIN_LEFT}" y="14" font-weight="bold">{escape(panel.title)}</text>']
    for decade in y_axis.decades:
        y = bottom - y_axis.place(10.0**decade)
        parts.append(
            f'<line x1="{MARGIN_LEFT}" y1="{y:.1f}" x2="{PANEL_WIDTH}" y2="{y:.1f}" stroke="#ddd"/>'
            f'<text x="{MARGIN_LEFT - 4}" y="{y + 3:.1f}" text-anchor="end" fill="#666">{_power(decade)}</text>'
        )
    for decade in x_axis.decades:
        x = MARGIN_LEFT + x_axis.place(10.0**decade)
        parts.append(
            f'<text x="{x:.1f}" y="{bottom + 14}" text-anchor="middle" fill="#666">{_power(decade)}</text>'
        )
    for name, points in panel.lines.items():
        places = [(MARGIN_LEFT + x_axis.place(x), bottom - y_axis.place(y)) for x, y in sorted(points)]
        joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{joined}" fill="none" stroke="{colours[name]}" stroke-width="1.5"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2" fill="{colours[name]}"/>' for x, y in places]
    return "".join(parts)


def _power(decade: int) -> str:
    return f"{10.0**decade:g}" if decade < 3 else f"{10 ** (decade - 3):,}k"
