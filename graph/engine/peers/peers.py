"""Answers, one JSON line for each question, what igraph and networkx make of a graph."""

import json
import random
import sys
import time
from array import array

import igraph
import networkx


def edges_of(question):
    if "file" not in question:
        return [tuple(e) for e in question["edges"]]
    flat = array("I")
    with open(question["file"], "rb") as file:
        flat.frombytes(file.read())
    return list(zip(flat[0::2], flat[1::2]))


def hops(length):
    return -1 if length == float("inf") else int(length)


def compare(q):
    """Path lengths, communities' modularity and connected components, from both."""
    edges = edges_of(q)
    ig = igraph.Graph(q["nodes"], edges)
    nx = networkx.Graph()
    nx.add_nodes_from(range(q["nodes"]))
    for a, b in edges:
        if a != b:
            nx.add_edge(a, b, weight=nx.get_edge_data(a, b, {"weight": 0})["weight"] + 1)
    lengths = dict(networkx.all_pairs_shortest_path_length(nx))
    members = {}
    for v, c in enumerate(q["community"]):
        members.setdefault(c, []).append(v)
    plain = igraph.Graph(q["nodes"], [e for e in edges if e[0] != e[1]])
    has = nx.number_of_edges() > 0
    return {
        "igraph": {
            "hops": [[hops(h) for h in row] for row in ig.distances()],
            "modularity": plain.modularity(q["community"], resolution=q["resolution"]) if has else 0,
            "components": len(ig.connected_components()),
        },
        "networkx": {
            "hops": [[lengths[a].get(b, -1) for b in range(q["nodes"])] for a in range(q["nodes"])],
            "modularity": networkx.community.modularity(nx, members.values(), resolution=q["resolution"]) if has else 0,
            "components": networkx.number_connected_components(nx),
        },
    }


def paths(q):
    """Times igraph's shortest path between pairs of the graph that was loaded last."""
    took, found = [], []
    for a, b in q["pairs"]:
        begun = time.perf_counter()
        path = loaded.get_shortest_path(a, b)
        took.append(time.perf_counter() - begun)
        found.append(len(path) - 1)
    return {"hops": found, "seconds": took}


def leiden(q):
    igraph.set_random_number_generator(random.Random(q["seed"]))
    begun = time.perf_counter()
    c = loaded.community_leiden(objective_function="modularity", n_iterations=2)
    took = time.perf_counter() - begun
    return {"seconds": [took], "modularity": c.modularity}


loaded = None
for line in sys.stdin:
    question = json.loads(line)
    if question["op"] == "load":
        loaded = igraph.Graph(question["nodes"], edges_of(question))
        answer = {}
    else:
        answer = {"compare": compare, "paths": paths, "leiden": leiden}[question["op"]](question)
    print(json.dumps(answer), flush=True)
