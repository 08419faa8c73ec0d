"""The screens, one module each with its ROUTES."""

from starlette.routing import BaseRoute

from quotes.serve.screens import anonymous, article, check, compare, data, home, people, search, sign_in

SCREENS = (
    home,
    search,
    people,
    article,
    anonymous,
    check,
    compare,
    data,
    sign_in,
)


def all_routes() -> list[BaseRoute]:
    return [route for screen in SCREENS for route in screen.ROUTES]
