"""Going through quotations one by one: what is left to see, and a screen of keys.

queue    which quotations are still to be seen, the least sure first, and who could have said each
screen   the terminal's screen, which alone knows Textual
"""
