/**
 * Holds our figures against those of a twin: keys first, then values, then the reasons why a figure is undefined.
 */
import type { MetricResult, Scope, Value } from '../../../analysis/index.ts';

/** What a twin says of one figure: a value, or why there is none. */
export type Given = Value | Undefined | Cells | readonly Cells[] | Record<string, Record<string, number | null>>;

/** Cells of a table or figures of periods, some of which may be empty. */
type Cells = readonly (number | null)[];

export class Undefined {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

export function none(reason: string): Undefined {
  return new Undefined(reason);
}

/** A twin of a metric: one figure, or one for each member or group by id. */
export interface Twin<Subject> {
  metric: string;
  scope: Scope;
  /** A detail of the result in place of its value. */
  detail?: string;
  /** Relative; for what both sides iterate. */
  within?: number;
  of: (subject: Subject) => Given | Record<string, Given>;
}

/** In words, where ours and the twin's differ. */
export function disagreements<Subject>(
  twins: readonly Twin<Subject>[],
  results: readonly MetricResult[],
  subject: Subject,
): string[] {
  return twins.flatMap(({ metric, scope, detail, within = 1e-9, of }) => {
    const result = results.find((one) => one.metric === metric && one.scope === scope);
    if (result === undefined) return [`${metric} (${scope}): no result`];
    const theirs = of(subject);
    const label = `${metric} (${scope})${detail === undefined ? '' : ` ${detail}`}`;
    if (detail !== undefined) return ofDetail(detailOf(result, detail), theirs as Given, within, label);
    if (result.values === undefined) return ofFigure(result.value, result.reason, theirs as Given, within, label);
    return ofFigures(result, theirs as Record<string, Given>, within, label);
  });
}

function ofFigures(result: MetricResult, theirs: Record<string, Given>, within: number, label: string): string[] {
  const [our, their] = [Object.keys(result.values!).sort().join(' '), Object.keys(theirs).sort().join(' ')];
  if (our !== their) return [`${label}: ours of ${our}, twin of ${their}`];
  return Object.entries(theirs).flatMap(([id, given]) =>
    ofFigure(result.values![id], result.reasons?.[id], given, within, `${label} ${id}`),
  );
}

function ofFigure(
  ours: Value | null | undefined,
  reason: string | null | undefined,
  theirs: Given,
  within: number,
  label: string,
): string[] {
  if (!(theirs instanceof Undefined)) return unlike(ours, theirs, within, label);
  if (ours !== null) return [`${label}: ours ${JSON.stringify(ours)}, twin undefined (${theirs.reason})`];
  return reason === theirs.reason ? [] : [`${label}: our reason "${reason}", the twin's "${theirs.reason}"`];
}

function unlike(ours: unknown, theirs: unknown, within: number, label: string): string[] {
  if (typeof ours === 'number' && typeof theirs === 'number') {
    return Math.abs(ours - theirs) <= within * Math.max(1, Math.abs(theirs))
      ? []
      : [`${label}: ours ${ours}, twin ${theirs}`];
  }
  if (typeof ours === 'object' && typeof theirs === 'object' && ours !== null && theirs !== null) {
    const keys = [Object.keys(ours).sort().join(' '), Object.keys(theirs).sort().join(' ')];
    if (keys[0] !== keys[1]) return [`${label}: ours has ${keys[0]}, twin ${keys[1]}`];
    return Object.entries(ours).flatMap(([key, one]) =>
      unlike(one, (theirs as Record<string, unknown>)[key], within, `${label} ${key}`),
    );
  }
  return ours === theirs ? [] : [`${label}: ours ${JSON.stringify(ours)}, twin ${JSON.stringify(theirs)}`];
}

function detailOf({ details }: MetricResult, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], details);
}

/** Where there is no figure, its details may be left out. */
function ofDetail(ours: unknown, theirs: Given, within: number, label: string): string[] {
  if (!(theirs instanceof Undefined)) return unlike(ours, theirs, within, label);
  return ours === null || ours === undefined ? [] : [`${label}: ours ${JSON.stringify(ours)}, twin undefined`];
}
