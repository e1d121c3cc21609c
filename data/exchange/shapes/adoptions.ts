/**
 * A table of adoptions: who took up a practice, and when. A blank time, or censored = 1, says that the member had not
 * taken it up while observed (until the time, where there is one).
 */
import type { ObservedTime } from '../../records/index.ts';
import { columnOf, memberColumnOf, spellingsOf } from '../columns.ts';
import { shown } from '../import-error.ts';
import type { Table } from '../table.ts';
import { readTime, readYesNo, WRITE_A_TIME } from '../values.ts';
import { checkId, checkOneKindOfTime, knownMembers, type Reading, shortEnough, unknownMember } from './reading.ts';

/** The practice where a file tells of one only and does not name it. */
export const DEFAULT_PRACTICE = 'practice';

export function readAdoptions(table: Table, reading: Reading): void {
  const { problems, records } = reading;
  const idColumn = memberColumnOf(table);
  const timeColumn = columnOf(table, 'time');
  const censoredColumn = columnOf(table, 'censored');
  const practiceColumn = columnOf(table, 'practice');
  if (idColumn < 0) {
    problems.add(
      table.file,
      table.headerLine,
      'id',
      `has no column that says who; name one id (or ${spellingsOf('id')})`,
    );
  }
  if (timeColumn < 0) {
    const message = `has no column that says when; name one time (or ${spellingsOf('time')})`;
    problems.add(table.file, table.headerLine, 'time', message);
  }
  if (idColumn < 0 || timeColumn < 0) return;
  const isKnown = knownMembers(reading);
  const seen = new Map<string, number>();
  const times: { time: ObservedTime | null; line: number }[] = [];

  for (const row of table.rows) {
    const before = problems.total;
    const id = row.cells[idColumn]!;
    const idHeader = table.header[idColumn]!;
    if (checkId(id, table.file, row.line, idHeader, 'an adoption is somebody’s', problems) && isKnown?.(id) === false) {
      problems.add(table.file, row.line, idHeader, unknownMember(id));
    }
    const practice = (practiceColumn < 0 ? '' : row.cells[practiceColumn]!) || DEFAULT_PRACTICE;
    shortEnough(practice, 60, table.file, row.line, table.header[practiceColumn]!, problems);
    const text = row.cells[timeColumn]!;
    const time = text === '' ? null : readTime(text, table.decimalComma);
    if (text !== '' && time === null) {
      problems.add(table.file, row.line, table.header[timeColumn]!, `is ${shown(text)}; ${WRITE_A_TIME}`);
    }
    const flag = censoredColumn < 0 ? false : readYesNo(row.cells[censoredColumn]!);
    if (flag === null) {
      const message = 'is neither 1 (not adopted by then) nor 0 (adopted then); write one of them';
      problems.add(table.file, row.line, table.header[censoredColumn]!, message);
    }
    const key = JSON.stringify([practice, id]);
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, row.line);
    else problems.add(table.file, row.line, idHeader, `has the same member and practice as line ${earlier}; keep one`);
    if (problems.total > before) continue;
    times.push({ time, line: row.line });
    records.adoptions.push({ member: id, practice, time, censored: flag === true || time === null });
  }
  checkOneKindOfTime(times, table.file, table.header[timeColumn]!, problems);
}
