import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { auth } from 'dropbox';
import { badInput, endpointError, fakeFiles } from './fake-dropbox-files';
import { type FakeAnswer, type FakeApp, fakeOauth } from './fake-dropbox-oauth';
import { answerSaver } from './fake-dropbox-saver';

/** A call as the fake saw it, for tests that look at what must not be in an address. */
export type FakeCall = { method: string; url: string; body: string };

export const FAKE_APP_KEY = 'fakeappkey12345';

/**
 * A stand-in for Dropbox on a loopback port: consent page, token endpoint, `save_url` with its jobs, revocation. It takes
 * nothing that Dropbox's documents do not name, and answers in the shapes of the SDK's types. It cannot show what only
 * Dropbox can: how long its jobs take, what its consent page looks like, when it limits calls.
 */
export async function aFakeDropbox(wish: { redirectUris?: string[]; port?: number } = {}) {
  const apps: FakeApp[] = [{ appKey: FAKE_APP_KEY, redirectUris: wish.redirectUris ?? [] }];
  let aheadMs = 0;
  const oauth = fakeOauth(apps, () => performance.now() + aheadMs);
  const files = fakeFiles();
  const calls: FakeCall[] = [];
  /** Answers to give instead, each once: a call whose address ends so gets it. */
  const instead: { route: string; answer: FakeAnswer; headers?: Record<string, string> }[] = [];

  async function answer(call: FakeCall, request: IncomingMessage): Promise<FakeAnswer> {
    const url = new URL(call.url, 'http://dropbox.test');
    if (url.pathname === '/oauth2/authorize') {
      if (call.method === 'GET') return oauth.page(url.searchParams);
      return oauth.decide(url.searchParams, new URLSearchParams(call.body).get('decision') ?? '');
    }
    const saver = await answerSaver(call, files);
    if (saver) return saver;
    if (call.method !== 'POST') return { status: 404, html: 'Not found' };
    if (url.pathname === '/oauth2/token') return token(url, call.body, request);
    return api(url.pathname.replace(/^\/2\//, ''), call.body, request);
  }

  function token(url: URL, body: string, request: IncomingMessage): FakeAnswer {
    const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
    if (url.search !== '' || !isForm) return { status: 400, json: { error: 'invalid_request' } };
    return oauth.token(new URLSearchParams(body));
  }

  async function api(route: string, body: string, request: IncomingMessage): Promise<FakeAnswer> {
    const grant = oauth.grantOf(request.headers.authorization);
    if (typeof grant === 'string') {
      const error: auth.AuthError = { '.tag': grant };
      return endpointError(401, error, grant);
    }
    if (route === 'auth/token/revoke') {
      if (body !== '' && body !== 'null') return badInput(route, 'expected null');
      oauth.revoke(grant.refreshToken);
      return { status: 200, json: null };
    }
    if (request.headers['content-type'] !== 'application/json')
      return badInput(route, 'could not decode input as JSON');
    // The store's own SDK wrote it; each route looks at what it needs.
    const args = JSON.parse(body) as Record<string, unknown>;
    if (route === 'files/save_url') return files.saveUrl(grant.refreshToken, args);
    if (route === 'files/save_url/check_job_status') return files.checkJob(grant.refreshToken, args);
    return { status: 400, html: `Unknown API function: "${route}"` };
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const call = { method: request.method ?? '', url: request.url ?? '', body: Buffer.concat(chunks).toString() };
    calls.push(call);
    const place = instead.findIndex(({ route }) => call.url.endsWith(route));
    const [once] = place < 0 ? [] : instead.splice(place, 1);
    send(response, once?.answer ?? (await answer(call, request)), once?.headers);
  });
  await new Promise<void>((resolve) => server.listen(wish.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const url = `http://127.0.0.1:${port}`;

  return {
    url,
    calls,
    oauth,
    files,
    instead,
    app: apps[0],
    /** Moves the fake's clock, on which its codes and tokens die. */
    laterBy: (ms: number) => {
      aheadMs += ms;
    },
    /** What a browser does on the consent page: the address it is sent back to. */
    decide: async (consentUrl: string, decision: 'allow' | 'deny'): Promise<URL> => {
      const body = new URLSearchParams({ decision });
      const sent = await fetch(consentUrl, { method: 'POST', body, redirect: 'manual' });
      const location = sent.headers.get('location');
      if (location === null) throw new Error(`${sent.status} ${await sent.text()}`);
      return new URL(location);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, answer: FakeAnswer, headers: Record<string, string> = {}): void {
  const text = answer.html?.startsWith('(() =>') ? 'text/javascript' : 'text/html';
  const type = 'json' in answer ? 'application/json' : `${text}; charset=utf-8`;
  const location = answer.location === undefined ? {} : { location: answer.location };
  // The Saver's script asks from the page of the shop.
  response.writeHead(answer.status, {
    'content-type': type,
    'access-control-allow-origin': '*',
    ...location,
    ...headers,
  });
  response.end('json' in answer ? JSON.stringify(answer.json) : (answer.html ?? ''));
}
