import { z } from 'zod';

/** What the client calls answer, for the OpenAPI document. `present.ts` writes it; a test holds the two together. */
const count = z.int();
const instant = z.iso.datetime();

const allowance = z
  .object({ limit: count.nullable(), used: count, remaining: count.nullable() })
  .meta({ id: 'Allowance', description: 'Places of a licence. A limit of null is unlimited.' });

const resource = z
  .object({
    number: count,
    product: z.object({ number: count, title: z.string() }),
    plan: z.object({ number: count }),
    orderNumber: count,
    subscriptionNumber: z.int().nullable(),
    allowance,
    expiresAt: instant.nullable(),
    graceUntil: instant.nullable(),
  })
  .meta({ id: 'LicensedResource' });

const asked = z.union([z.int(), z.string()]).describe('The product as it was asked for.');

const activatedAnswer = z
  .object({
    active: z.literal(true),
    activation: z.object({
      id: z.uuid(),
      product: asked,
      instance: z.string(),
      label: z.string(),
      version: z.string(),
    }),
    allowance,
  })
  .meta({ id: 'Activated' });

const deactivatedAnswer = z
  .object({ active: z.literal(false), product: asked, instance: z.string(), allowance })
  .meta({ id: 'Deactivated' });

const statusAnswer = z
  .object({
    active: z.boolean(),
    activation: z.object({ id: z.uuid(), version: z.string() }).nullable(),
    product: asked,
    instance: z.string(),
    allowance,
    expiresAt: instant.nullable(),
    graceUntil: instant.nullable(),
    resources: z.array(resource),
  })
  .meta({ id: 'LicenceStatus' });

const productsAnswer = z.object({ keyKind: z.string(), resources: z.array(resource) }).meta({ id: 'LicensedProducts' });

const updatesAnswer = z
  .object({
    licensed: z.boolean(),
    product: z.object({ number: count, title: z.string(), author: z.string(), url: z.string() }),
    release: z
      .object({
        version: z.string(),
        releasedAt: instant,
        changelog: z.string(),
        upgradeNotice: z.string(),
        requires: z.string(),
        tested: z.string(),
        requiresPhp: z.string(),
      })
      .nullable(),
    file: z.object({ name: z.string(), size: z.int(), sha256: z.string().nullable() }).nullable(),
    package: z.object({ url: z.string(), expiresAt: instant }).nullable(),
  })
  .meta({ id: 'Update' });

const about = z.object({
  product: z.union([z.int().min(0), z.string()]).describe('Its number, or the title that older software knows.'),
  instance: z.string().min(1).max(190),
  version: z.string().max(20).optional(),
});

/** One client call as the document tells it. */
export type ClientPath = {
  path: `/${string}`;
  methods: readonly ('get' | 'post')[];
  summary: string;
  asks: z.ZodObject;
  answers: z.ZodType;
  status: 200 | 201;
};

export const CLIENT_PATHS: readonly ClientPath[] = [
  {
    path: '/activations',
    methods: ['post'],
    summary: 'Take a place of a licence for an instance.',
    asks: about.extend({ label: z.string().max(190).optional() }).meta({ id: 'ActivationWish' }),
    answers: activatedAnswer,
    status: 201,
  },
  {
    path: '/deactivations',
    methods: ['post'],
    summary: 'Give the place of an instance back.',
    asks: about.meta({ id: 'AboutInstance' }),
    answers: deactivatedAnswer,
    status: 200,
  },
  {
    path: '/status',
    methods: ['post'],
    summary: 'Ask whether an instance holds a place, and until when.',
    asks: about.meta({ id: 'AboutInstance' }),
    answers: statusAnswer,
    status: 200,
  },
  {
    path: '/products',
    methods: ['get', 'post'],
    summary: 'List what a licence key opens.',
    asks: z.object({}),
    answers: productsAnswer,
    status: 200,
  },
  {
    path: '/updates',
    methods: ['get', 'post'],
    summary: 'Ask for the newest version, and with a live activation where to fetch it.',
    asks: about.extend({ instance: z.string().max(190).optional() }).meta({ id: 'UpdateQuestion' }),
    answers: updatesAnswer,
    status: 200,
  },
];
