import { z } from 'zod';
import { deleteActivation } from '../../../../../licensing/delete-activation';
import { type AdminActivation, listActivations } from '../../../../../licensing/list-activations';
import { LONGEST_LABEL, renameActivation } from '../../../../../licensing/rename-activation';
import { operation } from '../../operation';
import {
  actorOf,
  answerPage,
  isoOf,
  keysetWish,
  listOf,
  notFound,
  numberPath,
  pageFields,
  refuse,
  told,
  words,
} from '../shop-fields';
import { findOwnLicence } from './own-licences';

const activation = z.object({
  id: z.uuid(),
  instance: z.string(),
  label: z.string(),
  version: z.string(),
  is_over_limit: z.boolean(),
  activated_at: told,
  last_seen_at: told,
});

const activationPath = numberPath.extend({ id: z.uuid() });

export const listOwnActivations = operation({
  id: 'activations.list',
  area: 'activations',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/licences/{number}/activations',
  summary: 'List the activations of one of your licences, the newest first.',
  refusals: ['not_found'],
  pathSchema: numberPath,
  querySchema: z.object(pageFields),
  answerSchema: listOf(activation),
  handle: async ({ caller, path, query, at }) => {
    if (!(await findOwnLicence(caller, path.number, at))) return notFound;
    const filter = { customerNumber: caller.customerNumber, licenceNumber: path.number };
    return answerPage(await listActivations(filter, keysetWish(query)), query, present);
  },
});

export const deleteOwnActivation = operation({
  id: 'activations.delete',
  area: 'activations',
  access: 'write',
  audience: 'owner',
  method: 'DELETE',
  path: '/licences/{number}/activations/{id}',
  summary: 'Delete an activation of one of your licences and get its place back.',
  refusals: ['not_found'],
  success: 204,
  pathSchema: activationPath,
  handle: async ({ caller, path }) => {
    const which = { customerId: caller.customerId, activationId: path.id, licenceNumber: path.number };
    const done = await deleteActivation({ ...which, actor: actorOf(caller) });
    return done.ok ? { ok: true, status: 204 } : notFound;
  },
});

export const renameOwnActivation = operation({
  id: 'activations.rename',
  area: 'activations',
  access: 'write',
  audience: 'owner',
  method: 'PATCH',
  path: '/licences/{number}/activations/{id}',
  summary: 'Say in your own words where an activation runs.',
  description: 'Client software that names its place again at its next activation has the last word.',
  refusals: ['not_found', 'looks_like_a_key'],
  success: 204,
  pathSchema: activationPath,
  bodySchema: z.strictObject({ label: words(LONGEST_LABEL) }),
  handle: async ({ caller, path, body }) => {
    const which = { customerId: caller.customerId, licenceNumber: path.number, activationId: path.id };
    const done = await renameActivation({ ...which, label: body.label, actor: actorOf(caller) });
    if (done.ok) return { ok: true, status: 204 };
    return done.reason === 'label_has_key' ? refuse({ reason: 'looks_like_a_key' }) : notFound;
  },
});

function present(row: AdminActivation) {
  return {
    id: row.id,
    instance: row.instance,
    label: row.label,
    version: row.version,
    is_over_limit: row.overLimit,
    activated_at: isoOf(row.activatedAt),
    last_seen_at: isoOf(row.lastSeenAt),
  };
}
