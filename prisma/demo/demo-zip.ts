import { writeZip } from './write-zip';

type ZipFacts = {
  /** Folder in the archive. */
  slug: string;
  title: string;
  version: string;
  /** The product number that the client sends. */
  productNumber: number;
  storeUrl: string;
  changelogMd: string;
  /** The text of lib/cli/demo-client.mjs. */
  clientSource: string;
};

/** The file a buyer of a demo product downloads: the sample client, preset to this store and product, and how to use it. */
export function demoZip(facts: ZipFacts): Buffer {
  const { slug, version, productNumber, storeUrl } = facts;
  const store = { url: storeUrl, productId: productNumber, version };
  return writeZip([
    { name: `${slug}/README.md`, content: readme(facts) },
    { name: `${slug}/demo-client.mjs`, content: facts.clientSource },
    { name: `${slug}/store.json`, content: `${JSON.stringify(store, null, 2)}\n` },
    { name: `${slug}/curl.md`, content: curl(facts) },
  ]);
}

function readme(facts: ZipFacts): string {
  return `# ${facts.title} ${facts.version}

A sample of licensed software. It needs Node 18 or later and installs nothing.

    node demo-client.mjs --key YOUR_KEY

That activates this installation, asks for its status, looks for an update, downloads and verifies it, and deactivates.
One step alone: \`--only activate\`, \`--only status\`, \`--only update\` or \`--only deactivate\`. All flags: \`--help\`.

Your key is on the thank-you page, in the order mail and in your account under API Keys:
${facts.storeUrl}/account/api-keys

store.json says which store and product this copy belongs to. curl.md shows the same calls without any program.

## What is new in ${facts.version}

${facts.changelogMd}
`;
}

function curl({ storeUrl, productNumber }: ZipFacts): string {
  const call = (action: string) =>
    `    curl -X POST '${storeUrl}/?wc-api=wc-am-api&wc_am_action=${action}&product_id=${productNumber}&instance=my-laptop&api_key=YOUR_KEY'`;
  return `# The calls by hand

Every call is one request. \`instance\` is any text that names this installation and stays the same.

${['activate', 'status', 'deactivate'].map(call).join('\n')}
`;
}
