/** The aims that introductions can have. */
import { unknownName } from '../../measure-error.ts';
import type { Aim } from './aim.ts';
import { fewerCutPoints } from './cut-points.ts';
import { acrossGroups } from './e-i.ts';
import { withoutHub } from './hub.ts';
import { moreReach } from './reach.ts';

export const AIMS: readonly Aim[] = [acrossGroups, fewerCutPoints, moreReach, withoutHub];

/** @throws MeasureError */
export function aimOf(id: string): Aim {
  const aim = AIMS.find((candidate) => candidate.id === id);
  if (aim !== undefined) return aim;
  throw unknownName(
    'aim',
    id,
    AIMS.map((candidate) => candidate.id),
  );
}
