/**
 * Compares our figures on one data set with all that its oracle says, layer by layer.
 *
 * Records are answered in groups of equal options, each measured once, because the costly part of a measurement is
 * shared between metrics.
 */
import type { NetworkRecords } from '../../data/records/index.ts';
import { type Measurement, type MeasureOptions, measure } from '../measure.ts';
import { MeasureError } from '../measure-error.ts';
import { METRICS } from '../metrics/index.ts';
import type { Answer, Figures } from './answer.ts';
import { ANSWERS, DIFFUSION, DIFFUSION_CODED_LATE } from './answers/index.ts';
import { type Comparison, compare, type Tolerance } from './comparison.ts';
import { OTHER_CODING, whyNotOurs } from './not-ours.ts';
import { groupingOf, type Layer, type Oracle, type OracleRecord, toolOf } from './oracle.ts';

/** `refused`: we gave no figure, and say why. `unknown`: a trusted record that no metric of ours is known to answer. */
export type Verdict = 'agrees' | 'differs' | 'refused' | 'not ours' | 'unknown';

/** What became of one record. */
export interface Outcome {
  dataset: string;
  layer: string;
  record: { metric: string; variant: string; trust: string };
  tool: string;
  /** Our metric; null where the record is of the input, or is not answered. */
  metric: string | null;
  verdict: Verdict;
  comparison: Comparison | null;
  tolerance: Tolerance | null;
  /** Why it is not ours, or how it differs. */
  words: string[];
}

export interface DataSet {
  name: string;
  records: NetworkRecords;
  oracle: Oracle;
}

const EXACT: Tolerance = { relative: 1e-9, absolute: 1e-12 };

/**
 * Records that two codes or the definition vouch for, or one library that nothing speaks against. Where an answer says on
 * which networks all definitions are one, the others count there too.
 */
const TRUSTED = /^(confirmed|definition|single library|bound)/;

export function conform(dataset: DataSet): Outcome[] {
  const { oracle } = dataset;
  const layers = oracle.layers.flatMap(({ layer, records }) =>
    compareRecords(dataset, layer.layer, optionsOf(layer), layer.directed, records, ANSWERS),
  );
  const first = oracle.layers[0]!.layer;
  const diffusion = oracle.diffusion.flatMap(({ coding, records }) => {
    const answers = coding === 'NA' ? DIFFUSION : DIFFUSION_CODED_LATE;
    const outcomes = compareRecords(dataset, first.layer, optionsOf(first), first.directed, records, answers);
    if (coding === 'NA') return outcomes;
    return outcomes.map(
      (one): Outcome => (one.verdict === 'unknown' ? { ...one, verdict: 'not ours', words: [OTHER_CODING] } : one),
    );
  });
  return [...layers, ...diffusion, ...compareOverlaps(dataset)];
}

function compareRecords(
  dataset: DataSet,
  layer: string,
  base: MeasureOptions,
  directed: boolean,
  records: readonly OracleRecord[],
  answers: readonly Answer[],
): Outcome[] {
  const asked = records.map((record) => ({ record, ...answerTo(record, directed, answers) }));
  const figuresFor = measureAll(
    dataset,
    base,
    asked.flatMap(({ answer, grouping }) => (answer === null ? [] : [{ answer, grouping }])),
  );
  return asked.map(({ record, answer, grouping }) => {
    const about = outcomeOf(dataset, layer, record);
    if (answer === null) return passedOver(about, whyNotOurs(record));
    try {
      const figures = figuresFor(answer, grouping);
      if (answer.when !== undefined && !answer.when(figures)) {
        return passedOver(about, whyNotOurs(record) ?? 'another definition on this layer');
      }
      const theirs = answer.theirs === undefined ? record.value : answer.theirs(record.value, figures);
      return compared(about, answer.id, answer.ours(figures), theirs, { ...EXACT, ...tolerance(answer) });
    } catch (error) {
      // Folders that nobody here has seen may hold anything: one record that cannot be read says so, and the rest goes on.
      const words = error instanceof Error ? error.message : String(error);
      return { ...about, metric: answer.id, verdict: 'refused', comparison: null, tolerance: null, words: [words] };
    }
  });
}

function answerTo(record: OracleRecord, directed: boolean, answers: readonly Answer[]) {
  const grouping = groupingOf(record.variant);
  const variants = [
    record.variant,
    record.variant.replace(`by group of ${grouping}`, 'by group of {group}'),
    record.variant.replace(`by ${grouping}`, 'by {group}'),
  ];
  const found = answers.find(
    ({ id, metric, variant, when, directedOnly }) =>
      metric === record.metric &&
      variants.includes(variant) &&
      (TRUSTED.test(record.trust) || when !== undefined) &&
      (directed || directedOnly !== true) &&
      (id === null || METRICS.some((one) => one.id === id)),
  );
  return { answer: found ?? null, grouping: found?.variant.includes('{group}') ? grouping : null };
}

function tolerance({ relative, absolute }: Answer): Partial<Tolerance> {
  return { ...(relative === undefined ? {} : { relative }), ...(absolute === undefined ? {} : { absolute }) };
}

/** Measures each set of options that is needed once, with all metrics that are asked of it. */
function measureAll(
  { records, oracle }: DataSet,
  base: MeasureOptions,
  asked: readonly { answer: Answer; grouping: string | null }[],
): (answer: Answer, grouping: string | null) => Figures {
  const optionsFor = (answer: Answer, grouping: string | null): MeasureOptions => ({
    ...base,
    ...answer.options,
    ...(answer.undirected === true ? { undirected: true } : {}),
    ...(grouping === null ? {} : { groupBy: grouping }),
  });
  const metricsOf = new Map<string, { options: MeasureOptions; metrics: Set<string> }>();
  for (const { answer, grouping } of asked) {
    const options = optionsFor(answer, grouping);
    const key = JSON.stringify(options);
    const entry = metricsOf.get(key) ?? { options, metrics: new Set<string>() };
    metricsOf.set(key, entry);
    for (const id of [answer.id, ...(answer.reads ?? [])]) if (id !== null) entry.metrics.add(id);
  }
  const measured = new Map<string, Measurement>();
  return (answer, grouping) => {
    const key = JSON.stringify(optionsFor(answer, grouping));
    const { options, metrics } = metricsOf.get(key)!;
    const kept = measured.get(key) ?? measure(records, { ...options, metrics: [...metrics], permutations: 1 });
    measured.set(key, kept);
    return figuresOf(kept, oracle.order, answer.id ?? '');
  };
}

function figuresOf(measurement: Measurement, order: readonly string[], id: string): Figures {
  const result: Figures['result'] = (scope, metric = id) => {
    const results = measurement.results.filter((one) => one.metric === metric);
    const found = results.find((one) => scope === undefined || one.scope === scope);
    if (found === undefined) throw new MeasureError(`${metric} has no result of scope ${scope ?? 'any'}`);
    return found;
  };
  return {
    measurement,
    order,
    result,
    members: (metric) => {
      const { values } = result('member', metric);
      return order.map((member) => values?.[member]);
    },
    value: (metric) => result('network', metric).value,
    detail: (name, metric) => result(undefined, metric).details[name],
  };
}

/** What two waves of one type of tie share: tie stability. Other pairs of layers are no change. */
function compareOverlaps(dataset: DataSet): Outcome[] {
  const { oracle, records } = dataset;
  const layerOf = new Map(oracle.layers.map(({ layer }) => [layer.layer, layer]));
  return oracle.overlaps.flatMap(({ a, b, both, aOnly, bOnly, jaccard, tool }) => {
    const [earlier, later] = [layerOf.get(a), layerOf.get(b)];
    if (earlier === undefined || later === undefined || earlier.type !== later.type) return [];
    if (!isWave(earlier.wave) || !isWave(later.wave) || earlier.leastStrength !== later.leastStrength) return [];
    const metrics = ['tie-stability', 'ties-formed', 'ties-dissolved'];
    const options = { ...optionsOf(later), wave: [earlier.wave, later.wave] as const, metrics };
    const { results } = measure(records, options);
    const ends = later.directed ? 1 : 2;
    const theirs = [jaccard, bOnly / ends, aOnly / ends];
    return metrics.map((metric, at) => {
      const about = {
        dataset: dataset.name,
        layer: `${a}, ${b}`,
        record: { metric: 'cross_layer', variant: `${both} ties in both`, trust: 'definition' },
        tool: toolOf(tool, oracle.versions),
      };
      return compared(about, metric, results.find((one) => one.metric === metric)?.value, theirs[at], EXACT);
    });
  });
}

type About = Pick<Outcome, 'dataset' | 'layer' | 'record' | 'tool'>;

function compared(about: About, metric: string | null, ours: unknown, theirs: unknown, within: Tolerance): Outcome {
  const comparison = compare(ours, theirs, within);
  const verdict = comparison.differences.length === 0 ? 'agrees' : 'differs';
  return { ...about, metric, verdict, comparison, tolerance: within, words: comparison.differences };
}

function isWave(wave: string | null): wave is string {
  return wave !== null && wave !== '*';
}

function passedOver(about: About, why: string | null): Outcome {
  const nothing = { metric: null, comparison: null, tolerance: null };
  const { trust } = about.record;
  if (why !== null) return { ...about, ...nothing, verdict: 'not ours', words: [why] };
  if (!TRUSTED.test(trust)) return { ...about, ...nothing, verdict: 'not ours', words: [`not trusted: ${trust}`] };
  return { ...about, ...nothing, verdict: 'unknown', words: ['no metric is known to answer it'] };
}

function outcomeOf({ name, oracle }: DataSet, layer: string, { metric, variant, trust, lib }: OracleRecord): About {
  return { dataset: name, layer, record: { metric, variant, trust }, tool: toolOf(lib, oracle.versions) };
}

function optionsOf({ type, wave, directed, leastStrength }: Layer): MeasureOptions {
  return {
    undirected: !directed,
    ...(type === null ? {} : { types: [type] }),
    ...(isWave(wave) ? { wave } : {}),
    ...(leastStrength === null ? {} : { minStrength: leastStrength }),
  };
}
