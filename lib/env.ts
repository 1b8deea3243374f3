import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';

/** One thing wrong with the environment, as the start-up table shows it. */
export type EnvProblem = { variable: string; problem: string; example: string };

export type PaymentsEnv = { mode: 'demo' } | { mode: 'stripe'; secretKey: string; webhookSecret: string };

export type Env = {
  port: number;
  /** The address the server listens on. */
  host: string;
  dataDir: string;
  /** The store's own address: neither path nor trailing slash. */
  publicUrl: string;
  /** PUBLIC_URL is set and is not a loopback address. NODE_ENV decides nothing. */
  isProduction: boolean;
  databaseUrl: string | undefined;
  payments: PaymentsEnv;
  smtp: { url: string; from: string } | undefined;
  demoData: boolean;
  demoFixedLogin: boolean;
  admin: { email: string; password: string } | undefined;
  keyringText: string | undefined;
  keyringFile: string | undefined;
  /** Addresses whose X-Forwarded-For is believed. Empty: nobody's. */
  trustedProxies: string[];
  /** Where the public keys of a secret-scanning service are; its reports are taken only when this is set. */
  secretScanningUrl: string | undefined;
  /** A stand-in for Dropbox on this machine, pages and API under one address, without a trailing slash. */
  dropboxUrl: string | undefined;
  /** Set: a web server before the store sends local files, found below this internal path (X-Accel-Redirect). */
  accelPrefix: string | undefined;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
};

const flag = z.enum(['0', '1'], 'must be 0 or 1').optional();

const port = z
  .string()
  .refine((text) => isWholeWithin(Number(text), 1, 65535), 'must be a whole number from 1 to 65535')
  .transform(Number);

const webAddress = z.url({
  protocol: /^https?$/,
  error: 'must be an address that begins with https:// or http://',
  abort: true,
});

// Every link the store gives is this address with one of its own paths behind it.
const BARE_ADDRESS = /^https?:\/\/[^/\\?#@]+\/?$/i;

const schema = z.object({
  PORT: port.default(8080),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('.data'),
  PUBLIC_URL: webAddress
    .regex(
      BARE_ADDRESS,
      'holds more than the address; give the address without a path, such as https://shop.example.com',
    )
    .optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be an address that begins with postgresql://' })
    .optional(),
  PAYMENTS: z.enum(['demo', 'stripe'], 'must be demo or stripe').optional(),
  DEMO_PAYMENTS_ON_PUBLIC_URL: flag,
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w+$/, 'must be a secret key of Stripe: sk_live_…, sk_test_…, rk_live_… or rk_test_…')
    .optional(),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\w+$/, 'must be a webhook secret of Stripe: whsec_…')
    .optional(),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be an address that begins with smtps:// or smtp://' })
    .optional(),
  MAIL_FROM: z.string().min(3, 'must be an e-mail address, with or without a name before it').optional(),
  DEMO: flag,
  DEMO_FIXED_LOGIN: flag,
  ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  ADMIN_PASSWORD: z.string().min(10, 'must have at least 10 characters').optional(),
  KEYRING: z.string().min(1).optional(),
  KEYRING_FILE: z.string().min(1).optional(),
  TRUSTED_PROXIES: z
    .string()
    .refine(
      (text) => addressesOf(text).every((address) => isIP(address) !== 0),
      'must list IP addresses with commas between; names and networks are not understood',
    )
    .optional(),
  X_ACCEL_PREFIX: z
    .string()
    .regex(/^\/(?:[\w-]+\/)+$/, 'must be a path of letters, digits, - and _ that begins and ends with a slash')
    .optional(),
  SECRET_SCANNING_URL: webAddress.optional(),
  DROPBOX_URL: webAddress.optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error').default('info'),
});

type Raw = z.infer<typeof schema>;

const examples: Record<keyof Raw, string> = {
  PORT: '8080',
  HOST: '127.0.0.1',
  DATA_DIR: '/var/lib/latchkey',
  PUBLIC_URL: 'https://store.example.com',
  DATABASE_URL: 'postgresql://store:password@127.0.0.1:5432/store',
  PAYMENTS: 'stripe',
  DEMO_PAYMENTS_ON_PUBLIC_URL: '1',
  STRIPE_SECRET_KEY: 'sk_live_…',
  STRIPE_WEBHOOK_SECRET: 'whsec_…',
  SMTP_URL: 'smtps://user:password@mail.example.com',
  MAIL_FROM: 'Example Store <orders@example.com>',
  DEMO: '0',
  DEMO_FIXED_LOGIN: '1',
  ADMIN_EMAIL: 'owner@example.com',
  ADMIN_PASSWORD: 'at least 10 characters',
  KEYRING: 'the content of keyring.json on one line',
  KEYRING_FILE: '/etc/latchkey/keyring.json',
  TRUSTED_PROXIES: '10.0.0.1, 10.0.0.2',
  X_ACCEL_PREFIX: '/internal-artifacts/',
  SECRET_SCANNING_URL: 'https://api.github.com/meta/public_keys/secret_scanning',
  DROPBOX_URL: 'http://127.0.0.1:8090',
  LOG_LEVEL: 'info',
};

/**
 * Parses the environment wholly and reports every fault together. An empty variable counts as not set.
 * A half-set integration is a fault; an unset one is off.
 */
export function readEnv(
  source: Record<string, string | undefined>,
): { ok: true; env: Env } | { ok: false; problems: EnvProblem[] } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(problemOfIssue) };
  const raw = parsed.data;
  const publicUrl = (raw.PUBLIC_URL ?? `http://localhost:${raw.PORT}`).replace(/\/+$/, '');
  const isProduction = raw.PUBLIC_URL !== undefined && !isLoopbackUrl(publicUrl);
  const problems = [
    ...integrationProblems(raw),
    ...paymentProblems(raw, isProduction),
    ...productionProblems(raw, isProduction),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, env: toEnv(raw, publicUrl, isProduction) };
}

const holder = globalThis as typeof globalThis & { latchkeyEnv?: Env };

/** The parsed environment. Throws when it is faulty; start-up has reported the faults by then. */
export function env(): Env {
  if (!holder.latchkeyEnv) {
    const result = readEnv(process.env);
    if (!result.ok) throw new Error(result.problems.map((p) => `${p.variable}: ${p.problem}`).join('; '));
    holder.latchkeyEnv = result.env;
  }
  return holder.latchkeyEnv;
}

/** Puts a parsed environment in place: start-up does so once (private database), tests for each file. */
export function setEnv(next: Env): void {
  holder.latchkeyEnv = next;
}

/** True for addresses that only this machine can reach. */
export function isLoopbackUrl(url: string): boolean {
  const host = new URL(url).hostname;
  return host === 'localhost' || host.endsWith('.localhost') || /^127(\.\d+){3}$/.test(host) || host === '[::1]';
}

function isWholeWithin(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}

function addressesOf(list: string): string[] {
  return list
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean);
}

function problemOfIssue(issue: z.core.$ZodIssue): EnvProblem {
  const variable = String(issue.path[0]) as keyof Raw; // the schema's own keys are the only paths
  return { variable, problem: issue.message, example: examples[variable] };
}

function problem(variable: keyof Raw, text: string): EnvProblem {
  return { variable, problem: text, example: examples[variable] };
}

function together(raw: Raw, a: keyof Raw, b: keyof Raw): EnvProblem[] {
  if ((raw[a] === undefined) === (raw[b] === undefined)) return [];
  const [missing, present] = raw[a] === undefined ? [a, b] : [b, a];
  return [problem(missing, `is missing although ${present} is set; set both or neither`)];
}

function integrationProblems(raw: Raw): EnvProblem[] {
  const problems = [
    ...together(raw, 'SMTP_URL', 'MAIL_FROM'),
    ...together(raw, 'ADMIN_EMAIL', 'ADMIN_PASSWORD'),
    ...together(raw, 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET'),
  ];
  if (raw.KEYRING !== undefined && raw.KEYRING_FILE !== undefined) {
    problems.push(problem('KEYRING', 'is set together with KEYRING_FILE; keep one of them'));
  }
  if (raw.DROPBOX_URL !== undefined && !isLoopbackUrl(raw.DROPBOX_URL)) {
    problems.push(problem('DROPBOX_URL', 'is only for a stand-in on this machine; leave it out to speak with Dropbox'));
  }
  return problems;
}

function paymentProblems(raw: Raw, isProduction: boolean): EnvProblem[] {
  const stripeKeys = raw.STRIPE_SECRET_KEY !== undefined || raw.STRIPE_WEBHOOK_SECRET !== undefined;
  const mode = raw.PAYMENTS ?? (stripeKeys ? 'stripe' : 'demo');
  if (mode === 'stripe') {
    return stripeKeys ? [] : [problem('STRIPE_SECRET_KEY', 'is missing although PAYMENTS is stripe')];
  }
  const problems: EnvProblem[] = [];
  if (stripeKeys) {
    problems.push(
      problem('PAYMENTS', 'is demo although a Stripe key is set; demo payments never run beside a real key'),
    );
  }
  if (isProduction && raw.DEMO_PAYMENTS_ON_PUBLIC_URL !== '1') {
    problems.push(
      problem(
        'PAYMENTS',
        'would be demo on a public address; set Stripe’s two variables, or DEMO_PAYMENTS_ON_PUBLIC_URL=1',
      ),
    );
  }
  return problems;
}

function productionProblems(raw: Raw, isProduction: boolean): EnvProblem[] {
  const problems: EnvProblem[] = [];
  if (isProduction && raw.DATABASE_URL === undefined) {
    problems.push(problem('DATABASE_URL', 'is missing; a store on a public address needs a PostgreSQL of its own'));
  }
  if (isProduction && raw.KEYRING === undefined && raw.KEYRING_FILE === undefined) {
    problems.push(problem('KEYRING_FILE', 'is missing; a store on a public address never makes its own keyring'));
  }
  // A store in a private network may do without; nobody's money and licence does. Stripe sends no live events there either.
  if (isProduction && /^http:/i.test(raw.PUBLIC_URL ?? '') && /^[sr]k_live_/.test(raw.STRIPE_SECRET_KEY ?? '')) {
    problems.push(
      problem(
        'PUBLIC_URL',
        'begins with http:// although Stripe’s key is a live one; put TLS before the store, and use https://',
      ),
    );
  }
  if (isProduction && raw.DROPBOX_URL !== undefined) {
    problems.push(problem('DROPBOX_URL', 'is only for a store on a loopback address'));
  }
  if (isProduction && raw.DEMO_FIXED_LOGIN === '1') {
    problems.push(problem('DEMO_FIXED_LOGIN', 'is only for a loopback address'));
  }
  return problems;
}

function toEnv(raw: Raw, publicUrl: string, isProduction: boolean): Env {
  const both = <A, B>(a: A | undefined, b: B | undefined) =>
    a !== undefined && b !== undefined ? ([a, b] as const) : undefined;
  const stripe = both(raw.STRIPE_SECRET_KEY, raw.STRIPE_WEBHOOK_SECRET);
  const smtp = both(raw.SMTP_URL, raw.MAIL_FROM);
  const admin = both(raw.ADMIN_EMAIL, raw.ADMIN_PASSWORD);
  return {
    port: raw.PORT,
    host: raw.HOST,
    dataDir: path.resolve(raw.DATA_DIR),
    publicUrl,
    isProduction,
    databaseUrl: raw.DATABASE_URL,
    payments: stripe ? { mode: 'stripe', secretKey: stripe[0], webhookSecret: stripe[1] } : { mode: 'demo' },
    smtp: smtp && { url: smtp[0], from: smtp[1] },
    demoData: raw.DEMO !== '0' && !isProduction,
    demoFixedLogin: raw.DEMO_FIXED_LOGIN === '1',
    admin: admin && { email: admin[0], password: admin[1] },
    keyringText: raw.KEYRING,
    keyringFile: raw.KEYRING_FILE,
    trustedProxies: addressesOf(raw.TRUSTED_PROXIES ?? ''),
    secretScanningUrl: raw.SECRET_SCANNING_URL,
    dropboxUrl: raw.DROPBOX_URL?.replace(/\/+$/, ''),
    accelPrefix: raw.X_ACCEL_PREFIX,
    logLevel: raw.LOG_LEVEL,
  };
}
