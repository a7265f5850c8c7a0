"""What an article is known by: every id is computed from what it names, none from a counter."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from typing import Literal
from urllib.parse import SplitResult, quote, unquote_to_bytes, urlsplit

from archive.documents import RawDocument
from archive.errors import ProcessingError
from archive.models import Source

IdentityKind = Literal["id", "url", "path", "content"]

GIVEN_ID_CHARACTERS = 512
"""Longest id that may be given."""

ARTICLE_ID_HEX = 20
SHORT_HASH_HEX = 12

TRACKING_PARAMETERS = frozenset(
    {"_ga", "_gl", "dclid", "fbclid", "gbraid", "gclid", "gidzl", "igshid", "mc_cid", "mc_eid"}
    | {"msclkid", "wbraid", "yclid", "zarsrc"}
)
"""Parameters that say who followed a link, never what it leads to (Google, Facebook, Instagram, Microsoft,
Mailchimp, Yandex, Zalo); beside these, every one that begins with `utm_`."""

_SHOWN_CHARACTERS = 200
_STANDARD_INPUT = "-"
_WHOLE_FILES = ("text", "html")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_WWW = re.compile(r"(?:www\.)+(?=[^.]+\.)")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_DEFAULT_PORTS = (None, 80, 443)
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ESCAPES = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_KEPT_IN_ADDRESSES = "%!$&'()*+,;=:@/?"


def identify(raw: RawDocument, fields: Mapping[str, str], source: Source) -> tuple[IdentityKind, str]:
    """What makes a document the article it is: the first it has of

    1. the id given, as it is (`id`);
    2. its address, canonical (`url`), if its url is an address on the web;
    3. for a file that is one document: source and path below the PATH named, on two lines (`path`);
    4. the sha256 of its bytes (`content`): a record without id and address, a text on standard input.

    Raises:
        ProcessingError: the id is too long or has control characters.
    """
    if given := fields.get("id", "").strip():
        _check_id(given)
        return "id", given
    if link := web_link(fields.get("url", "")):
        return "url", canonical_url(link)
    if raw.media in _WHOLE_FILES and raw.path != _STANDARD_INPUT:
        path = "/".join(part for part in (raw.relative_path, raw.member) if part)
        return "path", unicodedata.normalize("NFC", f"{source.name}\n{path}")
    return "content", content_hash(raw.content)


def article_id(identity: tuple[str, str]) -> str:
    """The id of an article: the one given, else `url-`, `path-` or `content-` and 20 hex digits."""
    kind, value = identity
    return value if kind == "id" else f"{kind}-{_sha256(value.encode())[:ARTICLE_ID_HEX]}"


def short_hash(article_id: str) -> str:
    """Twelve hex digits that stand for the article in URLs of pages."""
    return _sha256(article_id.encode())[:SHORT_HASH_HEX]


def content_hash(content: bytes) -> str:
    """The sha256 of the original bytes, in hex."""
    return _sha256(content)


def web_link(url: str) -> str | None:
    """The url as a page may link to it, with `http://` where no scheme was written.

    Returns:
        The link; None if the url is no address on the web: some have a bare word there, attackers a script.
    """
    try:
        canonical_url(url)
    except ProcessingError:
        return None
    link = url.strip()
    return link if _SCHEME.match(link) else f"http://{link.removeprefix('//')}"


def canonical_url(url: str) -> str:
    """The address without what does not change the page it leads to: `baobinhdinh.vn/tin.aspx?id=7`.

    Left out: scheme, user, `www.`, ports 80 and 443, fragment, tracking parameters. The host is in small
    letters; percent-escapes are as RFC 3986, section 6.2.2 has them; path and order of parameters are kept.

    Args:
        url: with http, https or no scheme.

    Raises:
        ProcessingError: it is no address on the web.
    """
    try:
        parts = _split(url)
        port = parts.port
    except ValueError:
        raise _no_address(url) from None
    host = unicodedata.normalize("NFC", _WWW.sub("", (parts.hostname or "").rstrip("."), count=1))
    if not _HOST.fullmatch(host):
        raise _no_address(url)
    place = host if port in _DEFAULT_PORTS else f"{host}:{port}"
    parameters = [_escaped(parameter) for parameter in parts.query.split("&")]
    query = "&".join(parameter for parameter in parameters if parameter and not _is_tracking(parameter))
    return place + (_escaped(parts.path) or "/") + (f"?{query}" if query else "")


def _split(url: str) -> SplitResult:
    address = unicodedata.normalize("NFC", url.strip())
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in address):
        raise ValueError(address)
    if scheme := _SCHEME.match(address):
        if scheme[1].lower() not in ("http", "https"):
            raise ValueError(address)
        address = address[scheme.end() :]
    return urlsplit(f"//{address.removeprefix('//')}")


def _escaped(text: str) -> str:
    text = _STRAY_PERCENT.sub("%25", text)
    text = _ESCAPES.sub(lambda escapes: quote(unquote_to_bytes(escapes[0]), safe=""), text)
    return quote(text, safe=_KEPT_IN_ADDRESSES)


def _is_tracking(parameter: str) -> bool:
    name = parameter.partition("=")[0].lower()
    return name in TRACKING_PARAMETERS or name.startswith("utm_")


def _no_address(url: str) -> ProcessingError:
    return ProcessingError(
        "identify",
        "the url {url!r} is not a web address (http://… or https://…): correct it or leave it out",
        url=url[:_SHOWN_CHARACTERS],
    )


def _check_id(given: str) -> None:
    if len(given) > GIVEN_ID_CHARACTERS:
        raise ProcessingError(
            "identify",
            "the id has {count} characters, at most {most} are kept: shorten it",
            count=len(given),
            most=GIVEN_ID_CHARACTERS,
        )
    if any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in given):
        raise ProcessingError(
            "identify",
            "the id {given!r} has control characters: leave them out",
            given=given[:_SHOWN_CHARACTERS],
        )


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
