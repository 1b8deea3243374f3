const good = <Code extends string>(...codes: Code[]) => told('good', codes);
const warn = <Code extends string>(...codes: Code[]) => told('warn', codes);

function told<Tone extends 'good' | 'warn', Code extends string>(tone: Tone, codes: Code[]) {
  const entries = codes.map((code) => [code, { tone, key: `customers.notice.${code}` as const }] as const);
  // fromEntries forgets the names it was given.
  return Object.fromEntries(entries) as Record<Code, { tone: Tone; key: `customers.notice.${Code}` }>;
}

/** What an action on a customer's page came to, by the code in the address. */
export const customerNotices = {
  ...good('master_key_replaced', 'already_replaced', 'key_disabled', 'key_enabled'),
  ...good('account_disabled', 'account_enabled', 'link_mailed', 'view_ended'),
  ...warn('key_not_found', 'own_account', 'last_admin', 'customer_not_found', 'customer_disabled'),
  ...warn('too_many_attempts', 'customer_deleted'),
};

/** What changing the API plan of an account came to. */
export const planNotices = {
  plan_assigned: { tone: 'good', key: 'keyAdmin.notice.plan_assigned' },
  plan_not_found: { tone: 'warn', key: 'keyAdmin.notice.plan_not_found' },
} as const;

export type CustomerNotice = keyof typeof customerNotices;
