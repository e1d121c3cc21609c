/** A health report that shows itself: the page that `weft report` writes, within the notebook, and its figures. */
import { extname } from 'node:path';
import { html } from '../../analysis/report/render/safe-html.ts';
import { WeftError } from './errors.ts';
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
  report: { title: string; asOf: string; inputDigest: string };
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
  /** The page, the text and the data, as they are written. */
  readonly html: string;
  readonly markdown: string;
  readonly json: string;
  readonly #made: ReportMade;

  constructor(made: ReportMade) {
    this.title = made.report.title;
    this.asOf = made.report.asOf;
    this.inputDigest = made.report.inputDigest;
    this.figures = made.figures;
    this.html = made.html;
    this.markdown = made.markdown;
    this.json = made.json;
    this.#made = made;
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
