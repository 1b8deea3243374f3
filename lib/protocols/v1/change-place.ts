import type { ClientCore } from '../../licensing/client-core';
import type { V1Call } from './parse';
import { presentActivated, presentDeactivated } from './present';
import type { TakenPlaces } from './refusal';
import { refuse, type Told, tell } from './told';

export type ChangeCall = Extract<V1Call, { verb: 'activate' | 'deactivate' }>;
export type Desk = { core: ClientCore; address: string };

/** An earlier try of the same request whose end nobody recorded: it may have done what is asked for. */
export type EarlierTry = { wasActive: boolean } | undefined;

/** Takes or gives back the place of an instance. After an earlier try it is told as if only one had been made. */
export function changePlace(call: ChangeCall, desk: Desk, earlier: EarlierTry): Promise<Told> {
  return call.verb === 'activate' ? activate(call, desk, earlier) : deactivate(call, desk, earlier);
}

type ActivateV1 = Extract<ChangeCall, { verb: 'activate' }>;

async function activate(call: ActivateV1, { core, address }: Desk, earlier: EarlierTry): Promise<Told> {
  const { key, product, requested, instance, label, version } = call;
  const result = await core.activate({ key, product, requested, instance, label, version, address });
  const mayBeOurs = earlier?.wasActive === false;
  if (result.ok) {
    const { customerId, apiResourceId } = result;
    const isAgain = result.again && !mayBeOurs;
    const facts = { status: isAgain ? 200 : 201, outcome: isAgain ? 'ok_again' : 'ok', customerId, apiResourceId };
    return tell(presentActivated(call, result), facts);
  }
  if (result.reason === 'already_active' && mayBeOurs) {
    const status = await core.lookUpStatus(call);
    if (status.ok && status.activation) {
      const { activation, allowance, customerId } = status;
      const body = presentActivated(call, { activationId: activation.id, allowance });
      return tell(body, { status: 201, customerId });
    }
  }
  if (result.reason === 'limit_reached')
    return refuse({ reason: result.reason, places: await takenPlaces(call, core) });
  return refuse({ reason: result.reason });
}

/**
 * Asked after the refusal, which only the holder of a key that opens the product is told: nobody else learns the numbers.
 * By then a place may be free again; numbers that contradict the refusal are not told.
 */
async function takenPlaces(call: ActivateV1, core: ClientCore): Promise<TakenPlaces | undefined> {
  const status = await core.lookUpStatus(call);
  if (!status.ok || status.allowance.limit === null || status.allowance.remaining > 0) return undefined;
  const { limit, used } = status.allowance;
  return { limit, used };
}

async function deactivate(call: ChangeCall, { core, address }: Desk, earlier: EarlierTry): Promise<Told> {
  const { key, product, instance } = call;
  const result = await core.deactivate({ key, product, instance, address });
  if (result.ok) {
    const { customerId, apiResourceId } = result;
    return tell(presentDeactivated(call, result), { customerId, apiResourceId });
  }
  if (result.reason === 'activation_not_found' && earlier?.wasActive === true) {
    const status = await core.lookUpStatus(call);
    if (status.ok && !status.active) return tell(presentDeactivated(call, status), { customerId: status.customerId });
  }
  return refuse({ reason: result.reason });
}
