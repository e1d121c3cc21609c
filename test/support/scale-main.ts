/**
 * The whole sizes, with their figures: `node --import tsx test/support/scale-main.ts members 1000`, `networks 200`
 * (and how many seconds their days last), `years 10`. Minutes each.
 */
import { inspect } from 'node:util';
import { SEARCH_ATTRIBUTES } from '../../workflows/contract/index.ts';
import { weftForTests } from './running-weft.ts';
import { membersAtScale, networksAtScale, yearsAtScale } from './scale.ts';
import { timeSkipping } from './time-skipping.ts';

const [what = '', size = '', dayLastsSeconds = '8'] = process.argv.slice(2);
const count = Number(size);
if (!['members', 'networks', 'years'].includes(what) || !Number.isInteger(count) || count < 1) {
  process.stderr.write('scale-main: members, networks or years, and how many\n');
  process.exit(2);
}
if (what === 'years') {
  const env = await timeSkipping({ searchAttributes: SEARCH_ATTRIBUTES });
  try {
    print(await yearsAtScale(env, count));
  } finally {
    await env.teardown();
  }
} else {
  const running = await weftForTests();
  try {
    print(
      await (what === 'members'
        ? membersAtScale(running, count)
        : networksAtScale(running, count, { dayLastsSeconds: Number(dayLastsSeconds) })),
    );
  } catch (error) {
    // Said before anything is closed: what is cut off then would be heard instead.
    process.stderr.write(`${inspect(error)}\n`);
    process.exitCode = 1;
  } finally {
    await running.close();
  }
}
process.exit();

function print(figures: unknown): void {
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
