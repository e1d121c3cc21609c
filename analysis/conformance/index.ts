/** Conformance: our figures against those of tools that people trust. */
export { type Comparison, compare, type Tolerance } from './comparison.ts';
export { conform, type DataSet, type Outcome } from './conform.ts';
export { groupingsOf, type Oracle, readOracle } from './oracle.ts';
export { type Proof, proofsOf } from './proofs.ts';
export { type Conformance, type ConformanceRow, conformance, type Passed } from './table.ts';
