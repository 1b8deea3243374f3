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
  errorChoice: 'Choose one of the values offered for “{name}”.',

  clientTitle: 'Client API',
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

  timeTitle: 'Time',
  timeText: 'How long a right goes on, how long it can be renewed, and how long a link works.',
  days: 'days',
  paymentGraceDays: 'Payment grace',
  paymentGraceDaysHint:
    'Affects subscribers whose renewal payment failed: for this long everything works as before while the payment is tried again. 0 stops on the day itself.',
  renewablePeriodDays: 'Renewable period',
  renewablePeriodDaysHint:
    'Affects customers whose fixed term is over: their software is refused as expired, and for this long they can renew the same key with its activations. 0 offers no renewal.',
  downloadLinkDays: 'Download link lifetime',
  downloadLinkDaysHint:
    'Affects every customer: a download link works for this long after its page was loaded or client software was told of it. 1 to 7 days.',

  limitsTitle: 'Limits and log',
  limitsText: 'Protection against software that repeats itself, and the record of what was asked.',
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
