/**
 * What a survey after the close says of the ties before it. Counted when it is over and kept as counts, because a report
 * measures one wave, and this is about two.
 */
import { type BodyOf, subjectOf } from '../../../data/records/index.ts';
import type { Activities } from '../../contract/index.ts';
import { factOf } from '../facts.ts';
import { askedBy, type World } from '../world.ts';

export function followUpActivities({ store }: Pick<World, 'store'>): Pick<Activities, 'weighFollowUp'> {
  return {
    async weighFollowUp({ network, wave, at }) {
      const [known] = await store.read({ network, kind: 'follow-up', subject: subjectOf(wave) });
      if (known === undefined) return { kept: 0 };
      const bodies = async <K extends 'wave' | 'response' | 'tie' | 'follow-up' | 'member'>(kind: K) =>
        (await store.read({ network, kind })).map(({ body }) => body as BodyOf<K>);
      const waves = await bodies('wave');
      const followUps = new Set((await bodies('follow-up')).map((one) => one.wave));
      const baseline = waves
        .filter((one) => !followUps.has(one.wave) && one.opens <= known.body.closedAt)
        .sort((a, b) => (a.opens < b.opens ? -1 : 1))
        .at(-1);
      const responses = await bodies('response');
      const answered = (which: string | undefined) =>
        new Set(responses.filter((one) => one.wave === which && one.status === 'answered').map(({ member }) => member));
      const [first, again] = [answered(baseline?.wave), answered(wave)];
      const both = new Set([...first].filter((member) => again.has(member)));
      const types = new Set(waves.find((one) => one.wave === wave)?.types ?? []);
      const roster = new Set((await bodies('member')).map(({ member }) => member));
      const ties = (await bodies('tie')).filter(({ type, to }) => types.has(type) && roster.has(to));
      const name = (tie: { from: string; to: string; type: string }) => JSON.stringify([tie.from, tie.to, tie.type]);
      const then = ties.filter((tie) => tie.wave === baseline?.wave && first.has(tie.from));
      const now = new Set(ties.filter((tie) => tie.wave === wave).map(name));
      const before = [...new Set(then.filter(({ from }) => both.has(from)).map(name))];
      const kept = before.filter((tie) => now.has(tie)).length;
      const result = {
        ...{ baseline: baseline?.wave ?? null, answeredBoth: both.size, before: before.length, kept },
        unknown: new Set(then.map(name)).size - before.length,
      };
      const source = askedBy();
      const body = { ...known.body, result };
      const draft = { kind: 'follow-up' as const, body, validFrom: at, key: `follow-up/${wave}/over` };
      await store.append([factOf(draft, { network, source, recordedAt: at })], source);
      return { kept };
    },
  };
}
