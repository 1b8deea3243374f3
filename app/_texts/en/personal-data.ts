/** My Account: taking out one's data, and deleting the account. */
export const personalData = {
  title: 'Your data',
  about: 'Take out what the store keeps about you, or delete your account.',
  place: 'Download your data, or delete your account',
  proof: 'For this, prove once more that it is you.',
  proofAction: 'Prove it is you',

  downloadTitle: 'Download your data',
  downloadText:
    'One JSON file with everything this store keeps about you: profile, sign-ins, orders, licences, activations, downloads, mails, developer keys, calls, and what was done in your account.',
  downloadKeys: 'Keys are masked in it. You find them in full on the page',
  download: 'Download my data',
  'notice.export_limited': 'You have taken out your data ten times within the hour. Try again later.',

  'note.keys': 'Keys are shown by their beginning and their last characters. They stand in full on the API Keys page.',
  'note.amounts': 'Amounts are whole numbers in the smallest unit of their currency, for example cents.',
  'note.times': 'Times are in UTC, as ISO 8601 writes them.',

  deleteTitle: 'Delete your account',
  deleteText: 'This cannot be undone, by you or by us. Download your data first if you may want it later.',
  stopsTitle: 'What stops at once',
  stopsLicences: {
    one: '{count} licence with its key. Software that uses it is refused the next time it asks.',
    other: '{count} licences with their keys. Software that uses them is refused the next time it asks.',
  },
  stopsActivations: { one: '{count} activation.', other: '{count} activations.' },
  stopsDeveloperKeys: { one: '{count} developer key.', other: '{count} developer keys.' },
  stopsPaid: 'Time that is paid for and not used yet. It is not paid back by this.',
  stopsRest:
    'Your downloads, signing in, mails from the store, second factors, and a connection to Dropbox if you have one.',
  keptTitle: 'What is kept',
  keptOrders: {
    one: '{count} paid order with its payments and its invoice, with the name and address on it, because the law asks for it.',
    other:
      '{count} paid orders with their payments and invoices, with the names and addresses on them, because the law asks for it.',
  },
  keptNoOrders: 'No order, for you have paid none.',
  keptRecord:
    'The store’s record of changes, which nobody can alter: what was done, when and from which network address, and your e-mail address where a change named it.',
  keptStripe:
    'Stripe, which takes the store’s payments, keeps records of its own of what you paid, with your name, address and card. Ask Stripe about those.',
  again: 'You may open a new account with your address at any time. It begins empty and gets nothing of this one.',
  typeAddress: 'Type your address to confirm: {email}',
  delete: 'Delete account',
  deleting: 'Deleting account',
  'error.title': 'Your account was not deleted',
  'error.address_differs': 'This is not the address of this account. Type {email}.',
  'notice.not_now': 'Your account was not deleted: something has to be settled first, as it says below.',
  'notice.licences_changed':
    'Your account was not deleted: it has other licences now than the page said. Look at what stops, then confirm again.',

  obstaclesTitle: 'Before you can delete your account',
  'obstacle.administrator':
    'You are an administrator of this store. Ask another administrator to take the role from you on the page Team.',
  'obstacle.subscription_renews': 'Your subscription of {product} still renews. Cancel it first.',
  'obstacle.invoice_owed':
    'An invoice of your subscription of {product} is not paid. Pay it, or wait until it is no longer asked for.',
  'obstacle.subscriptionLink': 'See the subscription',
  'obstacle.payment_unsettled':
    'The payment of order {number} is still on its way. Wait until it has arrived or failed.',
  'obstacle.orderLink': 'See the order',
  'obstacle.payment_open':
    'A payment page that you opened can still be paid. Pay there, close it here, or wait until it closes by itself on',
  'obstacle.payLink': 'Open the payment page',
  closePages: 'Close payment page',
  closingPages: 'Closing payment page',
  'notice.pages_closed': 'The payment page is closed. Nobody can pay there any more.',
  'notice.payments_unreachable':
    'The payment page could not be closed, because the payment service does not answer. Try again in a minute.',

  deletedTitle: 'Your account is deleted',
  deletedText:
    'You are signed out, and the licences and keys of the account have stopped. A mail to your address says so; it is the last one.',
  deletedAgain: 'You may come back at any time with a new account.',
  deletedHome: 'Go to the store',
};
