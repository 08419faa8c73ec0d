"""`quotes graph`: the network on the command line. A command is imported when it is called."""

import typer

from quotes.cli.deferred import DeferredGroup, Table

# A new command is a module here and a line below.
COMMANDS: Table = {
    "Commands": {
        "chains": "List the ways that words took, from the outlet that heard them to the one that published them.",
        "chord": "Draw who relays whom: outlets on a circle, bands between them as wide as what was relayed.",
        "compare": "Compare how two periods choose their sources, and tell changes from chance.",
        "draw": "Draw a network of sources and outlets, the larger the more they are quoted.",
        "export": "Write a network, each edge with the quotations that prove it.",
        "path": "Show the shortest ways between two, each step with the articles that prove it.",
        "stats": "Measure a network: who is central in it, what belongs together, how outlets choose their sources.",
        "timeline": "Draw how often a person or organisation is quoted by month, all together and in each outlet.",
    }
}


class Commands(DeferredGroup):
    package = "graph.cli"
    table = COMMANDS


app = typer.Typer(cls=Commands, no_args_is_help=True, pretty_exceptions_enable=False)


@app.callback()
def graph() -> None:
    """The network of speakers, outlets and the outlets that words came through."""
