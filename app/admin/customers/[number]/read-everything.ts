import { listPlans } from '@/lib/access-keys/access-plans';
import { listEveryKey } from '@/lib/access-keys/list-every-key';
import { readAllowance } from '@/lib/access-keys/read-allowance';
import { type CustomerFacts, readCustomer } from '@/lib/customers/read-customer';
import { listDownloadEntries } from '@/lib/downloads/list-download-entries';
import { listActivations } from '@/lib/licensing/list-activations';
import { listLicences } from '@/lib/licensing/list-licences';
import { readMasterHint } from '@/lib/licensing/read-master-hint';
import { listMailsTo } from '@/lib/mailbox/list-mails-to';
import { listAdminOrders } from '@/lib/orders/list-admin-orders';

/** So many of each are on the page; the lists have the rest. */
export const SHOWN = 5;

/** Everything the page about one person shows, or undefined when there is no such person. */
export async function readEverything(number: number, at: Date) {
  const customer = await readCustomer(number, at);
  return customer && { customer, ...(await readTheirs(customer, at)) };
}

async function readTheirs({ id: customerId, number: customerNumber, email }: CustomerFacts, at: Date) {
  const [masterKey, orders, licences, activations, downloads, mails, apiPlan] = await Promise.all([
    readMasterHint(customerId),
    listAdminOrders({ customerNumber }, {}),
    listLicences({ customerNumber }, {}, at),
    listActivations({ customerNumber }, {}),
    listDownloadEntries({ customerId }, {}),
    listMailsTo(email, SHOWN),
    readApiPlan({ customerId, customerNumber }, at),
  ]);
  return { masterKey, orders, licences, activations, downloads, mails, apiPlan };
}

async function readApiPlan(who: { customerId: string; customerNumber: number }, at: Date) {
  const [keys, plans, allowance] = await Promise.all([
    listEveryKey({ filter: { customerNumber: who.customerNumber }, size: SHOWN }, at),
    listPlans(),
    readAllowance(who.customerId),
  ]);
  const given = plans.find(({ id, isDefault }) => id === allowance?.plan.id && !isDefault);
  return { keys, plans, planId: given?.id };
}
