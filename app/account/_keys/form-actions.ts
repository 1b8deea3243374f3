'use server';

import { redirect } from 'next/navigation';
import { type CreateKeyResult, createKey } from '@/lib/access-keys/create-key';
import { editKey } from '@/lib/access-keys/edit-key';
import { readKey } from '@/lib/access-keys/list-keys';
import { readAllowance } from '@/lib/access-keys/read-allowance';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { sessionActor } from '@/lib/auth/session-actor';
import { now } from '@/lib/clock';
import { isRecentlyProven } from '@/lib/customers/proof';
import { formField } from '../../_shell/form-field';
import { text } from '../../_texts/text';
import type { KeyAnswer, ShownKey } from './key-answer';
import type { KeyFormAnswer } from './key-form-answer';
import { isLooser, untouchedExpiry } from './looser';
import { readAccess } from './read-access';
import { readKeyForm, refusalErrors, typedValues } from './read-key-form';
import { refusalText } from './refusal-text';

const LIST = '/account/api-keys';

/** Makes a key of the signed-in person. A standard one leads back to the list; any other is answered, this once. */
export async function createKeyAction(_previous: KeyFormAnswer, form: FormData): Promise<KeyFormAnswer> {
  const { customer, actor, at, proof } = await owner();
  const values = typedValues(form);
  const kind = (['standard', 'secret', 'pair'] as const).find((known) => known === values.kind);
  if (kind === undefined) return { errors: refusalErrors({ reason: 'kind_missing' }), values };
  if (!isRecentlyProven(customer, at)) return { values, staleProof: proof };
  const allowance = await readAllowance(customer.id);
  const read = readKeyForm(form, { kind, at, maxDays: allowance?.maxLifetimeDays ?? 0 });
  if (!read.ok) return { errors: refusalErrors(read), values };
  const access = readAccess(form, customer.role === 'admin');
  const isActive = kind === 'pair' || formField(form, 'active') !== '';
  const made = await createKey({ ...read.fields, customerId: customer.id, kind, access, isActive, actor, at });
  if (!made.ok) return { errors: refusalErrors(made), values };
  if (kind === 'standard') redirect(`${LIST}?notice=key_made&marked=${made.key.sid}`);
  return { shown: { ...shownOf(made), hasSameName: made.hasSameName } };
}

/** "Generate New Key" of the Credentials page: the pair of the signed-in person, with full access. */
export async function generatePairAction(form: FormData): Promise<KeyAnswer> {
  const { customer, actor, at } = await owner();
  if (!isRecentlyProven(customer, at)) return { ok: false, reason: 'proof_needed' };
  const name = formField(form, 'name').trim() || text('apiKeys.formNamePair');
  const made = await createKey({ customerId: customer.id, kind: 'pair', name, actor, at });
  if (!made.ok) return { ok: false, reason: 'refused', problem: refusalText(made) };
  return { ok: true, said: '', shown: shownOf(made) };
}

/** Changes what is known of a key of the signed-in person. To let it be used from more places needs a fresh proof. */
export async function editKeyAction(_previous: KeyFormAnswer, form: FormData): Promise<KeyFormAnswer> {
  const { customer, actor, at, proof } = await owner();
  const values = typedValues(form);
  const sid = formField(form, 'sid');
  const key = await readKey({ customerId: customer.id, sid }, at);
  if (!key) redirect(`${LIST}?notice=key_not_found`);
  const allowance = await readAllowance(customer.id);
  const read = readKeyForm(form, { kind: key.kind, at, maxDays: allowance?.maxLifetimeDays ?? 0 });
  if (!read.ok) return { errors: refusalErrors(read), values };
  if (isLooser(read.fields, key) && !isRecentlyProven(customer, at)) return { values, staleProof: proof };
  const result = await editKey({
    ...read.fields,
    ...untouchedExpiry(values.expires ?? '', key),
    customerId: customer.id,
    sid,
    actor,
    at,
  });
  if (!result.ok) return { errors: refusalErrors(result), values };
  redirect(`${LIST}/${sid}?notice=key_edited`);
}

/** The first line of each action here: our own page and the signed-in person. */
async function owner() {
  await requireOwnPage();
  const customer = await requireCustomer(LIST);
  const actor = await sessionActor(customer);
  return { customer, actor, at: now(), proof: customer.proof?.at.toISOString() ?? '' };
}

function shownOf({ key, value }: CreateKeyResult & { ok: true }): ShownKey {
  return { sid: key.sid, name: key.name, value, isOnce: true, isNew: true };
}
