/** `npm ci` (its `prepare`) writes the types that cells see; see package-types.ts. */
import { writePackageTypes } from './package-types.ts';

writePackageTypes();
