/**
 * The page of each refusal of a client call: what it means, its usual cause, a sentence for the user of the software, and
 * what its author tries next. `tell` is written to be shown as it stands.
 */
export const clientErrors = {
  'meaning.key_missing': 'The call needs a licence key, and none came with it.',
  'cause.key_missing':
    'The software asked before its user entered a key, or a proxy on the way removed the Authorization header.',
  'tell.key_missing': 'Enter your licence key. You find it in My Account, under API Keys.',
  'try.key_missing':
    'Send “Authorization: Bearer KEY”. Where a proxy removes that header, send the key as the member “key” of the body.',
  'meaning.key_not_found': 'The store knows no such licence key.',
  'cause.key_not_found':
    'A letter was lost when it was copied, it belongs to another store, or it was replaced by a new key.',
  'tell.key_not_found': 'This licence key is not known. Copy it again from My Account, where the present key stands.',
  'try.key_not_found':
    'Trim the key, send it exactly as it was given, and check the address of the store. Do not repeat it on a timer: an address that sends wrong keys is made to wait.',
  'meaning.access_disabled': 'The key exists, but the store switched off API access for it or for its customer.',
  'cause.access_disabled': 'The store disabled the account, the master key or the licence’s key by hand.',
  'tell.access_disabled': 'The store has switched off access for this licence key. Please contact the store.',
  'try.access_disabled':
    'Keep what the user has and ask again later, at most once a day. Only the store can change this.',
  'meaning.wrong_product': 'The key is good, but it opens nothing for the product that was asked about.',
  'cause.wrong_product':
    'The number of another product or plan is built into the software, or the user entered the key of another purchase.',
  'tell.wrong_product': 'This licence key is for another product. Use the key that you received for this one.',
  'try.wrong_product':
    'Compare the number that you send with the product’s page in the store. “Products” lists what the key opens.',
  'meaning.suspended': 'The licence is on hold. It opens nothing until the hold ends, and its activations are kept.',
  'cause.suspended': 'A payment is disputed, the order was put on hold, or its subscription is paused.',
  'tell.suspended': 'Your licence is on hold. My Account says why, and the store can help.',
  'try.suspended': 'Ask again once a day. When the hold ends, the same key and the same activation work again.',
  'meaning.expired': 'The term of the licence is over. The licence itself and its activations are kept.',
  'cause.expired': 'It was not renewed, or a subscription ended and its grace period with it.',
  'tell.expired': 'Your licence has expired. Renew it in My Account: the same key then works again.',
  'try.expired':
    'Lead the user to My Account. After the renewal ask “Status” again; activating again is only needed when it says so.',
  'meaning.revoked': 'The licence was closed for good.',
  'cause.revoked': 'The purchase was refunded, its payment was taken back, or its owner deleted the account.',
  'tell.revoked': 'This licence was closed, for example by a refund. To go on, buy a new one.',
  'try.revoked': 'Stop asking with this key, and offer the field for a new one.',
  'meaning.already_active': 'This instance is active already, and this store refuses to activate it a second time.',
  'cause.already_active':
    'The store is set to strict re-activation, or the same customer uses the instance with another key or product.',
  'tell.already_active': 'This installation is activated already. Nothing needs to be done.',
  'try.already_active':
    'Ask “Status”: where it says active, all is well. Otherwise deactivate with the key that was used before. Make the instance different for each installation.',
  'meaning.limit_reached': 'Every place that the key opens for this product is taken.',
  'cause.limit_reached':
    'Old installations were never deactivated, or the instance changes at each start, so that one computer takes many places.',
  'tell.limit_reached':
    'All places of your licence are in use. Deactivate an installation you no longer use in My Account, or buy more places.',
  'try.limit_reached':
    'Show “used” of “limit”, two members of this refusal. They are left out when a place came free in the same moment: then try once more. Keep the instance in a file, so that it survives updates.',
  'meaning.activation_not_found': 'The key has no activation of this instance, so there is no place to give back.',
  'cause.activation_not_found':
    'It was deleted in My Account, was deactivated before, or the software sends another instance than it activated with.',
  'tell.activation_not_found': 'This installation is not activated. Nothing needs to be done.',
  'try.activation_not_found':
    'Take it for done: the place is free. Check that the instance is the one you activated with.',
  'meaning.product_not_found': 'The store has no product of this number or title.',
  'cause.product_not_found': 'The number has a mistake, belongs to another store, or the product is not out yet.',
  'tell.product_not_found': 'The store does not know this product. Please tell the maker of this software.',
  'try.product_not_found': 'Take the number from the product’s page in the store. A test store has numbers of its own.',
  'meaning.license_required': 'This store tells only activated instances about its versions.',
  'cause.license_required':
    'The store keeps its versions private, and the instance holds no place: it was never activated, or the licence has ended.',
  'tell.license_required': 'Activate your licence to receive updates.',
  'try.license_required':
    'Activate first, and send “instance” with the question for updates. “Status” says what is wrong.',
  'meaning.key_in_url': 'A key stood in the address of the call, and the store did not look at it.',
  'cause.key_in_url': 'The key was added to the query, as older APIs want it.',
  'tell.key_in_url': 'This software sends your licence key in an unsafe way. Please update it.',
  'try.key_in_url':
    'Send the key in the Authorization header or in the body. Addresses are kept in logs: where real keys were sent so, let their owners replace them.',
  'meaning.two_keys': 'The call carried a key in the header and another one in the body.',
  'cause.two_keys':
    'A part of the software adds the header to every call, while this call also sends the member “key”.',
  'tell.two_keys': 'This software asked the store in a way that it does not understand. Please update it.',
  'try.two_keys': 'Send the key once. Take out the member “key” where the header is there.',
  'meaning.invalid_request': 'Members of the request are missing, or have a form that they must not have.',
  'cause.invalid_request':
    'A number sent as a list, an empty instance, white space around a text, a text of more than 190 characters, or JSON with a mistake in it.',
  'tell.invalid_request': 'This software asked the store in a way that it does not understand. Please update it.',
  'try.invalid_request':
    'Each entry of “errors” names a member and what is wrong with it. Mend those; repeating changes nothing.',
  'meaning.idempotency_key_invalid': 'The Idempotency-Key is not one text of 1 to 255 printable ASCII letters.',
  'cause.idempotency_key_invalid': 'It is empty, too long, has only one quotation mark, or letters outside ASCII.',
  'tell.idempotency_key_invalid':
    'This software asked the store in a way that it does not understand. Please update it.',
  'try.idempotency_key_invalid': 'A random UUID for each attempt does it. The header may also be left out.',
  'meaning.not_found': 'There is no call at this address.',
  'cause.not_found': 'A mistake in the path, for example “/api/v1/activate” instead of “/api/v1/activations”.',
  'tell.not_found': 'This software asked the store for something that it does not have. Please update it.',
  'try.not_found': 'The page of the client API lists all five addresses.',
  'meaning.method_not_allowed': 'The call exists, but not with this method.',
  'cause.method_not_allowed':
    'A GET where a POST is wanted. A redirect from http to https also turns a POST into a GET.',
  'tell.method_not_allowed': 'This software asked the store in a way that it does not understand. Please update it.',
  'try.method_not_allowed': 'Use a method that the Allow header names, and the store’s https address from the start.',
  'meaning.too_large': 'The body is larger than 64 KiB. It was not read, and the connection is closed.',
  'cause.too_large': 'A log, an image or a whole settings file was sent along.',
  'tell.too_large': 'This software asked the store in a way that it does not understand. Please update it.',
  'try.too_large': 'Send only the members that the call knows.',
  'meaning.unsupported_media_type': 'The body was not sent as JSON in UTF-8.',
  'cause.unsupported_media_type':
    'The Content-Type is missing, or the HTTP library sent a form because nothing else was said.',
  'tell.unsupported_media_type':
    'This software asked the store in a way that it does not understand. Please update it.',
  'try.unsupported_media_type': 'Send “Content-Type: application/json” and a JSON object.',
  'meaning.idempotency_key_reused': 'This Idempotency-Key came before, with another request.',
  'cause.idempotency_key_reused': 'One text is used for every call, or a retry changed the version or the label.',
  'tell.idempotency_key_reused': 'The store did not carry this out. Please try again.',
  'try.idempotency_key_reused':
    'Take a new text for each attempt, and keep it with its request while you repeat that one.',
  'meaning.source_not_trusted':
    'The store answers client software at certain addresses only, and this is none of them.',
  'cause.source_not_trusted': 'The store lists trusted addresses in its settings, and the call came from elsewhere.',
  'tell.source_not_trusted': 'The store does not accept requests from this network. Please contact the store.',
  'try.source_not_trusted': 'Ask the store to add your address. Behind a proxy it is the proxy’s address that counts.',
  'meaning.idempotency_key_in_use': 'The same request with the same Idempotency-Key is still being answered.',
  'cause.idempotency_key_in_use': 'The software gave up waiting too early and repeated the call.',
  'tell.idempotency_key_in_use': 'The store is still working on this. One moment, please.',
  'try.idempotency_key_in_use':
    'Wait “retry_after” seconds and send the same again with the same Idempotency-Key: you are told what became of it.',
  'meaning.rate_limited': 'Too many activations came with this key, or too many wrong keys from this address.',
  'cause.rate_limited': 'A loop without a pause, many installations starting at once, or somebody guessing keys.',
  'tell.rate_limited': 'The store asks for a little patience. This is tried again by itself.',
  'try.rate_limited':
    'Wait “retry_after” seconds, then try once. Never take this for an invalid licence, and spread regular questions over the day.',
  'meaning.busy': 'More calls are in hand than the store takes at once. Nothing was carried out.',
  'cause.busy': 'A rush, for example all installations asking at the full hour.',
  'tell.busy': 'The store is busy. This is tried again by itself.',
  'try.busy': 'Wait “retry_after” seconds and a random while more. Until then go on with the last verdict.',
  'meaning.internal': 'The store could not answer. It says nothing about the licence.',
  'cause.internal': 'Its database was out of reach, or something broke inside. The store sees it in its own log.',
  'tell.internal': 'The store cannot be asked at the moment. Your licence is not affected.',
  'try.internal':
    'Go on with the last verdict and ask again after “retry_after” seconds, then more rarely. If it lasts, send the store the “request_id”.',
} as const;
