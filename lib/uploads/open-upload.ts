import { now } from '../clock';
import { derivedKey } from '../secrets/keyring';
import { beginUpload, type ChosenFile, type UploadSender as Sender } from './begin-upload';
import { signUploadPermit } from './upload-permit';
import type { OpenProblem, UploadState } from './upload-state';

export type { ChosenFile } from './begin-upload';
/** A signed-in admin. */
export type UploadSender = Sender & { sessionId: string };

export type OpenUploadResult =
  | { ok: true; uploadId: string; permit: string; state: UploadState; receivedBytes: number }
  | { ok: false; reason: OpenProblem };

/**
 * Opens the upload of a file for a release, or the same person's unfinished one of the same file. The newest opening is the
 * one that may send; an older window's permit ends with it.
 */
export async function openUpload(file: ChosenFile, sender: UploadSender, at = now()): Promise<OpenUploadResult> {
  const begun = await beginUpload(file, sender, at);
  if (!begun.ok) return begun;
  const { uploadId, opening, state, receivedBytes } = begun;
  const permit = signUploadPermit(uploadId, { sessionId: sender.sessionId, opening }, derivedKey('upload-permit'));
  return { ok: true, uploadId, permit, state, receivedBytes };
}
