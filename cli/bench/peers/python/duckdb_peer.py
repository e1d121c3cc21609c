"""DuckDB: the fastest database to have beside one's data. One thread, so that processor time compares."""

import duckdb
from protocol import serve


def interactions(given):
    connection = duckdb.connect()
    connection.execute("set threads = 1")
    path = given["ties"].replace("'", "''")

    def call():
        connection.execute(
            f"""create or replace temp table ties as
            select source, target, count(*) as strength from read_csv('{path}') group by source, target"""
        )

    def answer(_):
        count, total, strongest = connection.execute(
            "select count(*), sum(strength), max(strength) from ties"
        ).fetchone()
        named = connection.execute("select count(*) from ties group by source order by 1").fetchall()
        return {
            "ties": count,
            "interactions": int(total),
            "strongest": strongest,
            "named": [row[0] for row in named],
        }

    return call, answer


serve({"interactions": interactions})
