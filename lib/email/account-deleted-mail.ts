import { formatMinute } from './format';
import type { MailContent } from './mail-content';

type DeletionFacts = {
  at: Date;
  licences: number;
  activations: number;
  orders: number;
  address?: string | undefined;
  storeUrl: string;
};

/** The last mail to somebody whose account was deleted: what stopped, what is kept, and that it is not undone. */
export function accountDeletedMail(facts: DeletionFacts): MailContent {
  const from = facts.address ? ` from the network address ${facts.address}` : '';
  return {
    subject: 'Your account was deleted',
    heading: 'Your account was deleted',
    blocks: [
      {
        kind: 'paragraph',
        text: `Your account was deleted on ${formatMinute(facts.at)}${from}, as you asked for. Nobody signs in to it any more, and it cannot be brought back.`,
      },
      { kind: 'paragraph', text: `${whatStopped(facts)} ${whatIsKept(facts.orders)}` },
      {
        kind: 'paragraph',
        text: 'If you did not ask for this, write to the store now. You may open a new account with this address at any time; it begins empty.',
      },
    ],
    button: { label: 'Go to the store', url: facts.storeUrl },
    reason: 'You get this mail because the account with this address was deleted. It is the last one about it.',
  };
}

function whatStopped({ licences, activations }: DeletionFacts): string {
  if (licences === 0) return 'There were no licences in it.';
  const ended = licences === 1 ? 'Its licence has ended' : `Its ${licences} licences have ended`;
  const keys = licences === 1 ? 'its keys open' : 'their keys open';
  return `${ended}${withActivations(activations)}: ${keys} nothing any more.`;
}

function withActivations(activations: number): string {
  if (activations === 0) return '';
  return activations === 1 ? ' with 1 activation' : ` with ${activations} activations`;
}

function whatIsKept(orders: number): string {
  if (orders === 0) return 'Nothing else of it is kept.';
  const kept = orders === 1 ? 'its order and invoice' : `its ${orders} orders and their invoices`;
  return `The store keeps ${kept}, as it has to by law.`;
}
