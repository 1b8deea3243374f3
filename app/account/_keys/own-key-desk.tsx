import type { ReactNode } from 'react';
import { readCredentials } from '@/lib/customers/read-credentials';
import type { SignedInCustomer } from '@/lib/customers/session';
import { ProofForm } from '../../step-up/proof-form';
import { accessChoices } from './access-choice';
import { KeyDesk } from './key-desk';

type OwnKeyDeskProps = {
  customer: SignedInCustomer;
  /** The page's own address: a proof of who is there comes back to it. */
  here: string;
  children: ReactNode;
};

/** The desk for the developer keys of the signed-in person. */
export async function OwnKeyDesk({ customer, here, children }: OwnKeyDeskProps) {
  const means = await readCredentials(customer.id);
  return (
    <KeyDesk
      areas={accessChoices(customer.role === 'admin')}
      proof={<ProofForm means={means} goal={here} />}
      provenAt={customer.proof?.at.toISOString() ?? ''}
    >
      {children}
    </KeyDesk>
  );
}
