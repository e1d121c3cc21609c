/** Who should meet whom, as a cell works with it: ranked, with reasons; `propose` takes it as it is. */
import type { TieOptions } from '../measuring/options.ts';
import { tableOf } from '../records-tables.ts';
import { type MediaBundle, SHOW, type ShowsItself } from '../show/shows-itself.ts';
import type { IntroduceOptions } from '../simulating/options.ts';
import { reasonColumn } from '../table/shown.ts';
import type { Row, Table } from '../table/table.ts';

export interface IntroductionsOptions extends IntroduceOptions, TieOptions {
  /** The attribute whose groups are looked at. */
  groupBy?: string;
  signal?: AbortSignal;
}

/** Every option; any other is refused. */
export const INTRODUCTIONS_OPTIONS = [
  ...['aim', 'count', 'maxPerMember', 'groupBy', 'type', 'wave', 'undirected', 'minStrength', 'signal'],
] as const;

/** One introduction, with what it would do and why. */
export interface RankedPair {
  readonly members: readonly [string, string];
  /** Pairs of members brought within two steps. */
  readonly reachGained: number;
  readonly eiChange: number | null;
  readonly distanceNow: number | null;
  readonly commonContacts: number;
  /** What the busier of the two carries. */
  readonly load: number;
  readonly sentence: string;
}

export class Introductions implements ShowsItself {
  /** The pairs, best first. */
  readonly pairs: readonly (readonly [string, string])[];
  readonly #ranked: readonly RankedPair[];
  readonly #notes: readonly string[];

  constructor(ranked: readonly RankedPair[], notes: readonly string[]) {
    this.pairs = ranked.map(({ members }) => members);
    this.#ranked = ranked;
    this.#notes = notes;
  }

  /** One row an introduction: what it would do, and why. */
  get table(): Table {
    const rows = this.#ranked.map(
      (one, at): Row => ({
        rank: at + 1,
        introduce: one.members[0],
        to: one.members[1],
        'brings within two steps': one.reachGained,
        'e-i change': one.eiChange,
        [reasonColumn('e-i change')]: one.eiChange === null ? 'no ties yet, or no groups' : null,
        'steps now': one.distanceNow,
        [reasonColumn('steps now')]: one.distanceNow === null ? 'no way between them' : null,
        'common contacts': one.commonContacts,
        load: one.load,
        why: one.sentence,
      }),
    );
    const columns = ['rank', 'introduce', 'to', 'brings within two steps', 'e-i change', reasonColumn('e-i change')];
    return tableOf([...columns, 'steps now', reasonColumn('steps now'), 'common contacts', 'load', 'why'], rows, {
      caption: 'Introductions that would help most',
      notes: this.#notes,
    });
  }

  /**
   * The rows as CSV: the text, or with a path the file that was written.
   * @example (await network.introductions({ groupBy: 'region' })).csv('introductions.csv')
   */
  csv(path?: string): string {
    return this.table.csv(path);
  }

  /** As JupyterLab, an exported page and a terminal show it. */
  [SHOW](): MediaBundle {
    return this.table[SHOW]();
  }
}
