/** What a simulation found, as a cell shows it: doing nothing beside what was proposed, and how sure the difference is. */
import { tableOf } from '../records-tables.ts';
import { type MediaBundle, SHOW, type ShowsItself } from '../show/shows-itself.ts';
import type { CellValue } from '../table/cells.ts';
import { pageBundle } from '../table/page.ts';
import type { Row, Table } from '../table/table.ts';

/** A mean, and what nine of ten runs hold. */
export interface RunBand {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What was simulated: as `weft simulate --json` gives it. */
export interface Simulated {
  readonly input: { readonly members: number; readonly ties: number; readonly response: number | null };
  readonly model: { readonly kind: 'cascade' | 'si'; readonly probability: number } | { readonly kind: 'threshold' };
  readonly probabilityFrom: 'adoptions' | 'default' | null;
  readonly options: { readonly runs: number; readonly seed: number };
  readonly proposed: {
    readonly ties: readonly { readonly from: string; readonly to: string }[];
    readonly introductions: readonly { readonly members: readonly [string, string]; readonly sentence: string }[];
    readonly removed: readonly string[];
  };
  readonly seeds: { readonly proposed: { readonly chosen: string } };
  readonly structure: readonly {
    readonly figure: string;
    readonly doingNothing: number | null;
    readonly proposed: number | null;
  }[];
  /** Members who count: all but those who are taken out. */
  readonly counted: number;
  readonly adopters: {
    readonly doingNothing: RunBand;
    readonly proposed: RunBand;
    readonly difference: RunBand & {
      readonly interval: readonly [number, number];
      readonly more: number;
      readonly same: number;
      readonly less: number;
    };
  };
  readonly byPeriod: readonly {
    readonly period: number;
    readonly doingNothing: number;
    readonly proposed: number;
    readonly difference: RunBand;
  }[];
}

export class Simulation implements ShowsItself {
  /** Further adopters with what was proposed: mean, nine of ten runs, and the 95 % interval of the mean. */
  readonly difference: RunBand & { readonly interval: readonly [number, number] };
  readonly doingNothing: RunBand;
  readonly proposed: RunBand;
  /** Pairs of members who would be introduced. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Everything that was found. */
  readonly found: Simulated;

  constructor(found: Simulated) {
    const { doingNothing, proposed, difference } = found.adopters;
    this.doingNothing = doingNothing;
    this.proposed = proposed;
    this.difference = difference;
    this.pairs = found.proposed.introductions.map(({ members }) => members);
    this.found = found;
  }

  /** Adopters, and what the proposed ties alone do to the network. */
  get table(): Table {
    const { adopters, structure, counted } = this.found;
    const { doingNothing, proposed, difference } = adopters;
    const rows: Row[] = [
      {
        figure: `adopters of ${counted}`,
        ...{ 'doing nothing': doingNothing.mean, proposed: proposed.mean, difference: difference.mean },
        ...{ low: difference.low, high: difference.high },
      },
      ...structure.map((row): Row => {
        const change: CellValue =
          row.doingNothing === null || row.proposed === null ? null : row.proposed - row.doingNothing;
        return { figure: row.figure, 'doing nothing': row.doingNothing, proposed: row.proposed, difference: change };
      }),
    ];
    return tableOf(['figure', 'doing nothing', 'proposed', 'difference', 'low', 'high'], rows, {
      notes: this.#notes(),
    });
  }

  /** After each period, where periods are limited. */
  get byPeriod(): Table {
    const rows = this.found.byPeriod.map(({ period, doingNothing, proposed, difference }): Row => {
      return { period, 'doing nothing': doingNothing, proposed, low: difference.low, high: difference.high };
    });
    return tableOf(['period', 'doing nothing', 'proposed', 'low', 'high'], rows, {
      caption: 'Adopters by period; low and high: nine of ten runs of the difference',
    });
  }

  /**
   * The figures as CSV: the text, or with a path the file that was written.
   * @example simulation.csv('simulation.csv')
   */
  csv(path?: string): string {
    return this.table.csv(path);
  }

  /** As JupyterLab, an exported page and a terminal show it. */
  [SHOW](): MediaBundle {
    const { introductions, ties, removed } = this.found.proposed;
    const what = [
      ...(introductions.length > 0 ? [`Proposed: ${introductions.length} introductions.`] : []),
      ...introductions.map(({ sentence }) => `  ${sentence}`),
      ...(introductions.length === 0 && ties.length > 0 ? [`Proposed: ${ties.length} further ties.`] : []),
      ...(removed.length > 0 ? [`Without ${removed.join(', ')}.`] : []),
    ];
    const periods = this.byPeriod;
    return pageBundle([what.join('\n'), this.table, ...(periods.size === 0 ? [] : [periods])]);
  }

  #notes(): string[] {
    const { adopters, options, input, model, probabilityFrom, seeds } = this.found;
    const { interval, more, same, less } = adopters.difference;
    const from = { adoptions: ', as recorded so far', default: ', a guess: set it with model' };
    const chance =
      model.kind === 'threshold'
        ? ''
        : `, each tie with a chance of ${round(model.probability)}${probabilityFrom === null ? '' : from[probabilityFrom]}`;
    const response = input.response === null ? '' : `; ${Math.round(100 * input.response)} % of those asked answered`;
    return [
      `Model: ${model.kind}${chance}; it begins with ${seeds.proposed.chosen === 'adopters' ? 'those who have adopted' : seeds.proposed.chosen}.`,
      `95 % interval of the difference ${round(interval[0])} to ${round(interval[1])}${interval[0] <= 0 && interval[1] >= 0 ? ', which holds 0: no difference is shown' : ''}; more in ${percent(more)}, the same in ${percent(same)}, fewer in ${percent(less)} of ${options.runs} pairs of runs (seed ${options.seed}).`,
      `${input.members} members, ${input.ties} ties${response}. This compares, it does not foretell: what is proposed is taken to come about.`,
    ];
  }
}

function round(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
