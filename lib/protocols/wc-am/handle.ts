import { now } from '../../clock';
import { env } from '../../env';
import { unreachable } from '../../errors';
import { type ClientCore, clientCore } from '../../licensing/client-core';
import { noteCall, reportCallError } from '../../request-log/note-call';
import { keyHint } from '../../secrets/key-format';
import type { Answer, Exchange } from '../exchange';
import { answerUpdate } from './answer-update';
import { isKnownEndpoint } from './endpoint';
import type { WireRefusal } from './messages';
import { type Parsed, parse } from './parse';
import {
  presentActivated,
  presentDeactivated,
  presentPreflight,
  presentRefusal,
  presentStatus,
  presentUnknownEndpoint,
  toAnswer,
} from './present';
import { readParameters } from './read-parameters';
import type { Verdict } from './verdict';

type Call = Exclude<Parsed, { refused: string }>;

/**
 * Answers one call of WooCommerce API Manager client software, whichever door it came through. Never throws: trouble inside is
 * HTTP 503 with the failure envelope, never "inactive", because old clients would switch themselves off (wc-am.md 9.3).
 */
export async function handle(exchange: Exchange, core: ClientCore = clientCore()): Promise<Answer> {
  const startedAt = performance.now();
  if (exchange.method === 'OPTIONS') return presentPreflight();
  if (!isKnownEndpoint(`${exchange.path}?${exchange.query}`)) return presentUnknownEndpoint();
  const parsed = parse(readParameters(exchange));
  if ('refused' in parsed) {
    const names = parsed.refused === 'missing' ? parsed.names : [];
    const verdict = refuse(parsed.refused === 'missing' ? { reason: 'missing', names } : { reason: parsed.refused });
    return finish(exchange, startedAt, undefined, verdict);
  }
  try {
    return finish(exchange, startedAt, parsed, await verdictOf(parsed, exchange.address, core));
  } catch (error) {
    reportCallError(error);
    return finish(exchange, startedAt, parsed, refuse({ reason: 'internal' }));
  }
}

async function verdictOf(call: Call, address: string, core: ClientCore): Promise<Verdict> {
  switch (call.action) {
    case 'activate': {
      const result = await core.activate(placeCall(call, address));
      if (!result.ok) return refuse(result);
      const { customerId, apiResourceId, allowance } = result;
      return {
        outcome: result.again ? 'ok_again' : 'ok',
        body: presentActivated(allowance),
        customerId,
        apiResourceId,
      };
    }
    case 'deactivate': {
      const result = await core.deactivate(placeCall(call, address));
      if (!result.ok) return refuse(result);
      const { customerId, apiResourceId, allowance } = result;
      return { outcome: 'ok', body: presentDeactivated(allowance), customerId, apiResourceId };
    }
    case 'status': {
      const result = await core.checkStatus(call);
      if (!result.ok) return refuse(result);
      return { outcome: result.active ? 'ok' : 'inactive', body: presentStatus(result), customerId: result.customerId };
    }
    case 'update': {
      const result = await answerUpdate(call, core);
      return result.ok ? result.verdict : refuse(result.refusal);
    }
    default:
      return unreachable(call);
  }
}

type PlaceCall = Extract<Call, { label: string }>;

function placeCall({ key, product, requested, instance, label, version }: PlaceCall, address: string) {
  return { key, product, requested, instance, label, version, address };
}

function refuse(refusal: WireRefusal): Verdict {
  return { outcome: refusal.reason, body: presentRefusal(refusal, `${env().publicUrl}/account/api-keys`) };
}

function finish(exchange: Exchange, startedAt: number, call: Call | undefined, verdict: Verdict): Answer {
  noteCall({
    at: now(),
    protocol: 'wc-am',
    action: call?.action ?? '',
    outcome: verdict.outcome,
    keyHint: call?.key ? keyHint(call.key) : '',
    customerId: verdict.customerId,
    apiResourceId: verdict.apiResourceId,
    product: call?.requested ?? '',
    instance: call?.instance ?? '',
    version: call?.version ?? '',
    address: exchange.address,
    userAgent: exchange.userAgent,
    durationUs: Math.round((performance.now() - startedAt) * 1000),
  });
  return toAnswer(verdict.body, startedAt, verdict.outcome === 'internal' ? 503 : 200);
}
