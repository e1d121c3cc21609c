"""igraph by its Python interface: the fastest general library in C."""

import igraph
from protocol import serve, ties


def graph_of(given):
    rows = ties(given)
    graph = igraph.Graph(n=int(given["members"]), edges=[row[:2] for row in rows], directed=False)
    if len(rows[0]) > 2:
        graph.es["length"] = [row[2] for row in rows]
    return graph


def members(name, measure):
    """A work whose answer is one list with a figure for each member."""

    def prepare(given):
        graph = graph_of(given)
        return lambda: measure(graph), lambda figures: {name: list(figures)}

    return prepare


def figures(measure):
    """A work that gives its answer as it is."""

    def prepare(given):
        graph = graph_of(given)
        return lambda: measure(graph), lambda found: found

    return prepare


def reach(given):
    """Harmonic closeness alone: it is what takes the time, and says the efficiency too."""
    graph = graph_of(given)

    def answer(harmonic):
        return {
            "harmonic": harmonic,
            "efficiency": sum(harmonic) / len(harmonic),
            "diameter": graph.diameter(),
            "pathLength": graph.average_path_length(),
        }

    return graph.harmonic_centrality, answer


def reach_all(given):
    """All four figures: three passes, because igraph has no call that gives them together."""
    graph = graph_of(given)

    def call():
        return graph.harmonic_centrality(), graph.average_path_length(), graph.diameter()

    def answer(found):
        harmonic, path_length, diameter = found
        return {"harmonic": harmonic, "pathLength": path_length, "diameter": diameter}

    return call, answer


def pagerank(graph):
    return {"pagerank": graph.pagerank()}


def eigenvector(graph):
    """igraph scales to a largest entry of 1."""
    return {"eigenvector": graph.eigenvector_centrality(scale=True)}


def components(given):
    """igraph keeps whether a graph is connected, and would answer the second call from that."""
    graph = graph_of(given)

    def call():
        getattr(graph, "__invalidate_cache")()
        return graph.connected_components(mode="weak")

    return call, lambda found: {"sizes": sorted(found.sizes(), reverse=True)}


def louvain(graph):
    return {"quality": graph.community_multilevel().modularity}


def read_edges(given):
    """From the file to the graph, by igraph's reader of an edge list."""
    path = given["ties"]

    def answer(graph):
        return {"ties": graph.ecount(), "degrees": sorted(k for k in graph.degree() if k > 0)}

    return lambda: igraph.Graph.Read_Edgelist(path), answer


def read_named(given):
    """The same file by igraph's reader of an edge list with names."""
    path = given["ties"]

    def answer(graph):
        return {"ties": graph.ecount(), "degrees": sorted(k for k in graph.degree() if k > 0)}

    return lambda: igraph.Graph.Read_Ncol(path, names=True, weights=False, directed=True), answer


serve(
    {
        "betweenness": members("betweenness", lambda graph: graph.betweenness()),
        "weighted-betweenness": members("betweenness", lambda graph: graph.betweenness(weights="length")),
        "reach": reach,
        "reach-all": reach_all,
        "constraint": members("constraint", lambda graph: graph.constraint()),
        "pagerank": figures(pagerank),
        "eigenvector": figures(eigenvector),
        "k-core": members("cores", lambda graph: graph.coreness()),
        "components": components,
        "cut-points": members("cutPoints", lambda graph: sorted(graph.articulation_points())),
        "transitivity": figures(lambda graph: {"transitivity": graph.transitivity_undirected()}),
        "louvain": figures(louvain),
        "read-edges": read_edges,
        "read-named": read_named,
    }
)
