import { now } from '../../clock';
import { env } from '../../env';
import { type ClientCore, clientCore } from '../../licensing/client-core';
import { noteWrongKey } from '../../licensing/note-wrong-key';
import { noteCall, reportCallError } from '../../request-log/note-call';
import { keyHint } from '../../secrets/key-format';
import { knownStoreSettings, recentStoreSettings } from '../../settings/recent-store-settings';
import type { MessageProfile } from '../../settings/setting-choices';
import type { StoreSettings } from '../../settings/store-settings';
import type { Answer, Exchange } from '../exchange';
import { answerKey } from './answer-key';
import { answerOffer } from './answer-offer';
import { answerPlace } from './answer-place';
import { isKnownEndpoint, isSoftwareAddOn } from './endpoint';
import { type ExplainedProtocol, explainProtocol } from './explain';
import { limitRefusal } from './limit-refusal';
import type { WireRefusal } from './messages';
import { type Call, type Parsed, parse, requiredNames } from './parse';
import {
  presentBusy,
  presentPreflight,
  presentRefusal,
  presentTooLarge,
  presentUnknownEndpoint,
  toAnswer,
  waiting,
} from './present';
import { presentPluginRefusal } from './present-update';
import { readParameters } from './read-parameters';
import { sourceRefusal } from './source-refusal';
import type { Answered, Store, Verdict } from './verdict';

/** Every reason with which this protocol refuses, as the request log has it. */
export type RefusalReason =
  | Exclude<WireRefusal, { because: string }>['reason']
  | Extract<WireRefusal, { because: string }>['because'];

export type { ExplainedAction, ExplainedProtocol, ExplainedRefusal } from './explain';

const DEFAULT_PROFILE: MessageProfile = '3.0-3.4';

/** Answers a call whose body was not even read to its end. */
export function refuseLargeBody(): Answer {
  return presentTooLarge();
}

/** The answer when too many calls are in hand. */
export function refuseBusy(): Answer {
  return presentBusy();
}

/** The wire names that an action must be asked with, for the pages that explain a call. */
export function requiredOf(action: string): readonly string[] {
  return requiredNames(action);
}

/** The whole protocol as it is spoken at a store's address, for the page that documents it. */
export function explain(storeUrl: string): ExplainedProtocol {
  return explainProtocol(storeUrl);
}

/**
 * Answers one call of WooCommerce API Manager client software, whichever door it came through. Never throws: trouble inside is
 * HTTP 503 with the failure envelope, never "inactive", because old clients would switch themselves off (wc-am.md 9.3).
 */
export async function handle(exchange: Exchange, core: ClientCore = clientCore()): Promise<Answer> {
  const startedAt = performance.now();
  if (exchange.method === 'OPTIONS') return presentPreflight();
  let parsed: Parsed | undefined;
  try {
    const settings = knownStoreSettings() ?? (await recentStoreSettings());
    const url = `${exchange.path}?${exchange.query}`;
    if (!isKnownEndpoint(url, settings)) return presentUnknownEndpoint();
    const parameters = readParameters(exchange);
    parsed = parse(parameters, settings.translateSoftwareAddOn && isSoftwareAddOn(url));
    if ('refused' in parsed) return finish(exchange, startedAt, parsed, refuse(parseRefusal(parsed), settings, parsed));
    const untrusted = sourceRefusal(parameters.get('ip_address'), exchange.address, settings.trustedSources);
    const refused = untrusted ?? limitRefusal(parsed, exchange.address, settings);
    const answered = refused
      ? { refusal: refused }
      : await answerCall(parsed, { core, settings, address: exchange.address });
    const verdict = 'refusal' in answered ? refuse(answered.refusal, settings, parsed) : answered;
    if (verdict.outcome === 'key_not_found') await noteWrongKey(parsed.key, exchange.address);
    return finish(exchange, startedAt, parsed, verdict);
  } catch (error) {
    reportCallError(error);
    return finish(exchange, startedAt, parsed, trouble());
  }
}

function answerCall(call: Call, store: Store): Promise<Answered> {
  if ('label' in call) return answerPlace(call, store);
  return 'pluginName' in call ? answerOffer(call, store) : answerKey(call, store);
}

type Unparsed = Extract<Parsed, { refused: string }>;

function parseRefusal(parsed: Unparsed): WireRefusal {
  return parsed.refused === 'missing' ? { reason: 'missing', names: parsed.names } : { reason: parsed.refused };
}

function refuse(refusal: WireRefusal, { messageProfile }: StoreSettings, parsed: Parsed): Verdict {
  const action = 'action' in parsed ? parsed.action : undefined;
  const isSerialized = action === 'pluginupdatecheck' || action === 'plugininformation';
  const body = isSerialized ? presentPluginRefusal() : presentRefusal(refusal, wordingOf(messageProfile));
  if (refusal.reason === 'rate_limited') return { outcome: refusal.reason, body, wait: refusal.retryAfterSeconds };
  return { outcome: 'because' in refusal ? refusal.because : refusal.reason, body };
}

// In any form but "inactive" or an empty licence: a client reads neither and asks again (wc-am.md 9.3).
function trouble(): Verdict {
  return {
    outcome: 'internal',
    body: presentRefusal({ reason: 'internal' }, wordingOf(knownStoreSettings()?.messageProfile ?? DEFAULT_PROFILE)),
  };
}

function wordingOf(profile: MessageProfile) {
  return { profile, apiKeysUrl: `${env().publicUrl}/account/api-keys` };
}

function finish(exchange: Exchange, startedAt: number, parsed: Parsed | undefined, verdict: Verdict): Answer {
  const sent = parsed && 'refused' in parsed ? parsed.sent : parsed;
  noteCall({
    at: now(),
    protocol: 'wc-am',
    action: parsed && 'action' in parsed ? parsed.action : '',
    outcome: verdict.outcome,
    keyHint: sent?.key ? keyHint(sent.key) : '',
    customerId: verdict.customerId,
    apiResourceId: verdict.apiResourceId,
    product: sent?.requested ?? '',
    instance: sent?.instance ?? '',
    version: sent?.version ?? '',
    address: exchange.address,
    userAgent: exchange.userAgent,
    durationUs: Math.round((performance.now() - startedAt) * 1000),
  });
  const answer = toAnswer(verdict.body, startedAt, verdict.outcome === 'internal' ? 503 : 200);
  return verdict.wait === undefined ? answer : waiting(answer, verdict.wait);
}
