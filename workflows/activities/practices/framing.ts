/**
 * What a catch-up digest says to one person: the running cycle with its framing, the agenda, and how much has come since
 * they last heard. Who never heard is told of all there is. Words are opened for this one mail.
 */
import { type BodyOf, type Instant, type Kind, subjectOf } from '../../../data/records/index.ts';
import type { NoticeDraft } from '../../contract/index.ts';
import type { World } from '../world.ts';

type Places = Pick<World, 'store' | 'people'>;

/** @param idOf how a notice of an id is kept (`noticeKey`). */
export async function catchUpLines(
  places: Places,
  network: string,
  notice: NoticeDraft,
  idOf: (id: string) => string,
): Promise<string[]> {
  const since = await lastHeard(places, network, notice, idOf);
  const came = await newSince(places, network, since);
  const none = since === null ? 'Nothing is recorded yet.' : 'Nothing new was recorded.';
  return [
    ...(await whereItStands(places, network, since)),
    since === null ? 'So far:' : `Since you last heard, on ${since.slice(0, 10)}:`,
    came.length === 0 ? none : came.map((line) => `- ${line}`).join('\n'),
  ];
}

/** When the digest before this one went to the same person: the nought is a newcomer's, and nothing comes before it. */
async function lastHeard(
  { store }: Places,
  network: string,
  { about, person }: NoticeDraft,
  idOf: (id: string) => string,
): Promise<Instant | null> {
  for (let number = Number(about.split('-').at(-1)) - 1; number >= 0; number -= 1) {
    const subject = subjectOf(idOf(`catch-up.catch-up-${number}.0.${person}`));
    const [known] = await store.read({ network, kind: 'notice', subject });
    if (known !== undefined) return known.validFrom;
  }
  return null;
}

/** The running cycle, what it asks (where that is new to the person), and for newcomers the agenda in words. */
async function whereItStands({ store, people }: Places, network: string, since: Instant | null): Promise<string[]> {
  const open = (text: string | null) => (text === null ? null : people.openText(network, text));
  const lines: string[] = [];
  const cycles = (await store.read({ network, kind: 'cycle' })).map(({ body }) => body);
  const running = cycles.filter(({ stage }) => stage !== 'done').sort((a, b) => b.cycle - a.cycle)[0];
  if (running !== undefined) {
    lines.push(`Cycle ${running.cycle} is under way, on ${running.item}; it has come to ${running.stage}.`);
    const [framing] = await store.read({ network, kind: 'cycle-framing', subject: subjectOf(running.cycle) });
    if (framing !== undefined && (since === null || framing.validFrom > since)) {
      const { version, question, hypotheses } = framing.body;
      lines.push(`What it asks (version ${version}): ${(await open(question)) ?? TAKEN_BACK}`);
      const expects = await open(hypotheses);
      if (expects !== null) lines.push(`What is expected: ${expects}`);
    }
  }
  if (since !== null) return lines;
  const agenda: string[] = [];
  for (const { body } of await store.read({ network, kind: 'agenda-item' })) {
    agenda.push(`- ${body.item}: ${(await titleOf({ store, people }, network, body)) ?? TAKEN_BACK}`);
  }
  return agenda.length === 0 ? lines : [...lines, `The learning agenda:\n${agenda.join('\n')}`];
}

const TAKEN_BACK = '(what was written has been taken back)';

/** An item that came from the vote is called as its priority was. */
async function titleOf(
  { store, people }: Places,
  network: string,
  { title, priority }: BodyOf<'agenda-item'>,
): Promise<string | null> {
  if (title !== null) return people.openText(network, title);
  if (priority === null) return null;
  const [proposed] = await store.read({ network, kind: 'priority', subject: subjectOf(priority) });
  return proposed === undefined ? null : people.openText(network, proposed.body.title);
}

/** What is counted, and how it is called: nobody is named, and nothing is told of one person. */
const COUNTED: readonly (readonly [kind: Kind, one: string, several: string])[] = [
  ['contribution', 'contribution to a cycle', 'contributions to cycles'],
  ['agenda-item', 'item of the agenda, new or said anew', 'items of the agenda, new or said anew'],
  ['cycle-framing', 'framing of a cycle', 'framings of cycles'],
  ['experiment', 'experiment begun or gone on', 'experiments begun or gone on'],
  ['story', 'story told', 'stories told'],
  ['decision', 'decision asked for or made', 'decisions asked for or made'],
  ['report', 'health report', 'health reports'],
];

async function newSince({ store }: Places, network: string, since: Instant | null): Promise<string[]> {
  const lines: string[] = [];
  for (const [kind, one, several] of COUNTED) {
    const facts = await store.read({ network, kind });
    const count = facts.filter(({ validFrom }) => since === null || validFrom > since).length;
    if (count > 0) lines.push(`${count} ${count === 1 ? one : several}`);
  }
  return lines;
}
