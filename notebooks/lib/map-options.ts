/** The options of a cell as the map takes them, and the map as a cell takes it. */
import { refuseUnknown } from './known-options.ts';
import type { NetworkMap, NetworkMapOptions } from './map/network-map.ts';
import { DrawnMap, type MappingOptions } from './map.ts';
import type { Context } from './measuring/measure-options.ts';
import { dataEntry } from './show/data-entry.ts';
import { type MediaBundle, SHOW, type ShowsItself, showsItself } from './show/shows-itself.ts';

const OPTIONS = [
  ...['type', 'wave', 'undirected', 'minStrength', 'colour', 'size', 'highlight', 'proposed', 'over', 'arrange'],
  ...['labels', 'direction', 'mostTies', 'smallestGroup', 'places', 'seed', 'webgl', 'signal'],
] as const;

/** A map that brings a page of its own. */
class FramedMap extends DrawnMap implements ShowsItself {
  readonly #page: ShowsItself;

  constructor(made: NetworkMap & ShowsItself) {
    super(made);
    this.#page = made;
  }

  async [SHOW](): Promise<MediaBundle> {
    return { ...(await this.#page[SHOW]()), ...dataEntry(this) };
  }
}

export function drawnMap(made: NetworkMap): DrawnMap {
  return showsItself(made) ? new FramedMap(made) : new DrawnMap(made);
}

/** The same in the words of the map. */
export function mapOptions(
  options: MappingOptions,
  network: Context,
  names: ReadonlyMap<string, string>,
): NetworkMapOptions {
  refuseUnknown('map', options, OPTIONS);
  const { type, proposed, labels, signal: _signal, undirected, smallestGroup, ...rest } = options;
  return {
    ...rest,
    undirected: undirected ?? network.undirected ?? false,
    smallestGroup: smallestGroup ?? network.smallestGroup,
    ...(type === undefined ? {} : { types: [type].flat() }),
    ...(network.asOf === undefined ? {} : { asOf: network.asOf }),
    ...(proposed === undefined ? {} : { proposed: 'pairs' in proposed ? proposed.pairs : proposed }),
    ...(labels === undefined ? {} : { labels: labels === 'names' ? (id: string) => names.get(id) ?? id : labels }),
  };
}
