/**
 * The report as Markdown: the same words and tables, and a description in place of each picture.
 *
 * Text of people is escaped so that it stays text: Markdown passes HTML through, and a pipe or a line break ends a cell.
 */
import type { Chart, Report, Section, Table } from '../report-model.ts';
import { date } from '../words.ts';
import { written } from '../written.ts';
import { markdownText as text } from './markdown-text.ts';

export function renderMarkdown(report: Report): string {
  const facts = [`As of ${date(report.asOf)}`, ...(report.phase === null ? [] : [`phase: ${report.phase}`])];
  const blocks = [
    `# ${text(report.title)}`,
    `**Health report.** ${text(facts.join(' · '))}`,
    ...(report.challenge === null ? [] : [`> ${text(report.challenge)}`]),
    ...report.sections.flatMap((section) => sectionBlocks(section, report.smallestGroup)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function sectionBlocks(section: Section, smallest: number): string[] {
  const { figures } = section;
  const tiles: Table = {
    id: `${section.id}-figures`,
    title: '',
    columns: [
      { label: 'figure', format: 'text' },
      { label: 'value', format: 'text' },
      { label: 'note', format: 'text' },
    ],
    rows: figures.map(({ label, value, format, note }) => [label, written(value, format, smallest), note ?? '']),
    note: null,
  };
  return [
    `## ${text(section.title)}`,
    ...section.paragraphs.map(text),
    ...(figures.length === 0 ? [] : tableBlocks(tiles, smallest)),
    ...section.charts.flatMap((chart) => chartBlocks(chart, smallest)),
    ...section.tables.flatMap((table) => tableBlocks(table, smallest)),
    ...section.notes.map((note) => `*${text(note)}*`),
  ];
}

function chartBlocks({ title, description, table }: Chart, smallest: number): string[] {
  return [`### ${text(title)}`, `Picture: ${text(description)}`, ...tableBlocks(table, smallest)];
}

function tableBlocks({ title, columns, rows, note }: Table, smallest: number): string[] {
  if (rows.length === 0) return [];
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  const body = rows.map((row) => line(row.map((cell, at) => text(written(cell, columns[at]!.format, smallest)))));
  const rule = columns.map(({ format }) => (format === 'text' || format === 'date' ? '---' : '---:'));
  return [
    ...(title === '' ? [] : [`**${text(title)}**`]),
    [line(columns.map(({ label }) => text(label))), line(rule), ...body].join('\n'),
    ...(note === null ? [] : [`*${text(note)}*`]),
  ];
}
