/**
 * The sixty invented people: three regions with four organisations each, five people in every organisation, and four
 * of the sixty in the coordinating team (the hub). Nobody of these exists; example.org is reserved for such use.
 */
export interface ExamplePerson {
  id: string;
  name: string;
  email: string;
  region: string;
  organisation: string;
  role: string;
  hub: boolean;
}

export const REGIONS: readonly (readonly [string, readonly string[]])[] = [
  ['North', ['Birch Clinic', 'Harbour House', 'Fjord Families', 'Northlight Trust']],
  ['South', ['Olive Centre', 'Bridge Street', 'Southbank Care', 'Meadow Health']],
  ['East', ['Rivermouth', 'Steppe Services', 'Sunrise House', 'Eastgate Clinic']],
];

/** Who coordinates: one in each region, and a second in the North, where the network began. */
export const HUB: readonly string[] = ['p01', 'p08', 'p21', 'p41'];

/** One of each in every organisation. */
const ROLES = ['manager', 'intake worker', 'nurse', 'social worker', 'family worker'] as const;

const FIRST_NAMES = `Abel Bea Cato Dora Edda Finn Gwen Hugo Iris Juno Kai Lena Milo Nora Otto Pia Quinn Rosa Sten Tove
   Udo Vera Wim Xena Yara Zeno Anouk Boris Clio Dario Elsa Fabio Greta Henri Ilse Jonas Kira Luca Mina Nils
   Olga Pavel Rita Sami Tilda Ursel Viktor Wanda Yorick Zora Anton Bruna Cyril Daphne Emil Freya Gustav Hedda Ivo Jette`.split(
  /\s+/,
);

const LAST_NAMES = 'Acorn Beacon Candle Drumlin Ember Feather Garnet Hollow Ink Juniper Kettle Lantern'.split(' ');

export function examplePeople(): ExamplePerson[] {
  return REGIONS.flatMap(([region, organisations], regionIndex) =>
    organisations.flatMap((organisation, organisationIndex) =>
      ROLES.map((role, roleIndex) => {
        const index = regionIndex * 20 + organisationIndex * 5 + roleIndex;
        const id = `p${String(index + 1).padStart(2, '0')}`;
        const first = FIRST_NAMES[index]!;
        const last = LAST_NAMES[(index * 7) % LAST_NAMES.length]!;
        const email = `${first}.${last}@example.org`.toLowerCase();
        return { id, name: `${first} ${last}`, email, region, organisation, role, hub: HUB.includes(id) };
      }),
    ),
  );
}
