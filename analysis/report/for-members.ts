/**
 * The report as every member may see it: the leads' figures, less all that speaks of one person and all that is not shown.
 *
 * It is made from the leads' report and not beside it, so that both say the same. The report is built with a mark in every
 * member's place (`asMark` as its label); whatever carries a mark, or an id, is then left out whole: a sentence, a row, a
 * picture. Rows that hold a suppressed cell go too, so that not even which group is small can be seen.
 */
import { isSuppressed } from '../suppression.ts';
import type { Cell, Chart, Figure, Report, Section, Table } from './report-model.ts';

/** A letter that no word has (Unicode, private use). */
const MARK = '\ue000';

/** What stands in a member's place while the report is built. */
export function asMark(): string {
  return MARK;
}

/** @param ids of everybody on the roster: what names one of them is left out even where it carries no mark. */
export function forMembers(report: Report, ids: readonly string[]): Report {
  const named = namesAny(ids);
  const isFree = (value: unknown): boolean => {
    const text = JSON.stringify(value);
    return !text.includes(MARK) && !named(text);
  };
  return { ...report, sections: report.sections.map((section) => free(section, isFree)) };
}

type IsFree = (value: unknown) => boolean;

function free(section: Section, isFree: IsFree): Section {
  const tables = section.tables.map((table) => freeTable(table, isFree)).filter((table) => table !== null);
  const charts = section.charts.filter((chart) => isFreeChart(chart, isFree));
  const paragraphs = section.paragraphs.filter(isFree);
  const figures = section.figures.filter((figure) => isFreeFigure(figure, isFree));
  const before = section.tables.reduce((sum, { rows }) => sum + rows.length, 0);
  const after = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  const isLess =
    after < before ||
    charts.length < section.charts.length ||
    paragraphs.length < section.paragraphs.length ||
    figures.length < section.figures.length;
  const notes = section.notes.filter(isFree);
  return {
    ...{ ...section, paragraphs, figures, charts, tables },
    notes: isLess ? [...notes, 'What speaks of one person, or of few, is left out here.'] : notes,
  };
}

function isFreeFigure(figure: Figure, isFree: IsFree): boolean {
  return !isSuppressed(figure.value) && isFree(figure);
}

/** A picture stands or falls with the numbers behind it. */
function isFreeChart(chart: Chart, isFree: IsFree): boolean {
  return isFree(chart) && !chart.table.rows.some((row) => row.some(isSuppressed));
}

function freeTable(table: Table, isFree: IsFree): Table | null {
  const { rows, ...rest } = table;
  if (!isFree(rest)) return null;
  const kept = rows.filter((row: Cell[]) => !row.some(isSuppressed) && isFree(row));
  return kept.length === 0 && rows.length > 0 ? null : { ...table, rows: kept };
}

/** Whether a text names one of the ids, as a word of its own: `p1` is not in `p12`, and `x` not in `"x":`. */
function namesAny(ids: readonly string[]): (text: string) => boolean {
  const all = new Set(ids);
  return (text) =>
    [...text.matchAll(/"((?:[^"\\]|\\.)*)"(?!:)/g)].some(([, words]) =>
      words!.split(/[^\p{L}\p{N}_.-]+/u).some((word) => all.has(word) || all.has(word.replace(/[.]+$/, ''))),
    );
}
