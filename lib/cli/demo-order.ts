import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { MAX_QUANTITY } from '../catalog/cart-lines';
import { findPlans } from '../catalog/find-plans';
import { readEmailAddress } from '../customers/email-address';
import { StartRefused } from '../errors';
import { newToken } from '../secrets/token';
import { buyWithoutScripts } from './buy-without-scripts';
import { type Environment, openRunningStore, readDemoFile } from './open-running-store';
import { plainBrowser } from './plain-browser';
import { type BoughtOrder, readBoughtOrder } from './read-bought-order';
import { runCommand } from './run-command';

const USAGE = `Usage: npm run demo:order -- [--product NUMBER] [--quantity N] [--buyer EMAIL] [--json]

Buys in the running demo store, through its own pages and demo payments, and prints numbers and keys.
  --product   a plan ID, or a product ID for its first plan (the demo's small plan when left out)
  --quantity  how many of it, ${MAX_QUANTITY} at most (1)
  --buyer     whose order it is; a new buyer when left out
  --json      print JSON only`;

type Wish = { product: number | undefined; quantity: number; buyer: string | undefined };

/** `npm run demo:order`: a paid order in the running demo store, made the way a person makes one. */
export function main(args: string[], environment: Environment): Promise<number> {
  return runCommand(async () => {
    const wish = readWish(args);
    if (!wish) {
      console.error(USAGE);
      return 1;
    }
    const order = await orderInRunningStore(wish, environment);
    console.log(wish.isJson ? JSON.stringify(order) : inWords(order));
    return 0;
  });
}

/** What the command does, for who needs many orders: the caller ends the connections (`closeDb`). */
export async function orderInRunningStore(wish: Wish, environment: Environment): Promise<BoughtOrder> {
  const store = await openRunningStore(environment);
  if (store.payments.mode !== 'demo') throw new StartRefused('demo:order works with demo payments only.');
  return buy(wish, { url: store.publicUrl, ...readDemoFile(store.dataDir) });
}

async function buy(wish: Wish, demo: { url: string; productId?: number }): Promise<BoughtOrder> {
  const number = wish.product ?? demo.productId;
  if (number === undefined) throw new StartRefused('This store has no demo product. Say which with --product.');
  const [plan] = await findPlans([number]);
  if (!plan) throw new StartRefused(`Nothing with the ID ${number} is for sale.`);
  const { sessionId } = await buyWithoutScripts(plainBrowser(demo.url), {
    plan: { number: plan.number, productSlug: plan.product.slug },
    quantity: wish.quantity,
    buyer: buyerOf(wish.buyer),
  }).catch((error: unknown) => {
    throw isUnanswered(error) ? new StartRefused(`The store does not answer at ${demo.url}. Is it running?`) : error;
  });
  return readBoughtOrder(sessionId);
}

/** What `fetch` throws when nobody listens, or nobody answers in time. */
function isUnanswered(error: unknown): boolean {
  return error instanceof Error && (error.message === 'fetch failed' || error.name === 'TimeoutError');
}

function buyerOf(wished: string | undefined) {
  const read = readEmailAddress(wished ?? `buyer-${randomBytes(4).toString('hex')}@example.test`);
  if (!read.ok) throw new StartRefused(`${wished} is not an e-mail address.`);
  // A new buyer's account gets a password that nobody knows: it is opened through "forgotten password", if at all.
  return { email: read.address, name: 'Demo Buyer', password: newToken() };
}

function readWish(args: string[]): (Wish & { isJson: boolean }) | undefined {
  const values = readFlags(args);
  if (!values || (values.product !== undefined && wholeNumber(values.product) < 1)) return undefined;
  const quantity = wholeNumber(values.quantity ?? '1');
  if (quantity < 1 || quantity > MAX_QUANTITY) {
    throw new StartRefused(`--quantity takes a whole number from 1 to ${MAX_QUANTITY}.`);
  }
  const product = values.product === undefined ? undefined : wholeNumber(values.product);
  return { product, quantity, buyer: values.buyer, isJson: values.json === true };
}

function readFlags(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = { product: text, quantity: text, buyer: text, json: { type: 'boolean' } } as const;
    return parseArgs({ args, options, strict: true }).values;
  } catch {
    return undefined;
  }
}

/** Digits as a number, 0 for everything else: `1e3` and `0x6d` are numbers to `Number()`, and nobody means them. */
function wholeNumber(digits: string): number {
  return /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
}

function inWords(order: BoughtOrder): string {
  const lines = [
    `Order ${order.orderNumber} of ${order.customerEmail} is paid.`,
    `Master API Key          ${order.masterApiKey}`,
  ];
  for (const item of order.items) {
    const limit = item.activationLimit === null ? 'unlimited activations' : `activation limit ${item.activationLimit}`;
    lines.push(`Product Order API Key   ${item.productOrderApiKey}  (product ID ${item.productId}, ${limit})`);
  }
  const [first] = order.items;
  if (first)
    lines.push(
      `Next                    npm run demo:client -- --key ${first.productOrderApiKey} --product ${first.productId}`,
    );
  return lines.join('\n');
}
