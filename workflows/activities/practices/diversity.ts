/** How mixed those are who joined, kept with the gaps by name; and the same in words, for the lead's mail. */
import { diversityGaps } from '../../../analysis/metrics/practice/diversity-gaps.ts';
import type { RecordStore } from '../../../data/store/record-store.ts';
import type { Activities, FactDraft } from '../../contract/index.ts';
import { factOf } from '../facts.ts';
import { askedBy, type World } from '../world.ts';

const SMALLEST = 5;

export function diversityActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'measureDiversity'> {
  return {
    async measureDiversity({ network, check, targets, at }) {
      const members = (await store.read({ network, kind: 'member', asOf: at })).map(({ body }) => body);
      const drafts = targets.map(({ attribute, atLeast }): FactDraft => {
        const body = { check, attribute, atLeast, ...diversityGaps(members, attribute, SMALLEST) };
        return { kind: 'diversity-check', body, validFrom: at, key: `diversity/${check}/${attribute}` };
      });
      const source = askedBy();
      await store.append(
        drafts.map((draft) => factOf(draft, { network, source, recordedAt: at })),
        source,
      );
      return { short: (await shortOf(store, network, check)).length };
    },
  };
}

/** A line for each attribute that falls short. */
export async function diversityInWords(store: RecordStore, network: string, check: string): Promise<string[]> {
  return (await shortOf(store, network, check)).map(({ attribute, value, atLeast, gaps, gapsNotNamed }) => {
    const others = gapsNotNamed === 0 ? [] : [`${gapsNotNamed} small ${gapsNotNamed === 1 ? 'segment' : 'segments'}`];
    const from = [...gaps, ...others].join(', ');
    return `By ${attribute} it is ${(value ?? 0).toFixed(2)}, and at least ${atLeast.toFixed(2)} is aimed at. Fewer than an even share came from: ${from}.`;
  });
}

/** From what was stored first, also for a second attempt. What is not known falls short of nothing. */
async function shortOf(store: RecordStore, network: string, check: string) {
  const checks = (await store.read({ network, kind: 'diversity-check' })).map(({ body }) => body);
  return checks.filter((body) => body.check === check && body.value !== null && body.value < body.atLeast);
}
