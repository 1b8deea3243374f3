import { availableParallelism } from 'node:os';
import { now } from '../clock';
import { gatherCalls } from '../db/gather-calls';
import { recentStoreSettings } from '../settings/recent-store-settings';
import { type ActivateCall, type ActivateResult, activate } from './activate';
import { checkStatus, type StatusResult } from './check-status';
import type { ClientCall } from './client-call';
import { type DeactivateResult, deactivate } from './deactivate';
import { findUpdate, type UpdateResult } from './find-update';
import { type KeyProductsResult, listKeyProducts } from './list-key-products';
import { seeActivation } from './see-activations';

type VersionQuestion = Pick<ClientCall, 'key' | 'product' | 'instance'> & { version: string };

/** The core as a protocol sees it: one call in, one verdict out, committed when it is out. */
export type ClientCore = {
  activate: (call: ActivateCall) => Promise<ActivateResult>;
  deactivate: (call: ClientCall) => Promise<DeactivateResult>;
  checkStatus: (call: VersionQuestion) => Promise<StatusResult>;
  /** The same question asked by the store itself: nobody was heard from, so nothing is noted. */
  lookUpStatus: (call: VersionQuestion) => Promise<StatusResult>;
  findUpdate: (call: VersionQuestion) => Promise<UpdateResult>;
  listProducts: (call: { key: string }) => Promise<KeyProductsResult>;
};

// Two lanes each: one list is answered and gathered while the other is in the database, or waits for its flush (ADR 0107).
// A lone write waits for the disk, which is too long to stay awake for; nobody stays awake where that would keep the database
// from the only processor.
const READS = { lanes: 2, atMost: 256, awakeMs: availableParallelism() > 1 ? 1 : 0 };
const WRITES = { lanes: 2, atMost: 128 };

const holder = globalThis as typeof globalThis & { latchkeyClientCore?: ClientCore };

/** The process's one core. Both doors, the client lane and Next's routes, gather into the same statements. */
export function clientCore(): ClientCore {
  holder.latchkeyClientCore ??= {
    activate: gatherCalls(activateNow, WRITES),
    deactivate: gatherCalls((calls: ClientCall[]) => deactivate(calls, { at: now() }), WRITES),
    checkStatus: gatherCalls(checkStatusNow, READS),
    lookUpStatus: gatherCalls((calls: VersionQuestion[]) => checkStatus(calls, { at: now() }), READS),
    findUpdate: gatherCalls(findUpdateNow, READS),
    listProducts: gatherCalls((calls: { key: string }[]) => listKeyProducts(calls, { at: now() }), READS),
  };
  return holder.latchkeyClientCore;
}

async function activateNow(calls: ActivateCall[]): Promise<ActivateResult[]> {
  const { strictReactivation } = await recentStoreSettings();
  return activate(calls, { at: now(), strict: strictReactivation });
}

// What was seen on the side is noted once a list: an async step for each call would cost more than the noting.
async function checkStatusNow(calls: VersionQuestion[]): Promise<StatusResult[]> {
  const results = await checkStatus(calls, { at: now() });
  results.forEach((result, i) => {
    if (result.ok && result.activation) seeActivation(result.activation, calls[i]?.version ?? '');
  });
  return results;
}

async function findUpdateNow(calls: VersionQuestion[]): Promise<UpdateResult[]> {
  const results = await findUpdate(calls, { at: now() });
  results.forEach((result, i) => {
    if (result.ok && result.license) seeActivation(result.license.activation, calls[i]?.version ?? '');
  });
  return results;
}
