import type { V1Refusal } from './refusal';

/** Status, title and detail of a refusal (RFC 9457). `detail` says what happened and what to do. */
export type ProblemText = { status: number; title: string; detail: string };

/**
 * The words for each refusal, and so for each of the core's. The type asks for every reason and allows no other: a reason
 * that the core learns does not compile until it is told here.
 */
export const PROBLEMS: Record<V1Refusal['reason'], ProblemText> = {
  // About the key and what it opens.
  key_missing: problem(401, 'Licence key missing', 'Send the licence key as “Authorization: Bearer KEY”.'),
  key_not_found: problem(401, 'Unknown licence key', 'This store knows no such licence key. Check it in My Account.'),
  access_disabled: problem(403, 'Access disabled', 'API access is disabled for this key. Please ask the store why.'),
  wrong_product: problem(403, 'Wrong product', 'This key does not open this product. Check the product number.'),
  suspended: problem(403, 'Licence on hold', 'This licence is on hold. My Account and the store know more.'),
  expired: problem(
    403,
    'Licence expired',
    'This licence has expired. Renewed in My Account, the same key works again.',
  ),
  revoked: problem(403, 'Licence closed', 'This licence was closed, for example by a refund. It needs a new purchase.'),
  // About the instance and its place.
  already_active: problem(
    409,
    'Already active',
    'This instance is active, and this store refuses to activate it twice.',
  ),
  limit_reached: problem(409, 'Activation limit reached', 'All places are taken. Give one back, or buy another.'),
  activation_not_found: problem(404, 'Activation not found', 'This key has no activation of this instance.'),
  // About the catalogue.
  product_not_found: problem(404, 'Product not found', 'This store has no product of this number or title.'),
  license_required: problem(403, 'Activation required', 'This store tells only activated instances about releases.'),
  // About the request itself.
  key_in_url: problem(
    400,
    'Key in the URL',
    'URLs end up in logs. Send the key in the Authorization header or the body.',
  ),
  two_keys: problem(400, 'Two licence keys', 'Send the licence key once: in the Authorization header or in the body.'),
  invalid_request: problem(400, 'Request not understood', 'Mend the members named in “errors” and send it again.'),
  idempotency_key_invalid: problem(
    400,
    'Unusable Idempotency-Key',
    'Send one text of 1 to 255 printable ASCII letters.',
  ),
  not_found: problem(404, 'No such call', 'There is no call at this address. The API page of this store lists them.'),
  method_not_allowed: problem(405, 'Method not allowed', 'Use one of the methods that the Allow header names.'),
  too_large: problem(413, 'Request too large', 'No call needs a body of more than 64 KiB.'),
  unsupported_media_type: problem(
    415,
    'Body is not JSON',
    'Send the body as “Content-Type: application/json” in UTF-8.',
  ),
  idempotency_key_reused: problem(
    422,
    'Idempotency-Key reused',
    'This key came with another request. Choose a new one.',
  ),
  // About the moment.
  source_not_trusted: problem(
    403,
    'Address not allowed',
    'This store answers client software at other addresses only.',
  ),
  idempotency_key_in_use: problem(
    409,
    'Still being answered',
    'The same request is in hand. Ask again a little later.',
  ),
  rate_limited: problem(429, 'Too many requests', 'Wait as long as the Retry-After header says, then try again.'),
  busy: problem(503, 'Store busy', 'The store is busy just now. Try again as soon as the Retry-After header says.'),
  internal: problem(
    503,
    'Store in trouble',
    'The store could not answer. Nothing is wrong with the key. Try again later.',
  ),
};

function problem(status: number, title: string, detail: string): ProblemText {
  return { status, title, detail };
}
