/** The gallery: each a function from rows to a Vega-Lite specification, titled with its finding. */
export { type AdoptionPoint, adoptionCurve } from './adoption-curve.ts';
export { centralMembers, type RankRow } from './central-members.ts';
export { type EiRow, eiGroups } from './e-i-groups.ts';
export { type ExposureBar, exposureBars } from './exposure.ts';
export { type FigurePoint, figuresOverTime } from './figures-over-time.ts';
export { type MixingCell, mixingMatrix } from './mixing-matrix.ts';
export { type NetworkMapRows, networkMap, type TieKind } from './network-map.ts';
export { type RenderOptions, renderSvg } from './render.ts';
export type { Spec } from './theme.ts';
export { type TieChangeRow, tieChange } from './tie-change.ts';
