import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { problemsOf, read, textRow, tie, workbook } from './support.ts';

const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe('a workbook is read as Excel shows it', () => {
  it('a workbook that a library wrote: sheets nodes and edges, numbers, dates, yes and no', async () => {
    const bytes = await writeXlsxFile([
      {
        sheet: 'Nodes',
        data: [
          [{ value: 'id' }, { value: 'Region' }, { value: 'Age' }, { value: 'hub' }],
          [{ value: 1 }, { value: 'North' }, { value: 31.5 }, { value: true }],
          [{ value: 2 }, { value: 'South' }, null, { value: false }],
        ],
      },
      {
        sheet: 'Edges',
        data: [
          [{ value: 'Source' }, { value: 'Target' }, { value: 'Weight' }, { value: 'Date' }],
          [{ value: 1 }, { value: 2 }, { value: 3 }, { value: new Date('2026-02-28T00:00:00Z'), format: 'yyyy-mm-dd' }],
        ],
      },
      { sheet: 'How to fill this in', data: [[{ value: 'Write one row for each' }]] },
    ]).toBuffer();
    const { records, notes } = read({ 'survey.xlsx': bytes });
    expect(records.members).toEqual([
      { member: '1', status: 'active', hub: true, attributes: { Region: 'North', Age: 31.5 } },
      { member: '2', status: 'active', hub: false, attributes: { Region: 'South' } },
    ]);
    expect(records.ties).toEqual([tie('1', '2', { strength: 3, time: '2026-02-28' })]);
    expect(notes).toEqual(['survey.xlsx: sheet How to fill this in is not read; it is no table of ours']);
  });

  it('serial dates in both calendars, times of day, and the day that never was', () => {
    const sheet = (serials: string[]) =>
      `${textRow(1, ['source', 'target', 'time'])}${serials
        .map(
          (v, i) =>
            `<row r="${i + 2}">${text(`A${i + 2}`, 'a')}${text(`B${i + 2}`, `b${i}`)}<c r="C${i + 2}" s="${i === 0 ? 2 : 3}"><v>${v}</v></c></row>`,
        )
        .join('')}`;
    const times = (bytes: Uint8Array) => read({ 'x.xlsx': bytes }).records.ties.map(({ time }) => time);
    expect(times(workbook({ edges: sheet(['46081', '46081.5', '59', '1']) }))).toEqual([
      '2026-02-28',
      '2026-02-28T12:00:00',
      '1900-02-28',
      '1900-01-01',
    ]);
    expect(times(workbook({ edges: sheet(['44619', '0']) }, { is1904: true }))).toEqual(['2026-02-28', '1904-01-01']);
    expect(problemsOf({ 'x.xlsx': workbook({ edges: sheet(['60']) }) })).toEqual([
      'x.xlsx sheet edges:2:C holds a date that no calendar has (Excel knows 29 February 1900); correct it',
    ]);
  });

  it('a number that is no date stays one: currency, and a format that only quotes a word', () => {
    const sheet = `${textRow(1, ['id', 'grant'])}<row r="2">${text('A2', 'a')}<c r="B2" s="2"><v>46081</v></c></row>`;
    const formats = '[$€-407]#,##0.00&quot; days&quot;';
    expect(read({ 'x.xlsx': workbook({ nodes: sheet }, { formats }) }).records.members[0]!.attributes).toEqual({
      grant: 46081,
    });
  });

  it('numbers stored as text, shared and inline texts, formulas by the value that Excel kept', () => {
    const sheet =
      `${textRow(1, ['source', 'target', 'weight'])}` +
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="str"><f>CONCAT("p",2)</f><v>p2</v></c><c r="C2" t="inlineStr"><is><t>2.5</t></is></c></row>' +
      '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="inlineStr"><is><t>p3</t></is></c><c r="C3"><f>1+1</f><v>2</v></c></row>';
    expect(read({ 'x.xlsx': workbook({ edges: sheet }, { shared: ['p1'] }) }).records.ties).toEqual([
      tie('p1', 'p2', { strength: 2.5 }),
      tie('p1', 'p3', { strength: 2 }),
    ]);
  });

  it('rows keep their numbers across gaps, trailing empty rows and columns are nothing', () => {
    const sheet = `${textRow(1, ['id', 'age', ''])}${textRow(1_000_000_000, ['a', '1'])}<row r="1000000007">${text('A1000000007', 'a')}<c r="C1000000007" s="1"/></row><row r="1000000009"/>`;
    const start = performance.now();
    expect(problemsOf({ 'x.xlsx': workbook({ nodes: sheet }) })).toEqual([
      'x.xlsx sheet nodes:1000000007:id is already a member in x.xlsx sheet nodes line 1000000000; keep one row for each member',
    ]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('an error cell is a problem with its place, not a blank', () => {
    const sheet = `${textRow(1, ['id', 'age'])}<row r="2">${text('A2', 'a')}<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`;
    expect(problemsOf({ 'x.xlsx': workbook({ nodes: sheet }) })).toEqual([
      'x.xlsx sheet nodes:2:B holds an error of Excel (such as #N/A); mend the formula or clear the cell',
    ]);
  });
});

describe('a value that only Excel could work out is asked for', () => {
  it('a formula without the value that Excel keeps is a problem, an empty result is a blank', () => {
    const sheet = (cell: string) => `${textRow(1, ['id', 'age'])}<row r="2">${text('A2', 'a')}${cell}</row>`;
    expect(problemsOf({ 'x.xlsx': workbook({ nodes: sheet('<c r="B2"><f>1+1</f></c>') }) })).toEqual([
      'x.xlsx sheet nodes:2:B holds a formula without its value; open the workbook in Excel and save it',
    ]);
    const empty = workbook({ nodes: sheet('<c r="B2" t="str"><f>""</f><v></v></c>') });
    expect(read({ 'x.xlsx': empty }).records.members[0]!.attributes).toEqual({});
  });
});

describe('a workbook made to do harm is refused quickly', () => {
  it.each<[string, () => Uint8Array, RegExp]>([
    ['not a workbook', () => new TextEncoder().encode('id,x\na,1\n'), /is not a workbook that can be opened/],
    ['an empty file', () => new Uint8Array(), /is not a workbook that can be opened/],
    ['a zip of other things', () => zipSync({ 'a.txt': new Uint8Array(9) }), /is not a workbook; save it as .xlsx/],
    ['a zip bomb', () => zipSync({ 'xl/workbook.xml': new Uint8Array(30_000_000) }), /expands to more than 100 times/],
    [
      'entities',
      () =>
        zipSync({
          'xl/workbook.xml': new TextEncoder().encode('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
          'xl/_rels/workbook.xml.rels': new TextEncoder().encode('<Relationships/>'),
        }),
      /declares a document type or an entity/,
    ],
    [
      'a value in the last column',
      () => workbook({ nodes: `<row r="1"><c r="XFD1"><v>1</v></c></row>` }),
      /has a value beyond column 1000/,
    ],
    [
      'no table',
      () => workbook({ Info: textRow(1, ['hello', 'there']) }),
      /has a header that cannot be recognised|holds no|has no sheet/,
    ],
  ])('%s', (_, make, expected) => {
    const bytes = make();
    const start = performance.now();
    const problems = problemsOf({ 'x.xlsx': bytes });
    expect(problems.join('\n')).toMatch(expected);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
