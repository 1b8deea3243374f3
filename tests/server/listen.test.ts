import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { StartRefused } from '@/lib/errors';
import { listen } from '@/lib/server/listen';

test.each([
  ['is not an address of this machine', '198.51.100.7', 'HOST 198.51.100.7 is not an address of this machine.'],
  ['no machine has', 'http://localhost', 'HOST http://localhost is not an address or a name that is known here.'],
  ['cannot be listened on', 'fe80::1', /^HOST fe80::1 cannot be listened on \(E[A-Z]+\)\.$/],
])('a host that %s is refused with one sentence', async (_name, host, sentence) => {
  const refused = listen(() => {}, { port: 0, host });
  await expect(refused).rejects.toBeInstanceOf(StartRefused);
  await expect(refused).rejects.toThrow(sentence);
});

test('a taken port is refused with one sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  if (!address || typeof address === 'string') throw new Error('A TCP server has a port');
  await expect(listen(() => {}, { port: address.port, host: '127.0.0.1' })).rejects.toThrow(
    `Port ${address.port} is taken by another program. Stop it, or set PORT to a free port.`,
  );
  await new Promise((resolve) => other.close(resolve));
});
