/** `weft act NETWORK ACTION`: anything that a person may do. What may be done, by whom and how, is the contract's table. */
import { type Command, Option } from 'commander';
import type { Action } from '../../workflows/contract/index.ts';
import type { Networks } from '../../workflows/host/client.ts';
import { UsageError } from '../failures.ts';
import { addData, type DataOption, withNetworks } from '../open-networks.ts';
import { note, write, writeJson } from '../output.ts';

interface Options extends DataOption {
  as?: string;
  /** The payload; true where --json stands alone, which then asks for JSON. */
  json?: string | true;
  format?: string;
}

export function addAct(program: Command): void {
  const command = program
    .command('act')
    .description('Does something in a network; without an action, lists what may be done, by whom and how.')
    .argument('<network>', 'its id (weft networks lists them)')
    .argument('[action]', 'what to do')
    .option(
      '--as <person>',
      'who does it: an id or an e-mail address (left out: the lead, where a right is used and there is one)',
    )
    .option('--json [payload]', 'what is said with it, as JSON; alone, the same as --format json')
    .addOption(new Option('--format <format>', 'how the result is written').choices(['text', 'json']))
    .action(run)
    .addHelpText(
      'after',
      `\nExample:\n  weft act three-regions propose-priority --as p21 --json '{"title":"Shorter waits"}'`,
    );
  addData(command);
}

async function run(network: string, action: string | undefined, options: Options): Promise<void> {
  const { ACTION_NAMES, ACTIONS, isActionName } = await import('../../workflows/contract/index.ts');
  const actions: Action[] = ACTION_NAMES.map((name) => ACTIONS[name]);
  const format = options.json === true ? 'json' : (options.format ?? 'text');
  if (action === undefined) {
    if (typeof options.json === 'string' || options.as !== undefined) {
      throw new UsageError('say what to do: weft act NETWORK ACTION; weft act NETWORK lists the actions');
    }
    await withNetworks(options, (networks) => networks.charter(network));
    if (format === 'json') writeJson(actions.map(described));
    else write(actions.map((one) => listed(network, one)).join('\n\n'));
    return;
  }
  if (!isActionName(action)) {
    const { nearMatch } = await import('../../data/exchange/near-match.ts');
    const near = nearMatch(action, ACTION_NAMES);
    throw new UsageError(
      `there is no action '${action}'; ${near === null ? `weft act ${network} lists them` : `did you mean ${near}?`}`,
    );
  }
  const payload = payloadOf(options.json);
  const receipt = await withNetworks(options, async (networks) => {
    const as = options.as ?? (await soleLead(networks, network, ACTIONS[action]));
    return networks.act(network, action, { as, payload });
  });
  if (format === 'json') writeJson(receipt);
  else write(receipt.id === null ? receipt.said : `${receipt.said} (${receipt.id})`);
}

function payloadOf(given: string | true | undefined): Record<string, unknown> {
  if (given === undefined || given === true) return {};
  let payload: unknown;
  try {
    payload = JSON.parse(given);
  } catch {
    // The parser's own words show what was typed, which may be somebody's words.
    throw new UsageError(`--json: this is no JSON; write it in single quotes: --json '{"name": "value"}'`);
  }
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    throw new UsageError(`--json: give an object: --json '{"name": "value"}'`);
  }
  return payload as Record<string, unknown>;
}

/** Whoever works at this terminal owns the data; a right is used as the lead, where only one is meant. */
async function soleLead(networks: Networks, network: string, { may }: Action): Promise<string> {
  const { policy } = await networks.charter(network);
  const [lead, ...others] = policy.roles.lead;
  if (!('right' in may) || lead === undefined || others.length > 0) {
    throw new UsageError('say who does this: --as PERSON, an id or an e-mail address');
  }
  note(`as ${lead}, the lead`);
  return lead;
}

function described({
  name,
  does,
  may,
  example,
}: Action): Pick<Action, 'name' | 'does' | 'may' | 'example'> & { who: string } {
  return { name, does, who: whoMay(may), may, example };
}

function listed(network: string, { name, does, may, example }: Action): string {
  const payload = JSON.stringify(example);
  const how = payload === '{}' ? '' : ` --json '${payload}'`;
  return `${name}\n  ${does}\n  who: ${whoMay(may)}\n  weft act ${network} ${name} --as PERSON${how}`;
}

function whoMay(may: Action['may']): string {
  if ('right' in may) return `whoever holds the charter’s right ${may.right}`;
  if ('roles' in may) return `whoever is a ${may.roles.join(' or a ')}`;
  if ('members' in may) return `members who are ${may.members.join(' or ')}`;
  return 'those whom it concerns';
}
