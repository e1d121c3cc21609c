/** What the people store refuses or cannot do. The message says the way out and shows nobody's details. */
export class PeopleError extends Error {
  override readonly name = 'PeopleError';
}
