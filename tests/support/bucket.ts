import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Only so much of a bucket as a click asks for: every file in it has this content. It checks no signature; the suite in
 * tests/storage holds the driver to a server that does.
 */
export async function aBucket(content: string) {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-length': String(content.length) });
    response.end(request.method === 'HEAD' ? undefined : content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  const settings = {
    newFiles: 'local',
    endpoint: `http://127.0.0.1:${port}`,
    publicEndpoint: '',
    region: 'eu-central-1',
    bucket: 'releases',
    accessKeyId: 'test:tester',
    secretAccessKey: 'testing',
    forcePathStyle: true,
  };
  const vanish = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { settings, vanish };
}
