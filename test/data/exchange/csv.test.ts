import { describe, expect, it } from 'vitest';
import { writeCsvTable } from '../../../data/exchange/csv.ts';
import { problemsOf, read, tie } from './support.ts';

/** UTF-16 with a byte order mark, little or big end first. */
function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('a CSV is read as its maker meant it, whatever the spreadsheet and the system', () => {
  const TIES = [tie('ä', 'b', { strength: 0.5 })];
  it.each<[string, string | Uint8Array]>([
    ['UTF-8', 'source,target,weight\nä,b,0.5\n'],
    ['a byte order mark', '\uFEFFsource,target,weight\nä,b,0.5\n'],
    ['decomposed characters', 'source,target,weight\na\u0308,b,0.5\n'],
    ['semicolons and decimal commas', 'source;target;weight\r\nä;b;0,5\r\n'],
    ['semicolons and decimal points', 'source;target;weight\nä;b;0.5\n'],
    ['tabs', 'source\ttarget\tweight\nä\tb\t0,5\n'],
    ['Excel’s separator line', 'sep=;\r\nsource;target;weight\r\nä;b;0,5\r\n'],
    ['old line ends', 'source,target,weight\rä,b,0.5\r'],
    ['no line end at the end', 'source,target,weight\nä,b,0.5'],
    ['UTF-16, little end first', utf16('source\ttarget\tweight\r\nä\tb\t0.5\r\n', false)],
    ['UTF-16, big end first', utf16('source,target,weight\nä,b,0.5\n', true)],
    ['quotes around all', '"source","target","weight"\n"ä","b","0.5"\n'],
    ['trailing empty rows and columns', 'source,target,weight,,\nä,b,0.5,,\n,,,,\n\n'],
    ['blanks around cells', ' source , target , weight \n ä , b , 0.5 \n'],
    ['semicolons inside quoted cells of a comma file', '"source",target,"weight","a;b;c;d;e"\nä,b,0.5,\n'],
  ])('%s', (_, content) => {
    expect(read({ 'edges.csv': content }).records.ties).toEqual(TIES);
  });

  it('a decimal comma is a number in no file with commas', () => {
    expect(problemsOf({ 'edges.csv': 'source,target,weight\na,b,"0,5"\n' })[0]).toMatch(/'0,5', which is not a number/);
    expect(problemsOf({ 'edges.csv': 'source;target;weight\na;b;1.234,5\n' })[0]).toMatch(/'1.234,5', which is not/);
  });

  it.each(['\n', '\r\n', '\r'])('lines are those of the file, also after quoted line ends (%j)', (end) => {
    const text = ['id,note', 'a,"one', 'two', 'three"', '', 'a,x'].join(end);
    expect(problemsOf({ 'nodes.csv': text })).toEqual([
      'nodes.csv:6:id is already a member in nodes.csv line 2; keep one row for each member',
    ]);
  });

  it.each([
    ['an open quote', 'id,x\na,"b\nc,d\n', 'nodes.csv:2:null opens a quote that is never closed'],
    ['a quote within', 'id,x\na,1\nb,2"3\n', 'nodes.csv:3:null has a quote inside a cell that is not quoted'],
    ['text after a quote', 'id,x\na,"1"2\n', 'nodes.csv:2:null has text after a closing quote'],
    ['a zero character', 'id,x\na,1\nb,\0\n', 'nodes.csv:3:null holds a zero character'],
  ])('%s is located', (_, text, problem) => {
    expect(problemsOf({ 'nodes.csv': text })[0]).toContain(problem);
  });

  it('other encodings are refused, not guessed', () => {
    const latin1 = Buffer.from('id,x\nMüller,1\n', 'latin1');
    expect(problemsOf({ 'nodes.csv': latin1 })).toEqual([
      'nodes.csv:2:null is not UTF-8 text; save it as UTF-8 (in Excel: "CSV UTF-8")',
    ]);
  });

  it('cells that a spreadsheet would run are written safe, and read back as they were', () => {
    const dangerous = ['=1+1', '+49', '-x', '@sum', "'=x", "''@", "'plain", 'a"b,c\nd'];
    const text = writeCsvTable(
      ['id', 'x'],
      dangerous.map((cell, index) => [index, cell]),
    );
    const cells = text
      .split('\n')
      .slice(1, 7)
      .map((line) => line.slice(line.indexOf(',') + 1));
    expect(cells).toEqual(["'=1+1", "'+49", "'-x", "'@sum", "''=x", "'''@"]);
    const { records } = read({ 'nodes.csv': text });
    expect(records.members.map(({ attributes }) => attributes.x)).toEqual(dangerous);
    expect(writeCsvTable(['n'], [[-5], [null], [true]])).toBe('n\n-5\n\ntrue\n');
  });
});
