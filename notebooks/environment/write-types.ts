/** `npm ci` (its `prepare`) writes the types that cells see; see package-types.ts. */
import { writeFileSync } from 'node:fs';
import { sourcesStamp, TYPES_STAMP } from './ensure-types.ts';
import { writePackageTypes } from './package-types.ts';

// Taken first: what changes while they are written is written the next time.
const stamp = sourcesStamp();
writePackageTypes();
writeFileSync(TYPES_STAMP, stamp);
