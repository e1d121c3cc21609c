"""NetworKit by its Python interface: C++ made for large networks. One thread, so that processor time compares."""

import networkit
from protocol import serve, ties

networkit.setNumberOfThreads(1)


def graph_of(given):
    graph = networkit.Graph(int(given["members"]), weighted=False, directed=False)
    for row in ties(given):
        graph.addEdge(row[0], row[1])
    return graph


def betweenness(given):
    graph = graph_of(given)

    def call():
        return networkit.centrality.Betweenness(graph, normalized=False).run().scores()

    # NetworKit counts an undirected pair both ways.
    return call, lambda scores: {"betweenness": [score / 2 for score in scores]}


def reach(given):
    graph = graph_of(given)

    def call():
        return networkit.centrality.HarmonicCloseness(graph, normalized=True).run().scores()

    return call, lambda scores: {"harmonic": list(scores)}


def pagerank(given):
    graph = graph_of(given)

    def call():
        ranking = networkit.centrality.PageRank(graph, damp=0.85, tol=1e-12)
        return ranking.run().scores()

    return call, lambda scores: {"pagerank": list(scores)}


serve({"betweenness": betweenness, "reach": reach, "pagerank": pagerank})
