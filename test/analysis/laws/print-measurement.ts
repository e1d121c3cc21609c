/** Prints the fingerprint of a whole measurement, for a test that runs this in places with other clocks and languages. */
import { createHash } from 'node:crypto';
import { measure } from '../../../analysis/index.ts';
import { sparseNetwork, WAVES } from './random-networks.ts';

const records = sparseNetwork(30, 120, 3);
const dated = records.adoptions.map((one) => ({
  ...one,
  time: typeof one.time === 'number' ? `2026-0${one.time}-28` : null,
}));
const measurement = measure({ ...records, adoptions: dated }, { groupBy: 'group', permutations: 99, wave: WAVES });
process.stdout.write(createHash('sha256').update(JSON.stringify(measurement)).digest('hex'));
