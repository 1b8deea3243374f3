const good = <Code extends string>(...codes: Code[]) => told('good', codes);
const warn = <Code extends string>(...codes: Code[]) => told('warn', codes);

function told<Tone extends 'good' | 'warn', Code extends string>(tone: Tone, codes: Code[]) {
  const entries = codes.map((code) => [code, { tone, key: `orders.notice.${code}` as const }] as const);
  // fromEntries forgets the names it was given.
  return Object.fromEntries(entries) as Record<Code, { tone: Tone; key: `orders.notice.${Code}` }>;
}

/** What an action on an order's page came to, by the code in the address. */
export const orderNotices = {
  ...good('limit_raised', 'expiry_extended', 'activation_deleted', 'note_added', 'note_deleted', 'mail_queued'),
  ...good('refund_applied', 'refund_pending', 'order_entered', 'order_entered_before'),
  ...warn('activation_not_found', 'note_not_found', 'note_empty', 'note_too_long', 'order_not_found', 'not_paid'),
  ...warn('customer_deleted'),
  ...warn('too_many_attempts', 'resource_not_found', 'revoked', 'limit_invalid', 'limit_not_higher'),
  ...warn('already_unlimited', 'subscription', 'already_lifetime', 'date_not_later', 'date_passed', 'note_has_key'),
  ...warn('refund_unknown', 'refused_by_stripe', 'request_not_found'),
};

export type OrderNotice = keyof typeof orderNotices;
