import { z } from 'zod';
import { LICENCE_STATES } from '../../../../../licensing/licence-filter';
import { type AdminLicence, listLicences } from '../../../../../licensing/list-licences';
import { readMasterHint } from '../../../../../licensing/read-master-hint';
import { setBetaWish } from '../../../../../licensing/set-beta-wish';
import { readStoreSettings } from '../../../../../settings/store-settings';
import { operation } from '../../operation';
import {
  actorOf,
  answerPage,
  given,
  isoOf,
  keysetWish,
  listOf,
  maybeTold,
  notFound,
  numberPath,
  pageFields,
  told,
} from '../shop-fields';
import { licenceState } from './licence-fields';

const licence = z.object({
  id: z.uuid(),
  number: z.int(),
  product: z.string(),
  /** What client software sends. */
  product_id: z.int(),
  plan: z.string(),
  order_number: z.int().nullable(),
  state: licenceState,
  activation_limit: z.int().nullable(),
  activations: z.int(),
  over_limit: z.int(),
  expires_at: maybeTold,
  created_at: told,
  /** The end of its product order key; null where the store does not show these keys. */
  key_hint: z.string().nullable(),
});

export const listOwnLicences = operation({
  id: 'licences.list',
  area: 'licences',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/licences',
  summary: 'List your own licences (API Resources), the newest first.',
  refusals: [],
  querySchema: z.object({ state: z.enum(LICENCE_STATES).optional(), ...pageFields }),
  answerSchema: listOf(licence),
  handle: async ({ caller, query, at }) => {
    const filter = { customerNumber: caller.customerNumber, ...given({ state: query.state }) };
    const page = await listLicences(filter, keysetWish(query), at);
    return answerPage(page, query, await presenter());
  },
});

export const readOwnLicence = operation({
  id: 'licences.read',
  area: 'licences',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/licences/{number}',
  summary: 'Read one of your own licences.',
  refusals: ['not_found'],
  pathSchema: numberPath,
  answerSchema: licence,
  handle: async ({ caller, path, at }) => {
    const row = await findOwnLicence(caller, path.number, at);
    return row ? { ok: true, body: (await presenter())(row) } : notFound;
  },
});

export const editOwnLicence = operation({
  id: 'licences.edit',
  area: 'licences',
  access: 'write',
  audience: 'owner',
  method: 'PATCH',
  path: '/licences/{number}',
  summary: 'Say whether one of your licences is also offered beta versions.',
  refusals: ['not_found'],
  success: 204,
  pathSchema: numberPath,
  bodySchema: z.strictObject({ wants_beta: z.boolean() }),
  handle: async ({ caller, path, body, at }) => {
    const row = await findOwnLicence(caller, path.number, at);
    if (!row) return notFound;
    const wish = { customerId: caller.customerId, apiResourceId: row.id, wantsBeta: body.wants_beta };
    const done = await setBetaWish({ ...wish, actor: actorOf(caller) });
    return done.ok ? { ok: true, status: 204 } : notFound;
  },
});

export const readOwnMasterKey = operation({
  id: 'licences.read_master_key',
  area: 'licences',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/master-key',
  summary: 'See how your master API key stands. The key itself is shown in My Account only.',
  refusals: ['not_found'],
  answerSchema: z.object({
    id: z.uuid(),
    hint: z.string(),
    is_disabled: z.boolean(),
    activations: z.int(),
    created_at: told,
  }),
  handle: async ({ caller }) => {
    const { showMasterApiKey } = await readStoreSettings();
    const key = showMasterApiKey ? await readMasterHint(caller.customerId) : undefined;
    if (!key) return notFound;
    const { id, hint, disabledAt, activations, createdAt } = key;
    const body = { id, hint, is_disabled: disabledAt !== null, activations, created_at: isoOf(createdAt) };
    return { ok: true, body };
  },
});

/** The caller's licence of this number; anybody else's is not there. */
export async function findOwnLicence(
  caller: { customerNumber: number },
  number: number,
  at: Date,
): Promise<AdminLicence | undefined> {
  const { rows } = await listLicences({ customerNumber: caller.customerNumber, number }, {}, at);
  return rows[0];
}

async function presenter() {
  const { showProductOrderApiKeys } = await readStoreSettings();
  return (row: AdminLicence) => ({
    id: row.id,
    number: row.number,
    product: row.productTitle,
    product_id: row.planNumber,
    plan: row.planName,
    order_number: row.orderNumber,
    state: row.state,
    activation_limit: row.activationLimit,
    activations: row.activationCount,
    over_limit: row.overLimit,
    expires_at: isoOf(row.expiresAt),
    created_at: isoOf(row.createdAt),
    key_hint: showProductOrderApiKeys ? row.keyHint : null,
  });
}
