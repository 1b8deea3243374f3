/** The pages for people who write client software. */
export const developers = {
  apiTitle: 'Client API',
  apiText:
    'Five calls let your software activate a licence key, ask after it, and find its updates. JSON in, JSON out.',
  compatLink: 'Compatibility API',
  postmanLink: 'Postman collection',
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
    'The RateLimit headers say how much is left. With status 429 or 503, wait as long as Retry-After says, or “retry_after” in the body; never take either for an invalid licence.',
  problemsTitle: 'When something is refused',
  problemsText:
    'A refusal is a problem document (RFC 9457). Compare “code”, which stays the same (“reason” is its older name); “title” and “detail” are for people. “retry_after” tells how many seconds to wait, where waiting helps. “limit” and “used” tell how many places a full licence has and how many are taken. Every code has a page.',
  requestIdText:
    'Each refusal has a “request_id” of its own, also in the header X-Request-Id. Show it to your users: the store finds the call by it in its log, a second later and for as long as the log is kept. Told again for the same Idempotency-Key, a refusal keeps its id. Other answers have none.',
  example: 'Example: {call}',
  exampleIn: '{call} in {language}',
  chooseProduct: 'Product in the samples',
  productOption: '{title} ({number})',
  useProduct: 'Use this product',
  chosenProduct: 'Its number and version stand in every sample below.',
  noProduct: 'This store sells nothing yet, so the samples name product 123.',
  quickTitle: 'Licensed in 5 minutes',
  step1: 'Have a key',
  step1Text:
    'Buy product {product}, or make an order for a test customer, and copy its licence key under API Keys. It goes where the samples say {placeholder}.',
  step1Link: 'Your API keys',
  step2: 'Name the installation',
  step2Text:
    'At the first start make a random text and keep it in a file beside the settings. This is the “instance”: it must survive updates, and differ on each computer.',
  step3: 'Activate once',
  step3Text: 'When your user enters the key, activate. 200 and 201 both mean licensed. Keep the key in your settings.',
  step4: 'Ask again once a day',
  step4Text:
    'Ask for the status at a random time of the day and keep the answer. Without an answer, or with 429 or 503, go on with the one you have.',
  step5: 'Offer updates',
  step5Text:
    'Ask for updates, compare the version with yours, and fetch “package.url”. When your software is removed, deactivate: the place is free for another computer.',
  reason: 'Code',
  statusColumn: 'Status',
  meaning: 'What it means',
  allCalls: 'All calls of the client API',
  problemStatus: 'HTTP status {status}, code “{reason}”',
  fromClient: 'From a client call',
  fromManage: 'From the management API',
  meaningTitle: 'What it means',
  causeTitle: 'Usual cause',
  tellTitle: 'What to tell the user',
  tellName: 'sentence for the user',
  tryTitle: 'What to try',
} as const;
