/** A health report that shows itself: the page that `weft report` writes, within the notebook, and its figures. */
import { extname } from 'node:path';
import { unknownName } from '../../analysis/measure-error.ts';
import { html } from '../../analysis/report/render/safe-html.ts';
import type { Section } from '../../analysis/report/report-model.ts';
import type { DrawnChart } from './chart.ts';
import { WeftError } from './errors.ts';
import type { MeasuringOptions, TieOptions } from './measuring/options.ts';
import { compareNumbers, numbersOf, type ReportNumbers } from './report/numbers.ts';
import { ReportSection } from './report/section.ts';
import { type MediaBundle, SHOW, type ShowsItself } from './show/shows-itself.ts';
import { Table } from './table/table.ts';
import { writeWhole } from './table/write-whole.ts';

export interface ReportOptions {
  /** The attribute by which silos are looked for. Default: the charter's. */
  groupBy?: string;
  /** Names in the place of ids: for stewards. */
  names?: boolean;
  signal?: AbortSignal;
}

/** What a report was made to. */
export interface ReportMade {
  report: {
    title: string;
    asOf: string;
    inputDigest: string;
    smallestGroup: number;
    sections: readonly Section[];
  };
  figures: Readonly<Record<string, number | null>>;
  findings: readonly {
    rule: string;
    metric: string;
    groupBy: string | null;
    value: number | null;
    threshold: number;
    p: number | null;
    response: number | null;
  }[];
  notProposed: readonly { rule: string; reason: string }[];
  ties: TieOptions;
  measuring: MeasuringOptions;
  html: string;
  markdown: string;
  json: string;
}

export class Report implements ShowsItself {
  readonly title: string;
  readonly asOf: string;
  /** Of everything that the report depends on: the same digest, the same report. */
  readonly inputDigest: string;
  /** Metric id, with `@attribute` for metrics that compare groups, to value; null where it cannot be known. */
  readonly figures: Readonly<Record<string, number | null>>;
  /**
   * Which ties it looks at.
   * @example await network.map({ ...report.ties, colour: 'region' })
   */
  readonly ties: TieOptions;
  /**
   * What to measure with so that the figures are those of the report.
   * @example await network.measure({ ...report.measuring, metrics: ['e-i-index', 'mixing-matrix'] })
   */
  readonly measuring: MeasuringOptions;
  /** The page, the text and the data, as they are written. */
  readonly html: string;
  readonly markdown: string;
  readonly json: string;
  readonly #made: ReportMade;
  readonly #sections: readonly ReportSection[];

  constructor(made: ReportMade) {
    this.title = made.report.title;
    this.asOf = made.report.asOf;
    this.inputDigest = made.report.inputDigest;
    this.figures = made.figures;
    this.ties = made.ties;
    this.measuring = made.measuring;
    this.html = made.html;
    this.markdown = made.markdown;
    this.json = made.json;
    this.#made = made;
    this.#sections = made.report.sections.map((one) => new ReportSection(one, made.report.smallestGroup));
  }

  /** What there is in it: each section with its figures, charts and tables. */
  get sections(): Table {
    const all = this.#sections;
    return new Table(
      {
        section: all.map(({ id }) => id),
        title: all.map(({ title }) => title),
        figures: all.map(({ figures }) => figures.size),
        charts: all.map(({ charts }) => charts.map(({ id }) => id).join(', ')),
        tables: all.map(({ tables }) => [...tables.keys()].join(', ')),
      },
      {
        caption: this.title,
        notes: [`As of ${this.asOf.slice(0, 10)}, input digest ${this.inputDigest}`],
      },
    );
  }

  /**
   * A section, with its sentences, figures and tables.
   * @example report.section('silos').figures
   */
  section(id: string): ReportSection {
    return found('section', id, new Map(this.#sections.map((section) => [section.id, section])));
  }

  /**
   * A picture of the report, with the numbers behind it.
   * @example report.chart('mixing-matrix')
   */
  chart(id: string): DrawnChart {
    const all = this.#sections.flatMap(({ charts }) => charts);
    return found('chart', id, new Map(all.map((chart) => [chart.id, chart])));
  }

  /**
   * A table of the report: written as the report writes it, with the numbers in full in its rows.
   * @example report.table('bands')
   */
  table(id: string): Table {
    return found('table', id, new Map(this.#sections.flatMap(({ tables }) => [...tables])));
  }

  /** Every number, short enough to be kept beside a notebook: for `agreesWith`. */
  get numbers(): ReportNumbers {
    return numbersOf(this.#made.report);
  }

  /**
   * Holds every number against those of a report that was made before. Refuses where one differs, and says which.
   * @example report.agreesWith({ input: '…', figures: { Members: 60 }, sections: { silos: '37 numbers, 9c1e52b7a0d4' } })
   */
  agreesWith(before: ReportNumbers): Table {
    return compareNumbers(before, this.numbers);
  }

  /** What rules of the charter saw. */
  get findings(): Table {
    const { findings, notProposed } = this.#made;
    return new Table(
      {
        rule: findings.map(({ rule }) => rule),
        metric: findings.map(({ metric }) => metric),
        groupBy: findings.map(({ groupBy }) => groupBy),
        value: findings.map(({ value }) => value),
        threshold: findings.map(({ threshold }) => threshold),
        p: findings.map(({ p }) => p),
        response: findings.map(({ response }) => response),
      },
      {
        caption: 'Findings',
        notes: notProposed.map(({ rule, reason }) => `${rule}: nothing is proposed, because ${reason}`),
        formats: { response: 'share' },
      },
    );
  }

  /**
   * Writes it to a file: .html, .md or .json.
   * @example report.save('report.html')
   */
  save(path: string): string {
    const written = { '.html': this.html, '.md': this.markdown, '.json': this.json }[extname(path).toLowerCase()];
    if (written === undefined) throw new WeftError('save: name a file that ends in .html, .md or .json.');
    return writeWhole(path, written);
  }

  /** As JupyterLab, an exported page and a terminal show it. */
  [SHOW](): MediaBundle {
    // A frame of its own: the page brings its styles and its policy, and neither is for the notebook.
    const frame = html`<iframe title="${this.title}" srcdoc="${this.html}" sandbox="" style="width: 100%; height: 40em; border: 1px solid #8888"></iframe>`;
    return { 'text/html': frame.markup, 'text/markdown': this.markdown, 'text/plain': this.markdown };
  }
}

function found<Thing>(what: string, id: string, all: ReadonlyMap<string, Thing>): Thing {
  const thing = all.get(id);
  if (thing !== undefined) return thing;
  throw new WeftError(unknownName(`${what} in this report`, id, [...all.keys()]).message);
}
