/** What the kernels export: one function for each, named as in a Job. */
export { betweennessBatch } from './betweenness-batch';
export { betweennessLengths } from './betweenness-lengths';
export { betweennessSingle } from './betweenness-single';
export { cascadeRuns } from './cascade';
export { contagionRuns } from './contagion';
export { distances } from './distances';
export { tiesWithin, weightWithin } from './label-permutations';
export { freeFrom } from './memory';
export { reach } from './reach';
export { rewiredThresholds } from './rewire';
export { thresholdRuns } from './threshold';
export { triangles } from './triangles';
