/** How a charter says what matters where people are matched: the same words in every practice that does. */
import { z } from 'zod';

const Weight = z.number().min(0).max(10);

export const MatchingWeights = z
  .strictObject({
    across: z.array(z.string().min(1).max(100)).max(10).default(['organisation', 'region']),
    distance: Weight.default(2),
    complement: Weight.default(2),
    bridging: Weight.default(1),
    lightness: Weight.default(1),
  })
  .refine(
    ({ distance, complement, bridging, lightness }) => distance + complement + bridging + lightness > 0,
    'something has to count: give at least one of them more than 0',
  )
  .prefault({});

const LINES = {
  '': 'What counts where two are matched, each beside the others; 0 leaves it out.',
  across: 'Attributes in which the two should differ.',
  distance: 'In how many of these they do.',
  complement: 'What one knows and the other does not (claims of the expertise map).',
  bridging: 'Members whom a tie between the two would bring within two steps.',
  lightness: 'How little the two carry already.',
} as const;

/** The lines of `explains`, under the name that the setting has. */
export function matchingExplained<Name extends string>(setting: Name): Record<Name, string> & Record<string, string> {
  return Object.fromEntries(
    Object.entries(LINES).map(([name, line]) => [name === '' ? setting : `${setting}.${name}`, line]),
  ) as Record<Name, string> & Record<string, string>;
}
