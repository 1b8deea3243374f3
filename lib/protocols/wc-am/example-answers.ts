import { packageUrl } from '../../downloads/package-url';
import { unreachable } from '../../errors';
import type { StatusResult } from '../../licensing/check-status';
import type { UpdateResult } from '../../licensing/find-update';
import type { Action } from './parse';
import { phpSerialize, StdClass } from './php-serialize';
import { presentActivated, presentDeactivated, presentRefusal, presentStatus } from './present';
import { presentInformation, presentPluginInformation } from './present-information';
import { presentProductList, presentVerified } from './present-product-list';
import { presentPluginRefusal, presentPluginUpdate, presentUpdate } from './present-update';

type Status = Extract<StatusResult, { ok: true }>;
type Offer = Extract<UpdateResult, { ok: true }>;

const ENDS = new Date('2027-11-22T12:00:00Z');
const RELEASED = new Date('2026-11-02T09:00:00Z');
const ALLOWANCE = { limit: 5, used: 1, remaining: 4 };
const SENT = { requested: '123', pluginName: 'acme/acme.php', slug: '' };
// Of nobody: a link that is signed with this opens nothing.
const NO_KEY = Buffer.alloc(32);

const STATUS: Status = {
  ok: true,
  active: true,
  activation: { id: '3f1c2b7a-52d4-4a1e-9a57-0d6b7c1a2f3d', version: '1.0.0', seenAt: 0 },
  customerId: '',
  allowance: ALLOWANCE,
  resources: [
    {
      id: '',
      number: 42,
      productTitle: 'Acme Backup Pro',
      planNumber: 123,
      productNumber: 122,
      orderNumber: 1001,
      subscriptionNumber: null,
      isEnding: false,
      activationLimit: 5,
      activationCount: 1,
      expiresAt: ENDS,
      graceUntil: null,
      suspendedAt: null,
      revokedAt: null,
      activationId: '3f1c2b7a-52d4-4a1e-9a57-0d6b7c1a2f3d',
      activationVersion: '1.0.0',
      activationSeenAt: 0,
    },
  ],
};

const OFFER: Offer = {
  ok: true,
  product: {
    id: '',
    number: 122,
    title: 'Acme Backup Pro',
    slug: 'acme-backup-pro',
    pageUrl: '',
    testedVersion: '6.8',
    requiresVersion: '6.1',
    requiresPhp: '7.4',
    author: 'Acme',
  },
  release: { id: '', version: '2.0.0', upgradeNotice: '', releasedAt: RELEASED, isRemote: false },
  license: undefined,
};

/** What an action answers when all goes well, made by what answers clients, about a licence that nobody has. */
export function exampleAnswer(action: Action, storeUrl: string): { isSerialized: boolean; answer: string } {
  const body = exampleBody(action, storeUrl);
  return { isSerialized: body instanceof StdClass, answer: writtenOut(body) };
}

/** What is answered to a refusal, in either form. */
export function exampleRefusal(storeUrl: string): { refusal: string; serializedRefusal: string } {
  const wording = { profile: '3.0-3.4', apiKeysUrl: `${storeUrl}/account/api-keys` } as const;
  return {
    refusal: writtenOut(presentRefusal({ reason: 'limit_reached' }, wording)),
    serializedRefusal: writtenOut(presentPluginRefusal()),
  };
}

function exampleBody(action: Action, storeUrl: string): object {
  const pageUrl = `${storeUrl}/products/${OFFER.product.slug}`;
  const facts = { pages: { changelog: '<h4>2.0.0</h4>' }, pageUrl, installs: 1 };
  switch (action) {
    case 'activate':
      return presentActivated(ALLOWANCE);
    case 'deactivate':
      return presentDeactivated({ limit: 5, used: 0, remaining: 5 });
    case 'status':
      return presentStatus(STATUS, 'F j, Y');
    case 'update':
      return presentUpdate(OFFER, SENT, examplePackage(storeUrl), pageUrl);
    case 'pluginupdatecheck':
      return presentPluginUpdate(OFFER, SENT, examplePackage(storeUrl), pageUrl);
    case 'information':
      return presentInformation(OFFER, SENT, facts);
    case 'plugininformation':
      return presentPluginInformation(OFFER, SENT, facts);
    case 'product_list':
      return presentProductList(STATUS.resources);
    case 'verify_api_key_is_active':
      return presentVerified();
    default:
      return unreachable(action);
  }
}

function examplePackage(storeUrl: string): string {
  const link = { customerNumber: 17, productNumber: 123, orderNumber: 1001, mark: '3f1c2b9a51e0', isRemote: false };
  return packageUrl(storeUrl, { ...link, expiresAt: ENDS }, NO_KEY);
}

// As toAnswer sends it, but for the escapes of PHP's JSON and the time that a call takes.
function writtenOut(body: object): string {
  if (body instanceof StdClass) return phpSerialize(body);
  return JSON.stringify({ ...body, api_call_execution_time: '0.001204 seconds' }, null, 2);
}
