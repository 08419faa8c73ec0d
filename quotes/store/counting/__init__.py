"""How many there are of everything: people, whole quotations, copies, appearances."""
