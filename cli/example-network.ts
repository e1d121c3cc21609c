/** The network that a newcomer finds: launched once, with a first report of the surveys that came with it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCharter } from '../data/exchange/charter-yaml.ts';
import { readSource } from '../data/exchange/read-source.ts';
import type { Networks } from '../workflows/host/client.ts';
import { rendered, reportOfFiles } from './health-report.ts';
import { writeFileWhole } from './write-files.ts';

const EXAMPLE = fileURLToPath(new URL('../data/examples/three-regions/', import.meta.url));
/** The day after the last that the example's files tell of. */
const TOLD_UNTIL = '2026-07-05';

export interface Added {
  network: string;
  report: string;
}

/** Null where there are networks already: what somebody removed is not put back. */
export async function addExampleNetwork(networks: Networks, reportsDir: string): Promise<Added | null> {
  if ((await networks.networks()).length > 0) return null;
  const reading = readCharter(await readFile(join(EXAMPLE, 'charter.yaml'), 'utf8'), 'charter.yaml');
  if (!reading.ok)
    throw new Error(`the example's charter: ${reading.problems.map(({ message }) => message).join('; ')}`);
  const { charter } = reading;
  const files = await readSource(EXAMPLE, { attributes: charter.members.attributes });
  const { network } = await networks.launch({ charter, members: files });
  const report = await reportOfFiles(
    { ...files, undirected: undefined },
    { source: network, asOf: TOLD_UNTIL, policy: charter.health },
  );
  const file = join(reportsDir, network, 'first-look.html');
  return { network, report: await writeFileWhole(file, await rendered(report, 'html')) };
}
