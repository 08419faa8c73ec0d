"""`python -m quotes`, for a Python whose scripts are not on the path."""

import sys

from quotes.cli import main

sys.exit(main())
