import type { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { RemoteEdge } from '@/lib/storage/fetch-remote';
import { testCertificate } from '../support/test-certificate';

/** A public address that stands for the world outside. */
export const OUTSIDE = '93.184.216.34';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export type World = {
  edge: RemoteEdge;
  /** The path's answer. */
  serve: (path: string, answer: Answer) => void;
  /** Whereto a name leads, one list for each time it is asked; the last one stays. */
  names: Map<string, string[][]>;
  resolved: string[];
  dialled: { name: string; addresses: string[] }[];
  asked: IncomingMessage[];
  /** Where the server listens on this machine. */
  port: () => number;
};

/** A TLS server in the place of the Internet: every address that may be dialled leads to it, with its certificate checked. */
export function useWorld(): World {
  const { cert, key } = testCertificate(['files.example.com', 'cdn.example.net']);
  const answers = new Map<string, Answer>();
  const names: World['names'] = new Map();
  const [resolved, dialled, asked]: [string[], World['dialled'], IncomingMessage[]] = [[], [], []];
  const server = https.createServer({ cert, key }, (request, response) => {
    asked.push(request);
    const answer = answers.get(request.url ?? '');
    if (answer) answer(request, response);
    else response.writeHead(404).end('nothing here');
  });
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    names.clear();
    names.set('files.example.com', [[OUTSIDE]]).set('cdn.example.net', [['2606:2800:220:1::1']]);
    for (const list of [resolved, dialled, asked]) list.length = 0;
  });
  const edge: RemoteEdge = {
    resolve: async (name) => {
      resolved.push(name);
      const answersOfName = names.get(name);
      if (!answersOfName) throw new Error(`getaddrinfo ENOTFOUND ${name}`);
      return (answersOfName.length > 1 ? answersOfName.shift() : answersOfName[0]) ?? [];
    },
    dial: ({ name, addresses }) => {
      dialled.push({ name, addresses });
      return tls.connect({ host: '127.0.0.1', port, servername: name, ca: cert });
    },
  };
  return {
    edge,
    serve: (path, answer) => answers.set(path, answer),
    names,
    resolved,
    dialled,
    asked,
    port: () => port,
  };
}
