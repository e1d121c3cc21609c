"""What every Python peer shares: its arguments, the graph's edge list, and the answers to requests (../README.md)."""

import json
import resource
import statistics
import sys
import time


class Options(dict):
    """The arguments `name=value` after the name of the work."""

    def number(self, name):
        text = self[name]
        return float(text) if "." in text else int(text)


def options():
    return Options(argument.split("=", 1) for argument in sys.argv[2:])


def ties(given):
    """The edge list as pairs of whole numbers, with a length where the file has one."""
    with open(given["ties"]) as file:
        return [tuple(int(part) for part in line.split()) for line in file]


def across_runs(figures):
    """Runs that differ by chance: their mean, and how far the mean may be off."""
    figures = list(figures)
    return {
        "mean": statistics.fmean(figures),
        "standardError": statistics.stdev(figures) / len(figures) ** 0.5,
    }


def serve(works):
    """Prepares the work that is asked for, then answers one request a line until the input ends.

    A work is a function of the options that prepares everything and gives `call`, which does what is measured, and
    `answer`, which says the figures that came of a call.
    """
    call, answer = works[sys.argv[1]](options())
    say({"ready": True})
    for line in sys.stdin:
        request = line.split()
        if request[0] == "answer":
            say(answer(call()))
        elif request[0] == "run":
            say(timed(call, float(request[1])))
        elif request[0] == "memory":
            say({"peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024})


def timed(call, least_seconds):
    """Calls again until so much time has passed, so that short work is not lost in the clock's grain."""
    calls = 0
    began, wall = time.process_time(), time.perf_counter()
    while calls == 0 or time.perf_counter() - wall < least_seconds:
        call()
        calls += 1
    used, passed = time.process_time() - began, time.perf_counter() - wall
    return {"seconds": used / calls, "wallSeconds": passed / calls, "calls": calls}


def say(reply):
    print(json.dumps(reply), flush=True)
