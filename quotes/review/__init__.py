"""Going through quotations one by one: what is left to see, and a screen of keys.

queue     which quotations are still to be seen, the least sure first, and who could have said each
passage   the passage around one, and what the record holds of it
screen    the terminal's screen, which alone knows Textual
verdicts  from what a person says to what the store keeps
whom      whom a name or an id means
"""
