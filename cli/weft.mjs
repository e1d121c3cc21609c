#!/usr/bin/env node
/**
 * The `weft` command. Runs the TypeScript sources as they are, from any folder: the compiler's settings are those beside
 * this file, not whatever lies in the folder it is called from.
 */
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`weft needs Node 20.19 or newer, and this is ${process.versions.node}.\n`);
  process.exit(2);
}
const { register } = await import('tsx/esm/api');
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
const { runWeft } = await import('./weft.ts');
const code = await runWeft(process.argv.slice(2));
// All is done. Temporal's runtime would keep the process alive; what has been written must still reach a slow pipe.
process.stdout.write('', () => process.exit(code));
