'use server';

import { refresh } from 'next/cache';
import { activateKey, disableKey, revokeKey } from '@/lib/access-keys/change-key-state';
import { BULK_CHANGES, changeKeys } from '@/lib/access-keys/change-keys';
import { configureAccess, isWider } from '@/lib/access-keys/configure-access';
import { editKey } from '@/lib/access-keys/edit-key';
import { readKey } from '@/lib/access-keys/list-keys';
import { OVERLAP_SECONDS, regenerateKey } from '@/lib/access-keys/regenerate-key';
import { removeKey } from '@/lib/access-keys/remove-key';
import { renewPair } from '@/lib/access-keys/renew-pair';
import { reportLeak } from '@/lib/access-keys/report-leak';
import { revealKey } from '@/lib/access-keys/reveal-key';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { sessionActor } from '@/lib/auth/session-actor';
import { now } from '@/lib/clock';
import { isRecentlyProven } from '@/lib/customers/proof';
import { formField, formFields } from '../../_shell/form-field';
import { text } from '../../_texts/text';
import { wasUsedLately } from './desk-key';
import type { KeyAnswer } from './key-answer';
import { readAccess } from './read-access';
import { type KeyRefusal, refusalText } from './refusal-text';

const HERE = '/account/api-keys';

/** Disables or activates a key of the signed-in person. */
export async function changeStateAction(form: FormData): Promise<KeyAnswer> {
  const { wish, name } = await ownKey(form);
  const change = formField(form, 'change') === 'activate' ? 'activate' : 'disable';
  const result = change === 'activate' ? await activateKey(wish) : await disableKey(wish);
  return result.ok ? said(text(`apiKeys.said.${change}`, { name })) : refused(result);
}

/** Revokes a key of the signed-in person for good. */
export async function revokeAction(form: FormData): Promise<KeyAnswer> {
  const { wish, name } = await ownKey(form);
  const result = await revokeKey(wish);
  return result.ok ? said(text('apiKeys.said.revoke', { name }), result.newDefaultSid) : refused(result);
}

/** Removes a key of the signed-in person; one that was used lately only with its name typed. */
export async function removeAction(form: FormData): Promise<KeyAnswer> {
  const { wish, name, key } = await ownKey(form);
  if (key && wasUsedLately(key, now()) && formField(form, 'typed').trim() !== key.name) {
    return refused({ reason: 'typed_wrong' });
  }
  const result = await removeKey(wish);
  return result.ok ? said(text('apiKeys.said.remove', { name }), result.newDefaultSid) : refused(result);
}

/** Saves or clears the note of a key of the signed-in person. */
export async function saveNoteAction(form: FormData): Promise<KeyAnswer> {
  const { wish, name } = await ownKey(form);
  const note = formField(form, 'note').trim();
  const result = await editKey({ ...wish, note: note === '' ? null : note });
  return result.ok
    ? said(text(note === '' ? 'apiKeys.said.noteCleared' : 'apiKeys.said.note', { name }))
    : refused(result);
}

/** Sets what a key of the signed-in person may do; more than before needs a fresh proof. */
export async function saveAccessAction(form: FormData): Promise<KeyAnswer> {
  const { wish, name, key, isProven, role } = await ownKey(form);
  const access = readAccess(form, role === 'admin');
  if (key && isWider(access, key.access) && !isProven) return { ok: false, reason: 'proof_needed' };
  const result = await configureAccess({ ...wish, access });
  return result.ok ? said(text('apiKeys.said.access', { name })) : refused(result);
}

/** Gives a key of the signed-in person a new value and answers it. */
export async function regenerateAction(form: FormData): Promise<KeyAnswer> {
  const { wish, isProven } = await ownKey(form);
  if (!isProven) return { ok: false, reason: 'proof_needed' };
  const chosen = Number(formField(form, 'overlap'));
  const overlapSeconds = OVERLAP_SECONDS.find((seconds) => seconds === chosen) ?? 0;
  const result = await regenerateKey({ ...wish, overlapSeconds });
  if (!result.ok) return refused(result);
  const { sid, name, isRevealable } = result.key;
  const shown = { sid, name, value: result.value, isOnce: !isRevealable, isNew: true };
  return { ...said(text('apiKeys.said.regenerate', { name })), shown };
}

/** Disables a key that leaked and answers the value of its replacement. */
export async function reportLeakAction(form: FormData): Promise<KeyAnswer> {
  const { wish, isProven } = await ownKey(form);
  if (!isProven) return { ok: false, reason: 'proof_needed' };
  const result = await reportLeak(wish);
  if (!result.ok) return refused(result);
  const { sid, name, isRevealable } = result.replacement;
  return {
    ...said(text('apiKeys.said.disable', { name })),
    shown: { sid, name, value: result.value, isOnce: !isRevealable, isNew: true },
  };
}

/** Adds a year to a pair of the signed-in person. */
export async function renewAction(form: FormData): Promise<KeyAnswer> {
  const { wish, name, isProven } = await ownKey(form);
  if (!isProven) return { ok: false, reason: 'proof_needed' };
  const result = await renewPair(wish);
  return result.ok ? said(text('apiKeys.said.renew', { name })) : refused(result);
}

/** The value of a standard key, for the signed-in person who has just shown who they are. */
export async function revealAction(form: FormData): Promise<KeyAnswer> {
  const { wish, name, isProven } = await ownKey(form);
  const result = await revealKey({ ...wish, isRecentlyProven: isProven });
  if (!result.ok) {
    if (result.reason === 'step_up_required') return { ok: false, reason: 'proof_needed' };
    return result.reason === 'too_many_attempts' ? refused(result) : refused({ reason: result.reason });
  }
  const value = { kind: 'standard' as const, key: result.key };
  return { ok: true, said: '', shown: { sid: wish.sid, name, value, isOnce: false, isNew: false } };
}

/** Disables, revokes or removes several keys of the signed-in person. */
export async function changeChosenAction(form: FormData): Promise<KeyAnswer> {
  const { wish } = await ownKey(form);
  const change = BULK_CHANGES.find((one) => one === formField(form, 'change'));
  if (change === undefined) return refused({ reason: 'nothing_chosen' });
  const { customerId, actor } = wish;
  const result = await changeKeys({ customerId, actor, change, sids: formFields(form, 'chosen') });
  if (!result.ok) return refused(result);
  const left = result.keys.filter(({ ok }) => !ok).length;
  const done = text('apiKeys.said.bulk', { count: result.keys.length - left });
  return said(left === 0 ? done : `${done} ${text('apiKeys.said.bulkLeft', { count: left })}`);
}

/** The first line of each action here: our own page, the signed-in person, and the key they mean (if it is theirs). */
async function ownKey(form: FormData) {
  await requireOwnPage();
  const customer = await requireCustomer(HERE);
  const { id, role } = customer;
  const actor = await sessionActor(customer);
  const sid = formField(form, 'sid');
  const at = now();
  const key = sid === '' ? undefined : await readKey({ customerId: id, sid }, at);
  const isProven = isRecentlyProven(customer, at);
  return { wish: { customerId: id, sid, actor }, key, name: key?.name ?? '', isProven, role };
}

function said(words: string, newDefaultSid?: string): KeyAnswer & { ok: true } {
  refresh();
  return { ok: true, said: newDefaultSid === undefined ? words : `${words} ${text('apiKeys.said.default')}` };
}

function refused(refusal: KeyRefusal): KeyAnswer {
  refresh();
  return { ok: false, reason: 'refused', problem: refusalText(refusal) };
}
