"""networkx: the tool most analysts know, in Python."""

import networkx
from protocol import serve, ties


def graph_of(given):
    graph = networkx.Graph()
    graph.add_nodes_from(range(int(given["members"])))
    graph.add_edges_from(row[:2] for row in ties(given))
    return graph


def betweenness(given):
    """Exact. With share=s, only every s-th source: each source is a search of its own, so the time is s times as much."""
    graph = graph_of(given)
    share = int(given["share"])
    sources = None if share == 1 else -(-len(graph) // share)

    def call():
        return networkx.betweenness_centrality(graph, k=sources, normalized=False, seed=1)

    return call, lambda found: {"betweenness": [found[v] for v in range(len(graph))]}


def effective_size(given):
    graph = graph_of(given)

    def answer(found):
        return {"effectiveSize": [found[v] for v in range(len(graph))]}

    return lambda: networkx.effective_size(graph), answer


def constraint(given):
    graph = graph_of(given)
    return lambda: networkx.constraint(graph), lambda found: {"constraint": [found[v] for v in range(len(graph))]}


serve({"betweenness": betweenness, "effective-size": effective_size, "constraint": constraint})
