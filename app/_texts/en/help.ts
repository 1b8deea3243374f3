import { helpBuyers } from './help-buyers';
import { helpKeyCare } from './help-key-care';

/** The help pages, those around developer keys here. The bodies are Markdown; {store} is the address of this store, {sample} a dead key. */
export const help = {
  title: 'Help',
  text: 'How to use what you bought, how developer keys work, and what to do when something is wrong.',
  bought: 'What you bought',
  developerKeys: 'Developer keys',
  days: { one: '{count} day', other: '{count} days' },
  all: 'All help pages',
  onThisPage: 'On this page',
  readNext: 'Read next',
  code: 'Example in “{section}”',

  keysTitle: 'What API keys are for',
  keysSummary: 'The kinds of key, where they are, what one looks like and how it is sent.',
  keysBody: `
## What a key does

An API key lets a program of yours do in this store what you do on its pages: read orders, licences and downloads, free a
place on a device, export everything to a file each night. It stands for you, so there is no user name and no password in
the program.

A key never becomes a browser session. Whoever has it can use the API, but cannot sign in with it, read your other keys or
change your password.

## Two families

**Licence keys** begin with \`lkm_\` or \`lko_\`. They come with a purchase and activate the software you bought.

**Developer keys** begin with \`lks_\`, \`lkx_\` or \`lka_\`. They open the management API, and these pages are about them. Both
families stand on one page: **API Keys** in the top bar.

## The key you already have

Every account has one developer key from its first minute, called “Auto-Generated API Key (Created By System)”. It is ready
for a first try and for simple exports. If you delete it, its value stops at once and a new default key with a new value takes
its place. If you want no live key at all, disable it instead.

## Three kinds

- **Standard** (\`lks_\`): you can copy it again later, after showing once more who you are. Good for exports and own scripts.
- **Secret** (\`lkx_\`): shown once, when it is made. The store keeps only a fingerprint of it. Best for servers.
- **Pair** (\`lka_\` and \`lkp_\`): an access key and an access secret, valid for one year, usable only while your account has a
  second factor. Best where a second lock is asked for.

Create further keys only if you need several: one for each application, named after its purpose. Then you can see which one
calls, and stop one without stopping the others.

## What a key looks like

A typical key looks like this. It is a sample, and the store refuses it:

\`\`\`text
{sample}
\`\`\`

Four letters tell the kind, 43 characters are random, and the last six are a checksum, so a mistyped key is noticed at once.
What lists show of a key, such as \`lks_9fQx2B\`, is its prefix: enough to recognise it, useless to open anything.

## Send it

Put it into a header of each request:

\`\`\`bash
curl {store}/api/v1/whoami -H "Authorization: Bearer $LATCHKEY_API_KEY"
\`\`\`

\`X-API-Key: …\` does the same. For tools that can only read an address there is \`?api_key=…\` on GET requests, unless the key
is set to “Headers only” or the store has switched it off. An address ends up in logs and histories, so prefer a header.

## Keep it private

Share a key only with people you trust, and never put one into source code, a ticket or a chat. Read it from the environment
of your program, as the example above does. If one got out, see [When a key leaked](/help/leaked-keys).
`,

  accessTitle: 'Choose what a key may do',
  accessSummary: 'Full access, read only, or exactly the calls that a program needs.',
  accessBody: `
## Full access is the beginning

A new key may do everything that you may do yourself. A program that only exports orders needs far less than that, and a key
that can do less can also do less harm.

## Configure Access

1. Open **API Keys** in the top bar and find the key.
2. Press **Configure Access**.
3. Choose **Only the calls ticked below**. For each group (Licences, Activations, Orders, Downloads, Usage, Keys and others)
   take all, those that read, those that write, or single calls. **Read only** leaves every call that changes nothing. The
   search finds a call by its name.
4. Press **Save**. It holds from the next request.

The button then changes its colour and says how many calls are left, for example “Restricted · 4 calls”.

## What a refused call is told

\`\`\`json
{
  "type": "{store}/developers/errors/insufficient_access",
  "title": "Not within this key’s access",
  "status": 403,
  "code": "insufficient_access",
  "detail": "Its owner can widen it under Configure Access."
}
\`\`\`

The key itself is fine. Give it the call, or let the program use another key.

## A key never exceeds its owner

What counts is what both the key and its owner may do. A key of a customer reaches that customer's own things, whatever is
ticked. A key that may manage keys cannot give any key more than it has itself.

## Where a key may be used from

Under **Edit**, a key can be bound to addresses: single ones or ranges such as \`203.0.113.0/24\` or \`2001:db8::/32\`. From
everywhere else it is refused with \`ip_not_allowed\`. Its usage page names the networks that it was used from lately.

## Let the key's own habits decide

The **Usage** page of a key shows which calls it made in the last 90 days. If these are only a few of those it may make, the
page offers to restrict it to them.
`,

  pairsTitle: 'Generate an access key and access secret',
  pairsSummary: 'What a key pair needs, how to make one, how to use it, and what happens after a year.',
  pairsBody: `
## Before you begin

A pair is used only by accounts with a second factor, such as an authenticator app or a passkey. Without one, the **API
Access Key** card on **Credentials** shows “Set Up MFA” first.

If the card says that key pairs are not part of your plan, ask whoever runs this store: pairs can be switched off for a plan
or for the whole store.

## Generate it

1. Hover over your name in the top bar and choose **Credentials**.
2. On the **API Access Key** card press **Generate New Key** and confirm with your second factor.
3. You see an **Access Key** and an **Access Secret Key**. Copy both, or download them as a file. The secret is shown only now.
4. Tick “I have saved it” and leave the page. A mail tells you that a pair was made.

If the secret was not saved, nobody can show it again: regenerate the pair.

## Use it

As user name and password of HTTP Basic:

\`\`\`bash
curl {store}/api/v1/whoami -u "$LATCHKEY_ACCESS_KEY:$LATCHKEY_ACCESS_SECRET"
\`\`\`

As two headers:

\`\`\`bash
curl {store}/api/v1/whoami \\
  -H "X-Access-Key: $LATCHKEY_ACCESS_KEY" \\
  -H "X-Access-Secret: $LATCHKEY_ACCESS_SECRET"
\`\`\`

Or exchanged for a token that lives for 15 minutes, so that the secret travels rarely:

\`\`\`bash
curl {store}/api/v1/oauth/token \\
  -u "$LATCHKEY_ACCESS_KEY:$LATCHKEY_ACCESS_SECRET" \\
  -d grant_type=client_credentials
\`\`\`

The token is sent as \`Authorization: Bearer …\`, may do what the pair may do, and ends when the pair does. A restricted pair
needs \`account.token\` among its calls.

## One year

A pair is valid for one calendar year; the card says “Valid until”. In its last 60 days it can be renewed for another year
with the same values. Regenerating makes a new access key and a new secret with a new year, and the old ones stop.

## Disable, activate, delete

The slider on the card disables a pair and activates it again; both ask first. **Delete** works at any time, also when the
pair is disabled or has ended. The card then offers **Generate New Key** again.

## When the second factor is gone

If the last second factor of your account is removed, for whatever reason, every call with the pair is refused with
\`mfa_required\`. The pair itself stays active, and works again as soon as a second factor is there. Until then it can be
disabled and deleted, but not generated, activated or regenerated.
`,

  ...helpBuyers,
  ...helpKeyCare,

  limitsTitle: 'Counters, limits and the monthly quota',
  limitsSummary: 'Three numbers that look alike: one only counts, two can stop a call.',
  limitsBody: `
## Calls this month

Every key counts its calls of the current calendar month. This number never stops anything. It begins again on the 1st at
00:00 in the store's billing zone, at the same instant as the quota. Calls that were refused before they reached anything
(401 and 429) are counted apart, as “rejected”.

## The quota of your plan

Your plan may include a number of calls a month for all your keys together. At 80 and at 100 per cent you get a mail. Beyond
it, calls are answered with 429 and \`quota_exceeded\` until the 1st. **Plan & quota** under API Keys shows how much is left.

## Rates

A key may make 60 calls a minute unless it was given a rate of its own, all keys of an account together as many as the plan
says, and one address 1,000. Beyond it the answer is 429 and \`rate_limited\`, with the seconds to wait in \`Retry-After\`. The
store may have chosen other numbers; each answer carries those in force:

\`\`\`http
RateLimit-Policy: "key";q=60;w=60, "user";q=300;w=60, "address";q=1000;w=60
RateLimit: "key";r=57;t=3, "user";r=297;t=1, "address";r=997;t=1
\`\`\`

\`r\` is what is left, \`t\` the seconds until it is whole again. Wait for as long as \`Retry-After\` says, then go on.

## A cap of your own

Under **Edit**, a key can be given a rate and a monthly cap of its own, so that one program cannot use up what the others need.
`,

  exportsTitle: 'Export on a schedule',
  exportsSummary: 'Orders, licences, activations, downloads and usage as a file, each night, with a key and one line.',
  exportsBody: `
## One line

Five lists come as CSV or JSON: \`orders\`, \`licences\`, \`activations\`, \`downloads\` and \`usage\`.

\`\`\`bash
curl -fsS {store}/api/v1/exports/orders.csv \\
  -H "Authorization: Bearer $LATCHKEY_API_KEY" -o orders.csv
\`\`\`

\`-f\` makes curl fail when the store refuses, so that a refusal never ends up in the file.

## Each night

As a line of a crontab, at 02:15. The key comes from a file that only you can read:

\`\`\`bash
15 2 * * *  . ~/.latchkey.env && curl -fsS {store}/api/v1/exports/orders.csv -H "Authorization: Bearer $LATCHKEY_API_KEY" -o ~/orders.csv
\`\`\`

\`\`\`bash
# ~/.latchkey.env
export LATCHKEY_API_KEY=…
\`\`\`

## A key for exports only

Make a key for this alone, and let **Configure Access** leave it nothing but the exports. See
[Choose what a key may do](/help/key-access).
`,
} as const;
