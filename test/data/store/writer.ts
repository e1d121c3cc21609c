/**
 * A process that writes: opens the store named in its first argument and appends as many pairs of facts as its third
 * says, each pair under keys of its own and one fact under a key that all writers share. Says `ready` once it has begun.
 */
import { openStore } from '../../../data/store/index.ts';
import { ACTOR, tie } from './facts.ts';

const [place = '', name = '', rounds = ''] = process.argv.slice(2);
const store = await openStore(JSON.parse(place));
for (let round = 1; round <= Number(rounds); round += 1) {
  await store.append(
    [
      tie(`${name}-${round}-a`, { to: `${name}a${round}` }),
      tie(`${name}-${round}-b`, { to: `${name}b${round}` }),
      tie(`shared-${round}`, { to: `shared${round}` }),
    ],
    ACTOR,
  );
  if (round === 1) process.stdout.write('ready\n');
}
await store.close();
