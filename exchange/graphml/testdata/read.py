"""Reads GraphML with networkx and says in JSON what is in it."""

import json
import sys

import networkx

graph = networkx.read_graphml(sys.stdin.buffer, force_multigraph=True)
json.dump(
    {
        "directed": graph.is_directed(),
        "graph": {name: value for name, value in graph.graph.items() if isinstance(value, str)},
        "nodes": {node: attributes for node, attributes in graph.nodes(data=True)},
        "links": {
            key: {"from": start, "to": end, "attributes": {name: value for name, value in attributes.items() if name != "id"}}
            for start, end, key, attributes in graph.edges(keys=True, data=True)
        },
    },
    sys.stdout,
)
