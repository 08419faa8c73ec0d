"""Who is linked to whom, added up in SQL: the rows that networks are made of.

rows                 what comes out
spoken, groups       whose words are counted, where they stand, and which unnamed sources share a node
pairs                which two each quotation links, by kind of network
beside, together     who speaks beside whom in an article, paired outside the database
relays, agencies     through whom words came, step by step
sums                 what is added up, each quotation once
ends, strangers      a row a node: of those whom quotations count for, and of others whom links lead to
links                a row an edge, with its proof
read                 both, of one kind
chains               whole ways of words
"""
