import type { ActivateResult } from '../../licensing/activate';
import type { DeactivateResult } from '../../licensing/deactivate';
import type { UpdateResult } from '../../licensing/find-update';

type ReasonOf<Result> = Extract<Result, { ok: false; reason: string }>['reason'];

/** Every "no" of the core that a v1 call can meet. A new one there is a type error in problems.ts until it has its words. */
export type CoreReason = ReasonOf<ActivateResult> | ReasonOf<DeactivateResult> | ReasonOf<UpdateResult>;

/** A member of the request that was not understood; never its value. */
export type FieldFault = { field: string; problem: string };

/** Places bought and taken, all together, of what a key opens for a product. */
export type TakenPlaces = { limit: number; used: number };

/** Why a v1 call was not carried out. */
export type V1Refusal =
  | { reason: Exclude<CoreReason, 'limit_reached'> }
  /** Without `places` when they were not to be had any more. */
  | { reason: 'limit_reached'; places?: TakenPlaces | undefined }
  | { reason: 'invalid_request'; errors: FieldFault[] }
  | { reason: 'method_not_allowed'; allow: readonly string[] }
  | { reason: 'rate_limited' | 'idempotency_key_in_use' | 'busy' | 'internal'; retryAfterSeconds: number }
  | {
      reason:
        | 'key_missing'
        | 'key_in_url'
        | 'two_keys'
        | 'license_required'
        | 'source_not_trusted'
        | 'unsupported_media_type'
        | 'too_large'
        | 'not_found'
        | 'idempotency_key_invalid'
        | 'idempotency_key_reused';
    };
