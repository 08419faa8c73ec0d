"""Questions that need SQL of their own, each in one module; `Store` asks them."""
