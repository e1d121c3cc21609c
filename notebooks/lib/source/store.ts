/**
 * A network of the running Weft as a source. Facts are read from the store at every question, so that a notebook left open
 * sees what has come in meanwhile; what is asked as of a date stays as it was then. The store is opened for a question
 * and closed after it: nothing has to be put away at a notebook's end, and an erasure finds nobody who still reads.
 */
import type { Networks } from '../../../workflows/host/client.ts';
import type { AsOf } from '../date.ts';
import { WeftError } from '../errors.ts';
import { findStore, lookedIn, type StorePlace } from './find.ts';
import type { Source } from './source.ts';

/** @throws WeftError where there is no store, or no network of that id, or several and none was named. */
export async function storeSource(said: { network?: string; data?: string }): Promise<Source> {
  const place = findStore(said.data);
  if (!place.exists) throw new WeftError(noStore(place));
  const asked = <Result>(work: (networks: Networks) => Promise<Result>): Promise<Result> => reading(place, work);
  const network = said.network ?? (await theOnlyNetwork(asked));
  const { title, smallestGroup } = await asked(async (networks) => {
    const { charter } = await networks.charter(network);
    return { title: charter.name, smallestGroup: charter.health.smallestGroup };
  });
  return {
    id: network,
    title,
    place: `the network ${network} of the running Weft`,
    isRun: true,
    undirected: undefined,
    smallestGroup,
    notes: [],
    records: (asOf) => asked((networks) => networks.records(network, instantOf(asOf))),
    measurable: (asOf) => asked((networks) => networks.measurable(network, instantOf(asOf))),
    health: (asOf, groupBy) =>
      asked(async (networks) => {
        const { now, clock } = await networks.charter(network);
        // The end of the day, as `weft report` has it: two reports of one day say the same.
        const instant = instantOf(asOf) ?? `${now.slice(0, 10)}T23:59:59.999Z`;
        const began = new Date(clock.startedProgrammeMs).toISOString();
        if (instant < began) {
          throw new WeftError(`${network} began on ${began.slice(0, 10)}; there is nothing to report before.`);
        }
        const { input, about } = await networks.healthQuestion(network, `report-${instant.slice(0, 10)}`, instant);
        return groupBy === undefined
          ? { input, about }
          : { input: { ...input, policy: { ...input.policy, groupBy } }, about };
      }),
    people: () =>
      asked(async (networks) =>
        [...(await networks.people(network))].map(([id, { name, email }]) => ({
          id,
          name: name ?? null,
          email: email ?? null,
        })),
      ),
    running: (work) => asked((networks) => work(networks, network)),
  };
}

async function reading<Result>(
  { dataDir }: StorePlace,
  work: (networks: Networks) => Promise<Result>,
): Promise<Result> {
  const { Networks } = await import('../../../workflows/host/client.ts');
  const networks = await Networks.open({ dataDir });
  try {
    return await work(networks);
  } finally {
    await networks.close();
  }
}

async function theOnlyNetwork(
  asked: <Result>(work: (networks: Networks) => Promise<Result>) => Promise<Result>,
): Promise<string> {
  const [first, ...others] = await asked((networks) => networks.networks());
  if (first === undefined) {
    throw new WeftError(
      'There is no network in the store yet. Type in a terminal: weft launch charter.yaml --members members.csv; or open files, as open("survey/").',
    );
  }
  if (others.length === 0) return first;
  const each = [first, ...others].map((id) => `  open('${id}')`);
  throw new WeftError(`There are ${each.length} networks; say which one:\n${each.join('\n')}`);
}

function noStore({ dataDir }: StorePlace): string {
  return `No Weft was found in ${dataDir} (looked in ${lookedIn().join(' and ')}). Start one in a terminal with weft start, say where it is with open({ data: 'folder' }), or open files, as open('survey/') or open('network.graphml').`;
}

/** @throws WeftError for a number of periods. */
function instantOf(asOf: AsOf | null): string | undefined {
  if (asOf === null) return undefined;
  if (asOf.instant !== null) return asOf.instant;
  throw new WeftError(`asOf(${asOf.text}): this network counts dates; write one, as asOf('2026-02-28').`);
}
