import { z } from 'zod';
import { readQuota } from '../../../../../access-keys/read-quota';
import { operation } from '../../operation';
import { isoOf, notFound, told } from '../shop-fields';

/** `GET /quota`. */
export const quota = operation({
  id: 'account.quota',
  area: 'account',
  access: 'read',
  audience: 'owner',
  method: 'GET',
  path: '/quota',
  summary: 'Read your plan and what is left of this month’s calls.',
  refusals: ['not_found'],
  answerSchema: z
    .object({
      plan: z.object({
        name: z.string(),
        max_keys: z.int().nullable().describe('Null = unlimited.'),
        max_pairs: z.int(),
        allows_pairs: z.boolean(),
        monthly_calls: z.int().nullable().describe('Null = unlimited.'),
        calls_per_minute: z.int(),
      }),
      period: z.string().describe('YYYY-MM in the time zone of the store.'),
      used: z.int(),
      remaining: z.int().nullable().describe('Null = unlimited.'),
      resets_at: told,
    })
    .meta({ id: 'Quota' }),
  handle: async ({ caller, at }) => {
    const standing = await readQuota(caller.customerId, at);
    if (!standing) return notFound;
    const { plan, period, used, resetsAt } = standing;
    const { monthlyCalls } = plan;
    return {
      ok: true,
      body: {
        plan: {
          name: plan.name,
          max_keys: plan.maxKeys,
          max_pairs: plan.maxPairs,
          allows_pairs: plan.allowsPairs,
          monthly_calls: monthlyCalls,
          calls_per_minute: plan.callsPerMinute,
        },
        period,
        used,
        remaining: monthlyCalls === null ? null : Math.max(0, monthlyCalls - used),
        resets_at: isoOf(resetsAt),
      },
    };
  },
});
