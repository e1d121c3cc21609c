/** Which build of the kernels this process has: shards of one job must all come from one. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compileKernels } from '../../../analysis/kernels/compiled.ts';

let name: string | null = null;

/** Named by its bytes, which are the same wherever the same sources were compiled by the same compiler. */
export function kernelsName(): string {
  name ??= createHash('sha256').update(readFileSync(compileKernels())).digest('hex').slice(0, 16);
  return name;
}
