"""`khobao officials`: who somebody is, and who held a post when, with the sentences that say so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from archive.settings import Settings
from archive.sources import UNKNOWN
from archive.storage.holders import Holder
from archive.storage.persons import Person
from archive.storage.store import Store, open_store
from index.language.dates import read_range
from index.showing.persons import (
    Profile,
    Proof,
    holder_object,
    is_of,
    profile,
    profile_object,
    proofs_of,
    province_units,
    unit_name,
)
from scripts.console import json_option, pass_settings, print_json, text
from scripts.speech import say

MOST_PERSONS = 20


@click.command(help=say("officials_help"))
@click.argument("name", type=text, metavar="NAME", default="")
@click.option("--post", type=text, default="", help=say("option_held_post"))
@click.option("--province", type=text, default="", help=say("option_held_province"))
@click.option("--on", "on", type=text, default="", help=say("option_on"))
@json_option
@pass_settings
def officials(settings: Settings, name: str, post: str, province: str, on: str, as_json: bool) -> None:
    """See `officials_help` in the catalogue."""
    name, post = name.strip(), post.strip()
    if bool(name) == bool(post):
        raise click.UsageError(say("name_or_post"))
    if on and not post:
        raise click.UsageError(say("on_needs_post"))
    first, last = read_range(on) if on else (None, None)
    units = province_units(province) if province else None
    with open_store(settings.store_url, create=False) as store:
        if post:
            _answer_post(store, post, province, (first, last), as_json)
        else:
            _answer_name(store, name, units, as_json)


def _answer_name(store: Store, name: str, units: frozenset[str] | None, as_json: bool) -> None:
    found = [person for person in _named(store, name) if units is None or is_of(person, units)]
    profiles = [profile(store, person) for person in found[:MOST_PERSONS]]
    if as_json:
        print_json({"total": len(found), "officials": [profile_object(one) for one in profiles]})
        return
    if not found:
        click.echo(say("nobody_named", name=name))
    for one in profiles:
        _print_profile(one)
    if len(found) > MOST_PERSONS:
        click.echo(say("more_officials", count=len(found) - MOST_PERSONS))


def _named(store: Store, name: str) -> list[Person]:
    """Everybody of a name; of an id the one it leads to."""
    by_id = store.persons([name])
    return list(by_id.values()) or store.find_persons(name)


def _answer_post(
    store: Store, post: str, province: str, period: tuple[date | None, date | None], as_json: bool
) -> None:
    first, last = period
    # An open end is a period too: from the first day of the calendar, or to its last.
    bounds = (first or date.min, last or date.max) if first or last else (None, None)
    holders = store.holders(post, province, *bounds)
    proofs = proofs_of(store, [one.proofs for one in holders])
    if as_json:
        print_json(
            {"total": len(holders), "holders": list(map(holder_object, holders, proofs))},
        )
        return
    if not holders:
        click.echo(say("nobody_held"))
    for holder, shown in zip(holders, proofs, strict=True):
        _print_holder(holder, shown, with_certainty=first is not None or last is not None)


def _print_holder(holder: Holder, proofs: Sequence[Proof], *, with_certainty: bool) -> None:
    click.echo(click.style(holder.label.name, bold=True) + f"  {holder.person}")
    click.echo(f"  {_held(holder.tenure.post, holder.tenure.organisation, holder.tenure.unit)}")
    certainty = say("certainty_" + holder.certainty.replace(" ", "_")) + "; " if with_certainty else ""
    click.echo(f"  {certainty}{_seen(holder.first_seen, holder.last_seen)}")
    _print_proofs(proofs)


def _print_profile(found: Profile) -> None:
    person = found.person
    where = f", {unit_name(person.unit)}" if person.unit else ""
    click.echo(click.style(f"{person.name}{where}", bold=True) + f"  {person.id}")
    for tenure, proofs in zip(person.tenures, found.proofs, strict=True):
        status = "" if tenure.status == "current" else f" ({say('status_' + tenure.status)})"
        click.echo(f"  {_held(tenure.post, tenure.organisation, tenure.unit)}{status}")
        click.echo(
            f"    {_seen(tenure.first_seen, tenure.last_seen)}; {say('in_articles', count=tenure.articles)}"
        )
        _print_proofs(proofs[:1])
    for perhaps in found.perhaps:
        reason = say("perhaps_" + perhaps.reason.replace(" ", "_"))
        other = perhaps.person
        click.echo(
            f"  {say('perhaps_is')} {other.name}, {unit_name(other.unit) or '–'}  {other.id} ({reason})"
        )
    for one in found.contradictions:
        kind = say("conflict_" + one.kind.replace(" ", "_"), other=one.other)
        held = (
            f"{_held(one.tenure.post, None, one.tenure.unit)} / {_held(one.rival.post, None, one.rival.unit)}"
        )
        click.echo(f"  {kind} {held}, {one.first} – {one.last}")
    for correction in person.corrections:
        click.echo(
            f"  {say('corrected', day=correction.day, reason=correction.reason)} [{correction.number}]"
        )


def _print_proofs(proofs: Sequence[Proof]) -> None:
    for proof in proofs:
        day = proof.day or say("date_unknown")
        source = say("source_unknown") if proof.source == UNKNOWN.name else proof.source
        click.echo(f"    {day}, {source}: {proof.sentence or proof.title}  [{proof.article}]")


def _held(post: str, organisation: str | None, unit: str | None) -> str:
    """A post with its body where the post does not end with it, and the unit."""
    body = f" ({organisation})" if organisation and not post.endswith(organisation) else ""
    return f"{post}{body}" + (f", {unit_name(unit)}" if unit else "")


def _seen(first: str | None, last: str | None) -> str:
    if first is None:
        return say("seen_undated")
    return say("seen_once", day=first) if first == last else say("seen_between", first=first, last=last)
