// The import rule of the house (lib/README.md): arrows point down only. Each rule names what a part must not import.
const GROUND =
  '^lib/(env|errors|clock|address-block|csv-line|vat-id|minor-units|wait-at-most|guard-way-out|ways-out|plain-page)\\.ts$|^lib/secrets/';
const LEAF = '^lib/(catalog|customers|settings|audit|request-log|call-limits|idempotency)/';
const WAYS_OUT = '^lib/(payments|storage|email|dropbox|jobs|db)/';
const ANY_LIB = '^(lib|prisma)/';

/** `from` may import its own folder, packages, and of lib only what `may` names. */
const only = (name, from, may, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: ANY_LIB, pathNot: [from, GROUND, ...may] },
});

const notPackage = (name, from, packages, comment) => ({
  name,
  severity: 'error',
  comment,
  from,
  to: { path: packages.map((one) => `node_modules/${one}(/|$)`) },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one thought in two places, or one of them is in the wrong place.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      comment: 'An import that cannot be followed cannot be checked.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'app-uses-features',
      severity: 'error',
      comment: 'Pages read a request, call a feature and render. They know no database, no vendor and no process.',
      from: { path: '^app/' },
      to: { path: `${WAYS_OUT}|^lib/(server|cli)/|^lib/env\\.ts$|^prisma/` },
    },
    {
      name: 'app-enters-a-protocol-by-its-handle',
      severity: 'error',
      comment:
        'A route hands the request to handle.ts; parse and present are the protocol’s own. The table of use cases is a page.',
      from: { path: '^app/' },
      to: {
        path: '^lib/protocols/',
        pathNot: '/handle\\.ts$|/use-cases(/use-case)?\\.ts$|^lib/protocols/exchange\\.ts$',
      },
    },
    {
      name: 'ui-is-free-of-data',
      severity: 'error',
      comment: 'app/_ui is shared and shows what it is given. How many digits a currency has is no data (ADR 0099).',
      from: { path: '^app/_ui/' },
      to: { path: ANY_LIB, pathNot: '^lib/minor-units\\.ts$' },
    },
    notPackage(
      'app-uses-no-vendor',
      { path: '^app/' },
      ['pg', '@prisma', 'stripe', 'nodemailer', 'next-auth', 'pino', '@aws-sdk', 'dropbox'],
      'Vendors live in their one home in lib.',
    ),
    {
      name: 'lib-never-imports-app',
      severity: 'error',
      comment: 'lib runs in a plain Node test.',
      from: { path: ANY_LIB },
      to: { path: '^(app|tests)/' },
    },
    notPackage(
      'only-auth-and-server-know-next',
      { path: '^lib/', pathNot: '^lib/(auth|server)/' },
      ['next', 'next-auth'],
      'Only lib/auth and lib/server may know the framework.',
    ),
    notPackage(
      'react-draws-pages-and-mails',
      { path: '^lib/', pathNot: '^lib/(auth|server)/|^lib/email/[^/]+\\.tsx$' },
      ['react', 'react-dom', '@react-email'],
      'Of lib only the frame of mails (lib/email/*.tsx) is drawn with React; what a mail says is plain values.',
    ),
    notPackage(
      'next-auth-has-one-home',
      { path: '^lib/', pathNot: '^lib/auth/' },
      ['next-auth'],
      'lib/auth is the one place that knows next-auth.',
    ),
    notPackage(
      'stripe-has-one-home',
      { path: '^lib/', pathNot: '^lib/payments/' },
      ['stripe'],
      'lib/payments speaks with Stripe in our own words.',
    ),
    notPackage(
      'mail-has-one-home',
      { path: '^lib/', pathNot: '^lib/email/' },
      ['nodemailer'],
      'lib/email is the one place that sends.',
    ),
    notPackage(
      'dropbox-has-one-home',
      { path: '^lib/', pathNot: '^lib/dropbox/' },
      ['dropbox'],
      'lib/dropbox is the one place that speaks with Dropbox.',
    ),
    only('auth-binds-customers', '^lib/auth/', ['^lib/customers/'], 'lib/auth only binds customers to next-auth.'),
    only(
      'protocols-translate',
      '^lib/protocols/(?!v1/manage/)',
      ['^lib/protocols/', LEAF, '^lib/(licensing|orders|downloads|access-keys|webhooks)/'],
      'A protocol translates for the features; it knows no way out.',
    ),
    only(
      'management-does-what-admins-do',
      '^lib/protocols/v1/manage/',
      [
        '^lib/protocols/',
        LEAF,
        '^lib/(licensing|orders|downloads|uploads|access-keys|webhooks|mailbox|reports|system)/',
      ],
      'Whatever an admin page shows, an operation may: mails and reports besides the rest. No way out.',
    ),
    {
      name: 'protocols-do-not-meet',
      severity: 'error',
      comment: 'What a second protocol needs too belongs into a feature.',
      from: { path: '^lib/protocols/([^/]+)/' },
      to: { path: '^lib/protocols/[^/]+/', pathNot: '^lib/protocols/$1/' },
    },
    only(
      'features-stand-on-licensing',
      '^lib/(orders|downloads|uploads|webhooks)/',
      [LEAF, WAYS_OUT, '^lib/licensing/', '^lib/(orders|downloads|uploads|access-keys|webhooks)/'],
      'Features use licensing, leaf features and ways out.',
    ),
    only(
      'developer-keys-know-no-licence',
      '^lib/access-keys/',
      ['^lib/(settings|audit|call-limits|idempotency|db|jobs)/'],
      'Keys of the management API know their owner’s row, and no order, licence or page.',
    ),
    only(
      'mails-are-written-from-orders',
      '^lib/mailbox/',
      // A mail about a version goes to those who may download it, by the one rule there is.
      [LEAF, WAYS_OUT, '^lib/(orders|licensing|access-keys)/', '^lib/downloads/entitled-releases\\.ts$'],
      'lib/mailbox reads orders and settings so that lib/email need not.',
    ),
    only(
      'personal-data-is-of-everything',
      '^lib/personal-data/',
      // What a person takes out or has deleted lies in every feature; none of them knows of it.
      [LEAF, WAYS_OUT, '^lib/(orders|downloads|licensing|access-keys|mailbox)/'],
      'An account is told and deleted as a whole, above the features that hold its parts.',
    ),
    only(
      'reports-only-read',
      '^lib/reports/',
      ['^lib/(db|licensing|settings|health)/', '^lib/storage/check-storage\\.ts$'],
      'A report counts what is there; whoever changes something is no report.',
    ),
    only(
      'licensing-is-the-core',
      '^lib/licensing/',
      [LEAF, '^lib/(db|jobs)/'],
      'The core knows no order, no payment and no mail.',
    ),
    only(
      'leaves-stand-alone',
      '^lib/(catalog|customers|settings|request-log|health|call-limits|idempotency)/',
      [
        '^lib/(audit|db|jobs)/',
        '^lib/(catalog|customers|settings|request-log|health|call-limits|idempotency)/',
        '^lib/storage/(storage-settings|check-storage)\\.ts$',
        // An account is born with its default key, and one that is closed loses its keys, each in one transaction.
        '^lib/access-keys/(ensure-default-key|revoke-keys-of)\\.ts$',
      ],
      'Leaf features use the audit, the database and the outbox.',
    ),
    {
      name: 'storage-is-tried-by-its-settings',
      severity: 'error',
      comment:
        'Of the leaves only the settings of storage know storage: the shape they fill, and the check that tries it.',
      from: {
        path: '^lib/(catalog|customers|settings|request-log|health|call-limits|idempotency)/',
        pathNot: '^lib/settings/[a-z-]*storage[a-z-]*\\.ts$',
      },
      to: { path: '^lib/storage/' },
    },
    {
      name: 'leaves-do-not-meet',
      severity: 'error',
      comment: 'A leaf feature knows no other.',
      from: { path: '^lib/(catalog|customers|settings|request-log|health|call-limits|idempotency)/' },
      to: {
        path: '^lib/(catalog|customers|settings|request-log|health|call-limits|idempotency)/',
        pathNot: '^lib/$1/',
      },
    },
    only('audit-writes-rows', '^lib/audit/', ['^lib/db/'], 'The audit knows the database only.'),
    only(
      'backups-copy-rows-and-files',
      '^lib/backup/',
      ['^lib/(db|storage)/'],
      'A backup knows tables and files, no feature.',
    ),
    only(
      'the-system-keeps-itself',
      '^lib/system/',
      // A rehearsed restore is looked over as the doctor looks over the store.
      [
        '^lib/(audit|settings|backup|db|jobs)/',
        '^lib/licensing/(find-missing-keys|recount-activations)\\.ts$',
        '^lib/orders/find-unfulfilled-orders\\.ts$',
      ],
      'What the store does to outlive its machine; no feature knows of it.',
    ),
    only('jobs-know-the-database', '^lib/jobs/', ['^lib/db/'], 'What a job does is wired in lib/server.'),
    only('payments-know-no-feature', '^lib/payments/', [], 'A way out does its vendor’s work.'),
    only('storage-knows-no-feature', '^lib/storage/', [], 'A way out does its vendor’s work.'),
    only('dropbox-knows-no-feature', '^lib/dropbox/', [], 'A way out does its vendor’s work.'),
    only('email-knows-no-feature', '^lib/email/', [], 'lib/email is handed what to say.'),
    only('database-knows-no-feature', '^lib/db/', [], 'A way out does its vendor’s work.'),
    only('ground-is-ground', GROUND, [], 'The ground stands on nothing.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^lib/db/generated|^\\.next|^\\.build' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
