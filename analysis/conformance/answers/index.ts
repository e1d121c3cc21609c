/** All answers to records of layers, and those to records of adoption. */
import type { Answer } from '../answer.ts';
import { CENTRALITY } from './centrality.ts';
import { SILO } from './silo.ts';
import { STRUCTURE } from './structure.ts';

export { DIFFUSION, DIFFUSION_CODED_LATE } from './diffusion.ts';
export const ANSWERS: readonly Answer[] = [...STRUCTURE, ...CENTRALITY, ...SILO];
