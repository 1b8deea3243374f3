import type { Caller } from '../../../access-keys/caller';
import type { ManageExchange } from './exchange';
import type { Operation } from './operation';
import type { Headers, ManageAnswer } from './present';
import type { ReadParts } from './read-request';
import type { ManageRefusal } from './refusal';

/** An admitted and understood call. */
export type Run = {
  operation: Operation;
  exchange: ManageExchange;
  parts: ReadParts;
  caller: Caller;
  at: Date;
  requestId: string;
  headers: Headers;
  catalogue: readonly Operation[];
  /** The operation that reads what stands at the path of this one. */
  getAtSamePath: () => Operation | undefined;
};

/** What a run came to, before it is put on the wire. */
export type Outcome = { refusal: ManageRefusal } | { answer: ManageAnswer };
