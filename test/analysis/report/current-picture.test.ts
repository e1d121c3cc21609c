import { describe, expect, it } from 'vitest';
import { currentPicture } from '../../../analysis/report/current-picture.ts';
import type { NetworkRecords } from '../../../data/records/index.ts';
import { member, noRecords, tie } from '../../support/networks.ts';

const POLICY = { smallestResponse: 0.5 };

/** A wave of four people: one letter each, (a)nswered, (n)o answer, still as(k)ed. Each who answered names the next. */
function wave(name: string, statuses: string, opens = `2026-0${name}-01T09:00:00.000Z`): Partial<NetworkRecords> {
  const status = { a: 'answered', n: 'no-answer', k: 'asked' } as const;
  const people = [...statuses].map((letter, at) => ({ id: `p${at}`, letter: letter as keyof typeof status }));
  return {
    waves: [{ wave: name, types: ['advice'], opens, closes: opens }],
    responses: people.map(({ id, letter }) => ({ wave: name, member: id, status: status[letter] })),
    ties: people.flatMap(({ id, letter }, at) => (letter === 'a' ? [tie(id, `p${(at + 1) % 4}`, { wave: name })] : [])),
  };
}

function records(...parts: Partial<NetworkRecords>[]): NetworkRecords {
  const all = noRecords();
  all.members = ['p0', 'p1', 'p2', 'p3'].map((id) => member(id, 'north'));
  for (const part of parts) {
    all.waves.push(...(part.waves ?? []));
    all.responses.push(...(part.responses ?? []));
    all.ties.push(...(part.ties ?? []));
  }
  return all;
}

describe('the current picture is the newest wave that is over or answered enough, with what no wave asked for', () => {
  it.each([
    ['one wave that is over', [wave('1', 'aana')], '1', null, 0.75],
    ['the newer of two', [wave('1', 'aana'), wave('2', 'aaaa')], '2', '1', 1],
    ['a wave that has only begun waits', [wave('1', 'aana'), wave('2', 'akkk')], '1', null, 0.75],
    ['an open wave answered by half counts', [wave('1', 'aana'), wave('2', 'aakk')], '2', '1', 0.5],
    ['a wave that ended with few answers is not passed over', [wave('1', 'aaaa'), wave('2', 'annn')], '2', '1', 0.25],
    ['nobody answered at all', [wave('1', 'aaaa'), wave('2', 'nnnn')], '2', '1', 0],
    ['the first answers are better than nothing', [wave('1', 'akkk')], '1', null, 0.25],
    ['asked, and no answer yet', [wave('1', 'kkkk')], null, null, null],
    ['no wave', [], null, null, null],
    [
      'order by opening, not by name',
      [wave('9', 'aaaa', '2026-09-01T09:00:00.000Z'), wave('10', 'anan')],
      '9',
      '10',
      1,
    ],
  ])('%s', (_, waves, current, earlier, response) => {
    const { wave: now, earlierWave, response: rate } = currentPicture(records(...waves), POLICY);
    expect({ now, earlierWave, rate }).toEqual({ now: current, earlierWave: earlier, rate: response });
  });

  it('takes no tie of another wave, and every tie of none', () => {
    const given = records(wave('1', 'aaaa'), wave('2', 'aann'), {
      ties: [tie('p0', 'p2', { wave: null, type: 'introduced' })],
    });
    const { records: now } = currentPicture(given, POLICY);
    expect(now.ties.map(({ wave: of }) => of)).toEqual(['2', '2', null]);
    expect(now.waves.map(({ wave: of }) => of)).toEqual(['2']);
    expect(new Set(now.responses.map(({ wave: of }) => of))).toEqual(new Set(['2']));
  });

  it('waves of files, of which only the name is known, follow by number', () => {
    const ties = ['2', '10', '9'].map((name) => tie('p0', 'p1', { wave: name }));
    expect(currentPicture(records({ ties }), POLICY)).toMatchObject({ wave: '10', earlierWave: '9', response: null });
  });

  it('the charter’s types choose among waves and ties, and introduced ties always count', () => {
    const trust = wave('2', 'aaaa');
    trust.waves![0]!.types = ['trust'];
    trust.ties = trust.ties!.map((body) => ({ ...body, type: 'trust' }));
    const ties = [tie('p0', 'p2', { wave: null, type: 'introduced' }), tie('p0', 'p3', { wave: null, type: 'reply' })];
    const picture = currentPicture(records(wave('1', 'aana'), trust, { ties }), { ...POLICY, tieTypes: ['advice'] });
    expect(picture.wave).toBe('1');
    expect(new Set(picture.records.ties.map(({ type }) => type))).toEqual(new Set(['advice', 'introduced']));
  });

  it('who has left counts neither among the asked nor among those who answered', () => {
    const given = records(wave('1', 'aann'));
    given.members[0]!.status = 'left';
    expect(currentPicture(given, POLICY)).toMatchObject({ asked: 3, answered: 1 });
  });
});
