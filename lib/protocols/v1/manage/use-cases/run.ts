import type { UseCaseGroup } from './use-case';

/** What keeps the store running. */
export const RUNNING: readonly UseCaseGroup[] = [
  {
    name: 'Dashboard',
    cases: [
      {
        does: 'See today, what waits, and how the last days went',
        at: ['page'],
        operations: [
          'reports.today',
          'reports.todos',
          'reports.dependencies',
          'reports.revenue',
          'reports.activity',
          'reports.expiring',
          'reports.versions',
        ],
      },
    ],
  },
  {
    name: 'Developer keys',
    cases: [
      {
        does: 'See and narrow the developer keys of every account',
        at: ['api-keys/page', 'api-keys/[sid]/page'],
        operations: ['keys.admin_list', 'keys.admin_read'],
      },
      {
        does: 'Disable or revoke somebody’s developer key',
        at: ['api-keys/actions#disableAnyKey', 'api-keys/actions#revokeAnyKey'],
        operations: ['keys.admin_disable', 'keys.admin_revoke'],
      },
      { does: 'See the use of dead keys', at: ['api-keys/dead/page'], operations: ['keys.admin_dead_uses'] },
      {
        does: 'Read and change the key policy',
        at: ['api-keys/policy/page', 'api-keys/policy/actions#savePolicy'],
        operations: ['settings.read_key_policy', 'settings.write_key_policy'],
      },
      {
        does: 'Make and edit the plans of developer keys',
        at: [
          'api-keys/plans/page',
          'api-keys/plans/new/page',
          'api-keys/plans/[plan]/page',
          'api-keys/plans/actions#addPlan',
          'api-keys/plans/actions#savePlan',
          'api-keys/plans/actions#makeDefault',
        ],
        operations: [
          'settings.list_access_plans',
          'settings.create_access_plan',
          'settings.edit_access_plan',
          'settings.default_access_plan',
        ],
      },
      { does: 'See which operations there are', at: ['api-keys/operations/page'], operations: ['account.operations'] },
    ],
  },
  {
    name: 'Compare with Stripe',
    cases: [
      {
        does: 'See where the store and Stripe differ, and compare now',
        at: ['reconcile/page', 'reconcile/actions#compareWithStripe'],
        operations: ['orders.list_findings', 'orders.compare_with_stripe'],
      },
      {
        does: 'Apply or dismiss a difference',
        at: ['reconcile/actions#applyShownFinding', 'reconcile/actions#dismissShownFinding'],
        operations: ['orders.apply_finding', 'orders.dismiss_finding'],
      },
    ],
  },
  {
    name: 'Logs',
    cases: [
      {
        does: 'Choose among the logs',
        at: ['logs/page'],
        without: 'It only leads to the three logs below, which have operations of their own.',
      },
      {
        does: 'List client calls, and read why one was refused',
        at: ['logs/requests/page', 'logs/requests/[id]/page'],
        operations: ['logs.list_client_calls', 'logs.explain_client_call'],
      },
      {
        does: 'Export the client calls',
        at: ['logs/requests/export/route'],
        operations: ['exports.admin_client_calls_csv', 'exports.admin_client_calls_json'],
      },
      {
        does: 'List payment events and read one',
        at: ['logs/events/page', 'logs/events/[id]/page'],
        operations: ['logs.list_payment_events', 'logs.read_payment_event'],
      },
      {
        does: 'Run a payment event again',
        at: ['logs/events/[id]/actions#replayEvent'],
        operations: ['logs.replay_payment_event'],
      },
      {
        does: 'List the audit and read an entry',
        at: ['logs/audit/page', 'logs/audit/[id]/page'],
        operations: ['logs.list_audit', 'logs.read_audit_entry', 'logs.read_audit_chain'],
      },
      {
        does: 'Verify the audit',
        at: ['logs/audit/actions#verifyAudit'],
        operations: ['logs.verify_audit_chain'],
      },
      {
        does: 'Export the audit',
        at: ['logs/audit/export/route'],
        operations: ['exports.admin_audit_csv', 'exports.admin_audit_json'],
      },
    ],
  },
  {
    name: 'Mail',
    cases: [
      {
        does: 'List the mails and read one',
        at: ['mail/page', 'mail/[id]/page'],
        operations: ['logs.list_mails', 'logs.read_mail'],
      },
      {
        does: 'See what the mails look like, with example facts',
        at: ['mail/templates/page'],
        without: 'It shows examples to the eye and knows nothing of the store but its name; nothing of it is data.',
      },
      {
        does: 'Send a mail that failed again',
        at: ['mail/[id]/actions#sendMailAgain'],
        operations: ['logs.send_mail_again'],
      },
      {
        does: 'Send the order mail that a mail was of once more',
        at: ['mail/[id]/resend-action#resendThisOrderMail'],
        operations: ['logs.resend_order_mail'],
      },
    ],
  },
  {
    name: 'Settings',
    cases: [
      {
        does: 'Read and change the settings',
        at: ['settings/page', 'settings/actions#saveSettings'],
        operations: ['settings.read', 'settings.edit'],
      },
      {
        does: 'Say who reckons the tax, and who sells',
        at: ['settings/invoices/page', 'settings/invoices/actions#saveInvoices'],
        operations: ['settings.read', 'settings.edit'],
      },
      {
        does: 'Write terms, refund policy, privacy policy and legal notice',
        at: ['settings/legal/page', 'settings/legal/actions#saveLegal'],
        operations: ['settings.read_legal_pages', 'settings.edit_legal_pages'],
      },
      {
        does: 'See who is an admin, make somebody one, and end it',
        at: [
          'settings/team/page',
          'settings/team/add/page',
          'settings/team/[number]/page',
          'settings/team/actions#makeAdmin',
          'settings/team/actions#endAdmin',
        ],
        without:
          'Whoever gives administration away has just proved who they are, by a second factor. A key proves only that somebody has it, and one that leaked must not make its finder an admin.',
      },
      {
        does: 'Try mail, payments and Dropbox',
        at: [
          'settings/test-actions#testMail',
          'settings/test-actions#testPayments',
          'settings/test-actions#testDropboxKey',
        ],
        operations: ['settings.test_mail', 'settings.test_payments', 'settings.test_dropbox'],
      },
      {
        does: 'Say where files lie, and try it',
        at: ['settings/storage/page', 'settings/storage/actions#changeStorage'],
        operations: ['settings.read_storage', 'settings.edit_storage', 'settings.test_storage'],
      },
    ],
  },
];
