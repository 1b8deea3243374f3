import { db } from '../db/client';
import { addressSpans } from './address-spans';
import type { DataSection, Person } from './data-section';

/** Who the person is to the store, and how they sign in. Factors by their names, passwords and secrets not at all. */
export async function ownProfile({ id: customerId }: Person): Promise<DataSection[]> {
  const [account, spans] = await Promise.all([readAccount(customerId), addressSpans(db(), customerId)]);
  const { factors, sessions, tokens, views, accessPlan, recoveryCodes } = account;
  const profile = {
    customer_number: account.number,
    email: account.email,
    earlier_addresses: spans.flatMap(({ address, from, until }) => (until ? [{ address, from, until }] : [])),
    name: account.name,
    company: account.company,
    vat_id: account.vatId,
    invoice_address: account.invoiceAddress,
    created_at: account.createdAt,
    role: account.role,
    api_plan: accessPlan?.name ?? null,
  };
  const signIn = {
    has_password: account.passwordHash !== null,
    email_confirmed_at: account.emailVerifiedAt,
    second_factors: factors.map(({ kind, name, createdAt, lastUsedAt }) => ({
      kind,
      name,
      added_at: createdAt,
      last_used_at: lastUsedAt,
    })),
    recovery_codes_left: recoveryCodes.length,
    sessions: sessions.map((session) => ({
      started_at: session.createdAt,
      last_seen_at: session.lastSeenAt,
      ends_at: session.expiresAt,
      ended_at: session.revokedAt,
      address: session.address,
      user_agent: session.userAgent,
      proved_by: session.provenBy,
      proved_at: session.provenAt,
    })),
    mailed_links: tokens.map(({ purpose, address, createdAt, expiresAt, usedAt }) => ({
      purpose,
      address,
      made_at: createdAt,
      ends_at: expiresAt,
      used_or_ended_at: usedAt,
    })),
    looks_by_administrators: views.map(({ startedAt, endedAt }) => ({ started_at: startedAt, ended_at: endedAt })),
  };
  return [
    { name: 'profile', value: profile },
    { name: 'sign_in', value: signIn },
  ];
}

function readAccount(id: string) {
  return db().customer.findUniqueOrThrow({
    where: { id },
    include: {
      accessPlan: { select: { name: true } },
      factors: { where: { confirmedAt: { not: null } }, orderBy: { createdAt: 'asc' } },
      recoveryCodes: { where: { usedAt: null }, select: { createdAt: true } },
      sessions: { orderBy: { createdAt: 'asc' } },
      tokens: { orderBy: { createdAt: 'asc' } },
      views: { orderBy: { startedAt: 'asc' } },
    },
  });
}
