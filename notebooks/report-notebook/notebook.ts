/**
 * The health report as a notebook: every figure, picture and table of the report by a cell of its own, between the
 * report's sentences, and a last cell that holds every number against the report that the notebook was made from.
 *
 * Pure: the same report and the same source give the same bytes.
 */
import type { Report, Section } from '../../analysis/report/report-model.ts';
import { numbersOf } from '../lib/report/numbers.ts';
import { goingOnFrom, quoted } from './going-on.ts';
import { notesProse, sectionProse, titleProse } from './prose.ts';

export interface NotebookSource {
  /** What `open` is given: a network's id, or a path as seen from the notebook. */
  opened: string;
  /** The folder of the running Weft, as seen from the notebook; null where `open` finds it by itself. */
  data: string | null;
  /** `2026-03-31`, or an instant. */
  asOf: string;
  /** The attribute that was asked for; null where the charter's is used. */
  groupBy: string | null;
  /** Whether it is files, whose columns an attribute is named from. */
  isFiles: boolean;
  /** Names in the place of ids. */
  names: boolean;
  /** The command that wrote it. */
  madeBy: string;
}

type Cell = { cell_type: 'markdown' | 'code'; id: string; metadata: object; source: string } & (
  | object
  | { execution_count: null; outputs: [] }
);

/** @param groupBy the attribute that the report looks for silos by; null where there is none. */
export function reportNotebook(report: Report, groupBy: string | null, source: NotebookSource): string {
  const cells: Cell[] = [
    prose('title', titleProse(report, source.madeBy)),
    code('open', openingCode(source)),
    ...report.sections.flatMap((section) => sectionCells(section, groupBy)),
    prose(
      'agreement-words',
      '## Does it agree with the report?\n\nEvery number of the report, held against the one that was written. Where one differs, this cell fails and says which.',
    ),
    code('agreement', `report.agreesWith(${literal(numbersOf(report))})`),
  ];
  const metadata = {
    kernelspec: { display_name: 'TypeScript (Weft)', language: 'typescript', name: 'weft' },
    language_info: { file_extension: '.ts', mimetype: 'text/typescript', name: 'typescript' },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

function openingCode({ opened, data, asOf, groupBy, isFiles, names }: NotebookSource): string {
  const how = {
    ...(data === null ? {} : { data }),
    ...(groupBy !== null && isFiles ? { attributes: [groupBy] } : {}),
  };
  const asked = { ...(groupBy === null ? {} : { groupBy }), ...(names ? { names } : {}) };
  return [
    'import { desc, open } from "weft";',
    '',
    `const network = (await open(${[quoted(opened), ...given(how)].join(', ')})).asOf(${quoted(asOf)});`,
    `const report = await network.report(${given(asked).join('')});`,
    'report.sections',
  ].join('\n');
}

function sectionCells(section: Section, groupBy: string | null): Cell[] {
  const { id, figures, charts, tables, notes } = section;
  const going = goingOnFrom(section, groupBy);
  return [
    prose(id, sectionProse(section)),
    ...(figures.length === 0 ? [] : [code(`${id}-figures`, `report.section(${quoted(id)}).figures`)]),
    ...charts.map((chart) => code(`${id}-chart-${chart.id}`, `report.chart(${quoted(chart.id)})`)),
    ...tables.map((table) => code(`${id}-table-${table.id}`, `report.table(${quoted(table.id)})`)),
    ...(notes.length === 0 ? [] : [prose(`${id}-notes`, notesProse(section))]),
    ...(going === null ? [] : [prose(`${id}-going-on-words`, going.prose), code(`${id}-going-on`, going.code)]),
  ];
}

function prose(id: string, source: string): Cell {
  return { cell_type: 'markdown', id, metadata: {}, source };
}

function code(id: string, source: string): Cell {
  return { cell_type: 'code', execution_count: null, id, metadata: {}, outputs: [], source };
}

/** An object of options as code, where it has any. */
function given(options: object): string[] {
  const entries = Object.entries(options).map(([name, value]) => `${name}: ${inCode(value)}`);
  return entries.length === 0 ? [] : [`{ ${entries.join(', ')} }`];
}

function inCode(value: unknown): string {
  return Array.isArray(value) ? `[${value.map(inCode).join(', ')}]` : JSON.stringify(value);
}

/** Nested objects as code that one can read: names bare where they may be, two blanks of indentation. */
function literal(value: object, indent = ''): string {
  const inner = `${indent}  `;
  const lines = Object.entries(value).map(([name, one]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
    const isNested = typeof one === 'object' && one !== null;
    return `${inner}${key}: ${isNested ? literal(one as object, inner) : inCode(one)},`;
  });
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`;
}
