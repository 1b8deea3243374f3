import { expect, test } from 'vitest';
import { securityText } from '@/lib/settings/security-text';
import { setTestEnv } from '../support/database';

test('security.txt names a contact of this store and has always half a year before it', () => {
  setTestEnv({ DATABASE_URL: 'postgres://store@localhost/store', PUBLIC_URL: 'http://localhost:3000' });
  const lines = securityText(new Date('2027-01-01T00:00:00Z')).split('\n');
  expect(lines).toContain('Contact: http://localhost:3000/help/leaked-keys');
  expect(lines).toContain('Expires: 2027-07-02T00:00:00.000Z');
});
