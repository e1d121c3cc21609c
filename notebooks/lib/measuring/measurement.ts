/**
 * What was measured, as a cell works with it: it shows itself as tables, gives single figures by name, and the rows behind
 * everything as CSV.
 */
import { unknownName } from '../../../analysis/measure-error.ts';
import { WeftError } from '../errors.ts';
import type { MetricId } from '../ids.ts';
import { type MediaBundle, SHOW, type ShowsItself } from '../show/shows-itself.ts';
import { type Page, pageBundle } from '../table/page.ts';
import type { Table, TableWords } from '../table/table.ts';
import type { Figure, FigureScope, FigureValue } from './figure.ts';
import { networkTable, subjectTable, tidyTable, valueTable } from './figure-tables.ts';

/** Which network it is of. */
export interface MeasuredInput {
  /** Of everything that the figures depend on: the same digest, the same figures. */
  readonly digest: string;
  readonly members: number;
  readonly ties: number;
  readonly directed: boolean;
  readonly isolates: number;
  readonly selfTiesDropped: number;
  readonly parallelTiesCollapsed: number;
  readonly outsideTiesDropped: number;
  readonly groups: readonly string[];
  /** Why a group is counted with others, by its name. */
  readonly groupsWithheld: Readonly<Record<string, string>>;
  /** Share of those asked who answered; null where no record of it was kept. */
  readonly response: number | null;
}

/** What a measurement is made of: as `weft measure --json` gives it. */
export interface Measured {
  readonly input: MeasuredInput;
  readonly options: Readonly<Record<string, unknown>>;
  readonly results: readonly Figure[];
  readonly skipped: readonly { readonly metric: string; readonly reason: string }[];
}

export class Measurement implements ShowsItself, Measured {
  readonly input: MeasuredInput;
  /** Every option with the value that was used. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly results: readonly Figure[];
  /** Metrics that make no sense for this network, and why. */
  readonly skipped: readonly { readonly metric: string; readonly reason: string }[];

  constructor({ input, options, results, skipped }: Measured) {
    this.input = input;
    this.options = options;
    this.results = results;
    this.skipped = skipped;
  }

  /**
   * A metric's figure for the whole network; null where there is none, and `figure(…).reason` says why.
   * @example silos.value('e-i-index')
   */
  value(metric: MetricId, of: { practice?: string } = {}): FigureValue | null {
    return this.figure(metric, { ...of, scope: 'network' }).value ?? null;
  }

  /**
   * A metric's figure with everything that it rests on.
   * @example silos.figure('e-i-index').details.p
   * @example silos.figure('betweenness', { scope: 'member' }).values
   */
  figure(metric: MetricId, { scope, practice }: { scope?: FigureScope; practice?: string } = {}): Figure {
    const found = this.#of(metric).filter(
      (figure) =>
        (scope === undefined || figure.scope === scope || (scope === 'network' && figure.scope === 'tie')) &&
        (practice === undefined || figure.details.practice === practice),
    );
    const [first] = found;
    if (first !== undefined) return first;
    const scopes = [...new Set(this.#of(metric).map((figure) => figure.scope))];
    throw new WeftError(
      practice === undefined
        ? `${metric} has no figure of the ${scope}; it has them by ${scopes.join(' and ')}: figure('${metric}', { scope: '${scopes[0]}' })`
        : `${metric} was not measured for the practice “${practice}”.`,
    );
  }

  /**
   * One metric as a table: its matrix or list where it is one, else its figures by member or group.
   * @example silos.table('mixing-matrix')
   */
  table(metric: MetricId): Table {
    const figures = this.#of(metric);
    const words = { caption: metric, notes: this.#notes() };
    for (const figure of figures) {
      const own = valueTable(figure, words);
      if (own !== null) return own;
    }
    for (const scope of ['member', 'group'] as const) {
      if (figures.some((figure) => figure.scope === scope)) return subjectTable(scope, figures, words);
    }
    return networkTable(figures, words);
  }

  /** The figures of the whole network: value, band, p, reason. */
  get network(): Table {
    return networkTable(this.results, this.#words('The whole network'));
  }

  /** One row a group, one column a metric. */
  get groups(): Table {
    return subjectTable('group', this.results, this.#words('By group'));
  }

  /**
   * One row a member, one column a metric.
   * @example silos.members.orderby(desc('betweenness')).slice(0, 10)
   */
  get members(): Table {
    return subjectTable('member', this.results, this.#words('By member'));
  }

  /** A row a figure, of whatever scope: for arquero and for spreadsheets. */
  get tidy(): Table {
    return tidyTable(this.results, this.#words(''));
  }

  /**
   * Every figure as CSV: the text, or with a path the file that was written.
   * @example silos.csv('silos.csv')
   */
  csv(path?: string): string {
    return this.tidy.csv(path);
  }

  /** As JupyterLab, an exported page and a terminal show it. */
  [SHOW](): MediaBundle {
    const has = (scopes: readonly FigureScope[]): boolean => this.results.some(({ scope }) => scopes.includes(scope));
    const bare = (table: Table): Table => table.with(table.data, { notes: [] });
    const page: Page = [
      this.#headline(),
      ...(has(['network', 'tie']) ? [bare(this.network)] : []),
      ...(has(['group']) ? [bare(this.groups)] : []),
      ...(has(['member']) ? [bare(this.members)] : []),
      this.#notes().slice(1).join('\n'),
    ];
    return pageBundle(page);
  }

  #of(metric: MetricId): Figure[] {
    const found = this.results.filter((figure) => figure.metric === metric);
    if (found.length > 0) return found;
    const left = this.skipped.find((entry) => entry.metric === metric);
    if (left !== undefined) throw new WeftError(`${metric} was not measured: ${left.reason}.`);
    const known = [...new Set(this.results.map((figure) => figure.metric))];
    throw new WeftError(unknownName('metric in this measurement', metric, known).message);
  }

  #words(caption: string): TableWords {
    return { caption, notes: this.#notes() };
  }

  #headline(): string {
    const { members, ties, directed, isolates, response } = this.input;
    const answered = response === null ? 'no record of who answered' : `${percent(response)} of those asked answered`;
    return `${members} members, ${ties} ties ${directed ? 'with' : 'without'} direction, ${isolates} without ties; ${answered}`;
  }

  /** What the figures rest on; the first line says of whom. */
  #notes(): string[] {
    const { input, options, skipped } = this;
    const { seed, permutations, groupBy, asOf } = options;
    const dropped = [
      [input.selfTiesDropped, 'to oneself'],
      [input.outsideTiesDropped, 'to somebody who does not take part'],
    ] as const;
    const left = dropped.filter(([count]) => count > 0).map(([count, what]) => `${count} ties ${what}`);
    const withheld = Object.entries(input.groupsWithheld).map(([name, reason]) => `${name} (${reason})`);
    return [
      this.#headline(),
      [
        ...(typeof asOf === 'string' ? [`as of ${asOf}`] : []),
        ...(typeof groupBy === 'string' ? [`grouped by ${groupBy}`] : []),
        `seed ${String(seed)}`,
        ...(this.results.some(({ details }) => typeof details.p === 'number')
          ? [`p from ${String(permutations)} permutations`]
          : []),
      ].join(', '),
      ...(left.length === 0 ? [] : [`Left out: ${left.join(', ')}`]),
      ...(withheld.length === 0 ? [] : [`Counted together as “others together”: ${withheld.join(', ')}`]),
      ...(skipped.length === 0 ? [] : [`Not measured: ${whyByReason(skipped)}`]),
    ];
  }
}

function whyByReason(skipped: Measured['skipped']): string {
  const by = new Map<string, string[]>();
  for (const { metric, reason } of skipped) by.set(reason, [...(by.get(reason) ?? []), metric]);
  return [...by].map(([reason, metrics]) => `${metrics.join(', ')} (${reason})`).join('; ');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
