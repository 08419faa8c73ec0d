"""The screens, one module each with its ROUTES."""

from starlette.routing import BaseRoute

from quotes.serve.screens import (
    anonymous,
    api,
    article,
    check,
    compare,
    data,
    feed,
    home,
    network,
    people,
    quotation,
    review,
    search,
    see,
    sign_in,
    suggest,
)

SCREENS = (
    home,
    search,
    people,
    article,
    quotation,
    anonymous,
    network,
    compare,
    check,
    see,
    review,
    data,
    feed,
    api,
    sign_in,
    suggest,
)


def all_routes() -> list[BaseRoute]:
    return [route for screen in SCREENS for route in screen.ROUTES]
