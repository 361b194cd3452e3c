"""``tf comments places``: where each comment's place is in a later edition."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_tools.cli.comments.session import open_register, period_argument, refusals_are_told
from build_tools.cli.places import root_option
from build_tools.cli.printing import format_option, print_json, print_table, shortened

if TYPE_CHECKING:
    from review.locations.reanchor import NewPlace
    from review.register.models import Comment

edition_option = click.option(
    "--in",
    "edition",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="The later edition's folder.",
)


@click.command()
@period_argument
@edition_option
@format_option
@root_option
@refusals_are_told
def command(period: str, edition: Path, form: str, root: Path | None) -> None:
    """Find the places of all comments in a later edition: exact, moved, text changed, text gone.

    A place is never guessed: where two could be meant, the text is gone, and they are named.

    Example: tf comments places ITI-MHD-2026-1 --in publications/ITI/MHD/1.1-trial-implementation
    """
    base = open_register(root)
    from review import api
    from review.locations.edition import read_edition
    from review.locations.reanchor import Reanchoring
    from review.register.follow_up import where_now

    one = api.period(period)
    old = api.edition_of(one, base)
    if old is None:
        raise click.UsageError(
            f"the edition {one.document} {one.edition} is not here, so nothing can be compared"
        )
    found = where_now(api.comments(one), Reanchoring(old, read_edition(edition)))
    if form == "json":
        print_json(
            [{"comment": comment.name, "places": [_data(p) for p in places]} for comment, places in found]
        )
        return
    rows = [(comment.name, _fates(comment, places), _texts(comment, places)) for comment, places in found]
    print_table(("Comment", "Place", "Text now"), rows)


def _data(place: NewPlace) -> dict[str, object]:
    return {
        "fate": place.fate.value,
        "anchor": place.anchor.id if place.anchor else None,
        "section": place.anchor.section if place.anchor else None,
        "suggestions": list(place.suggestions),
    }


def _fates(comment: Comment, places: Sequence[NewPlace]) -> str:
    return ", ".join(dict.fromkeys(place.fate.value for place in places)) or comment.placement


def _texts(comment: Comment, places: Sequence[NewPlace]) -> str:
    texts = [place.anchor.text for place in places if place.anchor]
    return shortened(" / ".join(texts) if texts else comment.section or comment.line)
