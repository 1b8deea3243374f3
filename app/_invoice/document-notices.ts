/** What is said when Stripe's own document could not be shown. */
export const documentNotices = {
  no_document: { tone: 'warn', key: 'invoices.notice.no_document' },
  payments_unreachable: { tone: 'warn', key: 'invoices.notice.payments_unreachable' },
} as const;
