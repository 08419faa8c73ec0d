"""Pages and feeds from the web, politely: the one part besides the download of models that turns to the network.

addresses   which addresses may be asked: those of the public web
client      one request: redirects, limits, what came back
robots      what a host lets robots read, and how often
memory      what was fetched before, so that only what is new or changed is fetched again
feeds       the items of an RSS or Atom feed
visits      one round over pages and feeds, as inputs for `quotes.read`
waiting     how long until the next round
"""
