/** Linear algebra as in a textbook, for matrices of a few rows. */

export type Matrix = readonly (readonly number[])[];

/** x with A·x = b, by elimination. */
export function solve(a: Matrix, b: readonly number[]): number[] {
  const rows = a.map((row, at) => [...row, b[at]!]);
  for (const column of rows.keys()) {
    const best = [...rows.keys()]
      .slice(column)
      .sort((x, y) => Math.abs(rows[y]![column]!) - Math.abs(rows[x]![column]!))[0]!;
    [rows[column], rows[best]] = [rows[best]!, rows[column]!];
    const pivot = rows[column]!.map((one) => one / rows[column]![column]!);
    rows[column] = pivot;
    for (const [at, row] of rows.entries()) {
      if (at !== column) rows[at] = row.map((one, to) => one - row[column]! * pivot[to]!);
    }
  }
  return rows.map((row) => row.at(-1)!);
}

/**
 * The largest eigenvalue of a matrix without negative entries whose members all reach each other, and its eigenvector of
 * length 1: any start, multiplied by (A + 1) 2⁴⁰ times.
 */
export function dominantOf(a: Matrix): { eigenvalue: number; vector: number[] } {
  let power: Matrix = a.map((row, v) => row.map((one, w) => one + (v === w ? 1 : 0)));
  for (let step = 0; step < 40; step++) power = scaled(times(power, power));
  const sums = power.map((row) => row.reduce((sum, one) => sum + one, 0));
  const length = Math.hypot(...sums);
  const vector = sums.map((one) => one / length);
  const largest = vector.indexOf(Math.max(...vector));
  const eigenvalue = a[largest]!.reduce((sum, one, w) => sum + one * vector[w]!, 0) / vector[largest]!;
  return { eigenvalue, vector };
}

/** Of some rows, and the columns of the same numbers. */
export function among(a: Matrix, some: readonly number[]): number[][] {
  return some.map((v) => some.map((w) => a[v]![w]!));
}

function times(a: Matrix, b: Matrix): number[][] {
  return a.map((row) => b.map((_, to) => row.reduce((sum, one, by) => sum + one * b[by]![to]!, 0)));
}

function scaled(a: Matrix): number[][] {
  const largest = Math.max(...a.flat());
  return a.map((row) => row.map((one) => one / largest));
}
