import { z } from 'zod';
import type { BulkResult } from '../../../../../licensing/bulk-change';
import { changeLicences, MOST_DAYS } from '../../../../../licensing/change-licences';
import { deleteActivations } from '../../../../../licensing/delete-activations';
import { undoBulkChange } from '../../../../../licensing/undo-bulk-change';
import { operation } from '../../operation';
import { actorOf, fault, notFound, refuse } from '../shop-fields';

const MOST = 100;
const ids = z.array(z.uuid()).min(1).max(MOST);

const changed = z.object({
  change_id: z.uuid().describe('Takes the change back, within a day.'),
  changed: z.int(),
  left: z.int().describe('Already so, or not changeable: left as they were.'),
});

export const changeLicencesOperation = operation({
  id: 'licences.change',
  area: 'licences',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/licences/changes',
  summary: 'Suspend, resume or extend up to 100 licences together.',
  description: 'Revoked licences stay revoked: only their money coming back opens them.',
  refusals: [],
  idempotency: 'taken',
  bodySchema: z.discriminatedUnion('change', [
    z.strictObject({ change: z.literal('suspend'), ids }),
    z.strictObject({ change: z.literal('resume'), ids }),
    z.strictObject({ change: z.literal('extend'), days: z.int().min(1).max(MOST_DAYS), ids }),
  ]),
  answerSchema: changed,
  handle: async ({ caller, body, at }) => {
    const change = body.change === 'extend' ? { kind: body.change, days: body.days } : { kind: body.change };
    return answerChange(await changeLicences({ ids: body.ids, change, actor: actorOf(caller), at }));
  },
});

export const deleteActivationsOperation = operation({
  id: 'activations.delete_many',
  area: 'activations',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/activations/deletions',
  summary: 'Delete up to 100 activations together; their places are free again.',
  refusals: [],
  idempotency: 'taken',
  bodySchema: z.strictObject({ ids }),
  answerSchema: changed,
  handle: async ({ caller, body, at }) => {
    return answerChange(await deleteActivations({ ids: body.ids, actor: actorOf(caller), at }));
  },
});

export const deleteActivationOperation = operation({
  id: 'activations.admin_delete',
  area: 'activations',
  access: 'write',
  audience: 'admin',
  method: 'DELETE',
  path: '/admin/activations/{id}',
  summary: 'Delete one activation; its place is free again.',
  refusals: ['not_found'],
  pathSchema: z.object({ id: z.uuid() }),
  answerSchema: changed,
  handle: async ({ caller, path, at }) => {
    const done = await deleteActivations({ ids: [path.id], actor: actorOf(caller), at });
    return done.ok && done.changed === 0 ? notFound : answerChange(done);
  },
});

export const undoChangeOperation = operation({
  id: 'licences.undo_change',
  area: 'licences',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/changes/{id}/undo',
  summary: 'Take back a change of licences or activations that you made within the last day.',
  refusals: ['not_found', 'already_done'],
  pathSchema: z.object({ id: z.uuid() }),
  answerSchema: z.object({
    undone: z.int(),
    left: z.int().describe('Changed again since, or without room: left as they are.'),
  }),
  handle: async ({ caller, path, at }) => {
    const done = await undoBulkChange({ id: path.id, actor: actorOf(caller), at });
    if (done.ok) return { ok: true, body: { undone: done.undone, left: done.left } };
    return done.reason === 'already_undone' ? refuse({ reason: 'already_done' }) : notFound;
  },
});

function answerChange(done: BulkResult) {
  if (!done.ok) return fault('ids', 'names nothing that is there');
  return { ok: true as const, body: { change_id: done.changeId, changed: done.changed, left: done.left } };
}
