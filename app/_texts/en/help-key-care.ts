/** The help pages about keys that grow old or are seen by others. */
export const helpKeyCare = {
  rotationTitle: 'Regenerate and rotate keys',
  rotationSummary: 'A new value for the same key: at once, or with time to change over.',
  rotationBody: `
## What changes and what stays

**Re-generate API Key** gives a key a new value. Its id, name, note, access, limits, history and usage stay, so charts do
not break and nothing has to be set up again.

## At once

With “now”, the old value is refused from the next request. Choose this when a key may have got out.

## With time to change over

With an overlap of one hour, 24 hours or 7 days, both values work until it ends:

1. Regenerate the key and choose an overlap.
2. Put the new value where the programs read it.
3. Look at the usage page: when the old value is no longer used, you are done. It ends by itself.

## How often

After 90 days with the same value the store reminds you by mail, once. A key that lives in one well-kept place can stay
longer; one that several people handled should go sooner.

**Standard** keys can also be rotated by the store on a schedule, with a day in which the old value still works. That fits
only where your program fetches the new value in time.

## Keys that nobody uses

A key that was not used for 90 days gets the badge “Unused” and is named in a monthly mail. Remove it: a key that does not
exist cannot leak.
`,

  leaksTitle: 'When a key leaked',
  leaksSummary: 'What to do first, what the store does by itself, and how to report a key that you found.',
  leaksBody: `
## First

1. Open **API Keys**, choose the key and press **This key leaked**. It is disabled at once, you can make a replacement, and
   you are shown what it was used for in the last 30 days.
2. Put the replacement where your program reads it.
3. Remove the value from where it got out. In a repository, deleting the line is not enough: it stays in the history.
4. Look through the list of calls. If there is one that you do not know, tell whoever runs this store, with its request id.

## What the store notices by itself

- A call from a network that the key was never used from.
- More than three times as many calls in a day as in the week before.
- A burst of errors.
- A key that wakes up after 60 idle days.
- Somebody who tries a key that was deleted, revoked or replaced.
- A key sent in an address, or without encryption.

You get a mail, and the usage page of the key says so for 30 days.

Texts of the store (notes, descriptions, tickets) refuse anything that looks like a live key.

## Report a key that you found

Anybody may hand in keys, without an account. The answer is always the same, so it tells nobody whether a key was real:

\`\`\`bash
curl {store}/api/v1/credentials/revoke \\
  -H "Content-Type: application/json" \\
  -d '{"credentials": ["…"]}'
\`\`\`

A live key that is handed in here is disabled or reported to its owner, as the store has decided.
`,
} as const;
