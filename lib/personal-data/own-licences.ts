import { db, type Prisma } from '../db/client';
import { resourceState } from '../licensing/resource-state';
import { type DataSection, eachPage, type Person } from './data-section';

const keys = {
  orderBy: { createdAt: 'asc' },
  select: { kind: true, hint: true, createdAt: true, disabledAt: true, replacedAt: true },
} satisfies Prisma.LicenseKeyFindManyArgs;

const include = {
  product: { select: { title: true } },
  plan: { select: { name: true, number: true } },
  keys,
  grants: { orderBy: { id: 'asc' }, select: { kind: true, happenedAt: true } },
} satisfies Prisma.ApiResourceInclude;

type LicenceRow = Prisma.ApiResourceGetPayload<{ include: typeof include }>;

const withLicence = { resource: { select: { number: true } }, licenseKey: { select: { hint: true } } };
type ActivationRow = Prisma.ActivationGetPayload<{ include: typeof withLicence }>;

/** The person's rights with their keys, masked, and where they are in use. */
export function ownLicences({ id: customerId }: Person, at: Date): DataSection[] {
  return [
    { name: 'master_api_keys', pages: masterKeys(customerId) },
    {
      name: 'licences',
      pages: eachPage<LicenceRow>(
        (after, take) =>
          db().apiResource.findMany({
            where: { customerId, ...(after ? { number: { gt: after.number } } : {}) },
            include,
            orderBy: { number: 'asc' },
            take,
          }),
        (row) => presentLicence(row, at),
      ),
    },
    {
      name: 'activations',
      pages: eachPage<ActivationRow>(
        (after, take) =>
          db().activation.findMany({
            where: { customerId, ...(after ? { OR: placesAfter(after) } : {}) },
            include: withLicence,
            orderBy: [{ instance: 'asc' }, { productId: 'asc' }],
            take,
          }),
        presentActivation,
      ),
    },
  ];
}

/** As the index of a customer's instances has them. */
function placesAfter({ instance, productId }: ActivationRow): Prisma.ActivationWhereInput[] {
  return [{ instance: { gt: instance } }, { instance, productId: { gt: productId } }];
}

async function* masterKeys(customerId: string): AsyncGenerator<object[]> {
  const rows = await db().licenseKey.findMany({ ...keys, where: { customerId, kind: 'master' } });
  yield rows.map(presentKey);
}

function presentKey({ kind, hint, createdAt, disabledAt, replacedAt }: LicenceRow['keys'][number]) {
  return { kind, key: hint, made_at: createdAt, disabled_at: disabledAt, replaced_at: replacedAt };
}

function presentLicence(row: LicenceRow, at: Date) {
  return {
    number: row.number,
    product: row.product.title,
    plan: row.plan.name,
    product_id: row.plan.number,
    order_number: row.orderNumber,
    subscription_number: row.subscriptionNumber,
    state: resourceState(row, at),
    activation_limit: row.activationLimit,
    activations: row.activationCount,
    made_at: row.createdAt,
    expires_at: row.expiresAt,
    updates_until: row.updatesUntil,
    grace_until: row.graceUntil,
    wants_beta_versions: row.wantsBeta,
    keys: row.keys.map(presentKey),
    what_happened: row.grants.map(({ kind, happenedAt }) => ({ kind, at: happenedAt })),
  };
}

function presentActivation(row: ActivationRow) {
  return {
    licence_number: row.resource.number,
    key: row.licenseKey.hint,
    instance: row.instance,
    label: row.label,
    version: row.version,
    address: row.address,
    product_as_asked: row.requestedProduct,
    is_over_limit: row.overLimit,
    activated_at: row.activatedAt,
    last_seen_at: row.lastSeenAt,
  };
}
