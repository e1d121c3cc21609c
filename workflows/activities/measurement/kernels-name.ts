/** Which build of the kernels this process has: shards of one job must all come from one. */
import { basename } from 'node:path';
import { compileKernels } from '../../../analysis/kernels/compiled.ts';

let name: string | null = null;

/** Named by the digest of their sources. */
export function kernelsName(): string {
  name ??= basename(compileKernels(), '.wasm');
  return name;
}
