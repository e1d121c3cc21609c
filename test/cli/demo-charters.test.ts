import { describe, expect, it } from 'vitest';
import { ofATemplate, templateCharter } from '../../cli/demo/of-a-template.ts';
import { PlayedPeople, practicesOn } from '../../cli/demo/played-people.ts';
import { TEMPLATE_NAMES } from '../../data/exchange/charter-templates.ts';

describe.each(TEMPLATE_NAMES)(
  'Law: the demonstration of %s has what its charter watches, and people who begin what it asks for',
  (template) => {
    it('has members in the groups that are compared', async () => {
      const { charter, members } = await ofATemplate(template, 1);
      const groups = new Set(members.records.members.map(({ attributes }) => attributes[charter.health.groupBy]));
      expect(groups.has(undefined)).toBe(false);
      expect(groups.size).toBeGreaterThanOrEqual(2);
    });

    it('lets people act from the first cycle on, however late that begins, and once where one is enough', () => {
      const { practices = {} } = templateCharter(template, 1);
      const roles = { lead: ['p01'], steward: ['p02'], facilitator: ['p03', 'p21'], evaluator: [], sponsor: [] };
      const play = (since: string) => {
        const people = new PlayedPeople({ roles, practices: practicesOn(practices) });
        const look = {
          phase: 'learning',
          since: `${since}T08:00:00.000Z`,
          cycle: 1,
          members: ['p01', 'p02', 'p03', 'p04'],
        };
        const day = (at: number) => new Date(Date.parse(since) + at * 86_400_000).toISOString();
        const deeds = Array.from({ length: 60 }, (_, at) =>
          people.deeds({ ...look, now: day(at), waiting: [] }),
        ).flat();
        return deeds.map(({ as, action }) => `${as} ${action}`).filter((deed) => !deed.includes('pause-membership'));
      };
      const early = play('2026-02-01');
      expect(early.length).toBeGreaterThan(5);
      expect(new Set(play('2026-09-01').map((deed) => deed.split(' ')[1]))).toEqual(
        new Set(early.map((deed) => deed.split(' ')[1])),
      );
      const people = new PlayedPeople({ roles, practices: practicesOn({ problems: {} }) });
      const waiting = ['p03', 'p21'].map((on) => ({
        on,
        action: 'state-problem',
        about: 'agenda-1',
        since: '2026-02-01',
      }));
      const look = { now: '2026-02-02T08:00:00.000Z', phase: 'learning', since: null, cycle: 1, members: [], waiting };
      expect(people.deeds(look).map(({ as }) => as)).toEqual(['p03']);
    });
  },
);
