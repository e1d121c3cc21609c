/** What members wrote that a mail of some kinds hands on; null for all other kinds. To add one: a line here. */
import type { NoticeDraft, NoticeTemplate } from '../contract/index.ts';
import type { Passage } from './notify/template.ts';
import { thankedInPublic, thanksFor } from './practices/recognition.ts';
import { storiesToldOn } from './practices/wins.ts';
import type { World } from './world.ts';

type Places = Pick<World, 'store' | 'people'>;

const BY_TEMPLATE: Partial<
  Record<NoticeTemplate, (places: Places, network: string, notice: NoticeDraft) => Promise<Passage[]>>
> = {
  'wins-preview': (places, network, { about }) => storiesToldOn(places, network, about),
  thanks: (places, network, { about, person }) => thanksFor(places, network, about, person),
  'thanks-ask': (places, network, { about, person }) => thanksFor(places, network, about, person),
  'thanks-public': (places, network, { about }) => thankedInPublic(places, network, about),
  'wins-digest': (places, network, { about }) => storiesToldOn(places, network, about),
};

export async function passagesOf(places: Places, network: string, notice: NoticeDraft): Promise<Passage[] | null> {
  return (await BY_TEMPLATE[notice.template]?.(places, network, notice)) ?? null;
}
