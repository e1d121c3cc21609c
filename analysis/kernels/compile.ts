/** Run by `npm ci`: compiles the kernels ahead of the first measurement. */
import { compileKernels } from './compiled.ts';

compileKernels();
