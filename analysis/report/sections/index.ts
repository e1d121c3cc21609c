/** The sections of a health report, in the order in which a lead reads them. To add one: a file here, and a line below. */
import type { Section } from '../report-model.ts';
import type { Scene } from '../scene.ts';
import { actions } from './actions.ts';
import { agenda } from './agenda.ts';
import { change } from './change.ts';
import { giveAndTake } from './give-and-take.ts';
import { goals } from './goals.ts';
import { headline } from './headline.ts';
import { holding } from './holding.ts';
import { invitation } from './invitation.ts';
import { map } from './map.ts';
import { method } from './method.ts';
import { practices } from './practices/index.ts';
import { response } from './response.ts';
import { silos } from './silos.ts';
import { spread } from './spread.ts';
import { sustainment } from './sustainment.ts';
import { tiesAcross } from './ties-across.ts';

/** Of a network that is not too small to be told about. */
export function sectionsOf(scene: Scene): Section[] {
  return [
    ...[headline, map, response, holding, silos, spread, change, actions].map((section) => section(scene)),
    ...[tiesAcross(scene), giveAndTake(scene), invitation(scene)].filter((section) => section !== null),
    ...agenda(scene),
    ...goals(scene),
    ...practices(scene),
    ...sustainment(scene),
    method(scene),
  ];
}
