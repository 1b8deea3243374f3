import { MESSAGE_PROFILES, type MessageProfile } from '../../settings/setting-choices';
import { ENDPOINTS, SOFTWARE_ADD_ON } from './endpoint';
import { exampleAnswer, exampleRefusal } from './example-answers';
import { messageOf, type WireRefusal } from './messages';
import { type Action, ALIASES, REQUIRED, TRANSLATED } from './parse';

export type ExplainedAction = {
  action: Action;
  /** Other words for it. */
  aliases: string[];
  /** The wire names without which it cannot be asked. */
  required: readonly string[];
  /** The answer is PHP's serialize() instead of JSON. */
  isSerialized: boolean;
  /** The query of an example, without the store's address. */
  query: string;
  /** What that is answered; JSON is indented. */
  answer: string;
};

export type ExplainedRefusal = {
  reason: WireRefusal['reason'];
  /** The words that `data.reason` may have on the wire. */
  told: string[];
  sentences: Record<MessageProfile, string>;
};

export type ExplainedProtocol = {
  endpoints: string[];
  softwareAddOn: string;
  /** Wire names of older clients and those they are read as; of two that are sent, the later in the list wins. */
  names: readonly [from: string, to: string][];
  actions: ExplainedAction[];
  refusals: ExplainedRefusal[];
  /** The envelope of every refusal, with an example in it. */
  refusal: string;
  /** What a serialized action answers to every refusal. */
  serializedRefusal: string;
};

const KEY = 'YOUR_LICENSE_KEY';
const EXAMPLE: Record<string, string> = {
  api_key: KEY,
  product_id: '123',
  instance: 'my-computer',
  plugin_name: 'acme/acme.php',
};
const BESIDE: Partial<Record<Action, Record<string, string>>> = {
  activate: { object: 'client.example.com', version: '1.0.0' },
  update: { api_key: KEY, instance: 'my-computer', version: '1.0.0' },
  pluginupdatecheck: { api_key: KEY, instance: 'my-computer', version: '1.0.0' },
  information: { api_key: KEY, instance: 'my-computer', version: '1.0.0' },
  plugininformation: { api_key: KEY, instance: 'my-computer', version: '1.0.0' },
};

/** Everything that the page about this protocol tells, from the tables and presenters that answer its clients. */
export function explainProtocol(storeUrl: string): ExplainedProtocol {
  const actions = Object.keys(REQUIRED) as Action[]; // the keys of a Record are its key type
  return {
    endpoints: [...ENDPOINTS],
    softwareAddOn: SOFTWARE_ADD_ON,
    names: TRANSLATED,
    actions: actions.map((action) => explainAction(action, storeUrl)),
    refusals: explainRefusals(storeUrl),
    ...exampleRefusal(storeUrl),
  };
}

function explainAction(action: Action, storeUrl: string): ExplainedAction {
  const required = REQUIRED[action];
  const sent = Object.fromEntries(required.map((name) => [name, EXAMPLE[name] ?? '']));
  return {
    action,
    aliases: Object.keys(ALIASES).filter((alias) => ALIASES[alias] === action),
    required,
    query: String(new URLSearchParams({ 'wc-api': 'wc-am-api', wc_am_action: action, ...sent, ...BESIDE[action] })),
    ...exampleAnswer(action, storeUrl),
  };
}

// One of each, so that a refusal without its line on the page does not compile.
const REFUSALS: Record<WireRefusal['reason'], WireRefusal[]> = {
  no_request: [{ reason: 'no_request' }],
  unknown_request: [{ reason: 'unknown_request' }],
  missing: [{ reason: 'missing', names: ['api_key', 'instance'] }],
  source_missing: [{ reason: 'source_missing' }],
  source_untrusted: [{ reason: 'source_untrusted' }],
  rate_limited: [{ reason: 'rate_limited', retryAfterSeconds: 1 }],
  key_not_found: [{ reason: 'key_not_found' }],
  access_disabled: [{ reason: 'access_disabled' }],
  wrong_product: [{ reason: 'wrong_product' }],
  suspended: [{ reason: 'suspended' }],
  expired: [{ reason: 'expired' }],
  revoked: [{ reason: 'revoked', keyKind: 'product_order' }],
  already_active: [{ reason: 'already_active' }],
  limit_reached: [{ reason: 'limit_reached' }],
  activation_not_found: [{ reason: 'activation_not_found' }],
  product_not_found: [{ reason: 'product_not_found', requested: '123' }],
  activation_required: [{ reason: 'activation_required' }],
  no_products: (['suspended', 'expired', 'revoked', 'associated_key'] as const).map((because) => {
    return { reason: 'no_products', because };
  }),
  not_live: (['key_not_found', 'suspended', 'expired', 'revoked'] as const).map((because) => {
    return { reason: 'not_live', because };
  }),
  internal: [{ reason: 'internal' }],
};

function explainRefusals(storeUrl: string): ExplainedRefusal[] {
  return Object.values(REFUSALS).flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const told = alike.map((one) => ('because' in one ? one.because : one.reason));
    const said = MESSAGE_PROFILES.map((profile) => [profile, messageOf(first, wordingOf(profile, storeUrl))]);
    // Made of all profiles just now.
    const sentences = Object.fromEntries(said) as Record<MessageProfile, string>;
    return [{ reason: first.reason, told, sentences }];
  });
}

function wordingOf(profile: MessageProfile, storeUrl: string) {
  return { profile, apiKeysUrl: `${storeUrl}/account/api-keys` };
}
