"""What an actor diagram shows, as sentences."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.diagrams.actors.boxes import grouped_actors
from build_tools.diagrams.actors.content_exchange import ContentExchange, content_exchanges
from build_tools.diagrams.actors.exchange import Exchange, Exchanges, Party, exchanges
from build_tools.diagrams.wording import listed, transaction_title
from model.framework import Framework
from model.profile import Profile


def sentences(framework: Framework, profile: Profile) -> tuple[str, ...]:
    """One sentence for each exchange, then for behaviour, content, groups and actors that stand alone."""
    found = exchanges(framework, profile)
    content = content_exchanges(profile)
    return (
        *(_exchange(framework, exchange) for exchange in found.between),
        *(f"{actor} performs {transaction_title(framework, name)}." for actor, name in found.performed),
        *(
            f"{actor} exchanges {transaction_title(framework, name)} with another {actor}."
            for actor, name in found.among_themselves
        ),
        *(_content(one) for one in content),
        *(f"{listed(names)} are grouped." for names in grouped_actors(profile)),
        *_alone(profile, found, content),
    )


def _party(party: Party) -> str:
    return f"{party.actor} of {party.profile}" if party.profile else party.actor


def _exchange(framework: Framework, exchange: Exchange) -> str:
    title = transaction_title(framework, exchange.transaction)
    start, end = _party(exchange.start), _party(exchange.end) if exchange.end else ""
    if exchange.start_initiates is None:
        return (
            f"{start} and {end} take part in {title}; who initiates it is not stated."
            if end
            else f"{start} takes part in {title}; in which role is not stated."
        )
    if not end:
        role = "initiates" if exchange.start_initiates else "responds to"
        return f"{start} {role} {title}; who is at the far end is not stated."
    return f"{start} initiates {title}; {end} {_answers(framework, exchange)}."


def _answers(framework: Framework, exchange: Exchange) -> str:
    transaction = framework.transaction(exchange.transaction)
    directions = transaction.directions(exchange.end.actor) if transaction and exchange.end else ()
    return "receives it" if "receiver" in directions and "responder" not in directions else "responds"


def _content(one: ContentExchange) -> str:
    modules = listed(one.modules)
    makers, readers = listed([p.actor for p in one.makers]), listed([p.actor for p in one.readers])
    others = listed([p.actor for p in one.others])
    if makers and readers:
        text = f"{makers} shares {modules} with {readers}"
    elif makers or readers:
        text = f"{makers} creates {modules}" if makers else f"{readers} reads {modules}"
    else:
        return f"{others} supports {modules}."
    return f"{text}; {others} supports it as well." if others else f"{text}."


def _alone(profile: Profile, found: Exchanges, content: tuple[ContentExchange, ...]) -> Iterator[str]:
    """Actors of the profile that no line of the diagram reaches."""
    connected = {party.actor for one in found.between for party in (one.start, one.end) if party}
    connected |= {actor for actor, _ in (*found.performed, *found.among_themselves)}
    connected |= {
        party.actor for one in content for side in (one.makers, one.readers, one.others) for party in side
    }
    for actor in profile.actors:
        if actor.actor not in connected:
            yield f"{actor.actor} exchanges no transaction in this diagram."
