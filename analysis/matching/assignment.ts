/**
 * Many to one, the best of all: each row (a mentee) goes to at most one column (a mentor), each column takes as many as it
 * has room for, and the weights of what is matched add up to the most that there is.
 *
 * Rows come one after another; each takes the cheapest way to a place, moving others along it where all gain by that
 * (successive shortest paths with potentials: Jonker & Volgenant 1987, doi:10.1007/BF02278710, with columns of any
 * capacity). The potentials prove the result: no solution can be worth more than the `bound` that they add up to, and it
 * is worth just that. Beyond the columns there is always "nobody", worth nothing.
 *
 * Weights are whole numbers of 0 or more, so that all sums are exact; below 0: these two are not to be matched. Equal
 * solutions: the one that the order of rows and columns finds first. Cost: O(rows² · columns) time at worst, a small part
 * of that on networks' weights.
 */
export interface Assignment {
  /** The column of each row; -1 for nobody. */
  columnOf: Int32Array;
  total: number;
  /** No assignment is worth more: from the potentials, not from the assignment. */
  bound: number;
}

/** @param weights row by row. */
export function assign(weights: Float64Array, rows: number, capacities: readonly number[]): Assignment {
  const columns = capacities.length;
  const nobody = columns;
  const columnOf = new Int32Array(rows).fill(-1);
  const held: number[][] = Array.from({ length: columns + 1 }, () => []);
  const rowPotential = new Float64Array(rows);
  const columnPotential = new Float64Array(columns + 1);
  const distance = new Float64Array(columns + 1);
  const reachedBy = new Int32Array(columns + 1);
  const isDone = new Uint8Array(columns + 1);
  const roomIn = (column: number): boolean => column === nobody || held[column]!.length < capacities[column]!;

  const relax = (row: number, from: number): void => {
    const own = rowPotential[row]!;
    for (let column = 0, at = row * columns; column < columns; column++, at++) {
      const weight = weights[at]!;
      if (weight < 0 || isDone[column] === 1) continue;
      const reached = from - weight - own - columnPotential[column]!;
      if (reached < distance[column]!) {
        distance[column] = reached;
        reachedBy[column] = row;
      }
    }
    if (from - own < distance[nobody]!) {
      distance[nobody] = from - own;
      reachedBy[nobody] = row;
    }
  };
  const cheapest = (): number => {
    let best = nobody;
    for (let column = 0; column < columns; column++) {
      if (isDone[column] === 0 && distance[column]! < distance[best]!) best = column;
    }
    // Somebody is better than nobody at the same price.
    for (let column = 0; best === nobody && column < columns; column++) {
      if (isDone[column] === 0 && distance[column] === distance[nobody]) best = column;
    }
    return best;
  };

  for (let row = 0; row < rows; row++) {
    distance.fill(Number.POSITIVE_INFINITY);
    isDone.fill(0);
    let least = 0;
    for (let column = 0; column < columns; column++) {
      const weight = weights[row * columns + column]!;
      if (weight >= 0) least = Math.min(least, -weight - columnPotential[column]!);
    }
    rowPotential[row] = least;
    relax(row, 0);
    let end = cheapest();
    while (!roomIn(end)) {
      isDone[end] = 1;
      for (const other of held[end]!) relax(other, distance[end]!);
      end = cheapest();
    }
    const length = distance[end]!;
    for (let column = 0; column < columns; column++) {
      if (isDone[column] === 0) continue;
      columnPotential[column]! -= length - distance[column]!;
      for (const other of held[column]!) rowPotential[other]! += length - distance[column]!;
    }
    rowPotential[row]! += length;
    for (let column = end; ; ) {
      const mover = reachedBy[column]!;
      const before = mover === row ? -1 : columnOf[mover]!;
      if (before !== -1) held[before]!.splice(held[before]!.indexOf(mover), 1);
      held[column]!.push(mover);
      columnOf[mover] = column;
      if (before === -1) break;
      column = before;
    }
  }

  let total = 0;
  let bound = 0;
  for (let row = 0; row < rows; row++) {
    bound -= rowPotential[row]!;
    if (columnOf[row] === nobody) columnOf[row] = -1;
    else total += weights[row * columns + columnOf[row]!]!;
  }
  for (const [column, capacity] of capacities.entries()) {
    // Where there is no room at all there is nothing to pay for.
    if (capacity > 0) bound -= capacity * columnPotential[column]!;
  }
  return { columnOf, total, bound };
}
