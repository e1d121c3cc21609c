/**
 * The pictures of a map: one, or one for each wave or date. Each is a network of the same members, so that places and
 * rows agree from picture to picture.
 */
import type { NetworkRecords } from '../../../data/records/index.ts';
import { byCodePoint } from '../../code-point.ts';
import { type CompactGraph, compactSelected, fromArcs, unionOf } from '../../graph/compact.ts';
import { type SelectedTies, select, waveNames } from '../../graph/select.ts';
import type { Selection } from '../../graph/selection.ts';
import type { MeasureOptions } from '../../measure.ts';
import { MeasureError, unknownName } from '../../measure-error.ts';
import { date } from '../../report/words.ts';
import type { MapOptions } from './options.ts';

export interface Frame {
  /** "wave 2" or a date; null where there is one picture only. */
  label: string | null;
  /** The same choice as `measure` takes it. */
  chosen: Pick<MeasureOptions, 'types' | 'wave' | 'asOf' | 'minStrength' | 'undirected'>;
  selected: SelectedTies;
  /** Who names whom. */
  directed: CompactGraph;
  /** Tied pairs, whoever names the other. */
  pairs: CompactGraph;
}

export function framesOf(records: NetworkRecords, options: MapOptions): Frame[] {
  const { over, wave = 'all', asOf } = options;
  if (over === undefined) return [frame(records, options, null, wave, asOf)];
  const waves = wavesInOrder(records);
  const labels = over === 'waves' ? waves : over;
  if (labels.length === 0) throw new MeasureError('there is no wave to draw; leave over out, or give dates');
  const hasTimes = records.ties.some(({ time }) => time !== null);
  return labels.map((label) => {
    if (waves.includes(label)) return frame(records, options, `wave ${label}`, label, asOf);
    if (!hasTimes || !/^\d/.test(label)) throw unknownName('wave', label, waves);
    if (asOf !== undefined && label > asOf) {
      throw new MeasureError(`over names ${label}, and the network is as of ${asOf}; leave later dates out`);
    }
    return frame(records, options, date(label), 'all', label);
  });
}

/** All that any of the pictures shows, in one network. */
export function unionOfFrames(frames: readonly Frame[]): CompactGraph {
  const [first, ...others] = frames.map(({ pairs }) => pairs);
  if (others.length === 0) return first!;
  const { n, ids } = first!;
  const keys = new Set<number>();
  for (const { out } of [first!, ...others]) {
    for (let v = 0; v < n; v++) {
      for (let at = out.offsets[v]!; at < out.offsets[v + 1]!; at++)
        if (v < out.targets[at]!) keys.add(v * n + out.targets[at]!);
    }
  }
  const arcs = [...keys].sort((a, b) => a - b);
  return unionOf(
    fromArcs(ids, {
      from: arcs.map((key) => Math.floor(key / n)),
      to: arcs.map((key) => key % n),
      strength: arcs.map(() => 1),
    }),
  );
}

function frame(
  records: NetworkRecords,
  { types = 'all', minStrength, undirected = false }: MapOptions,
  label: string | null,
  wave: string,
  asOf: string | undefined,
): Frame {
  const filters = {
    types,
    ...(minStrength === undefined ? {} : { minStrength }),
    ...(asOf === undefined ? {} : { asOf }),
  };
  const selection: Selection = { ...filters, waves: wave === 'all' ? 'all' : [wave] };
  const selected = select(records, selection);
  const directed = compactSelected(selected, false);
  return { label, chosen: { ...filters, wave, undirected }, selected, directed, pairs: unionOf(directed) };
}

/** As they were opened, where that is known; otherwise by name, numbers as numbers. */
function wavesInOrder(records: NetworkRecords): string[] {
  const opens = new Map(records.waves.map((wave) => [wave.wave, wave.opens]));
  return waveNames(records).sort((a, b) => {
    const [one, other] = [opens.get(a), opens.get(b)];
    if (one !== undefined && other !== undefined && one !== other) return byCodePoint(one, other);
    return isNumber(a) && isNumber(b) ? Number(a) - Number(b) : byCodePoint(a, b);
  });
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}
