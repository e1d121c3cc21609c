/**
 * The networks of the benchmark: made from a seed, so that every run on every machine measures the same ones, and written
 * as plain lists that every tool reads. Members are numbered from 0; a tie is a line "v w", or "v w length".
 */
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createRandom, type Random } from '../../analysis/inference/random.ts';

/** What a kind of network looks like: the same for all rows that name it. */
export const NETWORKS = {
  groups: 'random, with groups: seven of ten ties lie within them',
  'groups-with-lengths': 'the same, ties of length 1 to 10',
  'barabasi-albert': 'Barabási–Albert: newcomers prefer those who have many ties',
  'watts-strogatz': 'Watts–Strogatz: a ring of neighbours, one tie in ten leads elsewhere',
  grid: 'a square grid',
  tree: 'a random tree',
  interactions: 'dated interactions between members, twenty for each tie; about half of them repeat',
} as const;

export type NetworkName = keyof typeof NETWORKS;

export interface Size {
  members: number;
  ties: number;
}

export interface MadeNetwork {
  /** A grid is square, and a tree has one tie less than members. */
  size: Size;
  path: string;
}

export const GROUPS = 20;
const WITHIN = 0.7;
const REWIRED = 0.1;
const LONGEST = 10;
const INTERACTIONS_PER_TIE = 20;
/** Of as many interactions as this, drawn with repetition from so many pairs, about half meet a pair for the first time. */
const PAIRS_PER_INTERACTION = 0.65;

/** Writes the network to a file. */
export async function makeNetwork(name: NetworkName, wanted: Size, path: string): Promise<MadeNetwork> {
  const random = createRandom(1, `bench/${name === 'groups-with-lengths' ? 'groups' : name}`);
  if (name === 'interactions') {
    const rows = await writeInteractions(wanted, random, path);
    return { size: { members: wanted.members, ties: rows }, path };
  }
  const pairs = pairsOf(name, wanted, random);
  const lengths = createRandom(1, 'bench/lengths');
  const members = name === 'grid' ? sideOf(wanted.members) ** 2 : wanted.members;
  await writeLines(path, pairs.length, (at) => {
    const [v, w] = pairs[at]!;
    return name === 'groups-with-lengths' ? `${v} ${w} ${1 + lengths.below(LONGEST)}\n` : `${v} ${w}\n`;
  });
  return { size: { members, ties: pairs.length }, path };
}

type Pair = [number, number];

function pairsOf(name: Exclude<NetworkName, 'interactions'>, { members, ties }: Size, random: Random): Pair[] {
  switch (name) {
    case 'groups':
    case 'groups-with-lengths':
      return distinct(members, ties, () => {
        const v = random.below(members);
        const within = random.next() < WITHIN;
        // Member v belongs to group v mod GROUPS.
        const w = within ? (v % GROUPS) + GROUPS * random.below(Math.floor(members / GROUPS)) : random.below(members);
        return [v, w];
      });
    case 'barabasi-albert':
      return preferential(members, Math.max(1, Math.round(ties / members)), random);
    case 'watts-strogatz':
      return smallWorld(members, Math.max(1, Math.round(ties / members)), random);
    case 'grid':
      return grid(sideOf(members));
    case 'tree':
      return Array.from({ length: members - 1 }, (_, at) => [random.below(at + 1), at + 1]);
  }
}

function sideOf(members: number): number {
  return Math.floor(Math.sqrt(members));
}

/** Draws until there are so many different pairs. */
function distinct(members: number, ties: number, draw: () => Pair): Pair[] {
  const seen = new Set<number>();
  const pairs: Pair[] = [];
  while (pairs.length < ties) {
    const [v, w] = draw();
    const key = Math.min(v, w) * members + Math.max(v, w);
    if (v === w || seen.has(key)) continue;
    seen.add(key);
    pairs.push([Math.min(v, w), Math.max(v, w)]);
  }
  return pairs;
}

function preferential(members: number, each: number, random: Random): Pair[] {
  const pairs: Pair[] = [];
  // Every end of every tie: a draw from it prefers those who have many.
  const ends: number[] = Array.from({ length: each }, (_, v) => v);
  for (let v = each; v < members; v++) {
    const chosen = new Set<number>();
    while (chosen.size < each) chosen.add(ends[random.below(ends.length)]!);
    for (const w of chosen) {
      pairs.push([w, v]);
      ends.push(v, w);
    }
  }
  return pairs;
}

function smallWorld(members: number, eachSide: number, random: Random): Pair[] {
  const regular: Pair[] = [];
  for (let v = 0; v < members; v++) {
    for (let step = 1; step <= eachSide; step++) regular.push([v, (v + step) % members]);
  }
  const queue = regular.values();
  return distinct(members, regular.length, () => {
    const next = queue.next();
    const [v, w] = next.done ? [random.below(members), random.below(members)] : next.value;
    return random.next() < REWIRED ? [v, random.below(members)] : [v, w];
  });
}

function grid(side: number): Pair[] {
  const pairs: Pair[] = [];
  for (let v = 0; v < side * side; v++) {
    if ((v + 1) % side !== 0) pairs.push([v, v + 1]);
    if (v + side < side * side) pairs.push([v, v + side]);
  }
  return pairs;
}

/** A table as a forum or a calendar exports it: who, whom, on which day. */
async function writeInteractions({ members, ties }: Size, random: Random, path: string): Promise<number> {
  const rows = ties * INTERACTIONS_PER_TIE;
  const pairs = Array.from({ length: Math.ceil(rows * PAIRS_PER_INTERACTION) }, (): Pair => {
    const v = random.below(members);
    return [v, (v + 1 + random.below(members - 1)) % members];
  });
  const days = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
  await writeLines(
    path,
    rows,
    () => {
      const [v, w] = pairs[random.below(pairs.length)]!;
      return `m${v},m${w},${days[random.below(days.length)]}\n`;
    },
    'source,target,time\n',
  );
  return rows;
}

const LINES_AT_ONCE = 10_000;

async function writeLines(path: string, count: number, line: (at: number) => string, head = ''): Promise<void> {
  const file = createWriteStream(path);
  let text = head;
  for (let at = 0; at < count; at++) {
    text += line(at);
    if (at % LINES_AT_ONCE === LINES_AT_ONCE - 1) {
      file.write(text);
      text = '';
    }
  }
  file.end(text);
  await finished(file);
}
