"""cynetdiff: spreading over networks in C++, the fastest that is published for Python."""

import array

from cynetdiff.models import IndependentCascadeModel, LinearThresholdModel
from protocol import across_runs, serve, ties


def contacts_of(given):
    """Whom each member is tied to, as offsets and targets in one array each."""
    lists = [[] for _ in range(int(given["members"]))]
    for v, w, *_ in ties(given):
        lists[v].append(w)
        lists[w].append(v)
    starts, targets = array.array("I"), array.array("I")
    for contacts in lists:
        starts.append(len(targets))
        targets.extend(sorted(contacts))
    return starts, targets, [len(contacts) for contacts in lists]


def spread(model, given):
    runs, seeds = int(given["runs"]), range(int(given["seeds"]))
    model.set_rng(1)

    def call():
        model.set_seeds(seeds)
        sizes = []
        for _ in range(runs):
            model.reset_model()
            model.advance_until_completion()
            sizes.append(model.get_num_activated_nodes())
        return sizes

    return call, across_runs


def cascade(given):
    starts, targets, _ = contacts_of(given)
    return spread(IndependentCascadeModel(starts, targets, activation_prob=float(given["rate"])), given)


def threshold(given):
    """Every contact of a member weighs the same, one over how many there are."""
    starts, targets, degrees = contacts_of(given)
    influence = array.array("f", (1 / degrees[w] for w in targets))
    return spread(LinearThresholdModel(starts, targets, influence=influence), given)


serve({"cascade": cascade, "threshold": threshold})
