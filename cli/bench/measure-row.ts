/**
 * Measures one row: Weft and each peer in turn (ours, theirs, ours, theirs …), so that whatever else the machine is doing
 * hits both. Before a time counts, both have to have found the same.
 */
import { setTimeout } from 'node:timers/promises';
import { disagreement } from './agreement.ts';
import { type Answer, Contender, ContenderFailed } from './contender.ts';
import type { MadeNetwork } from './networks.ts';
import type { Goal, Limit, Options, Peer, Quantity, Row } from './row.ts';
import type { Tools } from './tools.ts';
import { type Comparison, compare, type Held, hold, type Measured, unmeasured } from './verdict.ts';

export interface MeasuredRow {
  id: string;
  title: string;
  about: string;
  members: number;
  ties: number;
  comparisons: Comparison[];
  held: Held[];
}

export interface MeasureOptions {
  tools: Tools;
  repetitions: number;
  /** Work that is quicker is done again until so much time has passed. */
  leastSeconds: number;
  network: MadeNetwork;
  /** Of the same kind, for peers that cannot do all of the work. */
  small: MadeNetwork;
  say: (line: string) => void;
}

export async function measureRow(row: Row, options: MeasureOptions): Promise<MeasuredRow> {
  // One process of ours for the whole row: its first answer is what the others are held against.
  const own = await ours(row, options, options.network);
  try {
    const answer = await own.answer();
    await own.warmUp(options.leastSeconds);
    const comparisons: Comparison[] = [];
    for (const peer of row.peers) comparisons.push(...(await comparisonsWith(peer, { row, own, answer, options })));
    const held: Held[] = [];
    for (const limit of row.limits ?? []) {
      options.say(`${row.id}: ${limit.cold ? 'first call of a fresh process' : limit.quantity}`);
      held.push(hold(limit, await amountsOf(own, limit, row, options)));
    }
    const { id, title, about } = row;
    const { members, ties } = options.network.size;
    return { id, title, about, members, ties, comparisons, held };
  } finally {
    await own.end();
  }
}

interface Ours {
  row: Row;
  own: Contender;
  answer: Answer;
  options: MeasureOptions;
}

async function comparisonsWith(peer: Peer, us: Ours): Promise<Comparison[]> {
  const { tools, say } = us.options;
  const version = tools.versions[peer.tool] ?? null;
  const who = { tool: nameOf(peer), version };
  const goals = goalsOf(peer);
  if (version === null) {
    const reason = `not compared: ${peer.tool} is not installed`;
    return goals.map(({ quantity, goal }) => unmeasured(who, quantity, goal, goal ? 'not compared' : 'shown', reason));
  }
  say(`${us.row.id}: ${who.tool}`);
  const failed = (reason: string) => goals.map(({ quantity, goal }) => unmeasured(who, quantity, goal, 'no', reason));
  const { network } = us.options;
  let other: Contender | null = null;
  try {
    other = await theirs(us.row, peer, us.options, network);
    const why = await whyNotAlike(peer, other, us);
    if (why !== null) return failed(`the figures differ: ${why}`);
    await other.warmUp(us.options.leastSeconds);
    const measured: Comparison[] = [];
    for (const { quantity, goal } of goals) {
      const comparison = compare(who, quantity, goal, await inTurn(quantity, peer, other, us));
      measured.push(comparison);
      // Said at once: a run that is interrupted was not for nothing.
      say(`${us.row.id}: ${who.tool}, ${quantity}: ${comparison.ratio?.median.toPrecision(3)}× ${comparison.verdict}`);
    }
    return measured;
  } catch (error) {
    if (!(error instanceof ContenderFailed)) throw error;
    return failed(error.message);
  } finally {
    await other?.end();
  }
}

/** Without a goal, processor time is shown. */
function goalsOf({ goals }: Peer): { quantity: Quantity; goal: Goal | undefined }[] {
  if (goals.length === 0) return [{ quantity: 'processor time', goal: undefined }];
  return goals.map((goal) => ({ quantity: goal.quantity, goal }));
}

function nameOf({ tool, work, options }: Peer): string {
  if (tool !== 'weft') return work === undefined ? tool : `${tool} ${work}`;
  return Object.entries(options ?? {}).reduce((name, [key, value]) => `${name}, ${key} ${value}`, 'weft');
}

async function whyNotAlike(peer: Peer, other: Contender, { row, answer, options }: Ours): Promise<string | null> {
  if (!peer.checkedSmall) return disagreement(row.agreement, answer, await other.answer());
  const { small } = options;
  const [own, whole] = await Promise.all([
    ours(row, options, small),
    theirs(row, { ...peer, share: 1 }, options, small),
  ]);
  try {
    return disagreement(row.agreement, await own.answer(), await whole.answer());
  } finally {
    await Promise.all([own.end(), whole.end()]);
  }
}

async function inTurn(
  quantity: Quantity,
  peer: Peer,
  other: Contender,
  { row, own, options }: Ours,
): Promise<Measured> {
  const amounts = { ours: [] as number[], theirs: [] as number[] };
  const share = quantity === 'peak memory' ? 1 : (peer.share ?? 1);
  while (amounts.ours.length < options.repetitions) {
    const anew = startsAnew(row, quantity);
    const pair = anew
      ? await Promise.all([ours(row, options, options.network), theirs(row, peer, options, options.network)])
      : [own, other];
    try {
      if (anew) await setTimeout(SETTLING_MS);
      const leastSeconds = anew ? 0 : options.leastSeconds;
      amounts.ours.push(await amountOf(pair[0]!, quantity, leastSeconds));
      amounts.theirs.push((await amountOf(pair[1]!, quantity, leastSeconds)) * share);
    } finally {
      if (anew) await Promise.all(pair.map((contender) => contender.end()));
    }
  }
  return amounts;
}

async function amountsOf(own: Contender, limit: Limit, row: Row, options: MeasureOptions): Promise<number[]> {
  const amounts: number[] = [];
  while (amounts.length < options.repetitions) {
    const anew = limit.cold === true || startsAnew(row, limit.quantity);
    const contender = anew ? await ours(row, options, options.network) : own;
    try {
      if (anew) await setTimeout(SETTLING_MS);
      amounts.push(await amountOf(contender, limit.quantity, anew ? 0 : options.leastSeconds));
    } finally {
      if (anew) await contender.end();
    }
  }
  return amounts;
}

/** What a runtime still compiles and clears away after loading modules is no part of the first call. */
const SETTLING_MS = 300;

/** The most memory that a process ever held says something of one piece of work only in a process of its own. */
function startsAnew(row: Row, quantity: Quantity): boolean {
  return row.fresh === true || quantity === 'peak memory';
}

async function amountOf(contender: Contender, quantity: Quantity, leastSeconds: number): Promise<number> {
  const { seconds, wallSeconds } = await contender.run(leastSeconds);
  if (quantity === 'peak memory') return contender.peakBytes();
  return quantity === 'wall time' ? wallSeconds : seconds;
}

function ours(row: Row, { tools }: MeasureOptions, network: MadeNetwork): Promise<Contender> {
  return Contender.start(tools.commandOf('weft', row.work), { threads: 1, ...row.options, ...optionsOf(network) });
}

function theirs(row: Row, peer: Peer, { tools }: MeasureOptions, network: MadeNetwork): Promise<Contender> {
  const given = { ...row.options, ...peer.options, share: peer.share ?? 1, ...optionsOf(network) };
  return Contender.start(tools.commandOf(peer.tool, peer.work ?? row.work), given);
}

function optionsOf({ size, path }: MadeNetwork): Options {
  return { members: size.members, ties: path };
}
