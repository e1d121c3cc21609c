/** Sums of distances where ties have lengths: Dijkstra's search from each source. Plain twin: test/analysis/kernels/twins. */
import { rise, takeNearest } from './heap';
import { int, real, setInt, setReal } from './memory';

/**
 * `result`: per source `begin` … `end` − 1, in a row: members within reach, the sum of distances to them, the sum of
 * 1/distance, the largest distance.
 * Work, zero before and after: `distance` n float64, `order`, `heap`, `place` n int32.
 */
export function distances(
  begin: i32, end: i32, result: usize,
  offsets: usize, targets: usize, lengths: usize,
  distance: usize, order: usize, heap: usize, place: usize,
): void {
  for (let source = begin; source < end; source++) {
    setInt(heap, 0, source);
    setInt(place, source, 1);
    let size = 1;
    let tail = 0;
    let total: f64 = 0;
    let harmonic: f64 = 0;
    let longest: f64 = 0;
    while (size > 0) {
      const v = takeNearest(heap, place, distance, size--);
      setInt(order, tail++, v);
      const own = real(distance, v);
      if (v != source) {
        total += own;
        harmonic += 1 / own;
        longest = own;
      }
      for (let tie = int(offsets, v), stop = int(offsets, v + 1); tie < stop; tie++) {
        const w = int(targets, tie);
        const through = own + real(lengths, tie);
        const at = int(place, w);
        if (at != 0 && through >= real(distance, w)) continue;
        setReal(distance, w, through);
        rise(heap, place, distance, w, at == 0 ? size++ : at - 1);
      }
    }
    const row = (source - begin) << 2;
    setReal(result, row, tail - 1);
    setReal(result, row + 1, total);
    setReal(result, row + 2, harmonic);
    setReal(result, row + 3, longest);
    for (let i = 0; i < tail; i++) {
      const v = int(order, i);
      setReal(distance, v, 0);
      setInt(place, v, 0);
    }
  }
}
