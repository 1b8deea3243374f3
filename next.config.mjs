/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // These load native code or read their own files at run time, so they must not be bundled.
  serverExternalPackages: [
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
    '@node-rs/argon2',
    'pino',
    'nodemailer',
    'dropbox',
    '@aws-sdk/client-s3',
    '@aws-sdk/lib-storage',
    '@aws-sdk/s3-request-presigner',
  ],
  // As large as the server lets a form be (lib/server/answer-requests.ts): a list of keys is the largest one.
  experimental: { serverActions: { bodySizeLimit: '2mb' } },
  // `npm run check` type-checks the whole tree, tests included; doing it again here would only cost time.
  typescript: { ignoreBuildErrors: true },
  async redirects() {
    // Names under which people look for their keys.
    const apiKeys = ['/settings/api-keys', '/api-keys', '/access/api-key-manager', '/account/settings/api-keys'];
    const credentials = ['/user-control', '/credentials'];
    return [
      ...apiKeys.map((source) => ({ source, destination: '/account/api-keys', permanent: false })),
      ...credentials.map((source) => ({ source, destination: '/account/credentials', permanent: false })),
    ];
  },
  async rewrites() {
    // What the client lane does for a server without one: at any path, the query alone decides (wc-am.md 1.1).
    return {
      beforeFiles: [
        { source: '/:path*', has: [{ type: 'query', key: 'wc-api' }], destination: '/api/wc-am' },
        { source: '/', has: [{ type: 'query', key: 'am_download_file' }], destination: '/downloads/package' },
        { source: '/wc-api/:name*', destination: '/api/wc-am?wc-api=:name*' },
      ],
    };
  },
};

export default config;
