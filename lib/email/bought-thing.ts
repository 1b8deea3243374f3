import type { MailBlock } from './mail-content';

/** What a mail is about: one thing that was bought, as its order names it. */
export type BoughtThing = { title: string; planName: string };

/** One thing by its name, several by their number. */
export function thingName(things: readonly BoughtThing[]): string {
  const [only, ...others] = things;
  if (!only) return 'your purchase';
  return others.length === 0 ? only.title : `${only.title} and ${others.length} more`;
}

/** A list of them, where the name alone would not say which. */
export function thingBlocks(things: readonly BoughtThing[]): MailBlock[] {
  if (things.length < 2) return [];
  return [{ kind: 'rows', rows: things.map(({ title, planName }) => ({ label: title, value: planName })) }];
}
