import { describe, expect, it } from 'vitest';
import { mapNetwork } from '../../../notebooks/lib/map/network-map.ts';
import { SHOW, showsItself } from '../../../notebooks/lib/show/shows-itself.ts';
import { threeRegionsRecords } from '../../analysis/charts/gallery/records.ts';
import { randomNetwork } from '../../analysis/charts/map/map-networks.ts';

const records = threeRegionsRecords();

describe('a map shows itself: as a chart while it is small, by WebGL beyond, and a picture everywhere', () => {
  it('is a chart like the others for tens of members', async () => {
    const map = await mapNetwork(records, { colour: 'region' });
    expect(map.drawnBy).toBe('vega-lite');
    expect(map.id).toBe('network-map');
    expect(showsItself(map)).toBe(false);
    const later = await mapNetwork(records, { colour: 'region', places: map.places });
    expect([...later.places]).toEqual([...map.places]);
  });

  it('is drawn by WebGL for thousands, and says so; the thread gives what this one would', async () => {
    const many = randomNetwork(1600, 2);
    const map = await mapNetwork(many, { labels: (id) => `Member ${id}` });
    expect(map.drawnBy).toBe('webgl');
    expect(map.notes.at(-1)).toBe('Drawn by WebGL, since there are more than 1500 members.');
    expect(map.rows[0]).toMatchObject({ member: expect.stringMatching(/^Member m/) });
    if (!showsItself(map)) throw new Error('a WebGL map shows itself');
    const bundle = await map[SHOW]();
    expect(Object.keys(bundle)).toEqual(['text/html', 'image/png', 'text/plain']);
    expect(Buffer.from(String(bundle['image/png']), 'base64').subarray(1, 4).toString()).toBe('PNG');
    expect(bundle['text/plain']).toContain(map.title);
    expect(await map[SHOW]()).toEqual(bundle);
  }, 60_000);

  it('ends at once when its signal says so', async () => {
    const stop = new AbortController();
    const drawn = mapNetwork(randomNetwork(4000, 3), {}, stop.signal);
    setImmediate(() => stop.abort(new Error('interrupted')));
    await expect(drawn).rejects.toThrow('interrupted');
  }, 60_000);

  it('refuses in the same words, from a thread as from here', async () => {
    await expect(mapNetwork(records, { colour: 'regoin' })).rejects.toThrow('did you mean "region"');
    await expect(mapNetwork(randomNetwork(400, 2), { colour: 'regoin' })).rejects.toThrow('did you mean "region"');
  }, 60_000);
});
