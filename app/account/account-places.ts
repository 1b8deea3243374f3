import { text } from '../_texts/text';
import type { PaletteItem } from '../admin/_palette/palette-item';

/** The pages that the search of the account finds, by the names people know them by from elsewhere. */
export const accountPlaces: PaletteItem[] = [
  place('/account', text('account.dashboard'), text('account.placeDashboard')),
  place('/account/api-keys', text('account.apiKeys'), text('account.placeApiKeys')),
  place('/account/api-keys/new', text('apiKeys.add'), text('apiKeys.newTitle')),
  place('/account/api-keys/plan', text('apiKeys.plan'), text('account.placePlan')),
  place('/account/credentials', text('account.credentials'), text('account.placeCredentials')),
  place('/account/api-downloads', text('account.apiDownloads'), text('account.placeDownloads')),
  place('/account/orders', text('account.orders'), text('account.placeOrders')),
  place('/account/subscriptions', text('renewals.title'), text('renewals.place')),
  place('/account/sessions', text('account.sessions'), text('account.settingsSessions')),
  place('/account/activity', text('account.activity'), text('account.placeActivity')),
  place('/account/profile', text('invoices.profile'), text('invoices.placeProfile')),
  place('/account/notifications', text('mails.choices'), text('mails.choicesNav')),
  place('/account/data', text('personalData.title'), text('personalData.place')),
  place('/account/settings', text('account.settings'), text('account.settingsText')),
  place('/developers', text('shell.docs'), text('account.placeDocs')),
  place('/help', text('help.title'), text('account.placeHelp')),
];

function place(href: string, label: string, about: string): PaletteItem {
  return { group: 'pages', href, label, about };
}
