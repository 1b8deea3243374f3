import type { ExplainedAction } from '@/lib/protocols/wc-am/handle';

type Action = ExplainedAction['action'];

/** What each action is in the client API. An action without its call does not compile. */
export const NATIVE_CALLS: Record<Action, string> = {
  activate: 'POST /api/v1/activations',
  deactivate: 'POST /api/v1/deactivations',
  status: 'POST /api/v1/status',
  update: 'GET /api/v1/updates',
  pluginupdatecheck: 'GET /api/v1/updates',
  information: 'GET /api/v1/updates',
  plugininformation: 'GET /api/v1/updates',
  product_list: 'GET /api/v1/products',
  verify_api_key_is_active: 'GET /api/v1/products',
};

/** Parameters by their wire name, and where the client API takes the same. */
export const NATIVE_PARAMETERS = [
  ['api_key', 'Authorization: Bearer'],
  ['product_id', 'product'],
  ['instance', 'instance'],
  ['object', 'label'],
  ['version', 'version'],
] as const;

/** Where a member of an answer is found in the client API; paths from the top of each answer. */
export const NATIVE_MEMBERS: readonly { action: Action; wire: string; native: string }[] = [
  { action: 'activate', wire: 'activated', native: 'active' },
  { action: 'activate', wire: 'data.total_activations_purchased', native: 'allowance.limit' },
  { action: 'activate', wire: 'data.total_activations', native: 'allowance.used' },
  { action: 'activate', wire: 'data.activations_remaining', native: 'allowance.remaining' },
  { action: 'deactivate', wire: 'deactivated', native: 'active' },
  { action: 'status', wire: 'data.activated', native: 'active' },
  { action: 'status', wire: 'data.expires_at', native: 'expiresAt' },
  { action: 'status', wire: 'data.api_key_expirations', native: 'resources' },
  { action: 'update', wire: 'data.package.new_version', native: 'release.version' },
  { action: 'update', wire: 'data.package.upgrade_notice', native: 'release.upgradeNotice' },
  { action: 'update', wire: 'data.package.tested', native: 'release.tested' },
  { action: 'update', wire: 'data.package.url', native: 'product.url' },
  { action: 'update', wire: 'data.package.package', native: 'package.url' },
  { action: 'information', wire: 'data.info.requires', native: 'release.requires' },
  { action: 'information', wire: 'data.info.requires_php', native: 'release.requiresPhp' },
  { action: 'information', wire: 'data.info.last_updated', native: 'release.releasedAt' },
  { action: 'information', wire: 'data.info.sections.changelog', native: 'release.changelog' },
  { action: 'product_list', wire: 'data.product_list', native: 'resources' },
];
