import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { cursorOf, type PageWish } from '@/lib/db/keyset-page';
import { type ActivationFilter, activationWhere } from '@/lib/licensing/activation-filter';
import { LICENCE_STATES, type LicenceFilter, licenceOrder, licenceWhere } from '@/lib/licensing/licence-filter';
import { activationOrder, listActivations } from '@/lib/licensing/list-activations';
import { licenceOrders, listLicences } from '@/lib/licensing/list-licences';
import { explainActivations, explainLicences } from '../../support/explain-lists';

/** A list as an admin looks at it. */
export type ListCase = {
  name: string;
  read: (wish: PageWish) => Promise<{ rows: readonly unknown[]; count: number }>;
  explain: (wish: PageWish) => Promise<string[]>;
  /** The cursor of the row in the middle; undefined when nothing matches. */
  middle: () => Promise<string | undefined>;
};

const DAY_MS = 86_400_000;
const productIdOf = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

/** Every filter of both lists, common and rare values of each, and combinations that mislead a planner. */
export function listCases(): ListCase[] {
  const at = now();
  const ago = (days: number) => new Date(at.getTime() - days * DAY_MS);
  const activations: Record<string, ActivationFilter> = {
    'no filter': {},
    'a large product': { productId: productIdOf(1) },
    'a small product': { productId: productIdOf(8) },
    'a common version': { productId: productIdOf(1), version: '1.0.0' },
    'a rare version': { productId: productIdOf(8), version: '3.3.0' },
    'a version nobody has': { productId: productIdOf(1), version: '9.9.9' },
    'seen today': { seenSince: ago(1) },
    'seen in 30 days': { seenSince: ago(30) },
    'not seen for 90 days': { seenBefore: ago(90) },
    'not seen for 10 years': { seenBefore: ago(3650) },
    'a small product seen today': { productId: productIdOf(8), seenSince: ago(1) },
    'over limit': { isOverLimit: true },
    'over limit of a small product': { isOverLimit: true, productId: productIdOf(8) },
    'a whole host': { text: 'https://www.c20ad4-12.example.test/' },
    'two letters of a host': { text: 'c2' },
    'a host nobody has': { text: 'nobody-has-this.example.test' },
    'an instance': { text: 'instance-777777' },
    'an order number': { text: '150000' },
    'an e-mail address': { text: 'buyer-777@example.test' },
    'one licence': { licenceNumber: 77_777 },
    'one customer': { customerNumber: 777 },
  };
  const licences: Record<string, LicenceFilter> = {
    'no filter': {},
    ...Object.fromEntries(LICENCE_STATES.map((state) => [state.replace('_', ' '), { state }])),
    'a large product': { productId: productIdOf(1) },
    'a small product': { productId: productIdOf(8) },
    'expired of a small product': { state: 'expired', productId: productIdOf(8) },
    'ends within 30 days': { endsWithinDays: 30 },
    'one customer': { customerNumber: 777 },
    'a licence number': { text: '77777' },
    'the beginning of an e-mail address': { text: 'buyer-77' },
    'a whole host': { text: 'c20ad4-12.example.test' },
    'two letters of a host': { text: 'c2' },
  };
  return [
    ...Object.entries(activations).map(([name, filter]) => activationCase(`activations: ${name}`, filter)),
    ...Object.entries(licences).map(([name, filter]) => licenceCase(`licences: ${name}`, filter, at)),
  ];
}

function activationCase(name: string, filter: ActivationFilter): ListCase {
  return {
    name,
    read: (wish) => listActivations(filter, wish),
    explain: (wish) => explainActivations(filter, wish),
    middle: async () => {
      const rows = Prisma.sql`FROM activation a WHERE ${activationWhere(filter)}`;
      const [row] = await db().$queryRaw<{ activatedAt: Date; id: string }[]>`
        SELECT a.activated_at AS "activatedAt", a.id ${rows} ORDER BY 1 DESC, 2 DESC
        OFFSET (SELECT count(*) / 2 ${rows}) LIMIT 1`;
      return row && cursorOf(activationOrder, row);
    },
  };
}

function licenceCase(name: string, filter: LicenceFilter, at: Date): ListCase {
  const order = licenceOrder(filter);
  return {
    name,
    read: (wish) => listLicences(filter, wish, at),
    explain: (wish) => explainLicences(filter, wish, at),
    middle: async () => {
      const rows = Prisma.sql`FROM api_resource r WHERE ${licenceWhere(filter, at)}`;
      const by = Prisma.raw(order === 'number' ? 'r.number' : 'r.expires_at, r.number');
      const [row] = await db().$queryRaw<{ number: number; expiresAt: Date | null; createdAt: Date }[]>`
        SELECT r.number, r.expires_at AS "expiresAt", r.created_at AS "createdAt" ${rows} ORDER BY ${by}
        OFFSET (SELECT count(*) / 2 ${rows}) LIMIT 1`;
      return row && cursorOf(licenceOrders[order], row);
    },
  };
}
