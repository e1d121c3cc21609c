/**
 * Diffusion and change, against netdiffuseR (numpy reproduces it) on the physicians who took up a drug, and against numpy
 * on the pupils' three waves.
 */
import { describe, expect, it } from 'vitest';
import { type MeasureOptions, measure } from '../../analysis/index.ts';
import { datasetsPresent, needsDatasets, readDataset, readJson } from '../support/datasets.ts';
import { differences } from './compare.ts';

interface DiffusionOracle {
  node_order: string[];
  diffusion: { codings: Record<string, { records: { metric: string; variant: string; value: unknown }[] }> };
}

interface CrossLayer {
  cross_layer: { a: string; b: string; both: number; a_only: number; b_only: number; jaccard: number }[];
}

describe.skipIf(!datasetsPresent)(
  needsDatasets('who has not adopted is censored, never an adopter of a later period'),
  () => {
    const oracle = () => readJson('med_innovations', 'oracle.json') as DiffusionOracle;

    function recordOf(metric: string, variant: string): unknown {
      // The coding in which non-adopters are missing; the packaged object counts them as adopting in period 18.
      const found = oracle().diffusion.codings.NA!.records.find(
        (one) => one.metric === metric && one.variant === variant,
      );
      expect(found, `${metric} ${variant}`).toBeDefined();
      return found!.value;
    }

    function resultOf(metric: string, scope: string, options: MeasureOptions = {}) {
      const { results } = measure(readDataset('med_innovations'), { ...options, metrics: [metric] });
      return results.find((result) => result.scope === scope)!;
    }

    function same(ours: unknown, theirs: unknown): void {
      expect(differences(ours, theirs, 1e-9, 1e-12)).toEqual([]);
    }

    it('adoption curve', () => {
      const { details, value } = resultOf('adoption-curve', 'network');
      same(details.count, recordOf('cumulative_adopt', 'count'));
      same(details.share, recordOf('cumulative_adopt', 'proportion of n'));
      same(details.growth, recordOf('cumulative_adopt', 'rate of growth'));
      expect(value).toBe(109 / 125);
      expect(details.time).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
    });

    it('hazard, whose first period netdiffuseR leaves at 0', () => {
      const theirs = recordOf('hazard_rate', 'new_t/(n - cum_{t-1}); first period is 0 by construction') as number[];
      same(resultOf('hazard', 'network').details.hazard, [11 / 125, ...theirs.slice(1)]);
    });

    for (const strength of [false, true]) {
      const valued = strength ? 'TRUE' : 'FALSE';

      it(`exposure, ${strength ? 'by strength' : 'by contacts'}: theirs is 0 without contacts, ours null`, () => {
        const theirs = recordOf(
          'exposure',
          `outgoing=TRUE valued=${valued} normalized=TRUE lags=0 ; n x T by row`,
        ) as number[][];
        const member = resultOf('exposure', 'member', { strength });
        const withContacts = oracle().node_order.map((id) => member.values![id] !== null);
        const ours = oracle().node_order.map((id) => member.values![id] ?? 0);
        same(
          ours,
          theirs.map((row) => row.at(-1)),
        );
        const rows = theirs.filter((_, v) => withContacts[v]);
        const means = rows[0]!.map((_, period) => rows.reduce((sum, row) => sum + row[period]!, 0) / rows.length);
        expect(differences(member.details.mean, means, 1e-9, 1e-10)).toEqual([]);
      });

      for (const [lagPeriods, variant] of [
        [0, `outgoing=TRUE valued=${valued} normalized=TRUE lags=0`],
        [1, `outgoing=TRUE valued=${valued} lags=1`],
      ] as const) {
        it(`threshold, ${strength ? 'by strength' : 'by contacts'}, lag ${lagPeriods}`, () => {
          const theirs = recordOf('threshold', variant) as (number | string)[];
          const { values, reasons } = resultOf('threshold', 'member', { strength, lagPeriods });
          const order = oracle().node_order;
          same(
            order.map((id) => (reasons![id] === 'no contacts' ? 0 : values![id])),
            theirs,
          );
        });
      }
    }

    it('Moran’s I of the times of adoption', () => {
      const theirs = recordOf('moran_toa', 'toa on adopters only, binary W row-normalised') as {
        observed: number;
        expected: number;
      };
      const { value, details } = resultOf('morans-i', 'network');
      same([value, details.expected], [theirs.observed, theirs.expected]);
    });

    it('Bass: nls stops when a step would gain less than 1e-5 of what is left, so to 1e-5', () => {
      const { p, q, se_p, se_q, rss } = recordOf('bass', 'nls on cumulative proportion of n, t=1..T') as Record<
        string,
        number
      >;
      const { details } = resultOf('bass', 'network');
      const ours = {
        p: details.p,
        q: details.q,
        standardErrors: details.standardErrors,
        rss: details.residualSumOfSquares,
      };
      expect(differences(ours, { p, q, standardErrors: { p: se_p, q: se_q }, rss }, 1e-5, 1e-9)).toEqual([]);
    });

    it('survival by Kaplan and Meier', () => {
      const theirs = recordOf('kaplan_meier', 'survival at event times, censored at t1') as Record<string, number[]>;
      const { details } = resultOf('time-to-adoption', 'network');
      same(
        [details.time, details.atRisk, details.adopting, details.survival],
        [theirs.time, theirs.n_risk, theirs.n_event, theirs.surv],
      );
    });

    it('adopter classes by time', () => {
      const theirs = recordOf('classify_adopters', 'toa category') as string[];
      const names: Record<string, string> = {
        'Early Adopters': 'early-adopter',
        'Early Majority': 'early-majority',
        'Late Majority': 'late-majority',
        Laggards: 'laggard',
      };
      const { values } = resultOf('adopter-class', 'member');
      expect(oracle().node_order.map((id) => values![id])).toEqual(theirs.map((name) => names[name] ?? null));
    });

    it('tie stability between the waves of Glasgow', () => {
      for (const { a, b, both, a_only, b_only, jaccard } of (readJson('glasgow_s50', 'oracle.json') as CrossLayer)
        .cross_layer) {
        const wave = [a.slice(-1), b.slice(-1)] as [string, string];
        const { results } = measure(readDataset('glasgow_s50'), {
          wave,
          metrics: ['tie-stability', 'ties-formed', 'ties-dissolved'],
        });
        expect(results.map((result) => result.value)).toEqual([both / (both + a_only + b_only), b_only, a_only]);
        same(results[0]!.value, jaccard);
      }
    });
  },
);
