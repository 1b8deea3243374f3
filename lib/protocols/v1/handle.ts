import { badKeyStanding, badKeyWait, type TakeActivationResult, takeActivation } from '../../call-limits/limit-calls';
import { now } from '../../clock';
import { unreachable } from '../../errors';
import { type ClientCore, clientCore } from '../../licensing/client-core';
import { noteWrongKey } from '../../licensing/note-wrong-key';
import { noteCall, reportCallError } from '../../request-log/note-call';
import { keyHint } from '../../secrets/key-format';
import { plainAddress } from '../../settings/plain-address';
import { recentStoreSettings } from '../../settings/recent-store-settings';
import type { StoreSettings } from '../../settings/store-settings';
import type { Answer, Exchange } from '../exchange';
import { answerOnce } from './answer-once';
import { answerUpdates, withEtag } from './answer-updates';
import { type ChangeCall, changePlace } from './change-place';
import { endpointOf, type V1Verb } from './endpoint';
import { readIdempotencyKey } from './idempotency-key';
import { parse, type V1Call, type V1Sent } from './parse';
import { presentProducts, presentStatus } from './present';
import { presentPreflight, type Standings, toAnswer } from './present-head';
import { PROBLEMS, type ProblemText } from './problems';
import type { V1Refusal } from './refusal';
import { faultOf } from './texts';
import { refuse, type Told, tell } from './told';

/** Every reason with which this protocol refuses, as the request log has it. */
export type RefusalReason = V1Refusal['reason'];

/** One call on its way: what was understood of it and which limits it has met. */
type Visit = {
  exchange: Exchange;
  core: ClientCore;
  /** As the path names it; known before anything of the call is read. */
  verb: V1Verb | undefined;
  call: V1Call | V1Sent | undefined;
  standings: Standings;
};

const AGAIN_SECONDS = 5;
const LONGEST_KEY = 190;

/**
 * Answers one call of the store's own client API, whichever door it came through. Never throws: trouble inside is a 503
 * problem, never a word about the licence.
 */
export async function handle(exchange: Exchange, core: ClientCore = clientCore()): Promise<Answer> {
  const startedAt = performance.now();
  if (exchange.method === 'OPTIONS') return presentPreflight();
  const visit: Visit = { exchange, core, verb: undefined, call: undefined, standings: [] };
  let told: Told;
  try {
    told = await answer(visit);
  } catch (error) {
    told = refuse({ reason: 'internal', retryAfterSeconds: AGAIN_SECONDS });
    reportCallError(new Error(`${visit.verb ?? 'v1'} ${told.requestId} failed`, { cause: error }));
  }
  // An address without a call is nobody's client call.
  if (told.outcome !== 'not_found') note(visit, told, startedAt);
  return toAnswer(told, [{ name: 'bad-keys', standing: badKeyStanding(exchange.address) }, ...visit.standings]);
}

/** The answer to a body beyond LARGEST_BODY, which nobody reads. */
export function refuseLarge(unread: Exchange): Answer {
  return refuseUnread(unread, { ...refuse({ reason: 'too_large' }), headers: { connection: 'close' } });
}

/** The answer when too many calls are in hand. */
export function refuseBusy(unread: Exchange): Answer {
  return refuseUnread(unread, refuse({ reason: 'busy', retryAfterSeconds: AGAIN_SECONDS }));
}

/** Every refusal of this protocol in its words, for the pages that explain them. */
export function explainProblems(): ({ reason: RefusalReason } & ProblemText)[] {
  const reasons = Object.keys(PROBLEMS) as RefusalReason[]; // the keys of a Record are its key type
  return reasons.map((reason) => ({ reason, ...PROBLEMS[reason] }));
}

function refuseUnread(exchange: Exchange, told: Told): Answer {
  note({ exchange, verb: endpointOf(exchange.path)?.verb, call: undefined }, told, performance.now());
  return toAnswer(told, []);
}

async function answer(visit: Visit): Promise<Told> {
  const { exchange } = visit;
  const endpoint = endpointOf(exchange.path);
  if (!endpoint) return refuse({ reason: 'not_found' });
  visit.verb = endpoint.verb;
  if (!endpoint.methods.includes(exchange.method)) {
    return refuse({ reason: 'method_not_allowed', allow: endpoint.methods });
  }
  const parsed = parse(endpoint.verb, exchange);
  visit.call = parsed.ok ? parsed.call : parsed.sent;
  if (!parsed.ok) return refuse(parsed.refusal);
  const settings = await recentStoreSettings();
  const kept = limitRefusal(visit, parsed.call, settings);
  if (kept) return kept;
  const told = await answerCall(visit, parsed.call, settings);
  if (told.outcome === 'key_not_found') await noteWrongKey(parsed.call.key, exchange.address);
  return told;
}

function limitRefusal({ exchange, standings }: Visit, call: V1Call, settings: StoreSettings): Told | undefined {
  const { address } = exchange;
  const { trustedSources } = settings;
  if (trustedSources.length > 0 && !trustedSources.includes(plainAddress(address) ?? address)) {
    return refuse({ reason: 'source_not_trusted' });
  }
  const wait = call.key === '' ? 0 : badKeyWait(address, call.key);
  if (wait > 0) return refuse({ reason: 'rate_limited', retryAfterSeconds: wait });
  if (call.verb !== 'activate') return undefined;
  const limit = { burst: settings.activationBurst, perMinute: settings.activationRatePerMinute };
  const taken: TakeActivationResult = takeActivation(call.key, address, limit);
  standings.push({ name: 'activations', standing: taken.standing });
  return taken.ok ? undefined : refuse(taken);
}

async function answerCall({ exchange, core }: Visit, call: V1Call, settings: StoreSettings): Promise<Told> {
  // What no key can be is answered like a key that does not exist.
  if (faultOf(call.key, LONGEST_KEY) !== undefined) return refuse({ reason: 'key_not_found' });
  switch (call.verb) {
    case 'activate':
    case 'deactivate':
      return change(exchange, call, core);
    case 'status': {
      const result = await core.checkStatus(call);
      if (!result.ok) return refuse({ reason: result.reason });
      const { customerId } = result;
      return tell(presentStatus(call, result, now()), { outcome: result.active ? 'ok' : 'inactive', customerId });
    }
    case 'products': {
      const result = await core.listProducts({ key: call.key });
      if (result.accessDisabled) return refuse({ reason: 'access_disabled' });
      if (!result.ok) return refuse({ reason: result.reason });
      return tell(presentProducts(result, now()), { customerId: result.customerId });
    }
    case 'updates': {
      const told = await answerUpdates(call, { core, settings });
      return exchange.method === 'POST' ? told : withEtag(told, exchange.header('if-none-match'));
    }
    default:
      return unreachable(call);
  }
}

function change(exchange: Exchange, call: ChangeCall, core: ClientCore): Promise<Told> | Told {
  const desk = { core, address: exchange.address };
  const sent = exchange.header('idempotency-key');
  if (sent === '') return changePlace(call, desk, undefined);
  const key = readIdempotencyKey(sent);
  return key === undefined ? refuse({ reason: 'idempotency_key_invalid' }) : answerOnce(call, key, desk);
}

type Noted = Pick<Visit, 'exchange' | 'verb' | 'call'>;

function note({ exchange, verb, call }: Noted, told: Told, startedAt: number): void {
  const about = call && 'instance' in call ? call : undefined;
  noteCall({
    at: now(),
    protocol: 'v1',
    action: verb ?? '',
    outcome: told.outcome,
    requestId: told.requestId,
    // A text that is no key may not even be one that the log can hold.
    keyHint: call && call.key !== '' && faultOf(call.key, LONGEST_KEY) === undefined ? keyHint(call.key) : '',
    customerId: told.customerId,
    apiResourceId: told.apiResourceId,
    product: about?.requested ?? '',
    instance: about?.instance ?? '',
    version: about?.version ?? '',
    address: exchange.address,
    userAgent: exchange.userAgent,
    durationUs: Math.round((performance.now() - startedAt) * 1000),
  });
}
