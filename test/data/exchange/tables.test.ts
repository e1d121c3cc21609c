import { describe, expect, it } from 'vitest';
import { ImportError, mapIds } from '../../../data/exchange/index.ts';
import { problemsOf, read, tie } from './support.ts';

const EDGES = 'source,target\na,b\n';

describe('a plain folder is read as it is meant: every usual spelling, nothing guessed', () => {
  it('nodes, edges and adoptions become members, ties and adoptions', () => {
    const { records, directed, membersInferred } = read({
      'nodes.csv': 'id,region,age\na,North,31\nb,South,\nc,North,40\n',
      'edges.csv':
        'source,target,type,weight,wave,time\na,b,advice,2,1,2026-01-31\nb,a,advice,0.5,1,2026-02-28T09:30\n',
      'adoptions.csv': 'id,time,censored\na,1,0\nb,,\nc,9,1\n',
    });
    expect(records.members).toEqual([
      { member: 'a', status: 'active', hub: false, attributes: { region: 'North', age: 31 } },
      { member: 'b', status: 'active', hub: false, attributes: { region: 'South' } },
      { member: 'c', status: 'active', hub: false, attributes: { region: 'North', age: 40 } },
    ]);
    expect(records.ties).toEqual([
      tie('a', 'b', { type: 'advice', strength: 2, wave: '1', time: '2026-01-31' }),
      tie('b', 'a', { type: 'advice', strength: 0.5, wave: '1', time: '2026-02-28T09:30' }),
    ]);
    expect(records.adoptions).toEqual([
      { member: 'a', practice: 'practice', time: 1, censored: false },
      { member: 'b', practice: 'practice', time: null, censored: true },
      { member: 'c', practice: 'practice', time: 9, censored: true },
    ]);
    expect([directed, membersInferred]).toEqual([undefined, false]);
  });

  it.each(['source,target', 'Source,Target', 'FROM,to', 'ego;alter', 'Von\tNach', ' from , to '])(
    'the header %j names who and whom',
    (header) => {
      const separator = /[;\t]/.exec(header)?.[0] ?? ',';
      expect(read({ 'edges.csv': `${header}\na${separator}b\n` }).records.ties).toEqual([tie('a', 'b')]);
    },
  );

  it('without nodes.csv members are those whom ties name, in order', () => {
    const { records, membersInferred } = read({ 'edges.csv': 'source,target\nz,b\nb,a\n' });
    expect(records.members.map((member) => member.member)).toEqual(['a', 'b', 'z']);
    expect(membersInferred).toBe(true);
  });

  it('a network that has members gets none inferred, and ties may name them', () => {
    const { records, membersInferred } = read({ 'ties.csv': EDGES }, { knownMembers: new Set(['a', 'b']) });
    expect([records.members, membersInferred]).toEqual([[], false]);
    expect(problemsOf({ 'ties.csv': EDGES }, { knownMembers: new Set(['a']) })).toHaveLength(1);
    const roster = { 'roster.csv': 'id,team,answered\na,x,yes\np7,x,no\n' };
    expect(problemsOf(roster, { knownMembers: new Set(['a']) })[0]).toContain("roster.csv:3:id names 'p7'");
    expect(read(roster, { knownMembers: new Set(['a', 'p7']) }).records.members).toEqual([]);
  });

  it('members without ties count, rows that are alike are numbered, self-ties and negative strengths are kept', () => {
    const { records, notes } = read({
      'nodes.csv': 'id\na\nb\nlone\n',
      'edges.csv': 'source,target,weight\na,b,1\na,b,1\na,a,-2\n',
    });
    expect(records.members).toHaveLength(3);
    expect(records.ties.map((one) => one.occurrence)).toEqual([0, 1, 0]);
    expect(notes.join()).toMatch(/1 tie has a negative strength/);
  });

  it('a negative strength is refused in its place once strengths are used', () => {
    expect(problemsOf({ 'edges.csv': 'from,to,weight\na,b,1\nb,a,-2\n' }, { strengthsUsed: true })).toEqual([
      "edges.csv:3:weight is '-2'; where strengths are used none may be negative, so leave the tie out or measure without",
    ]);
  });

  it('Gephi’s Type column says the direction; a mutual tie is two, and a mixture is refused', () => {
    const all = read({ 'edges.csv': 'Source,Target,Type,Id\na,b,Undirected,0\n' });
    expect([all.directed, all.records.ties]).toEqual([false, [tie('a', 'b')]]);
    const mutual = read({ 'edges.csv': 'Source,Target,Type\na,b,Mutual\nb,c,Directed\n' });
    expect(mutual.directed).toBe(true);
    expect(mutual.records.ties).toEqual([tie('a', 'b'), tie('b', 'a'), tie('b', 'c')]);
    expect(problemsOf({ 'edges.csv': 'Source,Target,Type\na,b,Undirected\nb,c,Directed\n' })[0]).toContain(
      'edges.csv:3:null has a direction among ties that have none; write an undirected tie among directed ones as two',
    );
  });

  it('ids such as constructor, __proto__ and 村上 are ids like any other', () => {
    const { records } = read({
      'nodes.csv': 'id,constructor\nconstructor,x\n__proto__,y\n村上,x\n',
      'edges.csv': 'source,target\nconstructor,__proto__\n__proto__,村上\n',
    });
    expect(records.members.map((member) => member.member)).toEqual(['constructor', '__proto__', '村上']);
    expect(Object.entries(records.members[1]!.attributes)).toEqual([['constructor', 'y']]);
    const mapped = mapIds(records, (ref) => `m-${ref.length}`);
    expect(mapped.ties.map(({ from, to }) => [from, to])).toEqual([
      ['m-11', 'm-9'],
      ['m-9', 'm-2'],
    ]);
    expect(problemsOf({ 'nodes.csv': 'id,__proto__\na,b\n' })[0]).toMatch(/__proto__, which is not safe; rename it/);
  });
});

describe('a survey keeps who was asked and did not answer', () => {
  const TIES = 'from,to,strength,wave\na,b,3,1\n';

  it('asked and answered as yes and no, by wave, with the dates of the wave', () => {
    const { records } = read({
      'members.csv': 'id\na\nb\nc\n',
      'roster.csv':
        'id,wave,asked,answered,opens,closes\na,1,yes,yes,2026-01-12,2026-01-26\nb,1,yes,no,2026-01-12,2026-01-26\nc,1,no,no,,\n',
      'survey-ties.csv': TIES,
    });
    expect(records.responses).toEqual([
      { wave: '1', member: 'a', status: 'answered' },
      { wave: '1', member: 'b', status: 'no-answer' },
    ]);
    expect(records.waves).toEqual([
      { wave: '1', types: ['tie'], opens: '2026-01-12T00:00:00.000Z', closes: '2026-01-26T00:00:00.000Z' },
    ]);
  });

  it('asked and answered as dates, which also say when the wave was open', () => {
    const { records } = read({
      'roster.csv': 'id,asked,answered\na,2026-01-12,2026-01-14\nb,2026-01-13,2026-01-20\nc,2026-01-12,\n',
      'ties.csv': 'from,to,wave\na,b,1\n',
    });
    expect(records.responses.map(({ status }) => status)).toEqual(['answered', 'answered', 'no-answer']);
    expect(records.waves[0]).toMatchObject({ opens: '2026-01-12T00:00:00.000Z', closes: '2026-01-20T00:00:00.000Z' });
    expect(records.members.map(({ member }) => member)).toEqual(['a', 'b', 'c']);
  });

  it('a status; a roster that also describes the members, once for each', () => {
    const { records, people, notes } = read({
      'roster.csv':
        'wave,id,Name,region,status\n1,a,Ann Bee,North,answered\n1,b,Cy Dee,South,refused\n2,a,Ann Bee,North,asked\n2,b,Cy Dee,South,\n',
    });
    expect(records.responses.map(({ status }) => status)).toEqual(['answered', 'refused', 'asked', 'asked']);
    expect(records.members.map(({ attributes }) => attributes)).toEqual([{ region: 'North' }, { region: 'South' }]);
    expect(people).toEqual([
      { ref: 'a', name: 'Ann Bee' },
      { ref: 'b', name: 'Cy Dee' },
    ]);
    expect(notes.join('\n')).toMatch(/wave 1: no file says when it opened/);
  });
});

describe('what identifies a person goes to the people, never to the attributes', () => {
  it('personal columns by their headers in four languages', () => {
    const { records, people } = read({
      'members.csv':
        'id;Vorname;Nachname;E-Mail;Téléphone;Dirección;access needs;Region;hub;status\n' +
        'p1;Ann;Bee;ann@example.org;123;Calle 1;ramp;North;ja;invited\np2;;;;;;;South;;\n',
    });
    expect(records.members).toEqual([
      { member: 'p1', status: 'invited', hub: true, attributes: { Region: 'North' } },
      { member: 'p2', status: 'active', hub: false, attributes: { Region: 'South' } },
    ]);
    expect(people).toEqual([
      {
        ref: 'p1',
        name: 'Ann Bee',
        email: 'ann@example.org',
        accessNeeds: 'ramp',
        other: { Téléphone: '123', Dirección: 'Calle 1' },
      },
    ]);
  });

  it('texts of which nearly all differ, unless they are declared; addresses under any header', () => {
    const rows = Array.from({ length: 12 }, (_, index) => `p${index},badge${index},x${index}@example.org,${index % 3}`);
    const files = { 'members.csv': `id,Badge,contact,team\n${rows.join('\n')}\n` };
    const { records, people, notes } = read(files);
    expect(records.members[0]!.attributes).toEqual({ team: 0 });
    expect(people[0]).toEqual({ ref: 'p0', other: { Badge: 'badge0', contact: 'x0@example.org' } });
    expect(notes).toEqual([
      'members.csv: column Badge is kept with the people, not as an attribute, because nearly every member has another value',
      'members.csv: column contact is kept with the people, not as an attribute, because it holds e-mail addresses',
    ]);
    expect(read(files, { attributes: ['badge'] }).records.members[0]!.attributes).toEqual({ Badge: 'badge0', team: 0 });
  });

  it('no message shows a value of a personal column, or an id that may be a name', () => {
    const message = problemsOf({
      'nodes.csv': 'id,name\nJane Roe,Secret Name\nJane Roe,Other Secret\n',
      'edges.csv': 'source,target,weight\nJane Roe,Somebody Else,heavy\np07,Jane Roe,1\n',
    }).join('\n');
    expect(message).not.toMatch(/Jane|Secret|Somebody/);
    expect(message).toContain('edges.csv:2:target names this person, who is not among the members');
    expect(message).toContain("edges.csv:3:source names 'p07', who is not among the members");
  });
});

describe('what is wrong is named by file, line and column, all of it at once, and nothing is imported', () => {
  const NODES = 'id\na\nb\n';
  it.each<[string, Record<string, string>, string]>([
    ['a ragged row', { 'edges.csv': 'source,target\na,b,c\n' }, 'edges.csv:2:null has 3 cells where the header has 2'],
    ['a member twice', { 'nodes.csv': 'id\na\nb\na\n' }, 'nodes.csv:4:id is already a member in nodes.csv line 2'],
    [
      'a tie to somebody unknown',
      { 'nodes.csv': NODES, 'edges.csv': 'source,target\na,p9\n' },
      "edges.csv:2:target names 'p9'",
    ],
    ['a tie to nobody', { 'edges.csv': 'source,target\na,\n' }, 'edges.csv:2:target is blank'],
    [
      'a weight that is text',
      { 'edges.csv': 'from,to,weight\na,b,high\n' },
      "edges.csv:2:weight is 'high', which is not a number",
    ],
    ['NaN', { 'edges.csv': 'from,to,weight\na,b,1\na,b,NaN\n' }, "edges.csv:3:weight is 'NaN'"],
    ['an infinite weight', { 'edges.csv': 'from,to,weight\na,b,Infinity\n' }, 'edges.csv:2:weight'],
    [
      'a blank among filled weights',
      { 'edges.csv': 'from,to,Strength\na,b,1\nb,a,\n' },
      'edges.csv:3:Strength is blank while others are filled',
    ],
    [
      'a day that no calendar has',
      { 'edges.csv': 'from,to,time\na,b,31/02/2026\n' },
      "edges.csv:2:time is '31/02/2026'; write a date as 2026-02-28",
    ],
    [
      'an ISO day that no calendar has',
      { 'edges.csv': 'from,to,time\na,b,2026-02-30\n' },
      "edges.csv:2:time is '2026-02-30'",
    ],
    ['a date of two readings', { 'edges.csv': 'from,to,time\na,b,03/04/2026\n' }, "edges.csv:2:time is '03/04/2026'"],
    ['an hour that no day has', { 'edges.csv': 'from,to,time\na,b,2026-02-28T25:00\n' }, 'edges.csv:2:time'],
    [
      'a header that nobody knows',
      { 'data.csv': 'foo,bar\n1,2\n' },
      'data.csv:1:null has a header that cannot be recognised',
    ],
    [
      'ties without whom',
      { 'edges.csv': 'source,strength\na,1\n' },
      'edges.csv:1:target has no column that says who is named',
    ],
    [
      'a doubled header',
      { 'nodes.csv': 'id,Age,age\na,1,2\n' },
      'nodes.csv:1:number 3 has the same header as column number 2',
    ],
    ['a missing header', { 'nodes.csv': 'id,\na,1\n' }, 'nodes.csv:1:number 2 has no header, but line 2 has a value'],
    ['an empty file', { 'nodes.csv': '\n \n' }, 'nodes.csv:null:null is empty'],
    [
      'an adoption twice',
      { 'nodes.csv': NODES, 'adoptions.csv': 'id,time\na,1\na,2\n' },
      'adoptions.csv:3:id has the same member and practice as line 2',
    ],
    [
      'periods and dates mixed',
      { 'nodes.csv': NODES, 'adoptions.csv': 'id,time\na,1\nb,2026-01-01\n' },
      'adoptions.csv:3:time is a date where line 2 has a period number',
    ],
    [
      'an unclear censoring',
      { 'nodes.csv': NODES, 'adoptions.csv': 'id,time,censored\na,1,perhaps\n' },
      'adoptions.csv:2:censored is neither 1',
    ],
    ['control characters', { 'nodes.csv': 'id\na\u0007\n' }, 'nodes.csv:2:id holds control characters'],
    ['an unknown ending', { 'nodes.doc': 'id\n' }, 'nodes.doc:null:null has an ending that is not known'],
  ])('%s', (_, files, expected) => {
    const problems = problemsOf(files);
    expect(problems[0]).toContain(expected);
    expect(problems).toHaveLength(1);
  });

  it('problems of all files are found together', () => {
    const problems = problemsOf({
      'nodes.csv': 'id,x\na,1\nb\n',
      'edges.csv': 'source,target,weight,time\na,b,x,1\na,zz,1,yesterday\n',
      'adoptions.csv': 'id,time\na,soon\n',
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'nodes.csv:3:null',
      'edges.csv:2:weight',
      'edges.csv:3:time',
      'adoptions.csv:2:time',
    ]);
  });

  it('a thousand alike are counted, a hundred kept', () => {
    const rows = Array.from({ length: 1000 }, () => 'a,b,x').join('\n');
    try {
      read({ 'edges.csv': `from,to,weight\n${rows}\n` });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ImportError);
      expect(error).toMatchObject({ total: 1000, problems: { length: 100 } });
      expect(String(error)).toMatch(/and 980 more problems; nothing was imported/);
    }
  });
});
