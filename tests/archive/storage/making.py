"""Small processed documents, as the pure steps would hand them over, and runs that save them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from archive.documents import RawDocument
from archive.identity import article_id
from archive.knowledge.places.units import UNITS
from archive.models import (
    Article,
    Caption,
    DatedValue,
    Mention,
    Official,
    PlaceAttribution,
    Post,
    Processed,
    Removal,
    Repair,
    Source,
    Span,
    Status,
    Understanding,
)
from archive.storage.readings import Reading, reading
from archive.storage.reports import RunReport
from archive.storage.store import Store

PAPER = Source("Báo Sông Lô", "songlo.example", "Vĩnh Phúc", "full")


def processed(
    text: str,
    *,
    identity: tuple[str, str] | None = None,
    path: str = "tin.txt",
    line: int | None = None,
    source: Source = PAPER,
    url: str | None = None,
    title: str | None = "Hội nghị tổng kết",
    sort_date: str | None = "2020-03-19",
    understanding: Understanding | None = None,
) -> Processed:
    """A document with `text` for its content and only paragraph; a whole file unless `identity` says."""
    identity = identity or ("path", f"{source.name}\n{path}")
    raw = RawDocument(path=path, relative_path=path, media="text", content=text.encode(), line=line)
    article = Article(
        id=article_id(identity),
        source=source,
        url=url,
        title=title,
        title_inferred=None,
        published=None,
        event=None,
        sort_date=sort_date,
        byline=None,
        category=None,
        credits=(),
        captions=(),
        paragraphs=(text,),
    )
    return Processed(raw, identity, article, understanding or Understanding(), ((),))


def record(
    id: str, text: str, *, url: str | None = None, path: str = "tin.jsonl", line: int = 1
) -> Processed:
    """A record that came with an id."""
    return processed(text, identity=("id", id), path=path, line=line, url=url)


def official(name: str, *posts: str, unit: str | None = "vinh-phuc-1997") -> Official:
    """An official with these posts, named once at the beginning."""
    span = Span("body", 0, len(name))
    return Official(
        name=name,
        unit=unit,
        status="current",
        posts=tuple(Post(post, post, "UBND tỉnh Vĩnh Phúc", unit, "current", span) for post in posts),
        mentions=(Mention(span, name, "name"),),
    )


def naming(text: str, officials: Sequence[Official], *, path: str, sort_date: str | None) -> Processed:
    """A document of Vĩnh Phúc that names these officials."""
    places = (PlaceAttribution("vinh-phuc-1997", "subject", 1.0, (Span("body", 0, 4),)),)
    understanding = Understanding(places, tuple(officials))
    return processed(text, path=path, sort_date=sort_date, understanding=understanding)


def holder(
    name: str,
    post: str,
    unit: str,
    *,
    also: Sequence[tuple[str, str]] = (),
    former: Sequence[tuple[str, str]] = (),
    appointed: Sequence[tuple[str, str]] = (),
) -> Official:
    """An official who holds a post in a unit, and others by their status, each with its unit."""
    held = [(post, unit, "current"), *((*one, "current") for one in also)]
    held += [(*one, "former") for one in former] + [(*one, "appointed") for one in appointed]
    span = Span("body", 0, len(name))
    return Official(
        name=name,
        unit=unit,
        status="current",
        posts=tuple(
            Post(canonical, canonical, f"{canonical} {UNITS[of].name}", of, cast(Status, status), span)
            for canonical, of, status in held
        ),
        mentions=(Mention(span, name, "name"),),
    )


def appearing(title: str, sort_date: str | None, *officials: Official, text: str = "") -> Processed:
    """A document of that day that names these officials, by path as its title says."""
    names = ", ".join(one.name for one in officials)
    understanding = Understanding((), officials)
    return processed(
        text or f"{names} dự hội nghị {title}.",
        path=f"{title}.txt",
        title=title,
        sort_date=sort_date,
        understanding=understanding,
    )


def full(text: str = "Sáng 19/3, hội nghị khai mạc.\u00a0Đồng chí chủ trì.") -> Processed:
    """A document with something in every field but statements."""
    plain = processed(text)
    article = Article(
        id=plain.article.id,
        source=PAPER,
        url="https://songlo.example/tin/1",
        title=None,
        title_inferred="Sáng 19/3",
        published=DatedValue(
            "2009-06-12T20:30:21", "second", "header", "6/12/2009 8:30:21 PM", ("2009-12-06",)
        ),
        event=DatedValue("2009-06-11", "day", "body", "Ngày 11/6"),
        sort_date="2009-06-12",
        byline="Minh An",
        category="Thời sự",
        credits=("Ảnh: Hà Linh", ""),
        captions=(Caption("Quang cảnh hội nghị", "Hà Linh"), Caption("Đại biểu dự họp")),
        paragraphs=(text, "Kết luận hội nghị.", ""),
        repairs=(
            Repair("lµnh m¹nh", "lành mạnh", "tcvn3", True, Span("body", 3, 12)),
            Repair("hiệuquả", "hiệu quả", "glued", False),
        ),
        removals=(Removal("Số lượt xem: 12", "counter"),),
    )
    understanding = Understanding(
        places=(
            PlaceAttribution("vinh-phuc-1997", "subject", 0.75, (Span("title", 0, 3), Span("body", 4, 9))),
            PlaceAttribution("phu-tho-1997", "mentioned", 0.1, ()),
        ),
        officials=(
            official("Lê Thị Hòa", "Chủ tịch", "Phó Bí thư"),
            official("Trần Văn Bình", unit=None),
        ),
    )
    return Processed(plain.raw, plain.identity, article, understanding, (((5, 7), (11, 19)), (), ()))


def url_of(folder: Path) -> str:
    """The URL of the store in a folder."""
    return f"sqlite:///{folder / 'store.sqlite'}"


def read(document: Processed, rules_version: int = 1) -> Reading:
    """A document as these rules read it, ready to be saved."""
    return reading(document, rules_version)


def ingest(store: Store, *documents: Processed, rules_version: int = 1) -> tuple[str, ...]:
    """Save documents in one run; their outcomes."""
    with store.begin_run(["tin/"], rules_version) as run:
        return tuple(run.save(read(document, rules_version)) for document in documents)


def report(store: Store, *documents: Processed, rules_version: int = 1) -> RunReport:
    """Save documents in one run; its report."""
    with store.begin_run(["tin/"], rules_version) as run:
        for document in documents:
            run.save(read(document, rules_version))
        return run.finish()
