/** The pages for developers around the management API and webhooks. Bodies are Markdown; {store} is the store's address. */
export const docs = {
  startTitle: 'Developers',
  startText:
    'Let programs work with this store: license your software, automate your account, and be told what happens.',
  firstTitle: 'A first call',
  firstText:
    'Every account has a developer key. Copy it under API Keys, put it into the environment, and ask the store who you are:',
  firstCode: 'First call',
  firstAnswer: 'The answer names the key, its owner, and what it may do. From here on every call looks the same.',
  firstKeys: 'Your developer keys',
  firstHelp: 'What API keys are for',
  waysTitle: 'Where to go from here',
  'way.reference': 'Management API',
  'way.referenceText': 'Every call, with its fields and answers, and a form to try it with a key of your own.',
  'way.client': 'Client API',
  'way.clientText': 'Five calls with which software activates a licence key, asks after it and finds its updates.',
  'way.compat': 'Compatibility API',
  'way.compatText':
    'For software made for WooCommerce API Manager: what it may send, what it is told, and the same in ours.',
  'way.webhooks': 'Webhooks',
  'way.webhooksText': 'Signed messages when an order is paid, a licence ends or a key is made. No polling.',
  'way.openapi': 'OpenAPI document',
  'way.openapiText': 'The whole API for machines: generate a client in your language from it.',
  'way.postman': 'Postman collection',
  'way.postmanText': 'Every call with example values, ready to send once a key is filled in.',
  'way.adminByKey': 'What administrators do, by key',
  'way.adminByKeyText':
    'Everything in the administration beside the call that does the same, or the reason why none does.',
  'way.scanner': 'Rule for secret scanners',
  'way.scannerText':
    'Finds keys of this store in your files and commits: a configuration of gitleaks, with the checksum explained.',
  'way.help': 'Help on developer keys',
  'way.helpText': 'Access, pairs, rotation, leaks, limits and exports, each on a page of its own.',
  rulesTitle: 'What holds everywhere',
  rulesBody: `
- Everything is JSON in UTF-8, names in \`snake_case\`, instants in ISO 8601 and UTC, money as whole minor units with its currency.
- Lists come in pages: \`data\` and \`next_cursor\`. Send the cursor back as \`?cursor=\` until it is null.
- A refusal is a problem document (RFC 9457). Compare its \`code\`; each has a page of its own, which its \`type\` leads to.
- A POST that makes something takes an \`Idempotency-Key\`: repeat the same request with the same key, and it happens once.
- Limits are told in \`RateLimit\` headers. With 429 or 503, wait as long as \`Retry-After\` says.
- Every answer carries an \`X-Request-Id\`. Name it when you ask the store about a call.
`,

  webhooksTitle: 'Webhooks',
  webhooksText:
    'The store posts a signed message to an address of yours when something happens, and tries again until it arrives.',
  eventsTitle: 'Events',
  eventsCaption: 'Every event with what it tells',
  event: 'Event',
  eventWhen: 'Sent when',
  eventData: 'In data',
  schema: 'JSON Schema of {type}',
  webhooksBody: `
## Add an endpoint

An administrator adds the address under **Admin → Webhooks**, chooses the events, and is shown a signing secret that begins
with \`whsec_\`. Put it where the receiver can read it. “Send test event” sends a message right away.

An endpoint must be reachable by https from the internet. Addresses of private networks and redirects are refused.

## What arrives

\`\`\`http
POST /your/path HTTP/1.1
Content-Type: application/json
webhook-id: msg_2b1c7b0e-6c1f-4c0e-9a1e-0d6b7c1a2f3d
webhook-timestamp: 1763730000
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=

{"type":"licence.suspended","timestamp":"2026-11-21T13:00:00.000Z","data":{"licence":{"number":42,"state":"suspended"}}}
\`\`\`

The three headers are those of [Standard Webhooks](https://www.standardwebhooks.com), so its libraries work as they are.
\`webhook-id\` stays the same when a message is sent again: keep the ids that you have handled, and do nothing the second time.

## Verify it

Anybody can post to your address, so check the signature before you believe a message. It covers the id, the timestamp and the
body exactly as it arrived, byte by byte. In JavaScript:

\`\`\`js
{verifyJs}
\`\`\`

In PHP:

\`\`\`php
{verifyPhp}
\`\`\`

Both refuse messages older than five minutes, so that a recorded one cannot be played back later.

## Answer

Answer with any status from 200 to 299 within 15 seconds, and do longer work afterwards. Everything else counts as not
delivered. 410 says that you want no more: the endpoint is disabled.

## When it does not arrive

A message is tried ten times within about 15 hours, first after seconds, then more and more rarely. An endpoint that nothing
reached for five days is disabled, and its page says why.

Each attempt is kept for 60 days with its answer. From there one message can be replayed, or everything that was missed since
an instant. A replay has the same \`webhook-id\`.

## Change the secret

“Rotate secret” makes a new one. During the overlap that you choose, messages carry a signature by each of the two, separated
by a blank; the samples above accept either.

## The order of messages

Messages of one endpoint are sent one after the other in the order in which things happened. A message that is tried again may
come later than newer ones, so compare \`timestamp\`, or read the present state by the API.
`,
} as const;
