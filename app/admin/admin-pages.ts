import { text } from '../_texts/text';

/** The pages of the admin area, in the order of its navigation. */
export const adminPages = [
  { href: '/admin', label: text('dashboard.nav'), about: text('dashboard.navText') },
  { href: '/admin/orders', label: text('orders.title'), about: text('orders.about') },
  { href: '/admin/customers', label: text('customers.title'), about: text('customers.about') },
  { href: '/admin/products', label: text('products.title'), about: text('products.about') },
  { href: '/admin/licences', label: text('licences.title'), about: text('licences.about') },
  { href: '/admin/activations', label: text('activations.title'), about: text('activations.about') },
  { href: '/admin/associated-keys', label: text('stock.title'), about: text('stock.about') },
  { href: '/admin/api-keys', label: text('keyAdmin.title'), about: text('keyAdmin.about') },
  { href: '/admin/webhooks', label: text('webhooks.title'), about: text('webhooks.about') },
  { href: '/admin/reconcile', label: text('reconcile.title'), about: text('reconcile.about') },
  { href: '/admin/logs', label: text('logs.title'), about: text('logs.about') },
  { href: '/admin/system', label: text('system.title'), about: text('system.about') },
  { href: '/admin/mail', label: text('admin.mail'), about: text('admin.mailText') },
  { href: '/admin/settings/invoices', label: text('invoices.settingsTitle'), about: text('invoices.settingsText') },
  { href: '/admin/settings/legal', label: text('legal.adminTitle'), about: text('legal.adminAbout') },
  { href: '/admin/settings/storage', label: text('storage.title'), about: text('storage.about') },
  { href: '/admin/settings/team', label: text('team.title'), about: text('team.about') },
  { href: '/admin/settings', label: text('admin.settings'), about: text('admin.settingsText') },
];
