/**
 * The catalogue of metrics. To add one: a file in its family's folder, an import and a line here. What is listed is what
 * `weft metrics`, `weft measure`, tables, reports, the oracle harness and the property tests pick up.
 */
import { betweenness } from './centrality/betweenness.ts';
import { bridges } from './centrality/bridges.ts';
import { closenessIn } from './centrality/closeness-in.ts';
import { closenessOut } from './centrality/closeness-out.ts';
import { cutPoint } from './centrality/cut-point.ts';
import { degree } from './centrality/degree.ts';
import { harmonicIn } from './centrality/harmonic-in.ts';
import { harmonicOut } from './centrality/harmonic-out.ts';
import { inDegree } from './centrality/in-degree.ts';
import { inStrength } from './centrality/in-strength.ts';
import { outDegree } from './centrality/out-degree.ts';
import { outStrength } from './centrality/out-strength.ts';
import { strength } from './centrality/strength.ts';
import { membershipChurn } from './change/membership-churn.ts';
import { tieStability } from './change/tie-stability.ts';
import { tiesDissolved } from './change/ties-dissolved.ts';
import { tiesFormed } from './change/ties-formed.ts';
import { adoptionCurve } from './diffusion/adoption-curve.ts';
import { exposure } from './diffusion/exposure.ts';
import { hazard } from './diffusion/hazard.ts';
import { threshold } from './diffusion/threshold.ts';
import { contributionGini } from './equity/contribution-gini.ts';
import { hubDependence } from './equity/hub-dependence.ts';
import type { Metric } from './metric.ts';
import { assortativity } from './silo/assortativity.ts';
import { blauDiversity } from './silo/blau-diversity.ts';
import { eIIndex } from './silo/e-i-index.ts';
import { mixingMatrix } from './silo/mixing-matrix.ts';
import { modularity } from './silo/modularity.ts';
import { betweennessCentralization } from './structure/betweenness-centralization.ts';
import { degreeCentralization } from './structure/degree-centralization.ts';
import { density } from './structure/density.ts';
import { dyadCensus } from './structure/dyad-census.ts';
import { dyadicReciprocity } from './structure/dyadic-reciprocity.ts';
import { inDegreeCentralization } from './structure/in-degree-centralization.ts';
import { isolates } from './structure/isolates.ts';
import { outDegreeCentralization } from './structure/out-degree-centralization.ts';
import { reciprocity } from './structure/reciprocity.ts';
import { strongComponents } from './structure/strong-components.ts';
import { transitivity } from './structure/transitivity.ts';
import { weakComponents } from './structure/weak-components.ts';

export const METRICS: readonly Metric[] = [
  betweenness,
  bridges,
  closenessIn,
  closenessOut,
  cutPoint,
  degree,
  harmonicIn,
  harmonicOut,
  inDegree,
  inStrength,
  outDegree,
  outStrength,
  strength,
  betweennessCentralization,
  degreeCentralization,
  density,
  dyadCensus,
  dyadicReciprocity,
  inDegreeCentralization,
  isolates,
  outDegreeCentralization,
  reciprocity,
  strongComponents,
  transitivity,
  weakComponents,
  assortativity,
  blauDiversity,
  eIIndex,
  mixingMatrix,
  modularity,
  adoptionCurve,
  exposure,
  hazard,
  threshold,
  membershipChurn,
  tieStability,
  tiesDissolved,
  tiesFormed,
  contributionGini,
  hubDependence,
];
