/** All charts of the gallery, in the order in which an evaluator asks. To add one: a file in this folder and a line here. */
import { adoptionCurve } from './adoption-curve.ts';
import { brokerageByRole } from './brokerage-by-role.ts';
import { centralMembers } from './central-members.ts';
import { corePeriphery } from './core-periphery.ts';
import { crossTierFlow } from './cross-tier-flow.ts';
import { degreeDistribution } from './degree-distribution.ts';
import { eIPermutations } from './e-i-permutations.ts';
import type { GalleryEntry } from './entry.ts';
import { exposureAdoption } from './exposure-adoption.ts';
import { figuresOverTime } from './figures-over-time.ts';
import { map } from './map.ts';
import { mixingMatrix } from './mixing-matrix.ts';
import { participation } from './participation.ts';
import { simulationFan } from './simulation-fan.ts';
import { thresholdsByAdopterClass } from './thresholds-by-adopter-class.ts';
import { tieChange } from './tie-change.ts';
import { timeToAdoption } from './time-to-adoption.ts';
import { timeToImpact } from './time-to-impact.ts';

export const GALLERY: readonly GalleryEntry[] = [
  map,
  centralMembers,
  degreeDistribution,
  corePeriphery,
  mixingMatrix,
  eIPermutations,
  brokerageByRole,
  crossTierFlow,
  adoptionCurve,
  exposureAdoption,
  thresholdsByAdopterClass,
  timeToAdoption,
  timeToImpact,
  tieChange,
  figuresOverTime,
  participation,
  simulationFan,
];
