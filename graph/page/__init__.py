"""A network as a page to look through: one file that opens anywhere, and from which no request leaves."""

from graph.page.write import MAX_NODES, generate_page, write_page

__all__ = ["MAX_NODES", "generate_page", "write_page"]
