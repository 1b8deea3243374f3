import { createServer } from 'node:net';

/** The wanted loopback port when it is free, else any free one. */
export async function findFreePort(wanted: number | undefined): Promise<number> {
  if (wanted !== undefined && (await canListen(wanted)) !== undefined) return wanted;
  const port = await canListen(0);
  if (port === undefined) throw new Error('No free loopback port was found');
  return port;
}

function canListen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : undefined));
    });
  });
}
