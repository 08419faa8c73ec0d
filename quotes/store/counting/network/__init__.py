"""Who is linked to whom, added up in SQL: the rows that networks are made of.

rows     what comes out
spoken   whose words are counted, and where they stand
pairs    which two each quotation links, by kind of network
sums     what is added up, each quotation once
ends     a row a node
links    a row an edge, with its proof
read     both, of one kind
"""
