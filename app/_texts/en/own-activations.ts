/** A customer's own activations: what is known of each, its name, its deletion taken back, and calls that were refused. */
export const ownActivations = {
  title: 'Activations',
  where: 'Where',
  firstSeen: 'First seen',
  lastSeen: 'Last seen',
  actions: 'Actions',
  caption: 'Where this licence is in use',
  from: 'from {address}',
  instance: 'instance {instance}',
  versionUnknown: 'Not told',
  'with.master': 'with the Master API Key',
  'with.product_order': 'with the Product Order API Key',
  'with.associated': 'with an Associated API Key',
  rename: 'Rename',
  renameOf: 'Rename activation {label}',
  name: 'Name of this place',
  nameHint: 'In your own words. If the program names its place when it activates again, that name counts.',
  saveName: 'Save name',
  renaming: 'Saving name',
  howToActivate: 'How to activate',
  full: 'All activations are in use. Delete one to make room.',
  fullHelp: 'What to do at the limit',
  keysMissing: 'Bought something, and no key is here?',
  'notice.deleted':
    '{place} is deleted and its place is free. The program there answers as inactive the next time it asks. You can take this back as long as the place is free.',
  'notice.restored': 'The activation is back as it was, with its place.',
  'notice.renamed': 'The name is saved.',
  'notice.label_has_key': 'A name must not contain a key, so nothing was saved. Choose other words.',
  'notice.limit_reached':
    'Its place has been taken meanwhile, so the activation stays deleted. Delete another one to make room, then activate there again.',
  'notice.taken_again':
    'The program there has activated itself again meanwhile, so there is nothing to bring back. The list below is up to date.',
  'notice.licence_gone': 'Its licence or its key is not there any more, so the activation stays deleted.',
  'notice.already_undone': 'That deletion was taken back. The list below is up to date.',
  'notice.change_not_found':
    'That deletion can no longer be taken back. Activate there again: a free place is all it needs.',

  refusedTitle: 'Why was I refused?',
  refusedText: {
    one: 'The last calls of your software that were refused with a key of this licence, as far back as the store remembers: {count} day.',
    other:
      'The last calls of your software that were refused with a key of this licence, as far back as the store remembers: {count} days.',
  },
  refusedNone: 'No call with a key of this licence was refused in that time.',
  refusedUnknown:
    'Of a call with a mistyped key, or without any, nobody can tell whose it was, so it is not here. If nothing fits, compare the key in your software with the one on API Keys.',
  refusedAmbiguous:
    'Calls with one of your keys are left out: in the log another key ends with the same characters. Ask the store, and tell the time and the place.',
  refusedCaption: 'Refused calls, the newest first',
  refusedWhen: 'When',
  refusedWhere: 'Where',
  refusedWhy: 'Why, and what to do',
  refusedTimes: { one: '{count} time', other: '{count} times' },
  refusedNoInstance: 'No instance told',
  over: 'Settled',
  overText: 'By now this does not stand in the way any more.',
  'why.access_disabled': 'The key was disabled.',
  'why.already_active':
    'The same instance is active already: with another key, for another of your products, or this store lets nobody activate twice.',
  'why.associated_key': 'The software asked for a list of products, which an Associated API Key does not open.',
  'why.wrong_product': 'The key is good, but it opens no licence for product {product}, which the software named.',
  'fix.access_disabled': 'Use another key of this licence, or ask the store.',
  'fix.wrong_product': 'Enter {number} as the product ID in the settings of the software.',
  'fix.revoked': 'To use the product again, buy it anew.',
  'fix.suspended': 'The record below says since when. The store can tell you what is missing.',
  'fix.expired': 'Renew it, if it can be renewed: the same key then works again.',
  'fix.activation_not_found':
    'Activate there again. If it was active before, its activation was deleted or the software was installed anew.',
  'fix.inactive':
    'Activate there again. If it was active before, its activation was deleted or the software was installed anew.',
  'fix.already_active': 'Find it among all your activations, delete it there, then activate again.',
  'fix.limit_reached': 'Delete an activation above that you no longer use, then activate again.',
  'fix.associated_key': 'Nothing is wrong with your licence. The maker of the software can help.',
  'link.expired': 'See your renewals',
  'link.already_active': 'All activations',
  'link.limit_reached': 'What to do at the limit',
} as const;
