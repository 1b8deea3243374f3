import type { EventType } from './event-types';

/** Something that happened and is to be told; its facts are read when the message is made. */
export type Happening = {
  type: EventType;
  /** What it is known from. A second message of the same source is never made. */
  source: string;
  at: Date;
  about:
    | { kind: 'order' | 'api_resource'; id: string }
    | { kind: 'activation'; id: string; apiResourceId: string; instance: string; label: string }
    /** `before`: of the audit entry; all that is left of a key that was removed. */
    | { kind: 'api_key'; sid: string; before: unknown }
    | { kind: 'limit'; customerId: string | null; apiResourceId: string | null; call: RefusedCall };
};

/** A client call that found every place taken, as the request log has it. */
export type RefusedCall = { product: string; instance: string; address: string; keyHint: string };
