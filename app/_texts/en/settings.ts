/** Admin → Settings: each text says whom a setting affects. */
export const settings = {
  save: 'Save settings',
  saving: 'Saving settings',
  saved: 'Settings are saved.',
  savedWhat: 'Changed: {names}.',
  savedNothing: 'Settings are as they were: nothing was different.',
  errorTitle: 'Settings were not saved',
  errorBothHidden: 'Customers need at least one of the two keys. Leave one of them on.',
  errorNumber: '{name} is a whole number from {from} to {to}.',
  errorAddress: '“{address}” is not an IP address. Write one address on each line, like 192.0.2.7 or 2001:db8::1.',
  errorTooMany: 'These are too many addresses. Up to {most} are possible.',
  errorLine: 'Write “{name}” on one line of up to {most} characters; only the sender’s name may be empty.',
  errorSupportAddress:
    'Write an e-mail address, like help@example.com, or the address of a page that begins with https://. Empty shows nothing.',
  errorChoice: 'Choose one of the values offered for “{name}”.',

  onThisPage: 'Groups of settings',
  'group.keys': 'Keys',
  'group.store': 'Store',
  'group.client': 'Client software',
  'group.downloads': 'Downloads and storage',
  'group.dropbox': 'Dropbox',
  'group.mail': 'Mail',
  'group.payments': 'Payments',
  'group.renewals': 'Renewals',
  'group.time': 'Time and limits',
  'group.log': 'Log',
  'reach.keys': { one: '{count} customer has keys today.', other: '{count} customers have keys today.' },
  'reach.associated': {
    one: '{count} customer has such a key today.',
    other: '{count} customers have such keys today.',
  },
  'reach.software': { one: '{count} activation is in use today.', other: '{count} activations are in use today.' },
  'reach.subscribers': {
    one: '{count} customer has a subscription today.',
    other: '{count} customers have a subscription today.',
  },
  'reach.term': {
    one: '{count} customer has a term that is running today.',
    other: '{count} customers have a term that is running today.',
  },
  'reach.pastTerm': {
    one: '{count} customer has a term that is over today.',
    other: '{count} customers have a term that is over today.',
  },
  'reach.dropbox': {
    one: '{count} customer has connected a Dropbox today.',
    other: '{count} customers have connected a Dropbox today.',
  },
  reachMore: 'More than {limit}',

  saveKeys: 'Save key visibility',
  savingKeys: 'Saving key visibility',
  previewTitle: 'Preview: what customers see',
  previewText:
    'An example customer who bought the same product twice, with the switches as they stand now. The keys are made up and open nothing; the buttons do nothing here.',
  previewInForce: 'This is what customers see today.',
  previewChanged: {
    one: 'Not saved yet. Saving changes these pages and the next order mails for {count} customer.',
    other: 'Not saved yet. Saving changes these pages and the next order mails for {count} customers.',
  },
  previewNothing: 'Neither key would be shown, so this cannot be saved. Leave one of the two on.',
  previewKeys: 'API Keys',
  previewDownloads: 'API Downloads',
  previewDownloadsText: 'Carries no keys: it is the same with every switch.',
  previewMail: 'Order mail',
  previewMailFrame: 'Order mail: {subject}',
  'saysMaster.on': 'Master API Key: in a box on top of the page and in the mail.',
  'saysMaster.off': 'Master API Key: nowhere.',
  'saysProduct.on': 'API Resources: one row for each purchase, with its Product Order API Key.',
  'saysProduct.off': 'API Resources: one row for each product, purchases added up, without a key.',
  'saysAssociated.on': 'Associated API Keys: beside their purchase and in the mail.',
  'saysAssociated.off': 'Associated API Keys: nowhere.',
  exampleProduct: 'Example product',
  examplePlan: 'Up to 5 sites',

  rawReason: 'In its own words:',
  tooManyTests: 'This was tested often just now. Test again in {minutes} min.',

  downloadsTitle: 'Downloads and storage',
  downloadsText: 'How long a download link works, and where the files of your releases lie.',
  storageLink: 'Open storage settings',
  storageText: 'Folder of this machine or an S3 bucket, with a test that puts, reads and deletes a tiny file.',

  storeTitle: 'Store',
  storeText: 'How the store calls itself, and where buyers reach you.',
  storeName: 'Store name',
  storeNameHint:
    'Affects every page, every mail and new invoices: the name in the header, in the title of each page and at the end of mails. Invoices use it unless a seller’s name is set under “Taxes and invoices”; those already written stay as they are.',
  supportAddress: 'Address for help',
  supportAddressHint:
    'Affects every buyer: an e-mail address or a page (https://…) of yours, shown at the end of every page and mail and where a page could not be shown. Answers to mails of the store go there when it is an e-mail address. Empty shows nothing.',
  dateFormat: 'Date format',
  dateFormatHint:
    'Affects installed client software written for the original server: how dates look in its answers. Pages and mails are not affected. F j, Y is November 23, 2026; d.m.Y is 23.11.2026; Y-m-d is 2026-11-23.',
  mailSenderName: 'Sender’s name',
  mailSenderNameHint:
    'Affects every mail: the name before the address it comes from. Empty uses the name in MAIL_FROM, or else the store’s name. The address itself is set by MAIL_FROM where the store is started, because your mail server has to accept it.',
  legalLink: 'Write legal pages',
  legalLinkText:
    'Terms, privacy, legal notice and refunds: shown in the footer and beside Pay once you have written them.',
  teamLink: 'Open team',
  teamLinkText: 'Who may open this administration, and who no longer may.',

  mailTitle: 'Mail',
  mailText: 'Affects every customer: orders with keys, links to confirm an address and to choose a password.',
  mailServer: 'Mail server',
  mailFrom: 'Mails come from',
  mailOff: 'No mail server is set, so nothing is sent.',
  mailOffText: 'Mails wait under Mail, where you can read them. Set SMTP_URL and MAIL_FROM where the store is started.',
  mailWaiting: 'Look at waiting mails',
  testMail: 'Send test mail',
  testingMail: 'Sending test mail',
  testMailHint: 'Goes to your own address, {email}.',
  testMailSent: 'The mail server took the mail',
  testMailSentText: 'Look for it at {to}, also in the folder for unwanted mail.',
  testMailFailed: 'The mail was not sent',
  testMailOff: 'No mail was sent, because no mail server is set',

  paymentsTitle: 'Payments',
  paymentsText: 'Affects every purchase: who takes the money, and whether it is real.',
  'payments.demo': 'Demo payments: no card is charged, and the payment page lets you choose the outcome.',
  'payments.test': 'Stripe with a test key: cards of Stripe’s test list work, no money moves.',
  'payments.live': 'Stripe with a live key: cards are charged.',
  connectStripe: 'Connect Stripe',
  connectStripeText:
    'Set these two variables where the store is started. Start it on an empty database: one that has seen demo payments does not open with a real key.',
  secretKeyText: 'the secret key of your account, from Developers, API keys',
  webhookSecretText: 'the signing secret of the webhook that sends events to the address below',
  webhookAddress: 'Webhook address',
  testPayments: 'Test payments',
  testingPayments: 'Testing payments',
  'testPayments.demo': 'Demo payments are on, so there is no Stripe to reach',
  'testPayments.demoText': 'To connect Stripe, set STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET.',
  'testPayments.works': 'Stripe knows the key: {account}',
  'testPayments.live': 'It is a live key, so cards are charged.',
  'testPayments.test': 'It is a test key, so no money moves.',
  'testPayments.closed': 'Stripe does not let this account take payments yet. Finish its set-up at Stripe.',
  'testPayments.noSecret': 'STRIPE_WEBHOOK_SECRET is not set, so no event of Stripe is believed.',
  'testPayments.secret': 'The webhook’s signing secret is set.',
  'testPayments.noEvent': 'No event of Stripe has arrived yet. Enter the webhook address at Stripe if it is not there.',
  'testPayments.lastEvent': 'Last event of Stripe:',
  'testPayments.key_refused': 'Stripe refuses the key',
  'testPayments.payments_refused': 'Stripe knows the key, but it may not read the account',
  'testPayments.payments_unreachable': 'Stripe does not answer',

  clientTitle: 'Client software',
  clientText:
    'How installed plugins, themes and apps are answered. The values of a new store suit software built for the WooCommerce API Manager.',
  messageProfile: 'Message wording',
  messageProfileHint:
    'Affects installed client software: some of it compares these sentences letter by letter. Choose the server generation that most of yours was built against.',
  'profile.2.x': 'As servers 2.x wrote',
  'profileExample.2.x': 'Cannot activate API Key. No API resources available.',
  'profile.3.0-3.4': 'As servers 3.0 to 3.4 wrote',
  'profileExample.3.0-3.4': 'Cannot activate API Key. No API Resources available.',
  'profile.3.5+': 'As servers from 3.5 on write',
  'profileExample.3.5+': 'Cannot activate license key. No licensing resources available.',
  strictReactivation: 'Strict re-activation',
  strictReactivationHint:
    'Affects installed client software: on, activating an instance that is active already is refused, as the original did. Off, it is answered as active and takes no further place, also when WordPress sends the first activation twice.',
  stopOverLimit: 'Stop what is beyond the limit',
  stopOverLimitHint:
    'Affects customers whose licence got a smaller limit, for example after a partial refund: on, their newest installations beyond it stop working. Off, these go on, stay listed as over the limit, and none can be added until there is room.',
  publicVersionInfo: 'Version information without a key',
  publicVersionInfoHint:
    'Affects installed client software: on, anyone may ask for the newest version and its changelog, never for the download. Off, update checks without an active key are refused.',
  translateSoftwareAddOn: 'Answer Software Add-on clients',
  translateSoftwareAddOnHint:
    'Affects software written for WooCommerce Software Add-on: on, its calls are answered by the same licences. Off, they are refused as an unknown address.',
  sendApiResourceData: 'Send API resource data',
  sendApiResourceDataHint:
    'Affects installed client software: on, answers carry the whole purchase behind a key, with the customer’s master key. Leave it off unless your software reads it.',
  docTabs: 'Documentation tabs',
  docTabsHint:
    'Affects the “View details” window in WordPress: the pages of a product shown there beside its changelog. Pages that a product lacks are left out.',
  'docTab.description': 'Description',
  'docTab.installation': 'Installation',
  'docTab.faq': 'FAQ',
  'docTab.screenshots': 'Screenshots',
  'docTab.other_notes': 'Other notes',
  trustedSources: 'Trusted sources',
  trustedSourcesHint:
    'Affects all client software: empty, everyone is answered. With addresses, only calls from them that also name the address as ip_address are answered, and software on your customers’ sites is refused. One IP address on each line.',

  renewalsTitle: 'Renewals',
  renewalsText:
    'How the holder of a fixed term buys a further one: the same key with its activations, and no day that is left is lost. Subscriptions renew by themselves.',
  percent: '%',
  manualRenewal: 'Renewal by the customer',
  manualRenewalHint:
    'Affects customers with a fixed term: on, My Account offers them to renew it, with the price. Off, a term ends and only you can extend it.',
  renewalDiscountPercent: 'Renewal discount',
  renewalDiscountPercentHint:
    'Affects customers who renew: off the price the plan has on that day, rounded once for each unit. 0 is the full price. Pages that are open keep the price they showed.',
  renewalOfferDays: 'Offered before the end',
  renewalOfferDaysHint:
    'Affects customers with a fixed term: from so many days before its end they can renew it. Nobody renews twice by mistake while the term still runs for longer.',

  timeTitle: 'Time and limits',
  timeText: 'How long a right goes on while its payment is owed, and how often client software may ask.',
  days: 'days',
  suspendOnDispute: 'Suspend during a dispute',
  suspendOnDisputeHint:
    'Affects buyers whose bank disputes a payment: on, what that payment bought stops until the bank decides. Off, it goes on. Lost, it ends either way; won, it works again.',
  paymentGraceDays: 'Payment grace',
  paymentGraceDaysHint:
    'Affects subscribers whose renewal payment failed: for this long everything works as before while the payment is tried again. 0 stops on the day itself.',
  renewablePeriodDays: 'Renewable period',
  renewablePeriodDaysHint:
    'Affects customers whose fixed term is over: their software is refused as expired, and for this long they can renew the same key with its activations. 0 offers no renewal.',
  downloadLinkDays: 'Download link lifetime',
  downloadLinkDaysHint:
    'Affects every customer: a download link works for this long after its page was loaded or client software was told of it. 1 to 7 days.',

  logTitle: 'Log',
  logText:
    'How long the record of calls and downloads is kept. Network addresses in it stay whole for 90 days; then only the network they belong to is kept.',
  perMinute: 'a minute',
  calls: 'calls',
  activationRatePerMinute: 'Activations for each key',
  activationRatePerMinuteHint:
    'Affects installed client software: beyond the burst below, one key may ask for this many activations a minute. More are asked to wait.',
  activationBurst: 'Activation burst',
  activationBurstHint:
    'Affects installed client software: one key may ask for this many activations at once, for example when a fleet of sites is set up.',
  requestLogDays: 'Request log',
  requestLogDaysHint:
    'Affects you: calls of client software can be looked up for this long, with masked keys. Older lines are deleted for good.',
  downloadLogDays: 'Record of downloads',
  downloadLogDaysHint:
    'Affects you and customers: who fetched which file, when and from which address can be looked up for this long; customers see when they last downloaded a file. Older lines are deleted for good.',

  showAssociatedKeys: 'Show Associated API Keys',
  showAssociatedKeysHint:
    'Affects customers with keys of your own or from before 2.0: on, API Keys, orders and order mails show them beside their purchase. Off, they go on working without being shown.',
} as const;
