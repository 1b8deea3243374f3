import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach } from 'vitest';
import { now, setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { askDropboxConsent, finishDropboxConsent } from '@/lib/downloads/dropbox-consent';
import { dropboxSaveHandlers } from '@/lib/downloads/run-dropbox-save';
import { saveToDropbox } from '@/lib/downloads/save-to-dropbox';
import { runDueJobs } from '@/lib/jobs/run-due-jobs';
import { answerDownloadRequest } from '@/lib/server/download-lane';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { useDatabase } from '../support/database';
import { aCustomer, aResource, bySystem, first } from '../support/factories';
import { aFakeDropbox, FAKE_APP_KEY } from '../support/fake-dropbox';
import { aDataFolder, aDownload } from './support';

/** A store whose downloads are answered on a real port, and a stand-in for Dropbox that really fetches from it. */
export async function aStoreWithDropbox() {
  const links: string[] = [];
  const listener: RequestListener = (request, response) => {
    links.push(request.url ?? '');
    void answerDownloadRequest(request, response, url);
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
  const fake = await aFakeDropbox({ redirectUris: [`${url}/account/dropbox/return`] });
  useDatabase({ PUBLIC_URL: url, DROPBOX_URL: fake.url, DATA_DIR: aDataFolder() });
  beforeEach(async () => {
    setClockOffsetMs(0);
    await saveStoreSettings({ dropboxAppKey: FAKE_APP_KEY }, bySystem);
  });
  afterAll(async () => {
    await fake.close();
    server.closeAllConnections();
    server.close();
  });
  return { url, links, fake };
}

type Fake = Awaited<ReturnType<typeof aFakeDropbox>>;

/** A signed-in browser of a customer. */
export async function aSession(customerId: string): Promise<{ customerId: string; sessionId: string }> {
  const at = now();
  const expiresAt = new Date(at.getTime() + 30 * 86_400_000);
  const { id } = await db().session.create({ data: { customerId, createdAt: at, lastSeenAt: at, expiresAt } });
  return { customerId, sessionId: id };
}

/** Where Dropbox sends this browser after the person has decided, as the route reads it. */
export async function askAndDecide(
  fake: Fake,
  who: { customerId: string; sessionId: string },
  decision: 'allow' | 'deny' = 'allow',
) {
  const asked = await askDropboxConsent(who);
  if (!asked.ok) throw new Error(asked.reason);
  return answerOf(await fake.decide(asked.url, decision));
}

export function answerOf(back: URL) {
  const value = (name: string) => back.searchParams.get(name) ?? '';
  return { state: value('state'), code: value('code'), error: value('error') };
}

/** A customer with a connected Dropbox and one file to save. */
export async function aConnectedCustomer(fake: Fake, content?: string) {
  const { id: customerId } = await aCustomer();
  const resource = await aResource({ customerId });
  const download = await aDownload(resource.product.id, content === undefined ? {} : { content });
  const artifact = await db().artifact.findFirstOrThrow({ where: { releaseId: download.releaseId } });
  const session = await aSession(customerId);
  const done = await finishDropboxConsent(session, await askAndDecide(fake, session), bySystem);
  if (!done.ok) throw new Error(JSON.stringify(done));
  const which = { customerId, apiResourceId: resource.resourceId, artifactId: artifact.id };
  return { ...which, which, session, resource, download, title: resource.product.title };
}

/** Asks for a save and does its first step: Dropbox is told, or has refused. */
export async function startASave(which: Parameters<typeof saveToDropbox>[0]) {
  const asked = await saveToDropbox(which, bySystem);
  if (!asked.ok) throw new Error(asked.reason);
  await runSteps();
  return lastSave(which.customerId);
}

/** Does what is due, `laterMs` from now on the store's clock. */
export async function runSteps(laterMs = 0) {
  setClockOffsetMs(laterMs);
  return runDueJobs(dropboxSaveHandlers(), { at: now(), limit: 20 });
}

export async function lastSave(customerId: string) {
  return first(await db().dropboxSave.findMany({ where: { customerId }, orderBy: { queuedAt: 'desc' }, take: 1 }));
}
