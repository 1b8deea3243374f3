/** What the demo store sells. Honest samples: each page says what the product really is. */
export type DemoProduct = {
  /** Fixed, so that examples in the documentation fit every demo store; later numbers are given out above them. */
  number: number;
  slug: string;
  title: string;
  tagline: string;
  category: string;
  platform: string;
  author: string;
  requiresVersion: string;
  testedVersion: string;
  /** False for what has no file by nature. */
  deliversFiles?: boolean;
  descriptionMd: string;
  plans: DemoPlan[];
  releases: DemoRelease[];
};

export type DemoPlan = {
  number: number;
  name: string;
  /** US cents. */
  unitAmount: number;
  activationLimit: number | null;
  termDays: number | null;
  /** Left out: paid once. */
  billingInterval?: 'month' | 'year';
  trialDays?: number;
};

export type DemoRelease = {
  version: string;
  channel?: 'stable' | 'beta';
  daysAgo: number;
  upgradeNotice?: string;
  changelogMd: string;
  testedVersion?: string;
};

const A_YEAR = 365;

const acmeBackupPro: DemoProduct = {
  number: 101,
  slug: 'acme-backup-pro',
  title: 'Acme Backup Pro',
  tagline: 'A sample program that really activates, updates and deactivates against this store.',
  category: 'Backup',
  platform: 'Node.js',
  author: 'Acme',
  requiresVersion: 'Node 18',
  testedVersion: 'Node 24',
  descriptionMd: `Acme Backup Pro shows what your customers get when they buy from this store. It is a real download: a small
licensed program in one readable file, already pointed at this store.

- **Activate** it with the key of your order and watch the activation appear in your account.
- **Check for updates** and let it download the newest version and verify its SHA-256.
- **Deactivate** it, or delete the activation in your account and see how the program reacts.

It backs up nothing. Read it, copy it, and put its five calls into your own program.

### What you need
Node 18 or later. Nothing is installed; unpack the zip and run one file.

### Refunds
Payments of this demo store are not real, so there is nothing to refund. In your own store this is the place for your rule.`,
  plans: [
    { number: 102, name: 'Personal', unitAmount: 4900, activationLimit: 5, termDays: A_YEAR },
    { number: 103, name: 'Agency', unitAmount: 14_900, activationLimit: null, termDays: A_YEAR },
    { number: 104, name: 'Lifetime', unitAmount: 24_900, activationLimit: 10, termDays: null },
  ],
  releases: [
    {
      version: '2.0.0',
      daysAgo: 120,
      upgradeNotice: 'Needs Node 18. Stay on 1.x where you still run Node 16.',
      changelogMd: '- Speaks to the store with nothing but what Node brings along\n- Needs Node 18 or later',
    },
    {
      version: '2.0.1',
      daysAgo: 65,
      changelogMd:
        '- Says plainly when an activation was deleted in the account\n- Waits 15 seconds at most for the store',
    },
    {
      version: '2.1.0',
      daysAgo: 12,
      changelogMd:
        '- Compares the SHA-256 of a download with the one the store promises\n- Keeps the download with `--out`\n- Exit codes for scripts',
    },
    {
      version: '2.2.0-beta.1',
      channel: 'beta',
      daysAgo: 3,
      testedVersion: 'Node 25',
      changelogMd:
        '- The same program under the number of the next version, for those who asked for betas\n- Tested with Node 25',
    },
  ],
};

const acmeCli: DemoProduct = {
  number: 105,
  slug: 'acme-cli',
  title: 'Acme CLI',
  tagline: 'The same sample program, sold to people who live in a terminal.',
  category: 'Developer tools',
  platform: 'Command line',
  author: 'Acme',
  requiresVersion: 'Node 18',
  testedVersion: 'Node 24',
  descriptionMd: `A second product, so that you can see how a store with several behaves: one master key for all of them, one row for
each in API Keys and API Downloads.

The download holds the sample program of Acme Backup Pro, preset to this product. A device is whatever you run it on; every
run with another \`--instance\` counts as another device.

The plan Monthly is a subscription: two weeks cost nothing, then it renews every month until you cancel it in your account.`,
  plans: [
    { number: 106, name: 'Solo', unitAmount: 2900, activationLimit: 3, termDays: A_YEAR },
    { number: 107, name: 'Team', unitAmount: 9900, activationLimit: 25, termDays: A_YEAR },
    {
      number: 109,
      name: 'Monthly',
      unitAmount: 400,
      activationLimit: 3,
      termDays: null,
      billingInterval: 'month',
      trialDays: 14,
    },
  ],
  releases: [{ version: '1.4.0', daysAgo: 30, changelogMd: '- First version sold in this store' }],
};

const acmeCloudPass: DemoProduct = {
  number: 108,
  slug: 'acme-cloud-pass',
  title: 'Acme Cloud Pass',
  tagline: 'A right without a file: a key that a hosted service asks for.',
  category: 'Cloud',
  platform: 'Any',
  author: 'Acme',
  requiresVersion: '',
  testedVersion: '',
  deliversFiles: false,
  descriptionMd: `Not everything you sell is a download. Acme Cloud Pass has no file at all: a hosted service would take the key, ask
this store whether it is active, and count one workspace for each activation.

It has a single plan, so its product ID and its plan share one number.`,
  plans: [{ number: 108, name: 'One workspace', unitAmount: 1200, activationLimit: 1, termDays: A_YEAR }],
  releases: [],
};

/** In the order of the storefront. The first product's first plan is what `demo:order` buys by default. */
export const DEMO_PRODUCTS: readonly DemoProduct[] = [acmeBackupPro, acmeCli, acmeCloudPass];
