/** Weft as one of the contenders: the work of that name in this folder, one file each, as `../peers/README.md` says. */

import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';
import { options, serve } from '../peers/javascript/protocol.mjs';

register({ tsconfig: fileURLToPath(new URL('../../../tsconfig.json', import.meta.url)) });
const { prepare } = await import(`./${process.argv[2]}.ts`);
await serve(prepare(options()));
