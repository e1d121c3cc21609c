/**
 * Betweenness where ties have lengths: Dijkstra's search from each source, then Brandes' shares from the far end.
 *
 * Sums of fractions that are equal on paper differ in the last bits, so ways whose lengths agree to 1e-12 count as
 * equally short. Plain twin: test/analysis/kernels/twins/brandes.ts.
 */
import { rise, takeNearest } from './heap';
import { int, real, setInt, setReal } from './memory';

const SAME: f64 = 1e-12;

/**
 * Adds to `score` (n float64) the shares of those at `begin` … `end` − 1 among `sources`.
 * Work, zero before and after: `distance`, `paths`, `share` n float64, `order`, `heap`, `place` n int32. A member is
 * unreached while their path count is 0.
 */
export function betweennessLengths(
  begin: i32, end: i32, score: usize,
  offsets: usize, targets: usize, lengths: usize, sources: usize,
  distance: usize, paths: usize, share: usize, order: usize, heap: usize, place: usize,
): void {
  for (let item = begin; item < end; item++) {
    const source = int(sources, item);
    setReal(paths, source, 1);
    setInt(heap, 0, source);
    setInt(place, source, 1);
    let size = 1;
    let tail = 0;
    while (size > 0) {
      const v = takeNearest(heap, place, distance, size--);
      setInt(order, tail++, v);
      const own = real(distance, v);
      const ways = real(paths, v);
      for (let tie = int(offsets, v), stop = int(offsets, v + 1); tie < stop; tie++) {
        const w = int(targets, tie);
        const through = own + real(lengths, tie);
        const known = real(paths, w);
        const shortest = real(distance, w);
        if (known == 0 || through < shortest * (1 - SAME)) {
          setReal(distance, w, through);
          setReal(paths, w, ways);
          rise(heap, place, distance, w, known == 0 ? size++ : int(place, w) - 1);
        } else if (Math.abs(through - shortest) <= SAME * shortest) {
          setReal(paths, w, known + ways);
        }
      }
    }
    for (let i = tail - 1; i > 0; i--) {
      const v = int(order, i);
      const own = real(distance, v);
      let beyond: f64 = 0;
      for (let tie = int(offsets, v), stop = int(offsets, v + 1); tie < stop; tie++) {
        const w = int(targets, tie);
        const shortest = real(distance, w);
        if (Math.abs(own + real(lengths, tie) - shortest) <= SAME * shortest) beyond += real(share, w);
      }
      const ways = real(paths, v);
      setReal(score, v, real(score, v) + ways * beyond);
      setReal(share, v, 1 / ways + beyond);
    }
    for (let i = 0; i < tail; i++) {
      const v = int(order, i);
      setReal(distance, v, 0);
      setReal(paths, v, 0);
      setReal(share, v, 0);
      setInt(place, v, 0);
    }
  }
}
