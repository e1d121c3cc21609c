/** What is in a network's repository, with its words, for somebody of the network. */
import type { BodyOf } from '../../../data/records/index.ts';
import { opened, type ReaderPlaces, readerOf } from './reader.ts';

/** One artifact as its reader sees it. */
export interface ArtifactFound
  extends Pick<BodyOf<'artifact'>, 'artifact' | 'type' | 'tags' | 'contributors' | 'buildsOn' | 'status' | 'version'> {
  /** Null: who wrote it was erased. */
  title: string | null;
  summary: string | null;
  link: string | null;
  reviewBy: string | null;
  uses: number;
  /** From five raters on: the share who found it useful (3 or 4 of 4). */
  shareUseful: number | null;
}

export interface RepositoryQuestion {
  as: string;
  /** Those that have all of these. */
  tags?: readonly string[];
  /** Those whose title, summary or tags hold all of these words, in whatever letters. */
  text?: string;
  /** Drafts, discarded and retired ones are left out unless they are asked for. */
  all?: boolean;
}

const FEWEST_RATERS = 5;

/** In order of their numbers, newest first. @throws RefusedError */
export async function repositoryOf(
  places: ReaderPlaces,
  network: string,
  { as, tags = [], text = '', all = false }: RepositoryQuestion,
): Promise<ArtifactFound[]> {
  const { store, people } = places;
  await readerOf(places, network, as);
  const bodies = async <K extends 'artifact' | 'artifact-use' | 'artifact-rating'>(kind: K) =>
    (await store.read({ network, kind })).map(({ body }) => body as BodyOf<K>);
  const [artifacts, uses, ratings] = [
    await bodies('artifact'),
    await bodies('artifact-use'),
    await bodies('artifact-rating'),
  ];
  const found: ArtifactFound[] = [];
  for (const { title, summary, link, reviewBy, ...body } of artifacts.sort(newestFirst)) {
    const isThere = all || body.status === 'current' || body.status === 'stale';
    if (!isThere || !tags.every((tag) => body.tags.includes(tag))) continue;
    const words = {
      title: await opened(people, network, title),
      summary: await opened(people, network, summary),
      link: await opened(people, network, link),
    };
    if (!holds([words.title, words.summary, ...body.tags].join(' '), text)) continue;
    const own = ratings.filter(({ artifact }) => artifact === body.artifact);
    const useful = own.filter(({ usefulness }) => usefulness >= 3).length;
    const { artifact, type, contributors, buildsOn, status, version } = body;
    found.push({
      ...{ artifact, type, tags: body.tags, contributors, buildsOn, status, version, ...words, reviewBy },
      uses: uses.filter((use) => use.artifact === artifact).length,
      shareUseful: own.length < FEWEST_RATERS ? null : useful / own.length,
    });
  }
  return found;
}

function newestFirst(a: BodyOf<'artifact'>, b: BodyOf<'artifact'>): number {
  if (a.sharedAt !== b.sharedAt) return a.sharedAt < b.sharedAt ? 1 : -1;
  return a.artifact < b.artifact ? 1 : -1;
}

function holds(words: string, text: string): boolean {
  const lower = words.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
