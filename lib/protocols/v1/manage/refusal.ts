/** A member of the request that was not understood; never its value. */
export type FieldFault = { field: string; problem: string };

/**
 * Every "no" of the management API. The words and the status of each are in `problems.ts`; a reason without words there
 * does not compile.
 */
export type ManageRefusal =
  | { reason: 'invalid_request'; errors: FieldFault[] }
  | { reason: 'method_not_allowed'; allow: readonly string[] }
  | {
      reason: 'rate_limited' | 'quota_exceeded' | 'idempotency_key_in_use' | 'busy' | 'internal';
      retryAfterSeconds: number;
    }
  | { reason: GuardReason | RequestReason | StateReason | WebhookReason | ShopReason | CatalogReason };

/** Said before an operation begins. */
export type GuardReason =
  | 'key_missing'
  | 'two_credentials'
  | 'https_required'
  | 'invalid_key'
  | 'key_disabled'
  | 'key_expired'
  | 'mfa_required'
  | 'pairs_not_in_plan'
  | 'ip_not_allowed'
  | 'key_in_url_refused'
  | 'insufficient_access';

type RequestReason =
  | 'not_found'
  | 'too_large'
  | 'unsupported_media_type'
  | 'idempotency_key_missing'
  | 'idempotency_key_invalid'
  | 'idempotency_key_reused'
  | 'answer_withheld'
  | 'outcome_unknown'
  | 'etag_mismatch'
  | 'signature_invalid';

/** Said by an operation: the thing it was asked about is not in a state for it. */
type StateReason =
  | 'key_limit_reached'
  | 'key_has_expired'
  | 'key_leaked'
  | 'key_revoked'
  | 'more_than_caller'
  | 'not_a_pair'
  | 'too_early'
  | 'not_revealable'
  | 'kind_not_allowed'
  | 'lifetime_too_long'
  | 'already_done'
  | 'conflict'
  | 'no_plan_like_it'
  | 'looks_like_a_key';

/** The same of orders, licences, customers and mails. */
type ShopReason =
  | 'customer_disabled'
  | 'customer_deleted'
  | 'own_account'
  | 'last_admin'
  | 'key_replaced'
  | 'not_paid'
  | 'nothing_left'
  | 'refund_in_progress'
  | 'refund_refused'
  | 'order_changed'
  | 'payments_unreachable'
  | 'finding_changed'
  | 'licence_revoked'
  | 'licence_recurs'
  | 'mail_not_failed'
  | 'no_order_mail';

/** The same of products, versions and files. */
type CatalogReason =
  | 'product_without_plan'
  | 'product_archived'
  | 'product_in_use'
  | 'last_plan'
  | 'version_exists'
  | 'version_published'
  | 'release_without_file'
  | 'file_not_verified'
  | 'release_published'
  | 'release_not_published'
  | 'release_withdrawn'
  | 'file_name_taken'
  | 'upload_in_progress'
  | 'upload_ended'
  | 'upload_incomplete'
  | 'upload_offset_wrong'
  | 'storage_failed'
  | 'stock_changed';

/** The same of webhooks. */
type WebhookReason = 'endpoint_disabled' | 'too_many_endpoints';
