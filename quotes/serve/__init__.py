"""The record in a browser: `quotes serve`.

How a screen is added:

1. `screens/NAME.py` has `ROUTES`, a sequence of Starlette routes, and one line in `screens/__init__.py` names it.
2. A view is a plain function from a request to a response. It borrows a store with `records_of(request).reading()`,
   asks it with the `Selection` of `selection.from_query(request.query_params)`, and ends with
   `page(request, "NAME.html", …)`.
3. `templates/NAME.html` extends `base.html`; `macros.html` has the rows, shares, charts and forms that screens share.
4. A list is an `Answer`: `answers.download(request, …)` gives it as CSV, workbook or JSON where `?format=` asks for it.
5. A form is posted to a view under `@takes_form()`, which checks its token; `edits=True` asks for `--edit`.
6. No inline script or style (the policy of `safety/headers.py` forbids both); a script goes to `assets/`, and the page
   works without it. A path that costs the machine dearly is named in `ServeSettings.rated`.
7. Tests ask with the fixture `client` of tests/test_serve/conftest.py, and in a browser with `visit`.

settings, app        what is asked for at the start, and the application made of it
safety/              who may ask, from where, how much, how long; what is written down of it
records              stores lent to requests, read-only, within a time
selection, answers   addresses to selections and back; lists as pages and files
pages, screens/      templates, and the views
"""

from quotes.serve.settings import ServeSettings

__all__ = ["ServeSettings"]
