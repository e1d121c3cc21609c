/** Where a network is, what waits on whom, and what comes next: asked of its running workflows. People by id. */
import { type MediaBundle, SHOW, type ShowsItself } from '../show/shows-itself.ts';
import { pageBundle } from '../table/page.ts';
import { Table } from '../table/table.ts';

/** What the running workflows and the store say of a network. */
export interface StatusFacts {
  readonly network: string;
  readonly name: string;
  /** The programme's clock. */
  readonly now: string;
  readonly phase: string;
  /** Since when, and why. */
  readonly since: string | null;
  readonly because: string | null;
  readonly cycle: number;
  readonly stage: string | null;
  /** False where no worker answers for it. */
  readonly answers: boolean;
  readonly waiting: readonly {
    readonly on: string;
    readonly action: string;
    readonly about: string;
    readonly since: string;
    readonly until: string | null;
  }[];
  readonly next: readonly { readonly what: string; readonly at: string }[];
  readonly health: {
    readonly check: string;
    readonly asOf: string;
    readonly response: number | null;
    readonly figures: Readonly<Record<string, number | null>>;
  } | null;
  /** How many proposals there are of each standing. */
  readonly proposals: Readonly<Record<string, number>>;
  readonly members: Readonly<Record<string, number>>;
  /** The newest report for people, as a file. */
  readonly report: string | null;
  /** Whether proposals may be made. */
  readonly switch: 'on' | 'off';
}

export class Status implements ShowsItself {
  readonly facts: StatusFacts;

  constructor(facts: StatusFacts) {
    this.facts = facts;
  }

  get phase(): string {
    return this.facts.phase;
  }

  /**
   * What waits on whom until when.
   * @example (await network.status()).waiting.filter((d) => d.for === 'approve')
   */
  get waiting(): Table {
    const { waiting } = this.facts;
    return new Table(
      {
        for: waiting.map(({ action }) => action),
        about: waiting.map(({ about }) => about),
        on: waiting.map(({ on }) => on),
        until: waiting.map(({ until }) => until?.slice(0, 10) ?? null),
      },
      { caption: waiting.length === 0 ? 'Nothing waits on anybody' : 'Waiting' },
    );
  }

  /** What happens by itself, and when. */
  get next(): Table {
    const { next } = this.facts;
    return new Table(
      { when: next.map(({ at }) => at.slice(0, 10)), what: next.map(({ what }) => what) },
      { caption: 'Next, by itself' },
    );
  }

  /** As JupyterLab, an exported page and a terminal show it. */
  [SHOW](): MediaBundle {
    const { name, network, now, phase, since, because, stage, cycle, answers, health, report } = this.facts;
    const where = [
      phase,
      ...(cycle > 0 ? [`cycle ${cycle}`] : []),
      ...(stage === null || stage === phase ? [] : [stage]),
    ];
    const lines = [
      `${name} (${network}), ${now.slice(0, 10)}`,
      `${where.join(', ')}${since === null ? '' : ` since ${since.slice(0, 10)}`}${because === null ? '' : `: ${because}`}`,
      `members: ${counts(this.facts.members)}; proposals: ${counts(this.facts.proposals)}`,
      ...(answers ? [] : ['Its workflow does not answer: is the worker running? (weft start)']),
      ...(this.facts.switch === 'off' ? ['Proposals are switched off (resume-proposals lets them go on).'] : []),
      health === null
        ? 'No health check yet.'
        : `Last health check ${health.asOf.slice(0, 10)}${health.response === null ? '' : `, ${Math.round(100 * health.response)} % responded`}`,
      ...(report === null ? [] : [`report: ${report}`]),
    ];
    const tables = [this.waiting, this.next].filter(({ size }) => size > 0);
    return pageBundle([lines.join('\n'), ...tables]);
  }
}

function counts(of: Readonly<Record<string, number>>): string {
  const said = Object.entries(of).flatMap(([word, count]) => (count > 0 ? [`${count} ${word}`] : []));
  return said.length === 0 ? 'none' : said.join(', ');
}
