import { describe, expect, it } from 'vitest';
import { bassShare, fitBass } from '../../../analysis/inference/bass-fit.ts';
import { createRandom } from '../../../analysis/inference/random.ts';
import { wilsonInterval } from '../../../analysis/inference/wilson-interval.ts';

describe('Wilson’s interval of a share', () => {
  // Newcombe 1998, table I, method 3, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E
  it.each<[number, number, number, number]>([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (count, of, low, high) => {
    const [least, most] = wilsonInterval(count, of);
    expect(least).toBeCloseTo(low, 4);
    expect(most).toBeCloseTo(high, 4);
  });

  it('holds the true share about 95 times in a hundred', () => {
    const random = createRandom(3, 'wilson');
    let held = 0;
    for (let run = 0; run < 2000; run++) {
      let count = 0;
      for (let draw = 0; draw < 40; draw++) if (random.next() < 0.15) count++;
      const [low, high] = wilsonInterval(count, 40);
      if (low <= 0.15 && 0.15 <= high) held++;
    }
    expect(held / 2000).toBeGreaterThan(0.93);
    expect(held / 2000).toBeLessThan(0.98);
  });
});

describe('the band of a Bass curve', () => {
  const truth = { p: 0.03, q: 0.4 };
  const shareAt = (t: number): number => {
    const decay = Math.exp(-(truth.p + truth.q) * t);
    return (1 - decay) / (1 + (truth.q / truth.p) * decay);
  };

  it('is nothing where the fit is perfect', () => {
    const fit = fitBass(Array.from({ length: 14 }, (_, at) => shareAt(at + 1)))!;
    for (const t of [1, 7, 14]) {
      expect(bassShare(fit, t).share).toBeCloseTo(shareAt(t), 9);
      expect(bassShare(fit, t).error).toBeLessThan(1e-9);
    }
  });

  it('holds the true curve about 95 times in a hundred when shares are measured with errors', () => {
    const random = createRandom(5, 'bass-band');
    // Twelve even draws less six are near enough to a normal one.
    const normal = (): number => Array.from({ length: 12 }, () => random.next()).reduce((sum, one) => sum + one, -6);
    let held = 0;
    const runs = 400;
    for (let run = 0; run < runs; run++) {
      const fit = fitBass(Array.from({ length: 24 }, (_, at) => shareAt(at + 1) + 0.02 * normal()))!;
      const { share, error } = bassShare(fit, 8);
      if (Math.abs(share - shareAt(8)) <= 1.96 * error) held++;
    }
    expect(held / runs).toBeGreaterThan(0.9);
    expect(held / runs).toBeLessThan(0.98);
  });
});
