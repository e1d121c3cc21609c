/** All charts of the gallery, in the order in which an evaluator asks. To add one: a file in this folder and a line here. */
import { adoptionCurve } from './adoption-curve.ts';
import { brokerageByRole } from './brokerage-by-role.ts';
import { centralMembers } from './central-members.ts';
import { corePeriphery } from './core-periphery.ts';
import { degreeDistribution } from './degree-distribution.ts';
import { eIPermutations } from './e-i-permutations.ts';
import type { GalleryEntry } from './entry.ts';
import { exposureAdoption } from './exposure-adoption.ts';
import { mixingMatrix } from './mixing-matrix.ts';
import { thresholdsByAdopterClass } from './thresholds-by-adopter-class.ts';
import { timeToAdoption } from './time-to-adoption.ts';

export const GALLERY: readonly GalleryEntry[] = [
  centralMembers,
  degreeDistribution,
  corePeriphery,
  mixingMatrix,
  eIPermutations,
  brokerageByRole,
  adoptionCurve,
  exposureAdoption,
  thresholdsByAdopterClass,
  timeToAdoption,
];
