/**
 * Every number of a health report, short enough for a cell: its headline figures as they are, and those of each section
 * (figures, tables, pictures) as their count and a digest. A notebook made from a report carries them, and so can say
 * whether it still says the same, and if not, where. Only what the report shows: small groups are suppressed in it.
 */
import { createHash } from 'node:crypto';
import type { Section } from '../../../analysis/report/report-model.ts';
import { written } from '../../../analysis/report/written.ts';
import { WeftError } from '../errors.ts';
import { Table } from '../table/table.ts';

export interface ReportNumbers {
  /** Digest of the facts and settings that the report was made of. */
  readonly input: string;
  /** The headline figures of all sections, by their names; null where one cannot be known. */
  readonly figures: Readonly<Record<string, number | string | null>>;
  /** Section id to "37 numbers, 9c1e52b7a0d4". */
  readonly sections: Readonly<Record<string, string>>;
}

export interface Numbered {
  readonly inputDigest: string;
  readonly smallestGroup: number;
  readonly sections: readonly Section[];
}

export function numbersOf({ inputDigest, sections, smallestGroup }: Numbered): ReportNumbers {
  const named = sections.flatMap(({ id, figures }) => figures.map((figure) => ({ id, ...figure })));
  const isTwice = (label: string): boolean => named.filter((one) => one.label === label).length > 1;
  return {
    input: inputDigest,
    figures: Object.fromEntries(
      named.map(({ id, label, value, format }) => [
        isTwice(label) ? `${label} (${id})` : label,
        value === null || typeof value === 'number' ? value : written(value, format, smallestGroup),
      ]),
    ),
    sections: Object.fromEntries(
      sections.map(({ id, figures, charts, tables }) => [id, shortly(numbersIn([figures, charts.map(drawn), tables]))]),
    ),
  };
}

/** @throws WeftError with everything that differs. */
export function compareNumbers(before: ReportNumbers, now: ReportNumbers): Table {
  const figures = rowsOf(before.figures, now.figures, (key) => key);
  const sections = rowsOf(before.sections, now.sections, (key) => `section “${key}”`);
  const rows = [...figures, ...sections];
  const different = rows.filter(({ inReport, here }) => inReport !== here);
  if (different.length > 0) {
    const why =
      before.input === now.input
        ? 'The facts and settings are the same, so that another version of Weft counts otherwise.'
        : 'The facts or settings are not those that the report was made of: its input had another digest.';
    const each = different.map(({ what, inReport, here }) => `  ${what}: ${inReport} in the report, ${here} here`);
    throw new WeftError(
      `${different.length} of ${rows.length} do not agree with the report.\n${each.join('\n')}\n${why}`,
    );
  }
  return new Table(
    {
      what: rows.map(({ what }) => what),
      'in the report': rows.map(({ inReport }) => inReport),
      here: rows.map(({ here }) => here),
      agrees: rows.map(({ inReport, here }) => inReport === here),
    },
    {
      caption: `All figures agree exactly: ${figures.length} headline figures, and every number of ${sections.length} sections`,
      notes:
        before.input === now.input
          ? [`The same facts and settings: input digest ${now.input}`]
          : [
              `From other facts or settings all the same: input digest ${before.input} in the report, ${now.input} here`,
            ],
    },
  );
}

interface Compared {
  what: string;
  inReport: string;
  here: string;
}

function rowsOf(
  before: Readonly<Record<string, number | string | null>>,
  now: Readonly<Record<string, number | string | null>>,
  name: (key: string) => string,
): Compared[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const said = (all: typeof before, key: string): string => {
    if (!Object.hasOwn(all, key)) return 'not there';
    return all[key] === null ? 'not known' : String(all[key]);
  };
  return keys.map((key) => ({ what: name(key), inReport: said(before, key), here: said(now, key) }));
}

/** What a picture draws: its data, and not how wide its lines are. */
function drawn({ table, spec }: Section['charts'][number]): unknown {
  return [table, dataIn(spec)];
}

function dataIn(spec: unknown): unknown[] {
  if (typeof spec !== 'object' || spec === null) return [];
  return Object.entries(spec).flatMap(([key, value]) =>
    key === 'data' || key === 'datasets' ? [value] : dataIn(value),
  );
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

function shortly(numbers: readonly number[]): string {
  const digest = createHash('sha256').update(JSON.stringify(numbers)).digest('hex').slice(0, 12);
  return `${numbers.length} ${numbers.length === 1 ? 'number' : 'numbers'}, ${digest}`;
}
