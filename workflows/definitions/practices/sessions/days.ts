/** Why people cannot be asked to come on a day; null where they can. */
import type { Instant } from '../../../../data/records/index.ts';
import type { Begin } from '../../../contract/index.ts';
import { dayOf } from '../../shared.ts';

export function refuseDay(local: string, at: Instant, { policy }: Pick<Begin, 'policy'>): string | null {
  const day = local.slice(0, 10);
  if (day <= dayOf(at)) return `${day} is no day to come; people need to hear of it the day before at the latest.`;
  const blackout = policy.blackouts.find(({ from, to }) => from <= day && day <= to);
  return blackout === undefined
    ? null
    : `${day} is in a blackout of the charter (${blackout.from} to ${blackout.to}); choose a day outside it.`;
}
