/**
 * What kernel.json starts: `node … launch.mjs CONNECTION_FILE`. Reads the TypeScript sources as they are, with the
 * compiler settings of the project and not of the folder that the notebook lies in.
 */
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register({ tsconfig: fileURLToPath(new URL('../../tsconfig.json', import.meta.url)) });
const { startKernel } = await import('./kernel.ts');
const [, , connectionFile] = process.argv;
if (connectionFile === undefined)
  throw new Error('Jupyter starts this kernel, with a connection file: npm run notebook');
startKernel(connectionFile);
