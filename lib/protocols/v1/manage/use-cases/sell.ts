import type { UseCaseGroup } from './use-case';

const VIEW =
  'Looking at a customer’s pages as they see them is for a person who proves who is there and says why. Their orders, licences, activations and mails are lists with a filter.';

/** Orders, customers, licences and activations. */
export const SELLING: readonly UseCaseGroup[] = [
  {
    name: 'Orders',
    cases: [
      { does: 'List and narrow the orders', at: ['orders/page'], operations: ['orders.admin_list'] },
      {
        does: 'Export the orders',
        at: ['orders/export/route'],
        operations: ['exports.admin_orders_csv', 'exports.admin_orders_json'],
      },
      {
        does: 'Read an order and what happened to it',
        at: ['orders/[number]/page'],
        operations: ['orders.admin_read', 'orders.read_timeline'],
      },
      {
        does: 'Read the invoice of an order, and Stripe’s own document',
        at: ['orders/[number]/invoice/page', 'orders/[number]/invoice/stripe/route'],
        operations: ['orders.admin_read_invoice'],
      },
      {
        does: 'Enter an order that was paid outside the store',
        at: ['orders/new/page', 'orders/new/actions#enterOrder'],
        operations: ['orders.create'],
      },
      {
        does: 'See what a refund would stop, and make it',
        at: ['orders/[number]/refund/page', 'orders/[number]/refund/actions#refund'],
        operations: ['orders.preview_refund', 'orders.refund'],
      },
      {
        does: 'Ask Stripe again for a refund whose answer was lost',
        at: ['orders/[number]/actions#askStripeAgain'],
        operations: ['orders.finish_refund'],
      },
      {
        does: 'Leave a note for the other admins, and take it back',
        at: ['orders/[number]/actions#addNote', 'orders/[number]/actions#deleteNote'],
        operations: ['orders.add_note', 'orders.delete_note'],
      },
      {
        does: 'Send the order mail again',
        at: ['orders/[number]/actions#resendMail'],
        operations: ['orders.resend_mail'],
      },
      {
        does: 'Give a licence of an order more places',
        at: ['orders/[number]/actions#raiseLimit'],
        operations: ['orders.raise_limit'],
      },
      {
        does: 'Let a licence of an order live longer',
        at: ['orders/[number]/actions#extendTerm'],
        operations: ['orders.extend_term'],
      },
      {
        does: 'See the subscription of an order or a customer, cancel or keep it, pause and resume it',
        at: ['_subscriptions/actions#changeSubscription'],
        operations: [
          'subscriptions.admin_list',
          'subscriptions.admin_read',
          'subscriptions.admin_cancel',
          'subscriptions.admin_keep',
          'subscriptions.admin_pause',
          'subscriptions.admin_resume',
        ],
      },
      {
        does: 'Delete an activation of an order',
        at: ['orders/[number]/actions#deleteOrderActivation'],
        operations: ['activations.admin_delete'],
      },
    ],
  },
  {
    name: 'Customers',
    cases: [
      { does: 'List and narrow the customers', at: ['customers/page'], operations: ['customers.list'] },
      {
        does: 'Export the customers',
        at: ['customers/export/route'],
        operations: ['exports.admin_customers_csv', 'exports.admin_customers_json'],
      },
      {
        does: 'Read a customer with everything of theirs',
        at: ['customers/[number]/page'],
        operations: [
          'customers.read',
          'orders.admin_list',
          'licences.admin_list',
          'activations.admin_list',
          'logs.list_mails',
        ],
      },
      {
        does: 'Disable an account and enable it again',
        at: ['customers/[number]/actions#disableAccount', 'customers/[number]/actions#enableAccount'],
        operations: ['customers.disable', 'customers.enable'],
      },
      {
        does: 'Mail a link that signs in once',
        at: ['customers/[number]/actions#mailLink'],
        operations: ['customers.mail_sign_in_link'],
      },
      {
        does: 'Switch a master API key off and on',
        at: ['customers/[number]/actions#disableKey', 'customers/[number]/actions#enableKey'],
        operations: ['customers.disable_master_key', 'customers.enable_master_key'],
      },
      {
        does: 'Replace a master API key',
        at: ['customers/[number]/replace-key/page', 'customers/[number]/actions#replaceKey'],
        operations: ['customers.read_master_key', 'customers.replace_master_key'],
      },
      {
        does: 'Give an account another plan for its developer keys',
        at: ['customers/[number]/plan-action#assignAccessPlan'],
        operations: ['customers.assign_access_plan'],
      },
      {
        does: 'Look at a customer’s pages as they see them',
        at: [
          'customers/[number]/view/page',
          'customers/[number]/view/start/page',
          'customers/[number]/view/orders/page',
          'customers/[number]/view/api-keys/page',
          'customers/[number]/view/api-downloads/page',
          'customers/[number]/view/actions#startView',
          'customers/[number]/view/actions#stopView',
        ],
        without: VIEW,
      },
    ],
  },
  {
    name: 'Licences and activations',
    cases: [
      { does: 'List and narrow the licences', at: ['licences/page'], operations: ['licences.admin_list'] },
      {
        does: 'Export the licences',
        at: ['licences/export/route'],
        operations: ['exports.admin_licences_csv', 'exports.admin_licences_json'],
      },
      {
        does: 'Read a licence and what happened to it',
        at: ['licences/[number]/page'],
        operations: ['licences.admin_read', 'licences.admin_explain', 'activations.admin_list'],
      },
      {
        does: 'Suspend, resume or extend licences, one or many',
        at: ['licences/actions#changeChosenLicences'],
        operations: ['licences.change'],
      },
      {
        does: 'Take back such a change',
        at: ['licences/actions#undoChange'],
        operations: ['licences.undo_change'],
      },
      { does: 'List and narrow the activations', at: ['activations/page'], operations: ['activations.admin_list'] },
      {
        does: 'Export the activations',
        at: ['activations/export/route'],
        operations: ['exports.admin_activations_csv', 'exports.admin_activations_json'],
      },
      {
        does: 'Delete activations, one or many',
        at: ['activations/actions#deleteChosenActivations'],
        operations: ['activations.admin_delete', 'activations.delete_many'],
      },
      {
        does: 'Find anything by a number, an address, a host or a licence key',
        at: ['_palette/actions#searchStore', '_list/actions#findListHref', '_list/actions#searchList'],
        operations: ['licences.find_anything'],
      },
    ],
  },
];
