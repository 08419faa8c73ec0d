"""What the addresses for programs take and give, as OpenAPI 3.1 has it."""

from collections.abc import Mapping
from typing import Any, get_args

from quotes.domain import Kind, Medium, SourceType
from quotes.store.selection import ORDERS
from quotes.version import __version__

_TEXT, _YES = {"type": "string"}, {"enum": ["yes", "no"]}
_DAY = {"type": "string", "examples": ["2024", "2024-03", "2024-03-31"]}
# Name: whether it may be given several times, its schema, what it asks for.
SELECTION: Mapping[str, tuple[bool, Mapping[str, Any], str]] = {
    "q": (False, _TEXT, "Words in any form; phrases in double marks, vaccin*, OR, NOT and brackets."),
    "person": (True, _TEXT, "Ids of people, any of whom said it."),
    "speaker": (True, _TEXT, "Names of people; all words of a name, or an id."),
    "about": (True, _TEXT, "Names or ids of somebody mentioned, or words."),
    "outlet": (True, _TEXT, "Names of outlets."),
    "desk": (True, _TEXT, "Desks, or sections."),
    "byline": (True, _TEXT, "Writers."),
    "via": (True, _TEXT, "Outlets or agencies through which the words came."),
    "since": (False, _DAY, "In articles of this day, month or year, or later."),
    "until": (False, _DAY, "In articles of this day, month or year, or before."),
    "kind": (True, {"enum": list(get_args(Kind))}, "Kind of quotation."),
    "type": (True, {"enum": list(get_args(SourceType))}, "Type of source."),
    "medium": (True, {"enum": list(get_args(Medium))}, "Where it was said."),
    "anonymous": (False, _YES, "Whether the name is withheld; no: those who have names."),
    "sure": (False, {"type": "number", "minimum": 0, "maximum": 1}, "With this confidence in the speaker or more."),
    "indirect": (False, _YES, "With indirect speech."),
    "unsaid": (False, _YES, "With what was denied, promised or only supposed."),
    "declined": (False, _YES, "no: without refusals to comment."),
    "article": (False, _TEXT, "Id of an article."),
    "sort": (False, {"enum": list(ORDERS)}, "Order; newest if not given."),
    "limit": (False, {"type": "integer", "minimum": 1, "maximum": 500}, "At most so many; 25 if not given."),
}
_FROM = {"type": "integer", "minimum": 0}
_OFFSET = {"name": "offset", "in": "query", "schema": _FROM, "description": "How many to leave out."}
_NAME = {"name": "name", "in": "query", "schema": _TEXT, "description": "Those who go by this name alone."}
_ID = {"name": "id", "in": "path", "required": True, "schema": _TEXT, "description": "Id, as lists have it."}


def describe(server: str) -> dict[str, Any]:
    chosen = [_parameter(name, *told) for name, told in SELECTION.items()]
    limits = [one for one in chosen if one["name"] == "limit"]
    indirect = [one for one in chosen if one["name"] == "indirect"]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Who said what", "version": __version__, "summary": "The record of quotations, to be read."},
        "servers": [{"url": f"{server}/api/v1"}],
        "paths": {
            "/quotations": _get("Quotations, with the proof of each.", [*chosen, _OFFSET]),
            "/quotations/{id}": _get("One quotation.", [_ID]),
            "/facets": _get("How many hits there are, and of what.", [one for one in chosen if one not in limits]),
            "/people": _get("Who speaks, the most quoted first.", [_NAME, *chosen]),
            "/people/{id}": _get("One person or body with names, roles and articles.", [_ID]),
            "/articles/{id}": _get("An article with its quotations and its history.", [_ID, *indirect]),
        },
        "components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }


def _parameter(name: str, several: bool, schema: Mapping[str, Any], told: str) -> dict[str, Any]:
    wanted = {"type": "array", "items": schema} if several else schema
    return {"name": name, "in": "query", "schema": wanted, "description": told}


def _get(summary: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    answer = {"content": {"application/json": {"schema": {"type": "object"}}}}
    refused = {"description": "Why not, in a sentence, under “error”."}
    responses = {"200": {"description": "As quotes writes JSON.", **answer}, "400": refused, "404": refused}
    return {"get": {"summary": summary, "parameters": parameters, "responses": responses}}
