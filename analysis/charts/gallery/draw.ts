/**
 * Draws a chart of the gallery, after looking whether what was asked for can be drawn: unknown charts and options, and
 * what a chart needs and is not there, are refused with the way out.
 */
import type { NetworkRecords } from '../../../data/records/index.ts';
import { byCodePoint } from '../../code-point.ts';
import { waveNames } from '../../graph/select.ts';
import { createExecute } from '../../kernels/execute.ts';
import type { Execute } from '../../kernels/job.ts';
import { MeasureError, unknownName } from '../../measure-error.ts';
import type { Chart } from '../chart.ts';
import { type ChartOptions, COMMON_OPTIONS, type GalleryEntry, type Need, SMALLEST_GROUP } from './entry.ts';
import { GALLERY } from './index.ts';
import { nothingToDraw } from './nothing-to-draw.ts';
import { withTitle } from './with-title.ts';

/**
 * @param id of the gallery.
 * @param execute who carries heavy work out: this machine's threads unless said otherwise.
 * @throws MeasureError with the way out.
 */
export function drawChart(
  records: NetworkRecords,
  id: string,
  options: ChartOptions = {},
  execute: Execute = createExecute(),
): Chart {
  const entry = GALLERY.find((candidate) => candidate.id === id);
  const known = GALLERY.map((candidate) => candidate.id);
  if (entry === undefined) throw unknownName('chart', id, known);
  refuseUnknownOptions(entry, options);
  for (const need of entry.needs) checkNeed(need, entry, records, options);
  const { smallestGroup = SMALLEST_GROUP } = options;
  const members = records.members.filter(({ status }) => status === 'active').length;
  if (members < smallestGroup) {
    return withTitle(nothingToDraw(id, entry.question, `the network has fewer than ${smallestGroup} members`, []));
  }
  return withTitle(entry.draw(records, options, execute));
}

function refuseUnknownOptions({ id, takes }: GalleryEntry, options: ChartOptions): void {
  const known: string[] = [...takes, ...COMMON_OPTIONS];
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  for (const [name] of given) if (!known.includes(name)) throw unknownName(`option of chart ${id}:`, name, known);
}

function checkNeed(need: Need, { id }: GalleryEntry, records: NetworkRecords, options: ChartOptions): void {
  const refuse = (words: string): never => {
    throw new MeasureError(`chart "${id}" needs ${words}`);
  };
  if (need === 'groups' && options.groupBy === undefined) refuse(`groupBy, ${attributesIn(records)}`);
  if (need === 'adoptions' && records.adoptions.length === 0) {
    refuse('adoptions, and this network has none; bring a table of id, practice and time (adoptions.csv)');
  }
  if (need === 'one-practice' && options.practice === undefined && practicesIn(records).length > 1) {
    refuse(`one practice; give practice as ${choice(practicesIn(records))}`);
  }
  if (need === 'contributions' && records.contributions.length === 0) {
    refuse('contributions, and this network has none; they are recorded when members give something to a cycle');
  }
  const waves = waveNames(records);
  if ((need === 'two-waves' || need === 'several-waves') && waves.length < 2) {
    refuse(`two waves to compare, and this network has ${waves.length === 0 ? 'none' : `only ${waves[0]}`}`);
  }
  if (need === 'two-waves' && !Array.isArray(options.wave)) {
    refuse(`two waves to compare; give wave as [earlier, later], from ${waves.join(', ')}`);
  }
}

function attributesIn({ members }: NetworkRecords): string {
  const known = [...new Set(members.flatMap(({ attributes }) => Object.keys(attributes)))].sort(byCodePoint);
  return known.length === 0
    ? 'and no member of this network has an attribute'
    : `an attribute of members: ${choice(known)}`;
}

function practicesIn({ adoptions }: NetworkRecords): string[] {
  return [...new Set(adoptions.map(({ practice }) => practice))].sort(byCodePoint);
}

const MOST_NAMED = 12;

function choice(names: readonly string[]): string {
  const named = names.slice(0, MOST_NAMED).map((name) => `"${name}"`);
  return named.join(', ') + (names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '');
}
