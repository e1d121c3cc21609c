/**
 * Words that people wrote are in no report; each thing stands in it by its id. This says where to read them: in a network
 * that runs, or ran, under Weft. Records from files have none.
 */
import type { Kind } from '../../../data/records/index.ts';
import type { Scene } from '../scene.ts';

/** @param kind whose words, as `weft words --about` knows it. */
export function whereWordsAre({ input }: Scene, kind: Kind, what: string): string {
  return `${what} are kept apart from the figures: weft words ${input.network} --as YOU --about ${kind} shows them to members and to who holds a role.`;
}
