import { Prisma } from '../db/generated/client';
import { escapeLike } from '../db/search-text';
import { unreachable } from '../errors';
import type { StoreSettings } from '../settings/store-settings';
import { billingPeriod } from './billing-period';
import type { AccessKeyKind } from './caller';
import { needsFactor } from './key-owner';
import type { DeveloperKey, KeyState } from './key-view';

const DAY_MS = 86_400_000;
/** A key that nobody used for so long is probably not needed any more (row 1.26). */
export const UNUSED_DAYS = 90;
const EXPIRING_DAYS = 30;

/** What narrows a list of keys. */
export type KeyFilter = {
  /** Part of a name, note, description, sid or prefix, in any case. */
  text?: string;
  kind?: AccessKeyKind;
  state?: KeyState;
  /** Only those unused for 90 days. */
  isUnused?: boolean;
  /** Only those that end within 30 days. */
  isExpiring?: boolean;
};

/** When and under which settings keys are looked at. */
export type Look = { at: Date; settings: StoreSettings };

/** A key as the statement answers it. */
export type ReadRow = Omit<
  DeveloperKey,
  'state' | 'blocked' | 'access' | 'rate' | 'isUnused' | 'isRotationDue' | 'isRevealable' | 'days'
> & {
  state: 'active' | 'disabled' | 'revoked';
  access: 'full' | 'restricted';
  operations: string[] | null;
  rateCalls: number | null;
  rateWindow: 'second' | 'minute' | 'hour' | 'day' | null;
  sortName: string;
  hasFactor: boolean;
  allowsPairs: boolean;
  customerId: string;
  customerNumber: number;
  customerEmail: string;
};

/** Selects keys `k` of owners `c` with everything a list shows. */
export function keySelect({ at, settings }: Look): Prisma.Sql {
  return Prisma.sql`
    SELECT k.id, k.sid, k.kind, k.is_default AS "isDefault", k.name, k.note, k.description, k.prefix, k.state,
      k.expires_at AS "expiresAt", k.created_at AS "createdAt", k.created_by AS "createdBy", k.access, k.operations,
      k.addresses, k.headers_only AS "headersOnly", k.rate_calls AS "rateCalls", k.rate_window AS "rateWindow",
      k.monthly_cap AS "monthlyCap", k.generation, k.secret_made_at AS "secretMadeAt", k.rotate_days AS "rotateDays",
      k.last_used_at AS "lastUsedAt", k.last_used_from AS "lastUsedFrom", k.seen_in_url_at AS "seenInUrlAt",
      k.sent_in_clear_at AS "sentInClearAt", k.leaked_at AS "leakedAt", lower(k.name) AS "sortName",
      (SELECT max(s.ends_at) FROM access_secret s WHERE s.access_key_id = k.id AND s.ends_at > ${at}) AS "overlapEndsAt",
      coalesce(m.calls, 0) AS "callsThisMonth", coalesce(m.rejected, 0) AS "rejectedThisMonth",
      EXISTS (SELECT 1 FROM second_factor f WHERE f.customer_id = c.id AND f.confirmed_at IS NOT NULL) AS "hasFactor",
      coalesce((SELECT p.allows_pairs FROM access_plan p WHERE p.id = c.access_plan_id),
        (SELECT p.allows_pairs FROM access_plan p WHERE p.is_default), true) AS "allowsPairs",
      c.id AS "customerId", c.number AS "customerNumber", c.email AS "customerEmail"
    FROM access_key k
    JOIN customer c ON c.id = k.customer_id
    LEFT JOIN access_month m ON m.access_key_id = k.id AND m.period = ${billingPeriod(at, settings.billingZone)}`;
}

/** The filter as a condition on `access_key k`. Only `text` is what somebody typed. */
export function keyWhere({ text, kind, state, isUnused, isExpiring }: KeyFilter, at: Date): Prisma.Sql {
  const parts = [
    Prisma.sql`true`,
    kind === undefined ? undefined : Prisma.sql`k.kind = ${kind}::access_key_kind`,
    state && stateWhere(state, at),
    isUnused ? unusedWhere(at) : undefined,
    isExpiring
      ? Prisma.sql`k.state <> 'revoked' AND k.expires_at > ${at}
          AND k.expires_at <= ${new Date(at.getTime() + EXPIRING_DAYS * DAY_MS)}`
      : undefined,
    text === undefined || text.trim() === '' ? undefined : textWhere(text.trim()),
  ];
  return Prisma.join(
    parts.filter((part) => part !== undefined),
    ' AND ',
  );
}

/** Neither used nor given a value within 90 days, and not over. */
export function unusedWhere(at: Date): Prisma.Sql {
  return Prisma.sql`k.state <> 'revoked' AND (k.expires_at IS NULL OR k.expires_at > ${at})
    AND greatest(k.last_used_at, k.secret_made_at) <= ${new Date(at.getTime() - UNUSED_DAYS * DAY_MS)}`;
}

function stateWhere(state: KeyState, at: Date): Prisma.Sql {
  switch (state) {
    case 'active':
    case 'disabled':
      return Prisma.sql`k.state = ${state}::access_key_state AND (k.expires_at IS NULL OR k.expires_at > ${at})`;
    case 'expired':
      return Prisma.sql`k.state <> 'revoked' AND k.expires_at <= ${at}`;
    case 'revoked':
      return Prisma.sql`k.state = 'revoked'`;
    default:
      return unreachable(state);
  }
}

/** Name, note, description, sid and prefix, in any case. */
export function textWhere(text: string): Prisma.Sql {
  const part = `%${escapeLike(text.replaceAll('\0', ''))}%`;
  return Prisma.sql`(k.name ILIKE ${part} OR k.note ILIKE ${part} OR k.description ILIKE ${part}
    OR k.sid ILIKE ${part} OR k.prefix ILIKE ${part})`;
}

/** A row in our words. */
export function toKey(row: ReadRow, days: number[], { at, settings }: Look): DeveloperKey {
  const { operations, rateCalls, rateWindow, sortName: _order, hasFactor, allowsPairs, ...facts } = row;
  const { customerId: _owner, customerNumber: _number, customerEmail: _email, ...rest } = facts;
  const isOver = row.expiresAt !== null && row.expiresAt <= at;
  const lastSign = Math.max(row.lastUsedAt?.getTime() ?? 0, row.secretMadeAt.getTime());
  const isOpen = row.state !== 'revoked' && !isOver;
  const rotation = settings.keyRotationDays * DAY_MS;
  return {
    ...rest,
    state: row.state === 'revoked' || !isOver ? row.state : 'expired',
    blocked: blockOf(row, { hasFactor, allowsPairs, settings }),
    access: row.access === 'full' ? { mode: 'full' } : { mode: 'restricted', operations: operations ?? [] },
    addresses: row.addresses ?? [],
    rate: rateCalls === null || rateWindow === null ? null : { calls: rateCalls, window: rateWindow },
    isUnused: isOpen && lastSign <= at.getTime() - UNUSED_DAYS * DAY_MS,
    isRotationDue: isOpen && rotation > 0 && row.secretMadeAt.getTime() <= at.getTime() - rotation,
    isRevealable: row.kind === 'standard' && row.state !== 'revoked' && settings.keyReveal !== 'never',
    days,
  };
}

type Conditions = { hasFactor: boolean; allowsPairs: boolean; settings: StoreSettings };

function blockOf(row: ReadRow, { hasFactor, allowsPairs, settings }: Conditions): DeveloperKey['blocked'] {
  if (row.kind === 'pair' && !allowsPairs) return 'pairs_not_in_plan';
  return !hasFactor && needsFactor(row.kind, settings.mfaRequiredFor) ? 'mfa_off' : null;
}
