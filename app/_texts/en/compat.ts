/** The page about the compatibility API, for people whose software was made for WooCommerce API Manager. */
export const compat = {
  title: 'Compatibility API',
  intro:
    'Software made for WooCommerce API Manager, from 2013 to today, goes on working with this store: it needs the new address and nothing else. This page says what is understood and answered, from the tables that do it.',
  forNew: 'Making something new? Take the',
  forNewText: 'There keys travel in headers, and status codes say what happened.',
  addresses: 'Addresses',
  addressesText:
    'GET and POST at any of these. POST may carry everything in the query with an empty body, as WordPress sends it.',
  address: 'Address',
  usedBy: 'Used by',
  'address.query': 'Clients of 2.x and 3.x. At any path of the store, product pages included.',
  'address.path': 'REST libraries. Also below a folder.',
  'address.legacy': 'Clients of 1.x for activations. Every name reaches every action.',
  'address.upgrade': 'Clients of 1.x for updates.',
  'address.own': 'This store’s own address for the same.',
  'address.addOn': 'Clients of Software Add-on, while the store has switched that on. There “check” means “status”.',
  addressUnknown: 'Any other name after wc-api is answered with status 400 and the text -1, as WooCommerce does.',
  parameters: 'Parameters',
  parametersBody: `
- In the query, a form body (urlencoded or multipart) or a JSON body. What is sent twice: the body wins over the query, the later over the earlier.
- Empty texts and \`0\` count as not sent, and so do lists such as \`name[]\`.
- \`product_id\` takes the number of a plan, of its product, or the title that software of 1.x knows.
- \`instance\` has at most 190 characters. Of \`version\` the digits, dots and commas are kept, at most 20.
- Unknown parameters are ignored. WordPress nonces, OAuth members and the like do no harm.
`,
  aliases: 'Older names and what they are read as',
  sentAs: 'Sent as',
  readAs: 'Read as',
  parentNote:
    '“product_parent_id” and “parent_product_id” name the product of a plan. It is tried when the plan itself opens nothing, so that a client survives a change of plan.',
  actions: 'Actions',
  actionsText:
    'Every outcome has the HTTP status 200, except 429 when a limit refuses the call and 503 when the store itself is in trouble. An unlicensed client is never told with another status.',
  alsoCalled: 'Also called “{alias}”.',
  needs: 'Needs',
  needsTitleKey: '“api_key” too when “product_id” is a title, and “version” when the instance is active.',
  request: 'Request',
  answer: 'Answer',
  answerOf: 'Answer to {action}',
  requestOf: 'Request of {action}',
  answerSerialized: 'PHP serialize(), as text/html.',
  answerJson: 'JSON.',
  'does.activate': 'Takes a place for the instance. The same instance again is a success that takes nothing.',
  'does.deactivate': 'Gives the place of the instance back.',
  'does.status': 'Says whether the instance holds a place, and until when the licence works. Changes nothing.',
  'does.update': 'The newest version, and for an active instance the address of its package.',
  'does.pluginupdatecheck': 'The same as update, for clients that read PHP’s own form.',
  'does.information':
    'What the client’s “View details” window shows: requirements, changelog, and the texts that the store chose to send.',
  'does.plugininformation': 'The same as information, for clients that read PHP’s own form.',
  'does.product_list': 'Every product that the key opens now.',
  'does.verify_api_key_is_active': 'Whether the key opens anything at all now.',
  refusals: 'When something is refused',
  refusalsText:
    'The sentence stands twice, and the code is always the text 100. Clients compare the sentence; new software compares “data.reason”. A serialized action answers the error object below, whatever the reason.',
  refusalJson: 'A refusal',
  refusalSerialized: 'A refused serialized action',
  wordings: 'Sentences by generation of the original',
  wordingNow: 'This store speaks as {profile} does. An administrator can choose another generation.',
  reason: 'data.reason',
  when: 'When',
  'when.no_request': 'The call names no action.',
  'when.unknown_request': 'The action does not exist.',
  'when.missing': 'Names that the action needs are missing. They are listed.',
  'when.source_missing': 'The store answers trusted addresses only, and “ip_address” was not sent.',
  'when.source_untrusted': 'The store answers trusted addresses only, and this is none of them.',
  'when.rate_limited':
    'Too many activations with this key, or wrong keys from this address. Status 429 with Retry-After.',
  'when.key_not_found': 'The store knows no such key.',
  'when.access_disabled': 'The customer, or the key itself, is disabled.',
  'when.wrong_product': 'The key opens nothing for this product.',
  'when.suspended': 'The licence is on hold.',
  'when.expired': 'The term of the licence is over.',
  'when.revoked': 'The licence was closed, for example by a refund. A master key is told as for “expired”.',
  'when.already_active': 'The instance is active, and the store is set to strict re-activation.',
  'when.limit_reached': 'Every place is taken.',
  'when.activation_not_found': 'deactivate of an instance that the key has no activation of.',
  'when.product_not_found': 'update or information of a product that the store does not have.',
  'when.activation_required': 'The store tells only activated instances about versions, and this is none.',
  'when.no_products': 'product_list of a key that opens nothing now, or of an associated key.',
  'when.not_live': 'verify_api_key_is_active of a key that opens nothing now.',
  'when.internal': 'The store is in trouble. Status 503: ask again, and keep what the client has.',
  keys: 'Keys',
  keysCaption: 'What each kind of key opens',
  keyKind: 'Key',
  opens: 'Opens',
  'key.master': 'Master API key',
  'key.masterOpens':
    'Everything that its customer bought. Places of several orders of one product are added up, the oldest order fills first.',
  'key.product': 'Product order API key',
  'key.productOpens': 'The one order item that it was issued with.',
  'key.associated': 'Associated API key',
  'key.associatedOpens': 'The one purchase that it was handed out for. product_list refuses it.',
  mapping: 'The same in the client API',
  mappingText: 'For software that moves on: what each action, parameter and member becomes.',
  mappingActions: 'Actions',
  mappingParameters: 'Parameters',
  mappingMembers: 'Members of answers',
  here: 'Here',
  native: 'Client API',
  noteColumn: 'What changes',
  'native.activate': '201 for a new place, 200 for one that was held already.',
  'native.deactivate': 'An unknown instance is status 404.',
  'native.status': 'An instance without a place is “active”: false, a key that opens nothing is a refusal.',
  'native.update': 'The package has an end, a size and a SHA-256. An ETag answers 304 when nothing is new.',
  'native.pluginupdatecheck': 'JSON instead of PHP’s form.',
  'native.information': 'Version, requirements and changelog are in the same answer.',
  'native.plugininformation': 'JSON instead of PHP’s form.',
  'native.product_list': 'Associated keys are answered too.',
  'native.verify_api_key_is_active': 'Status 200 means yes. A customer whose access is disabled is refused there.',
  mapSentence: 'Compare “code” instead of the sentence.',
  differences: 'Different on purpose',
  differencesBody: `
- The same key, product and instance again is a success that takes nothing. The setting “strict re-activation” brings the refusal back.
- Nothing is deleted by a question and nothing is answered from a cache. An expired key says so for as long as it is expired.
- \`deactivate\` reaches only what the key opens. Somebody else’s key cannot give your places back.
- A limit of N admits exactly N, however many installations activate in the same moment.
- While a renewal payment is being tried again everything works as before; \`expires\` then tells the end of that time.
- A licence whose updates have ended is told the newest version without a package, or an older version that it may still have.
- No answer holds another key than the one that was sent, also where the store sends resource data.
- \`data.reason\`, \`data.expires\` and \`data.expires_at\` are additions. Clients that do not know them pass them by.
- The codes 101 to 106 of 1.x are never sent.
- A body of more than 64 kB is answered with status 413, and a store with too much to do answers 503.
`,
} as const;
