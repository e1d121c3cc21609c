/** Random networks of any size to try maps on. */
import { createRandom } from '../../../../analysis/inference/random.ts';
import type { BodyOf, NetworkRecords } from '../../../../data/records/index.ts';
import { member, noRecords, tie } from '../../../support/networks.ts';

/** Six groups, four of five ties within one. */
export function randomNetwork(members: number, tiesEach: number): NetworkRecords {
  const groups = 6;
  const random = createRandom(3, 'map-network');
  const ids = Array.from({ length: members }, (_, at) => `m${String(at).padStart(5, '0')}`);
  const ties = new Map<string, BodyOf<'tie'>>();
  for (let drawn = 0; drawn < members * tiesEach; drawn++) {
    const from = random.below(members);
    const own = random.below(Math.floor(members / groups)) * groups + (from % groups);
    const to = random.next() < 0.8 ? own : random.below(members);
    if (from !== to) ties.set(`${from}>${to}`, tie(ids[from]!, ids[to]!, { strength: 1 + random.below(5) }));
  }
  return {
    ...noRecords(),
    members: ids.map((id, at) => member(id, `Region ${String.fromCharCode(65 + (at % groups))}`)),
    ties: [...ties.values()],
  };
}
