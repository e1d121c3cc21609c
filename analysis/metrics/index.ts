/**
 * The catalogue of metrics. To add one: a file in its family's folder, an import and a line here. What is listed is what
 * `weft metrics`, `weft measure`, tables, reports, the oracle harness and the property tests pick up.
 */

import { betweenness } from './centrality/betweenness.ts';
import { bridges } from './centrality/bridges.ts';
import { closenessIn } from './centrality/closeness-in.ts';
import { closenessOut } from './centrality/closeness-out.ts';
import { constraint } from './centrality/constraint.ts';
import { coreNumber } from './centrality/core-number.ts';
import { cutPoint } from './centrality/cut-point.ts';
import { degree } from './centrality/degree.ts';
import { effectiveSize } from './centrality/effective-size.ts';
import { efficiency } from './centrality/efficiency.ts';
import { eigenvector } from './centrality/eigenvector.ts';
import { harmonicIn } from './centrality/harmonic-in.ts';
import { harmonicOut } from './centrality/harmonic-out.ts';
import { inDegree } from './centrality/in-degree.ts';
import { inStrength } from './centrality/in-strength.ts';
import { katz } from './centrality/katz.ts';
import { outDegree } from './centrality/out-degree.ts';
import { outStrength } from './centrality/out-strength.ts';
import { pagerank } from './centrality/pagerank.ts';
import { strength } from './centrality/strength.ts';
import { coreRetained } from './change/core-retained.ts';
import { membershipChurn } from './change/membership-churn.ts';
import { tieStability } from './change/tie-stability.ts';
import { tiesDissolved } from './change/ties-dissolved.ts';
import { tiesFormed } from './change/ties-formed.ts';
import { adopterClass } from './diffusion/adopter-class.ts';
import { adoptionCurve } from './diffusion/adoption-curve.ts';
import { bass } from './diffusion/bass.ts';
import { crossGroupAdoption } from './diffusion/cross-group-adoption.ts';
import { exposure } from './diffusion/exposure.ts';
import { hazard } from './diffusion/hazard.ts';
import { infectiousness } from './diffusion/infectiousness.ts';
import { moransI } from './diffusion/morans-i.ts';
import { structuralDependence } from './diffusion/structural-dependence.ts';
import { susceptibility } from './diffusion/susceptibility.ts';
import { threshold } from './diffusion/threshold.ts';
import { timeToAdoption } from './diffusion/time-to-adoption.ts';
import { contributionGini } from './equity/contribution-gini.ts';
import { giveAndTake } from './equity/give-and-take.ts';
import { hubDependence } from './equity/hub-dependence.ts';
import { loadOnBridges } from './equity/load-on-bridges.ts';
import { participationRateRatios } from './equity/participation-rate-ratios.ts';
import type { Metric } from './metric.ts';
import { accessNeedsMet } from './practice/access-needs-met.ts';
import { actionReflectionBalance } from './practice/action-reflection-balance.ts';
import { agendaCoverage } from './practice/agenda-coverage.ts';
import { agendaSkillCoverage } from './practice/agenda-skill-coverage.ts';
import { artifactDescent } from './practice/artifact-descent.ts';
import { artifactReuse } from './practice/artifact-reuse.ts';
import { artifactsReviewedInTime } from './practice/artifacts-reviewed-in-time.ts';
import { claimsSupported } from './practice/claims-supported.ts';
import { commitmentsKept } from './practice/commitments-kept.ts';
import { experimentsDecided } from './practice/experiments-decided.ts';
import { facilitationGini } from './practice/facilitation-gini.ts';
import { facilitationLongestRun } from './practice/facilitation-longest-run.ts';
import { formatMix } from './practice/format-mix.ts';
import { highTrustTies } from './practice/high-trust-ties.ts';
import { introductionsAccepted } from './practice/introductions-accepted.ts';
import { introductionsLasting } from './practice/introductions-lasting.ts';
import { introductionsMet } from './practice/introductions-met.ts';
import { invitationFunnel } from './practice/invitation-funnel.ts';
import { knowledgeRight } from './practice/knowledge-right.ts';
import { loopsClosed } from './practice/loops-closed.ts';
import { mentorshipsAccepted } from './practice/mentorships-accepted.ts';
import { mentorshipsAcross } from './practice/mentorships-across.ts';
import { mentorshipsCompleted } from './practice/mentorships-completed.ts';
import { mentorshipsHealthy } from './practice/mentorships-healthy.ts';
import { newcomersIsolated } from './practice/newcomers-isolated.ts';
import { notesToPatterns } from './practice/notes-to-patterns.ts';
import { pilotsAcrossTeams } from './practice/pilots-across-teams.ts';
import { pointsAnswered } from './practice/points-answered.ts';
import { promptsAnswered } from './practice/prompts-answered.ts';
import { psychologicalSafety } from './practice/psychological-safety.ts';
import { questionsPerMember } from './practice/questions-per-member.ts';
import { reachBeyondTheRoom } from './practice/reach-beyond-the-room.ts';
import { recognitionSpread } from './practice/recognition-spread.ts';
import { reflectionsCompleted } from './practice/reflections-completed.ts';
import { requestsResolved } from './practice/requests-resolved.ts';
import { sessionsDocumented } from './practice/sessions-documented.ts';
import { skillsHeldByOne } from './practice/skills-held-by-one.ts';
import { stipendsApproved } from './practice/stipends-approved.ts';
import { stopsWithANote } from './practice/stops-with-a-note.ts';
import { takeawaysDone } from './practice/takeaways-done.ts';
import { tierFlow } from './practice/tier-flow.ts';
import { tiesThatSurvive } from './practice/ties-that-survive.ts';
import { timeToEnoughTies } from './practice/time-to-enough-ties.ts';
import { timeToFirstAnswer } from './practice/time-to-first-answer.ts';
import { timeToImpact } from './practice/time-to-impact.ts';
import { variantDifference } from './practice/variant-difference.ts';
import { winsToldOn } from './practice/wins-told-on.ts';
import { assortativity } from './silo/assortativity.ts';
import { attitudeMoransI } from './silo/attitude-morans-i.ts';
import { blauDiversity } from './silo/blau-diversity.ts';
import { brokerage } from './silo/brokerage.ts';
import { colemanHomophily } from './silo/coleman-homophily.ts';
import { eIIndex } from './silo/e-i-index.ts';
import { freemanSegregation } from './silo/freeman-segregation.ts';
import { guptaAndersonMay } from './silo/gupta-anderson-may.ts';
import { mixingMatrix } from './silo/mixing-matrix.ts';
import { modularity } from './silo/modularity.ts';
import { segregationMatrixIndex } from './silo/segregation-matrix-index.ts';
import { spectralSegregation } from './silo/spectral-segregation.ts';
import { withinGroupOddsRatio } from './silo/within-group-odds-ratio.ts';
import { averageClustering } from './structure/average-clustering.ts';
import { averagePathLength } from './structure/average-path-length.ts';
import { betweennessCentralization } from './structure/betweenness-centralization.ts';
import { closenessCentralization } from './structure/closeness-centralization.ts';
import { clustering } from './structure/clustering.ts';
import { communities } from './structure/communities.ts';
import { corePeriphery } from './structure/core-periphery.ts';
import { degreeCentralization } from './structure/degree-centralization.ts';
import { density } from './structure/density.ts';
import { diameter } from './structure/diameter.ts';
import { dyadCensus } from './structure/dyad-census.ts';
import { dyadicReciprocity } from './structure/dyadic-reciprocity.ts';
import { globalEfficiency } from './structure/global-efficiency.ts';
import { inDegreeCentralization } from './structure/in-degree-centralization.ts';
import { isolates } from './structure/isolates.ts';
import { keyPlayers } from './structure/key-players.ts';
import { krackhardtConnectedness } from './structure/krackhardt-connectedness.ts';
import { krackhardtEfficiency } from './structure/krackhardt-efficiency.ts';
import { krackhardtHierarchy } from './structure/krackhardt-hierarchy.ts';
import { krackhardtLeastUpperBound } from './structure/krackhardt-least-upper-bound.ts';
import { outDegreeCentralization } from './structure/out-degree-centralization.ts';
import { reachableShare } from './structure/reachable-share.ts';
import { reciprocity } from './structure/reciprocity.ts';
import { strongComponents } from './structure/strong-components.ts';
import { transitivity } from './structure/transitivity.ts';
import { triadCensus } from './structure/triad-census.ts';
import { weakComponents } from './structure/weak-components.ts';

export const METRICS: readonly Metric[] = [
  betweenness,
  bridges,
  closenessIn,
  closenessOut,
  constraint,
  coreNumber,
  cutPoint,
  degree,
  effectiveSize,
  efficiency,
  eigenvector,
  harmonicIn,
  harmonicOut,
  inDegree,
  inStrength,
  katz,
  outDegree,
  outStrength,
  pagerank,
  strength,
  averageClustering,
  averagePathLength,
  betweennessCentralization,
  closenessCentralization,
  clustering,
  communities,
  corePeriphery,
  degreeCentralization,
  density,
  diameter,
  dyadCensus,
  dyadicReciprocity,
  globalEfficiency,
  inDegreeCentralization,
  isolates,
  keyPlayers,
  krackhardtConnectedness,
  krackhardtEfficiency,
  krackhardtHierarchy,
  krackhardtLeastUpperBound,
  outDegreeCentralization,
  reachableShare,
  reciprocity,
  strongComponents,
  transitivity,
  triadCensus,
  weakComponents,
  assortativity,
  attitudeMoransI,
  blauDiversity,
  brokerage,
  colemanHomophily,
  eIIndex,
  freemanSegregation,
  guptaAndersonMay,
  mixingMatrix,
  modularity,
  segregationMatrixIndex,
  spectralSegregation,
  withinGroupOddsRatio,
  adopterClass,
  adoptionCurve,
  bass,
  crossGroupAdoption,
  exposure,
  hazard,
  infectiousness,
  moransI,
  structuralDependence,
  susceptibility,
  threshold,
  timeToAdoption,
  membershipChurn,
  coreRetained,
  tieStability,
  tiesDissolved,
  tiesFormed,
  contributionGini,
  giveAndTake,
  hubDependence,
  participationRateRatios,
  timeToFirstAnswer,
  requestsResolved,
  commitmentsKept,
  skillsHeldByOne,
  loopsClosed,
  artifactReuse,
  artifactDescent,
  artifactsReviewedInTime,
  timeToImpact,
  winsToldOn,
  recognitionSpread,
  claimsSupported,
  variantDifference,
  agendaSkillCoverage,
  experimentsDecided,
  stopsWithANote,
  timeToEnoughTies,
  newcomersIsolated,
  facilitationGini,
  facilitationLongestRun,
  takeawaysDone,
  reachBeyondTheRoom,
  mentorshipsAccepted,
  mentorshipsHealthy,
  mentorshipsCompleted,
  mentorshipsAcross,
  introductionsAccepted,
  introductionsMet,
  introductionsLasting,
  invitationFunnel,
  agendaCoverage,
  sessionsDocumented,
  formatMix,
  accessNeedsMet,
  stipendsApproved,
  psychologicalSafety,
  highTrustTies,
  questionsPerMember,
  loadOnBridges,
  promptsAnswered,
  notesToPatterns,
  tierFlow,
  pointsAnswered,
  reflectionsCompleted,
  actionReflectionBalance,
  knowledgeRight,
  tiesThatSurvive,
  pilotsAcrossTeams,
];
