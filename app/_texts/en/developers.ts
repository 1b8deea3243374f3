/** The pages for people who write client software. */
export const developers = {
  apiTitle: 'Client API',
  apiText:
    'Five calls let your software activate a licence key, ask after it, and find its updates. JSON in, JSON out.',
  keyTitle: 'The licence key',
  keyText:
    'Send it as “Authorization: Bearer KEY”, or as the member “key” of the body. In a URL it is refused, because URLs end up in logs.',
  productText:
    'A product is named by its number, as My Account shows it, and an instance by any text of your choice that stays the same on one installation.',
  callsTitle: 'The calls',
  activate: 'Activate',
  activateText:
    'Takes a place for the instance: 201. The same instance again takes nothing: 200. “label” and “version” may be left out.',
  status: 'Status',
  statusText: 'Changes nothing. “active” says whether the instance holds a place; “limit” is null when there is none.',
  deactivate: 'Deactivate',
  deactivateText: 'Gives the place of the instance back.',
  products: 'Products',
  productsText: 'What the key opens now, with its places and its end.',
  updates: 'Updates',
  updatesText:
    'The newest release. For an active instance also a download link; for everybody else only what the store tells the public. Send the ETag back as If-None-Match, and an unchanged answer is a 304.',
  onceTitle: 'Once only',
  onceText:
    'Activate and deactivate take an Idempotency-Key: any text that is new for each attempt. When an answer was lost, send the same request with the same key, and you are told the same answer. Kept for a day.',
  limitsTitle: 'Limits',
  limitsText:
    'The RateLimit headers say how much is left. With status 429 or 503, wait as long as Retry-After says; never take either for an invalid licence.',
  problemsTitle: 'When something is refused',
  problemsText:
    'A refusal is a problem document (RFC 9457). Compare “reason”, which stays the same; “title” and “detail” are for people.',
  requestIdText:
    'Each refusal has a “request_id” of its own, also in the header X-Request-Id. Show it to your users: the store finds the call by it in its log, a second later and for as long as the log is kept. Told again for the same Idempotency-Key, a refusal keeps its id. Other answers have none.',
  example: 'Example: {call}',
  reason: 'Reason',
  statusColumn: 'Status',
  meaning: 'What it means',
  allCalls: 'All calls of the client API',
  problemStatus: 'HTTP status {status}, reason “{reason}”',
} as const;
