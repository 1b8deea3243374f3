import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { answerUploadRequest, isUpload } from '@/lib/server/upload-lane';
import { type ChosenFile, openUpload, type UploadSender } from '@/lib/uploads/open-upload';
import { stagedPath } from '@/lib/uploads/staged-file';
import { aCustomer, aProduct, first } from '../support/factories';
import { aSession } from '../support/sessions';

/** A data folder that lives as long as the test file. */
export function aDataFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'latchkey-uploads-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A signed-in admin. */
export async function anAdmin(): Promise<UploadSender> {
  const { id } = await aCustomer({ role: 'admin' });
  const session = await aSession({ customerId: id });
  return { adminId: id, sessionId: session.id, actor: { kind: 'admin', id, via: `session:${session.id}` } };
}

/** A version without files that nobody is offered yet. */
export async function aDraft() {
  const product = await aProduct();
  const release = await db().release.create({
    data: { productId: product.id, version: '2.0.0', releasedAt: now(), createdAt: now() },
  });
  return { product, releaseId: release.id };
}

/** A file as a browser would describe it, with its content. */
export async function aFile(facts: Partial<ChosenFile> & { content?: Buffer } = {}) {
  const { content = randomBytes(100_000), ...rest } = facts;
  const releaseId = rest.releaseId ?? (await aDraft()).releaseId;
  const chosen: ChosenFile = {
    fileName: 'acme-backup.bin',
    sizeBytes: content.length,
    modifiedAt: new Date('2026-11-01T10:00:00.000Z'),
    ...rest,
    releaseId,
  };
  return { chosen, content, sha256: sha256Of(content) };
}

export function sha256Of(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Opens an upload that must be allowed. */
export async function opened(chosen: ChosenFile, sender: UploadSender) {
  const result = await openUpload(chosen, sender);
  if (!result.ok) throw new Error(result.reason);
  return result;
}

/** An upload whose bytes have all arrived. */
export async function aWholeUpload(facts: Parameters<typeof aFile>[0] = {}) {
  const [file, sender] = [await aFile(facts), await anAdmin()];
  const upload = await opened(file.chosen, sender);
  await writeFile(stagedPath(upload.uploadId), file.content);
  return { ...file, ...upload, sender };
}

export type Lane = {
  origin: () => string;
  /** A request about an upload, with its permit. */
  ask: (upload: { uploadId: string; permit: string }, init?: RequestInit) => Promise<Response>;
  send: (upload: { uploadId: string; permit: string }, offset: number, part: Buffer) => Promise<Response>;
};

/** The upload lane on a port of its own, as long as the test file. */
export function useUploadLane(): Lane {
  const server = createServer((request, response) => {
    if (isUpload(request)) void answerUploadRequest(request, response, env());
    else response.writeHead(418).end();
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => server.close());
  // A TCP server's address is never a string.
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask: Lane['ask'] = ({ uploadId, permit }, init = {}) =>
    fetch(`${origin()}/uploads/${uploadId}`, {
      ...init,
      headers: { 'tus-resumable': '1.0.0', 'upload-permit': permit, ...init.headers },
    });
  const send: Lane['send'] = (upload, offset, part) =>
    ask(upload, {
      method: 'PATCH',
      body: new Uint8Array(part),
      headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    });
  return { origin, ask, send };
}

/** The one artifact of a release. */
export async function artifactOf(releaseId: string) {
  return first(await db().artifact.findMany({ where: { releaseId } }));
}
