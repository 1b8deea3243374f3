import type { UseCaseGroup } from './use-case';

/** What the store tells other programs, and what they tell the store. */
export const WEBHOOKS: readonly UseCaseGroup[] = [
  {
    name: 'Webhooks',
    cases: [
      {
        does: 'See what comes in, and what goes out to whom',
        at: ['webhooks/page', 'webhooks/in/page', 'webhooks/out/page', 'webhooks/out/[id]/page'],
        operations: ['webhooks.list', 'webhooks.read', 'webhooks.list_events', 'logs.list_payment_events'],
      },
      {
        does: 'Add an endpoint, edit it, and delete it',
        at: [
          'webhooks/out/new/page',
          'webhooks/out/[id]/edit/page',
          'webhooks/out/actions#createEndpoint',
          'webhooks/out/actions#saveEndpoint',
          'webhooks/out/[id]/actions#deleteEndpoint',
        ],
        operations: ['webhooks.create', 'webhooks.edit', 'webhooks.remove'],
      },
      {
        does: 'Disable an endpoint and enable it again',
        at: ['webhooks/out/[id]/actions#disableEndpoint', 'webhooks/out/[id]/actions#enableEndpoint'],
        operations: ['webhooks.disable', 'webhooks.enable'],
      },
      {
        does: 'Give an endpoint another secret',
        at: ['webhooks/out/[id]/secret/page', 'webhooks/out/actions#replaceSecret'],
        operations: ['webhooks.rotate_secret'],
      },
      {
        does: 'Send a test, or everything since an instant once more',
        at: ['webhooks/out/[id]/actions#sendTest', 'webhooks/out/[id]/actions#recoverSince'],
        operations: ['webhooks.test', 'webhooks.recover'],
      },
      {
        does: 'Read the deliveries with every attempt, and send one again',
        at: ['webhooks/deliveries/page', 'webhooks/deliveries/[id]/page', 'webhooks/deliveries/[id]/actions#sendAgain'],
        operations: ['webhooks.list_deliveries', 'webhooks.read_delivery', 'webhooks.replay'],
      },
    ],
  },
];
