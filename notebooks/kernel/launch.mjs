/**
 * What kernel.json starts: `node … launch.mjs CONNECTION_FILE`. Reads the TypeScript sources as they are, with the
 * compiler settings of the project and not of the folder that the notebook lies in.
 */
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) });
const { startKernel } = await import('./kernel.ts');
startKernel(process.argv[2]);
