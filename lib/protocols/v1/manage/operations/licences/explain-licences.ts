import { z } from 'zod';
import type { Standing } from '../../../../../licensing/grants/compute-standing';
import {
  type LicenceStory,
  readLicenceStory,
  type StoryStep,
} from '../../../../../licensing/grants/read-licence-story';
import { operation } from '../../operation';
import { isoOf, maybeTold, notFound, numberPath, told } from '../shop-fields';
import { licenceState } from './licence-fields';

const standing = z.object({
  is_revoked: z.boolean(),
  is_suspended: z.boolean(),
  activation_limit: z.int().nullable().describe('Null is unlimited, or revoked.'),
  expires_at: maybeTold,
  grace_until: maybeTold,
  updates_until: maybeTold,
});

const step = z.object({
  happened_at: told,
  kind: z.string().describe('What happened: purchase, renewal, period, refund, dispute, term_edit …'),
  by: z.enum(['customer', 'admin', 'client', 'system']),
  order_number: z.int().nullable(),
  invoice_number: z.string().nullable(),
  since: z.enum(['stands', 'undone', 'paid_back']),
  before: standing.nullable(),
  after: standing,
});

const explained = z.object({
  number: z.int(),
  product: z.string(),
  plan: z.string(),
  state: licenceState,
  why: z.string().describe('Why it is in this state: term, lifetime, renews, owed, disputed, by_admin, paid_back …'),
  steps: z.array(step).describe('The oldest first; the last one’s “after” is the licence as it is.'),
});

export const explainOwnLicence = operation({
  id: 'licences.explain',
  area: 'licences',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/licences/{number}/history',
  summary: 'Explain how one of your licences came to stand as it does.',
  refusals: ['not_found'],
  pathSchema: numberPath,
  answerSchema: explained,
  handle: async ({ caller, path, at }) => {
    const story = await readLicenceStory({ ...path, owner: { customerId: caller.customerId } }, at);
    return story ? { ok: true, body: presentStory(story, presentStep) } : notFound;
  },
});

export const explainLicenceOperation = operation({
  id: 'licences.admin_explain',
  area: 'licences',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/licences/{number}/history',
  summary: 'Explain how a licence came to stand as it does.',
  refusals: ['not_found'],
  pathSchema: numberPath,
  answerSchema: explained.extend({
    steps: z.array(
      step.extend({
        cause: z.string().describe('What made it, once: order_item:…, invoice:…, refund:…, edit:…'),
        recorded_at: told,
        by_email: z.string().nullable(),
        payment_event: z.string().nullable().describe('Stripe’s event that told it.'),
        fact: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
  handle: async ({ path, at }) => {
    const story = await readLicenceStory({ ...path, owner: 'anyone' }, at);
    return story ? { ok: true, body: presentStory(story, presentWhole) } : notFound;
  },
});

function presentStory<Step>(story: LicenceStory, present: (step: StoryStep) => Step) {
  const { number, productTitle, planName, today, steps } = story;
  const { state, why } = today;
  return { number, product: productTitle, plan: planName, state, why, steps: steps.map(present) };
}

function presentStep({ grant, order, invoiceNumber, since, before, after }: StoryStep) {
  return {
    happened_at: isoOf(grant.happenedAt),
    kind: grant.fact.kind,
    by: grant.by,
    order_number: order?.number ?? null,
    invoice_number: invoiceNumber ?? null,
    since,
    before: before ? presentStanding(before) : null,
    after: presentStanding(after),
  };
}

function presentWhole(told: StoryStep) {
  const { cause, recordedAt, byEmail, eventId, fact } = told.grant;
  return {
    ...presentStep(told),
    cause,
    recorded_at: isoOf(recordedAt),
    by_email: byEmail ?? null,
    payment_event: eventId ?? null,
    // Its dates become the texts that JSON knows.
    fact: JSON.parse(JSON.stringify(fact)),
  };
}

function presentStanding(standing: Standing) {
  if (standing.isRevoked) {
    const nothing = { activation_limit: null, expires_at: null, grace_until: null, updates_until: null };
    return { is_revoked: true, is_suspended: false, ...nothing };
  }
  return {
    is_revoked: false,
    is_suspended: standing.isSuspended,
    activation_limit: standing.activationLimit,
    expires_at: isoOf(standing.expiresAt),
    grace_until: isoOf(standing.graceUntil),
    updates_until: isoOf(standing.updatesUntil),
  };
}
