/** The sections of a health report, in the order in which a lead reads them. To add one: a file here, and a line below. */
import { actions } from './actions.ts';
import { change } from './change.ts';
import { headline } from './headline.ts';
import { holding } from './holding.ts';
import { map } from './map.ts';
import { method } from './method.ts';
import { response } from './response.ts';
import type { SectionOf } from './section.ts';
import { silos } from './silos.ts';
import { spread } from './spread.ts';

export const SECTIONS: readonly SectionOf[] = [
  headline,
  map,
  response,
  holding,
  silos,
  spread,
  change,
  actions,
  method,
];
