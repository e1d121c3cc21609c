/**
 * Which column is meant. Headers are compared without case, accents and punctuation, in the spellings that
 * spreadsheets, survey tools, Gephi, igraph and statnet use; personal columns also in German, French and Spanish.
 */
import type { Table } from './table.ts';

export type Field =
  | 'id'
  | 'source'
  | 'target'
  | 'type'
  | 'strength'
  | 'wave'
  | 'time'
  | 'practice'
  | 'censored'
  | 'status'
  | 'asked'
  | 'answered'
  | 'opens'
  | 'closes'
  | 'hub'
  | 'types'
  | 'contribution'
  | 'cycle'
  | 'stage'
  | 'helped'
  | 'text';

/** First spelling first: where a table has two of them, the earlier one is taken. */
const SPELLINGS: Record<Field, readonly string[]> = {
  id: words(
    'id memberid nodeid personid participantid member node person participant actor vertex ref code key kennung',
  ),
  source: words('source from ego sender fromid sourceid sourcenode src nominator von quelle origen'),
  target: words('target to alter receiver recipient toid targetid targetnode dst nominee nach zu ziel cible destino'),
  type: words('type tietype relation relationship layer kind relationtype edgetype tipo'),
  strength: words('weight strength tiestrength edgeweight value intensity frequency gewicht staerke starke poids peso'),
  wave: words('wave surveywave round wavenumber waveno welle vague ola'),
  time: words(
    'time date timestamp datetime when toa adoptiontime adoptiondate timeofadoption adoptedat adoptedon adopted zeit datum fecha period',
  ),
  practice: words('practice innovation behaviour behavior praxis pratique practica'),
  censored: words('censored censor iscensored zensiert'),
  status: words('status response responsestatus'),
  asked: words('asked wasasked invited invitedat invitedon askedat askedon sent'),
  answered: words('answered hasanswered responded respondedat answeredat answeredon completed completedat submitted'),
  opens: words('opens opened openson open'),
  closes: words('closes closed closeson close'),
  hub: words('hub ishub hubmember coordinatingteam coordinator'),
  types: words('types'),
  contribution: words('contribution contributionid'),
  cycle: words('cycle'),
  stage: words('stage'),
  helped: words('helped'),
  text: words('text'),
};

const PERSONAL = {
  name: words('name fullname displayname label personname membername vollername name nomcomplet nombrecompleto'),
  firstName: words('firstname givenname forename vorname prenom nombre'),
  lastName: words('lastname surname familyname nachname familienname nom nomdefamille apellido apellidos'),
  email: words('email mail emailaddress mailaddress emailadresse courriel correo correoelectronico'),
  accessNeeds: words(
    'accessneeds accessibility accessibilityneeds accessneed barrierefreiheit besoinsdacces necesidadesdeacceso',
  ),
} as const;

/** Personal columns without a place of their own among a person's details. */
const PERSONAL_OTHER = new Set(
  words(
    `middlename nickname initials maidenname username login handle phone phonenumber telephone tel mobile mobilephone
     cell cellphone fax address street streetaddress postaladdress homeaddress postcode postalcode zip zipcode birthday
     birthdate dateofbirth dob dietary dietaryneeds allergies notes note comment comments remark remarks freetext bio
     biography url website homepage linkedin twitter facebook skype photo picture ssn passport spitzname mittelname
     telefon telefonnummer handy handynummer mobil adresse anschrift strasse plz postleitzahl geburtstag geburtsdatum
     notiz notizen bemerkung bemerkungen kommentar kommentare portable rue codepostal datedenaissance naissance
     anniversaire remarque remarques commentaire commentaires telefono movil direccion calle codigopostal
     fechadenacimiento cumpleanos notas nota comentario comentarios observaciones alergias`,
  ),
);

const PERSONAL_PART = /e-?mail|phone|telefon|birth|geburt|naissance|nacimiento|passport|comment|kommentar|remark/;

export type PersonalField = keyof typeof PERSONAL | 'other';

/** Headers of an exported file that must be read back as an attribute, whatever they look like. */
export const ATTRIBUTE_PREFIX = 'attribute:';

/** Case, accents, blanks and punctuation do not tell columns apart; letters of any script do. */
export function plainName(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Index of the column that means a field, or −1. */
export function columnOf(table: Table, field: Field): number {
  const names = table.header.map((header) => (header.startsWith(ATTRIBUTE_PREFIX) ? '' : plainName(header)));
  for (const spelling of SPELLINGS[field]) {
    const index = names.indexOf(spelling);
    if (index >= 0) return index;
  }
  return -1;
}

/** The column that says who: an id, or where there is none a label or a name. */
export function memberColumnOf(table: Table): number {
  const id = columnOf(table, 'id');
  if (id >= 0) return id;
  const names = table.header.map(plainName);
  return names.findIndex((name) => name === 'label' || name === 'name' || name === 'fullname' || name === 'email');
}

/** What kind of personal detail a header announces; null where it announces none. */
export function personalField(header: string): PersonalField | null {
  if (header.startsWith(ATTRIBUTE_PREFIX)) return null;
  const name = plainName(header);
  for (const field of ['name', 'firstName', 'lastName', 'email', 'accessNeeds'] as const) {
    if (PERSONAL[field].includes(name)) return field;
  }
  return PERSONAL_OTHER.has(name) || PERSONAL_PART.test(name) ? 'other' : null;
}

/** Whether a header would be read as a field of a member's row rather than as an attribute. */
export function isReservedHeader(header: string): boolean {
  const name = plainName(header);
  return (
    header.startsWith(ATTRIBUTE_PREFIX) ||
    header !== header.normalize('NFC').trim() ||
    ['', 'id', 'status', 'hub'].includes(name) ||
    SPELLINGS.status.includes(name) ||
    SPELLINGS.hub.includes(name)
  );
}

/** How messages list the spellings: the first few. */
export function spellingsOf(field: Field): string {
  return SPELLINGS[field].slice(0, 4).join(', ');
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
