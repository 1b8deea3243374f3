import type { ManageRefusal } from './refusal';

/** Status, title and detail of a refusal (RFC 9457). `detail` says what happened and what to do. */
export type ProblemText = { status: number; title: string; detail: string };

/** The words for each refusal. The type asks for every reason and allows no other. */
export const PROBLEMS: Record<ManageRefusal['reason'], ProblemText> = {
  // About the key.
  key_missing: say(401, 'Key missing', 'Send a developer key as “Authorization: Bearer KEY” or “X-API-Key: KEY”.'),
  two_credentials: say(400, 'Two credentials', 'Send one key, in one place of the request.'),
  https_required: say(403, 'HTTPS required', 'The key travelled in the clear. Call by https, and regenerate the key.'),
  invalid_key: say(401, 'Invalid key', 'This key opens nothing here. It may be mistyped, revoked or removed.'),
  key_disabled: say(401, 'Key disabled', 'This key is switched off. Its owner can switch it on again.'),
  key_expired: say(401, 'Key expired', 'This key has expired. Regenerate it or make a new one.'),
  mfa_required: say(403, 'Second factor required', 'This key works while its owner has a second factor switched on.'),
  pairs_not_in_plan: say(
    403,
    'Pairs not in the plan',
    'The plan of this account has no access key pairs. Use another key.',
  ),
  ip_not_allowed: say(
    403,
    'Address not allowed',
    'This key may not be used from this address. Its owner can allow it.',
  ),
  key_in_url_refused: say(401, 'Key in the URL', 'URLs end up in logs. Send this key in a header instead.'),
  insufficient_access: say(403, 'Not within this key’s access', 'Its owner can widen it under Configure Access.'),
  quota_exceeded: say(429, 'Monthly quota used up', 'The calls of this month are used up. They return on the 1st.'),
  // About the request.
  invalid_request: say(400, 'Request not understood', 'Mend the members named in “errors” and send it again.'),
  not_found: say(404, 'Not found', 'There is nothing here that this key may see. The reference lists every operation.'),
  method_not_allowed: say(405, 'Method not allowed', 'Use one of the methods that the Allow header names.'),
  too_large: say(413, 'Request too large', 'The reference says how much this operation takes. Send less at a time.'),
  unsupported_media_type: say(
    415,
    'Body of another kind',
    'Send the body as the reference says, usually JSON in UTF-8.',
  ),
  idempotency_key_missing: say(
    400,
    'Idempotency-Key missing',
    'This operation asks for one: any new text of your own.',
  ),
  idempotency_key_invalid: say(400, 'Unusable Idempotency-Key', 'Send 1 to 255 printable ASCII letters.'),
  idempotency_key_reused: say(422, 'Idempotency-Key reused', 'It came with another request. Choose a new one.'),
  idempotency_key_in_use: say(409, 'Still being answered', 'The same request is in hand. Ask again a little later.'),
  answer_withheld: say(
    409,
    'Done earlier',
    'This request was carried out, and its secret was shown then. It is not shown again. Regenerate the key if it is lost.',
  ),
  outcome_unknown: say(
    409,
    'Outcome unknown',
    'An earlier try broke off and may have been carried out. Look at what is there, then use a new Idempotency-Key.',
  ),
  etag_mismatch: say(412, 'Changed meanwhile', 'It is no longer what If-Match names. Read it again, then change it.'),
  // About the thing asked for.
  key_limit_reached: say(409, 'Key limit reached', 'The plan allows no more keys. Remove one that is no longer used.'),
  not_revealable: say(409, 'Not readable again', 'Keys of this kind are shown once. Regenerate it for a new value.'),
  kind_not_allowed: say(409, 'Kind not allowed', 'This store allows no keys of this kind to you.'),
  lifetime_too_long: say(
    409,
    'Lifetime too long',
    'This store limits how long a key may live. Choose an earlier date.',
  ),
  already_done: say(409, 'Already so', 'It is already in that state, or can no longer come into it.'),
  conflict: say(409, 'In conflict', 'Something else stands against it. Read what is there, then decide.'),
  no_plan_like_it: say(404, 'No such plan', 'There is no plan of this number.'),
  looks_like_a_key: say(
    422,
    'Looks like a live key',
    'A text holds a key that works. Take it out: texts are no safe place.',
  ),
  customer_disabled: say(409, 'Account disabled', 'The customer’s account is disabled. Enable it first.'),
  own_account: say(409, 'Own account', 'This cannot be done to the account behind the key.'),
  last_admin: say(409, 'Last administrator', 'The store needs an administrator. Name another one first.'),
  key_replaced: say(409, 'Key replaced meanwhile', 'There is a newer key. Read it again, then decide.'),
  not_paid: say(409, 'Not paid', 'The order is not paid, so this cannot be done with it.'),
  nothing_left: say(409, 'Nothing left', 'Nothing is left to do here.'),
  refund_in_progress: say(409, 'Refund in progress', 'A refund of this order is on its way. Wait for its end.'),
  refund_refused: say(409, 'Refund refused', 'The payment service refused the refund. Its own pages say why.'),
  order_changed: say(409, 'Order changed meanwhile', 'Read the order again, then decide.'),
  payments_unreachable: say(503, 'Payments unreachable', 'The payment service does not answer. Try again later.'),
  licence_revoked: say(409, 'Licence revoked', 'A revoked licence does not come back. It needs a new order.'),
  licence_recurs: say(409, 'Licence renews by itself', 'Its subscription decides when it ends.'),
  mail_not_failed: say(409, 'Mail not failed', 'Only a mail that failed can be sent again.'),
  no_order_mail: say(409, 'No such mail', 'This order has no mail to send again.'),
  // About the moment.
  rate_limited: say(429, 'Too many requests', 'Wait as long as the Retry-After header says, then try again.'),
  busy: say(503, 'Store busy', 'The store is busy just now. Try again as soon as the Retry-After header says.'),
  internal: say(503, 'Store in trouble', 'The store could not answer. Try again later, with the same Idempotency-Key.'),
};

function say(status: number, title: string, detail: string): ProblemText {
  return { status, title, detail };
}
