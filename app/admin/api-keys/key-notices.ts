/** What an action on a key came to, by the code in the address. */
export const keyNotices = {
  disabled: { tone: 'good', key: 'keyAdmin.notice.disabled' },
  revoked: { tone: 'good', key: 'keyAdmin.notice.revoked' },
  key_not_found: { tone: 'warn', key: 'keyAdmin.notice.key_not_found' },
  key_revoked: { tone: 'warn', key: 'keyAdmin.notice.key_revoked' },
} as const;
