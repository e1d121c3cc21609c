/** All charts of the gallery, in the order in which an evaluator asks. To add one: a file in this folder and a line here. */
import { centralMembers } from './central-members.ts';
import { eIPermutations } from './e-i-permutations.ts';
import type { GalleryEntry } from './entry.ts';
import { mixingMatrix } from './mixing-matrix.ts';

export const GALLERY: readonly GalleryEntry[] = [centralMembers, mixingMatrix, eIPermutations];
