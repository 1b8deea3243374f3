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
  signature_invalid: say(
    401,
    'Signature not valid',
    'The request is not signed by the service that it says it is from.',
  ),
  etag_mismatch: say(412, 'Changed meanwhile', 'It is no longer what If-Match names. Read it again, then change it.'),
  // About the thing asked for.
  key_limit_reached: say(409, 'Key limit reached', 'The plan allows no more keys. Remove one that is no longer used.'),
  key_has_expired: say(409, 'Key has expired', 'Give it a later end first, or make a new key.'),
  key_leaked: say(409, 'Key leaked', 'It was found in public. Only a new value opens it again: regenerate it.'),
  key_revoked: say(409, 'Key revoked', 'A revoked key has ended for good. Make a new one.'),
  more_than_caller: say(
    403,
    'More than this key has',
    'A key cannot give another more access or addresses than it has.',
  ),
  not_a_pair: say(409, 'Not a pair', 'Only pairs are renewed. Change the end of other keys instead.'),
  too_early: say(409, 'Too early', 'A pair can be renewed in its last 60 days.'),
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
  customer_deleted: say(409, 'Account deleted', 'The customer deleted the account, so nothing can be done for it.'),
  own_account: say(409, 'Own account', 'This cannot be done to the account behind the key.'),
  last_admin: say(409, 'Last administrator', 'The store needs an administrator. Name another one first.'),
  key_replaced: say(409, 'Key replaced meanwhile', 'There is a newer key. Read it again, then decide.'),
  not_paid: say(409, 'Not paid', 'The order is not paid, so this cannot be done with it.'),
  nothing_left: say(409, 'Nothing left', 'Nothing is left to do here.'),
  refund_in_progress: say(409, 'Refund in progress', 'A refund of this order is on its way. Wait for its end.'),
  refund_refused: say(409, 'Refund refused', 'The payment service refused the refund. Its own pages say why.'),
  order_changed: say(409, 'Order changed meanwhile', 'Read the order again, then decide.'),
  payments_unreachable: say(503, 'Payments unreachable', 'The payment service does not answer. Try again later.'),
  finding_changed: say(409, 'Finding changed meanwhile', 'Something else differs by now. Read the finding again.'),
  licence_revoked: say(409, 'Licence revoked', 'A revoked licence does not come back. It needs a new order.'),
  licence_recurs: say(409, 'Licence renews by itself', 'Its subscription decides when it ends.'),
  mail_not_failed: say(409, 'Mail not failed', 'Only a mail that failed can be sent again.'),
  no_order_mail: say(409, 'No such mail', 'This order has no mail to send again.'),
  // About products, versions and files.
  product_without_plan: say(409, 'No plan on sale', 'Nothing of this product could be bought. Add a plan first.'),
  product_archived: say(409, 'Product archived', 'An archived product becomes a draft before it is published.'),
  product_in_use: say(409, 'Product in use', 'Something was sold, made or kept under it. Archive it instead.'),
  last_plan: say(409, 'Last plan on sale', 'A product in the storefront needs one. Take the product out first.'),
  version_exists: say(409, 'Version exists', 'This product has a version of that number. Choose another one.'),
  version_published: say(
    409,
    'Version published',
    'Only a draft can be renumbered: this version is installed somewhere.',
  ),
  release_without_file: say(409, 'Version without a file', 'This product delivers files. Send one first.'),
  file_not_verified: say(
    409,
    'File not verified',
    'The store never found the size and SHA-256 of a file itself. Send it again.',
  ),
  release_published: say(
    409,
    'Version published',
    'Customers were told of its files. Unpublish it first, or withdraw it.',
  ),
  release_not_published: say(409, 'Version not published', 'Only a published version can be withdrawn.'),
  release_withdrawn: say(409, 'Version withdrawn', 'Its withdrawal is on record with a reason. Restore it first.'),
  file_name_taken: say(
    409,
    'File name taken',
    'The version has another file of this name. Nothing is ever overwritten.',
  ),
  upload_in_progress: say(
    409,
    'Upload in progress',
    'A file of this name is on its way to the version. Wait, or cancel that upload.',
  ),
  upload_ended: say(409, 'Upload ended', 'This upload takes no more bytes. Read it to see what became of it.'),
  upload_incomplete: say(409, 'Upload incomplete', 'Not every byte has arrived. Go on at “received_bytes”.'),
  upload_offset_wrong: say(
    409,
    'Wrong offset',
    'These are not the next bytes. Read the upload and go on at “received_bytes”.',
  ),
  storage_failed: say(
    503,
    'File not kept',
    'The place where files are kept refused it. Its settings and their test say more.',
  ),
  stock_changed: say(
    409,
    'Stock changed meanwhile',
    'Another number of keys is in stock by now. Read it again, then decide.',
  ),
  // About webhooks.
  endpoint_disabled: say(409, 'Endpoint disabled', 'Nothing is sent to a disabled endpoint. Enable it first.'),
  too_many_endpoints: say(409, 'Too many endpoints', 'A store has at most 20. Remove one that is no longer used.'),
  // About the moment.
  rate_limited: say(429, 'Too many requests', 'Wait as long as the Retry-After header says, then try again.'),
  busy: say(503, 'Store busy', 'The store is busy just now. Try again as soon as the Retry-After header says.'),
  internal: say(503, 'Store in trouble', 'The store could not answer. Try again later, with the same Idempotency-Key.'),
};

function say(status: number, title: string, detail: string): ProblemText {
  return { status, title, detail };
}
