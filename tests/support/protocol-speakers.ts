import type { Door } from './client-lane';

/** What every protocol can say, in our words. */
export type SpokenVerb = 'activate' | 'deactivate' | 'status' | 'update' | 'products';

export type SpokenCall = { key: string; product: number | string; instance: string; version?: string; label?: string };

/** An answer in our words; a member is undefined where this protocol does not tell it in this verb. */
export type Heard = {
  status: number;
  contentType: string;
  /** The call was carried out. A status of an instance without a place is true with `active` false. */
  ok: boolean;
  /** Of a refusal: the core's own word, as both protocols tell it to machines. */
  reason: string | undefined;
  /** activate, status: the instance holds a place. deactivate: false. update: a package is offered. */
  active: boolean | undefined;
  /** Places bought; null = unlimited. */
  limit: number | null | undefined;
  used: number | undefined;
  /** update: the version offered. */
  version: string | undefined;
  /** products: the numbers of the products or plans that the key opens. */
  products: number[] | undefined;
  text: string;
};

/** Turns a scenario into requests of one protocol and its answers back, so that one scenario can be held against all. */
export type Speaker = {
  protocol: 'wc-am' | 'v1';
  say: (door: Door, verb: SpokenVerb, call: SpokenCall) => Promise<Heard>;
};

// Answers come from outside the types: every member is looked at before it is believed.
type Json = { [name: string]: unknown };

const json = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
const flag = (value: unknown) => (typeof value === 'boolean' ? value : undefined);
const number = (value: unknown) => (typeof value === 'number' ? value : undefined);

async function hear(response: Response, read: (body: Json) => Partial<Heard>): Promise<Heard> {
  const sent = await response.text();
  const silent = { reason: undefined, active: undefined, limit: undefined, used: undefined, version: undefined };
  const facts = { status: response.status, contentType: response.headers.get('content-type') ?? '', text: sent };
  return { ...silent, products: undefined, ok: false, ...facts, ...read(json(JSON.parse(sent))) };
}

const WC_ACTIONS = { activate: 'activate', deactivate: 'deactivate', status: 'status', update: 'update' } as const;

const wcAm: Speaker = {
  protocol: 'wc-am',
  async say(door, verb, call) {
    const query = new URLSearchParams({
      'wc-api': 'wc-am-api',
      wc_am_action: verb === 'products' ? 'product_list' : WC_ACTIONS[verb],
      api_key: call.key,
      product_id: String(call.product),
      instance: call.instance,
      object: call.label ?? '',
      version: call.version ?? '1.0.0',
      ...(verb === 'update' ? { plugin_name: 'acme/acme.php', slug: 'acme' } : {}),
    });
    return hear(await door(`/?${query}`), (body) => ({
      ok: body.success === true,
      reason: text(json(body.data).reason),
      ...heardOfWcAm(verb, body),
    }));
  },
};

function heardOfWcAm(verb: SpokenVerb, body: Json): Partial<Heard> {
  if (body.success !== true) return {};
  const data = json(body.data);
  if (verb === 'update') {
    const offer = json(data.package);
    return { active: offer.package !== '', version: text(offer.new_version) };
  }
  if (verb === 'products') {
    const lists = json(data.product_list);
    const rows = [...list(lists.non_wc_subs_resources), ...list(lists.wc_subs_resources)].map(json);
    return { products: rows.map((row) => Number(row.product_id)) };
  }
  return {
    active: verb === 'deactivate' ? body.deactivated !== true : flag(body.activated ?? data.activated),
    limit: data.unlimited_activations === true ? null : number(data.total_activations_purchased),
    used: number(data.total_activations),
  };
}

const V1_PATHS = { activate: 'activations', deactivate: 'deactivations', status: 'status' } as const;

const v1: Speaker = {
  protocol: 'v1',
  async say(door, verb, call) {
    const response =
      verb === 'update' || verb === 'products' ? await askV1(door, verb, call) : await tellV1(door, verb, call);
    return hear(response, (body) => ({
      ok: response.ok,
      reason: text(body.reason),
      ...(response.ok ? heardOfV1(verb, body) : {}),
    }));
  },
};

function askV1(door: Door, verb: 'update' | 'products', call: SpokenCall): Promise<Response> {
  const headers = { authorization: `Bearer ${call.key}` };
  if (verb === 'products') return door('/api/v1/products', { headers });
  const { product, instance, version = '1.0.0' } = call;
  return door(`/api/v1/updates?${new URLSearchParams({ product: String(product), instance, version })}`, { headers });
}

function tellV1(door: Door, verb: keyof typeof V1_PATHS, call: SpokenCall): Promise<Response> {
  const { product, instance, version = '1.0.0', label } = call;
  const more = verb === 'activate' ? { version, ...(label === undefined ? {} : { label }) } : {};
  return door(`/api/v1/${V1_PATHS[verb]}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${call.key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ product, instance, ...more }),
  });
}

function heardOfV1(verb: SpokenVerb, body: Json): Partial<Heard> {
  if (verb === 'update') return { active: flag(body.licensed), version: text(json(body.release).version) };
  if (verb === 'products') {
    return { products: list(body.resources).map((row) => Number(json(json(row).plan).number)) };
  }
  const allowance = json(body.allowance);
  return {
    active: flag(body.active),
    limit: allowance.limit === null ? null : number(allowance.limit),
    used: number(allowance.used),
  };
}

/** Every protocol of the store. A new one is added here and is thereby held against the same scenarios. */
export const speakers: Speaker[] = [wcAm, v1];
