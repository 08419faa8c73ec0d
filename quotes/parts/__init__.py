"""Many articles on many processors: shards of them, parsed by an engine, in order or as part files.

shards.py     articles into shards, whose bounds hang on the articles alone
work.py       what a worker does with a shard
in_order.py   results in the order of the shards, however they come
processes.py  the engine of this machine: a process a worker
cluster.py    the engine of many machines: Ray
folder.py     part files: one a shard, written whole or not at all
"""

from quotes.parts.folder import Head, PartsFolder, Receipt
from quotes.parts.in_order import Engine
from quotes.parts.shards import Shard, into_shards
from quotes.parts.work import PartTask, ReadTask, Settings

__all__ = ["Engine", "Head", "PartTask", "PartsFolder", "ReadTask", "Receipt", "Settings", "Shard", "into_shards"]
