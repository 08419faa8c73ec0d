"""What stands between a request and the views, from the outside inwards: one module each, one test each."""
