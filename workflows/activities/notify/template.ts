/** What the words of a notice are made from, and the pieces that notices share. */
import type { Questionnaire } from '../../../data/records/index.ts';

/** One of several things that members wrote and that a mail hands on. */
export interface Passage {
  id: string;
  text: string;
  /** Whose it is; null where that is not told. */
  by: string | null;
}

export interface NoticeWords {
  /** How the network calls itself. */
  networkName: string;
  /** Its id, for the commands that answer. */
  network: string;
  /** The id that the notice is about: a wave, a decision, an introduction. */
  about: string;
  /** What the charter tells whoever is invited, a paragraph each. */
  purpose: readonly string[];
  /** The id of the person, for the commands that answer. */
  person: string;
  /** How the person is greeted; null where no name is known. */
  name: string | null;
  /** Until when an answer is awaited, as a date of the network's time zone. */
  until: string | null;
  /** What somebody wrote that this notice hands on (a question, say), opened for this one mail; null: nothing, or erased. */
  text: string | null;
  /** What figures the notice tells of, a paragraph each. */
  lines?: readonly string[];
  /** For a questionnaire that is open: what it asks. */
  questionnaire: Questionnaire | null;
  /** What members wrote, where a mail hands on several such; looked up for this one mail. */
  passages: readonly Passage[];
  /** For a digest: what has happened since the person last heard, a paragraph each. */
  changes: readonly string[];
  /** For an introduction on which both agreed: whom the person meets. */
  partner: { name: string | null; email: string | null } | null;
  /** For a decision that waits: what there is to choose from. */
  options: readonly string[];
  /** For a notice about ideas, or about what stands to the vote: each with its words, whoever's they are. */
  ideas: readonly { idea: string; text: string | null }[];
  /** For a notice that brings an entry for the calendar: of what; `last`: of a series that ends, the last day that stays. */
  meeting: { title: string; when: string; place: string | null; last: string | null } | null;
  /** Whom somebody was matched with, where all agreed to be told, and why these; null: it is about no match. */
  matched: { others: { name: string | null; email: string | null }[]; because: string | null } | null;
}

/** A line each; of whom was erased the words are gone. */
export function listed({ ideas }: NoticeWords): string {
  return ideas.map(({ idea, text }) => `- ${idea}: ${text ?? '(what was written has been taken back)'}`).join('\n');
}

export interface Template {
  subject(words: NoticeWords): string;
  /** Paragraphs between greeting and signature. */
  body(words: NoticeWords): string[];
}

/** Members need no terminal: whoever leads the network has one. */
export function answerBy(words: NoticeWords, action: string, payload: Record<string, unknown>): string {
  return `${command(words, action, payload)}\nOr tell whoever leads the network, who can do this for you.`;
}

export function command(words: NoticeWords, action: string, payload: Record<string, unknown>): string {
  const { network, person, until } = words;
  const details = Object.keys(payload).length === 0 ? '' : ` --json '${JSON.stringify(payload)}'`;
  const when = until === null ? '' : `, until ${until}`;
  return `To answer${when}: weft act ${network} ${action} --as ${person}${details}`;
}

export function seeStatus({ network, until }: NoticeWords): string {
  return `${until === null ? '' : `It is awaited until ${until}. `}What waits on you, and how to answer: weft status ${network}`;
}

/** Whoever was matched, so that they can be written to. */
export function contacts({ matched }: NoticeWords): string {
  const known = (matched?.others ?? []).map(({ name, email }) =>
    [name, email === null ? null : `<${email}>`].filter((part) => part !== null).join(' '),
  );
  return known.length === 0 || known.includes('')
    ? [...known.filter((one) => one !== ''), 'a member who gave neither name nor address; ask the lead'].join(', ')
    : known.join(', ');
}

/** Why these, in a paragraph; nothing where it is not on record. */
export function because({ matched }: NoticeWords): string[] {
  return matched?.because === null || matched?.because === undefined ? [] : [`Why this match: ${matched.because}`];
}
