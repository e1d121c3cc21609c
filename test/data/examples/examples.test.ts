import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { florentineFiles } from '../../../data/examples/florentine/make.ts';
import { threeRegions, threeRegionsFiles, threeRegionsStory } from '../../../data/examples/three-regions/make.ts';
import { chanceFrom } from '../../../data/examples/three-regions/random.ts';
import { readSource } from '../../../data/exchange/index.ts';

const FOLDER = join(import.meta.dirname, '../../../data/examples');

describe('the example networks are what their scripts make, and tell the story that they promise', () => {
  it.each([
    ['three-regions', threeRegionsFiles],
    ['florentine', florentineFiles],
  ])('%s: the files are the script’s, byte for byte', (name, make) => {
    for (const [file, text] of make()) expect(readFileSync(join(FOLDER, name, file), 'utf8'), file).toBe(text);
  });

  it('three-regions: sixty people, three regions, twelve organisations, four in the hub', async () => {
    const { records, people } = await readSource(join(FOLDER, 'three-regions'));
    const attribute = (name: string) => new Set(records.members.map((member) => member.attributes[name]));
    expect(records.members).toHaveLength(60);
    expect(attribute('region')).toEqual(new Set(['North', 'South', 'East']));
    expect(attribute('organisation').size).toBe(12);
    expect(records.members.filter((member) => member.hub)).toHaveLength(4);
    expect(Object.keys(records.members[0]!.attributes)).toEqual(['region', 'organisation', 'role']);
    expect(people).toHaveLength(60);
    expect(new Set(people.map((person) => person.name)).size).toBe(60);
    expect(people.every((person) => person.email?.endsWith('@example.org'))).toBe(true);
  });

  it('three-regions: 80 to 85 % answer each wave, others are silent the second time, and the silent name nobody', async () => {
    const { records } = await readSource(join(FOLDER, 'three-regions'));
    const silent = (wave: string) =>
      records.responses.filter((one) => one.wave === wave && one.status === 'no-answer').map((one) => one.member);
    for (const wave of ['1', '2']) {
      const asked = records.responses.filter((one) => one.wave === wave);
      expect(asked).toHaveLength(60);
      const share = 1 - silent(wave).length / asked.length;
      expect(share).toBeGreaterThanOrEqual(0.8);
      expect(share).toBeLessThanOrEqual(0.85);
      const named = records.ties.filter((tie) => tie.wave === wave).map((tie) => tie.from);
      expect(named.filter((from) => silent(wave).includes(from))).toEqual([]);
    }
    expect(silent('1').filter((member) => silent('2').includes(member))).toEqual([]);
    expect(records.waves.map(({ wave, types, opens }) => [wave, types, opens])).toEqual([
      ['1', ['advice'], '2026-02-16T00:00:00.000Z'],
      ['2', ['advice'], '2026-05-09T00:00:00.000Z'],
    ]);
  });

  it('three-regions: the planted silo is there by chance never (E-I −0.65 to −0.55, p < .001), and opens a little', async () => {
    const { records } = await readSource(join(FOLDER, 'three-regions'));
    const region = new Map(records.members.map((member) => [member.member, String(member.attributes.region)]));
    const waveTies = (wave: string) => records.ties.filter((tie) => tie.wave === wave);
    const first = slowIndex(waveTies('1'), region);
    expect(first).toBeGreaterThan(-0.65);
    expect(first).toBeLessThan(-0.55);
    expect(slowIndex(waveTies('2'), region)).toBeGreaterThan(first + 0.02);
    const chance = chanceFrom(1);
    let asLow = 0;
    for (let draw = 0; draw < 2000; draw += 1) {
      const labels = chance.shuffled([...region.values()]);
      const shuffled = new Map([...region.keys()].map((id, index) => [id, labels[index]!]));
      if (slowIndex(waveTies('1'), shuffled) <= first) asLow += 1;
    }
    expect((asLow + 1) / 2001).toBeLessThan(0.001);
  });

  it('three-regions: both practices spread from February to June, and stay mostly in the North', async () => {
    const { records } = await readSource(join(FOLDER, 'three-regions'));
    const region = new Map(records.members.map((member) => [member.member, member.attributes.region]));
    for (const practice of ['shared-intake', 'follow-up-call']) {
      const rows = records.adoptions.filter((adoption) => adoption.practice === practice);
      const adopted = rows.filter((adoption) => !adoption.censored);
      expect(rows).toHaveLength(60);
      expect(adopted.length).toBeGreaterThanOrEqual(10);
      expect(adopted.filter(({ member }) => region.get(member) === 'North').length).toBeGreaterThan(adopted.length / 2);
      for (const { time } of adopted) expect(time).toMatch(/^2026-0[2-6]-\d\d$/);
    }
  });

  it('three-regions: the story’s acts are in order, by known people, and its answers are the survey’s', () => {
    const example = threeRegions();
    const { acts } = threeRegionsStory(example);
    const ids = new Set(example.people.map((person) => person.id));
    const days = acts.map(({ at }) => Number(/^P(\d+)DT\d+H$/.exec(at)![1]));
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(days.at(-1)).toBeLessThanOrEqual(181);
    for (const { as, about } of acts)
      expect(ids.has(as) || (about !== undefined && /^party [12]$/.test(as))).toBe(true);
    for (const { wave, answered } of example.waves) {
      const answers = acts.filter(({ action, payload }) => action === 'answer' && payload.wave === wave);
      expect(new Set(answers.map(({ as }) => as))).toEqual(answered);
    }
  });

  it('florentine: sixteen families, twenty marriages, the Pucci alone', async () => {
    const { records } = await readSource(join(FOLDER, 'florentine'));
    const married = new Set(records.ties.flatMap((tie) => [tie.from, tie.to]));
    expect(records.members).toHaveLength(16);
    expect(records.ties).toHaveLength(20);
    expect(records.members.map(({ member }) => member).filter((family) => !married.has(family))).toEqual(['Pucci']);
  });
});

/** (external − internal) / all, tie by tie, as one would count it on paper. */
function slowIndex(ties: readonly { from: string; to: string }[], group: ReadonlyMap<string, string>): number {
  const external = ties.filter((tie) => group.get(tie.from) !== group.get(tie.to)).length;
  return (2 * external - ties.length) / ties.length;
}
