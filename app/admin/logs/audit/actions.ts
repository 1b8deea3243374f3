'use server';

import { verifyChain } from '@/lib/audit/verify-chain';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { chainText } from './chain-text';

export type VerifyAnswer = { tone: 'none' | 'good' | 'bad'; said: string };

/** Compares every sealed entry with its seal. Changes nothing, but a long chain is work: only an admin's own page may ask. */
export async function verifyAudit(_before: VerifyAnswer, _form: FormData): Promise<VerifyAnswer> {
  await requireAdminChange('/admin/logs/audit');
  const result = await verifyChain();
  return { tone: result.ok ? 'good' : 'bad', said: chainText(result) };
}
