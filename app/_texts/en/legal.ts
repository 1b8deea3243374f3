/** The legal pages of the store, the links to them, and Admin → Legal pages. */
export const legal = {
  'title.terms': 'Terms',
  'title.refunds': 'Refund policy',
  'title.privacy': 'Privacy policy',
  'title.imprint': 'Legal notice',
  'inSentence.terms': 'the terms',
  'inSentence.refunds': 'the refund policy',
  'inSentence.privacy': 'the privacy policy',
  'inSentence.imprint': 'the legal notice',
  asOf: 'As of',
  links: 'Legal',
  agreePaying: 'By paying you agree to',
  agreeOrdering: 'By ordering you agree to',
  see: 'See also',
  and: 'and',
  newTab: '(opens in a new tab)',

  adminTitle: 'Legal pages',
  adminText:
    'What buyers have to be able to read. A page is shown once you have written it: with a link in the footer of every page, and beside Pay. Empty it to take it away.',
  adminAbout: 'Terms, refund policy, privacy policy and legal notice of the store.',
  back: 'All settings',
  notAdvice: 'The store writes none of this for you: what has to stand here depends on where you and your buyers are.',
  'hint.terms':
    'Affects every buyer: beside Pay they are told that paying agrees to it. What is sold, to whom, under which licence.',
  'hint.refunds':
    'Affects every buyer: beside Pay they are told that paying agrees to it. When money goes back, and how to ask for it. What the store does with the keys is up to each refund.',
  'hint.privacy': 'Affects every visitor: which data the store keeps of them, why, for how long, and whom to ask.',
  'hint.imprint': 'Affects every visitor: who runs the store, with name, address and how to be reached.',
  markdown: 'Markdown: headings with ##, lists and links. HTML in it is not shown.',
  look: 'Look at the page',
  notWritten: 'Not written yet, so not shown.',
  save: 'Save legal pages',
  saving: 'Saving legal pages',
  saved: 'Legal pages are saved. Changed: {names}.',
  savedNothing: 'Legal pages are as they were: nothing was different.',
  errorTitle: 'Legal pages were not saved',
  'error.too_long': '{name} may have up to {most} characters. Shorten it.',
  'error.looks_like_a_key':
    '{name} contains a key that opens something. Everybody can read this page: take the key out.',
} as const;
