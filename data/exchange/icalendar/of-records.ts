/** What all entries of a calendar are made with: an identity for life, and words that stay sealed until `open` gives them. */
export type OpenWords = (reference: string) => Promise<string | null>;

export function uidOf(id: string, network: string): string {
  return `${id}.${network}@weft.invalid`;
}

export async function wordsOf(reference: string | null, open: OpenWords): Promise<string | null> {
  return reference === null ? null : open(reference);
}
