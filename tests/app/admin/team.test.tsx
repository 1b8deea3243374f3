import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { AdminTable } from '@/app/admin/settings/team/admin-table';
import type { ListedAdmin } from '@/lib/customers/list-admins';

const anAdmin = (number: number, more: Partial<ListedAdmin> = {}): ListedAdmin => ({
  id: `id-${number}`,
  number,
  email: `admin${number}@example.test`,
  name: null,
  disabledAt: null,
  hasFactor: true,
  lastSeenAt: undefined,
  ...more,
});
const show = (admins: ListedAdmin[]) => renderToStaticMarkup(<AdminTable admins={admins} ownId="id-1" />);

test('administration can be taken from everybody but oneself', () => {
  const html = show([anAdmin(1), anAdmin(2), anAdmin(3, { disabledAt: new Date() })]);
  expect(html).toContain('href="/admin/settings/team/2"');
  expect(html).toContain('href="/admin/settings/team/3"');
  expect(html).not.toContain('href="/admin/settings/team/1"');
  expect(html).toContain('Another admin would have to take it from you.');
});

test('the last admin with an open account is said to stay one', () => {
  const html = show([anAdmin(1, { disabledAt: new Date() }), anAdmin(2)]);
  expect(html).not.toContain('href="/admin/settings/team/2"');
  expect(html).toContain('The store keeps one admin.');
});

test('an admin without a second factor is told apart', () => {
  expect(show([anAdmin(1), anAdmin(2, { hasFactor: false })])).toContain('None yet');
});
