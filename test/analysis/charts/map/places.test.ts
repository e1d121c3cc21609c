import { describe, expect, it } from 'vitest';
import { networkMapOf, sceneOf } from '../../../../analysis/charts/map/index.ts';
import { meanDisplacement } from '../../../../analysis/charts/map/places.ts';
import { drawn, member, tie } from '../../../support/networks.ts';
import { threeRegionsRecords } from '../gallery/records.ts';
import { randomNetwork } from './map-networks.ts';

const example = threeRegionsRecords();

describe('who looks at two maps finds everybody where they were', () => {
  it('gives the same bytes twice, whatever order the facts arrive in', () => {
    const turned = {
      ...example,
      members: example.members.toReversed(),
      ties: example.ties.toReversed(),
      responses: example.responses.toReversed(),
    };
    const options = { colour: 'region', size: 'betweenness', over: 'waves' } as const;
    expect(JSON.stringify(networkMapOf(turned, options))).toBe(JSON.stringify(networkMapOf(example, options)));
  });

  it('stands still between waves, where layouts of their own would move people across the map', () => {
    const places = (wave: string) => sceneOf(example, { wave }).places;
    const apart = meanDisplacement(places('1'), places('2'));
    expect(apart).toBeGreaterThan(0.05);
    const { dots, frames } = sceneOf(example, { over: 'waves' });
    // One place a member, not one a member and wave.
    expect(frames).toHaveLength(2);
    expect(dots).toHaveLength(60);
  });

  it('keeps places that it is given to the last digit, and sits a newcomer among those they know', () => {
    const first = sceneOf(example, { wave: '1' });
    const joined = {
      ...example,
      members: [...example.members, member('p99', 'East')],
      ties: [...example.ties, ...['p41', 'p42', 'p43'].map((to) => tie('p99', to, { strength: 1 }))],
    };
    const second = sceneOf(joined, { places: first.places });
    for (const [id, place] of first.places) expect(second.places.get(id)).toEqual(place);
    const newcomer = second.places.get('p99')!;
    const friends = ['p41', 'p42', 'p43'].map((id) => first.places.get(id)!);
    const middle = { x: (friends[0]!.x + friends[1]!.x + friends[2]!.x) / 3, y: 0 };
    middle.y = (friends[0]!.y + friends[1]!.y + friends[2]!.y) / 3;
    expect(Math.hypot(newcomer.x - middle.x, newcomer.y - middle.y)).toBeLessThan(0.5);
    expect(networkMapOf(joined, { places: first.places }).notes.join(' ')).toContain(
      '60 members stand where an earlier map had them; 1 came new.',
    );
  });

  it('does not move anybody when the look changes', () => {
    const plain = sceneOf(example, {}).places;
    for (const look of [{ colour: 'region' }, { size: 'degree' }, { highlight: ['p07'] }]) {
      expect([...sceneOf(example, look).places]).toEqual([...plain]);
    }
  });

  it('puts those without ties in rows below, and draws nobody, one, and no ties at all', () => {
    const { places } = sceneOf(drawn({ network: 'a>b b>c c>a d e f' }), {});
    const lowest = Math.min(...['a', 'b', 'c'].map((id) => places.get(id)!.y));
    for (const id of ['d', 'e', 'f']) expect(places.get(id)!.y).toBeLessThan(lowest);
    expect(new Set(['d', 'e', 'f'].map((id) => places.get(id)!.x)).size).toBe(3);
    expect(sceneOf(drawn({ network: '' }), {}).dots).toEqual([]);
    expect(sceneOf(drawn({ network: 'a' }), {}).dots).toEqual([{ dot: 1, label: null, x: 0, y: 0 }]);
    const alone = [...sceneOf(drawn({ network: 'a b c d e f g' }), {}).places.values()];
    expect(new Set(alone.map(({ x, y }) => `${x}/${y}`)).size).toBe(7);
  });

  it('leaves room between dots, and everybody in the square', () => {
    const { dots } = sceneOf(randomNetwork(300, 4), {});
    for (const { x, y } of dots) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThan(1.5);
    expect(new Set(dots.map(({ x, y }) => `${x}/${y}`)).size).toBe(300);
  });
});
