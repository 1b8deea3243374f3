import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { SupportPlace } from '@/app/_shell/support-place';
import ErrorPage from '@/app/error';

const show = (support: { href: string; label: string } | undefined) =>
  renderToStaticMarkup(
    <SupportPlace value={support}>
      <ErrorPage reset={() => {}} />
    </SupportPlace>,
  );

test('a page that could not be shown says where help is, once the owner has said so', () => {
  expect(show({ href: 'mailto:help@acme.test', label: 'help@acme.test' })).toContain('href="mailto:help@acme.test"');
  expect(show(undefined)).not.toContain('Ask the store');
});
