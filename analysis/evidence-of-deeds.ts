/**
 * What shows that members helped others, from facts alone: help that resolved a request, a piece of the repository that
 * somebody else used, a trial whose end was shared as data. Each piece is a member and a matter; how often it came about,
 * or how much it was worth, is not asked, so that nothing of it can be ranked.
 */
import type { PracticeRecords, RecognitionDeed } from '../data/records/index.ts';

export interface Deed {
  member: string;
  deed: RecognitionDeed;
  about: string;
}

type Read = Partial<Pick<PracticeRecords, 'support-request' | 'artifact' | 'artifact-use' | 'experiment'>>;

/** Each once, in order of member, deed and matter. */
export function evidenceOfDeeds(records: Read): Deed[] {
  const requests = records['support-request'] ?? [];
  const helped = requests
    .filter(({ status }) => status === 'resolved')
    .flatMap(({ request, answeredBy, askedBy }) =>
      answeredBy.filter((by) => by !== askedBy).map((member): Deed => ({ member, deed: 'help', about: request })),
    );
  const makers = new Map((records.artifact ?? []).map(({ artifact, contributors }) => [artifact, contributors]));
  const used = (records['artifact-use'] ?? []).flatMap(({ artifact, member: user }) => {
    const contributors = makers.get(artifact) ?? [];
    return contributors.includes(user)
      ? []
      : contributors.map((member): Deed => ({ member, deed: 'artifact', about: artifact }));
  });
  const tried = (records.experiment ?? [])
    .filter(({ status, learned }) => status === 'stopped' && learned !== null)
    .map(({ experiment, member }): Deed => ({ member, deed: 'experiment', about: experiment }));
  const all = new Map([...helped, ...used, ...tried].map((one) => [keyOf(one), one]));
  return [...all.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

export function keyOf({ member, deed, about }: Deed): string {
  return [member, deed, about].join(' ');
}
