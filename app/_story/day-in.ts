/** A day inside a sentence, to be written in the reader's own zone when it is shown (`DatedText`). */
export function dayIn(at: Date | null): string {
  return at ? `⟦${at.toISOString()}⟧` : '';
}

/** The sentence in its parts: words, and the days between them. */
export function splitDays(sentence: string): (string | Date)[] {
  return sentence.split(/⟦([^⟧]+)⟧/).map((part, place) => (place % 2 === 1 ? new Date(part) : part));
}
