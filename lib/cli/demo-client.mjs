#!/usr/bin/env node
// A licensed program in small: activates, asks for its status and for updates, downloads and verifies one, deactivates.
// Plain Node 18 or later, this one file, nothing to install. It ships in the demo product's zip, beside a store.json
// that presets store and product; in the store's own folder it reads the demo facts that `npm start` wrote.

import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

export const EXIT = { ok: 0, fault: 1, refused: 2, inactive: 3, badDownload: 4 };

const STEPS = ['activate', 'status', 'update', 'deactivate'];
const WAIT_MS = 15_000;

const HELP = `Usage: node demo-client.mjs [--key KEY] [--url STORE] [--product NUMBER] [--instance ID]
                            [--only ${STEPS.join('|')}] [--have VERSION] [--out FILE] [--sha256 HEX]

  --key       the Product Order API Key or the Master API Key
  --url       the store's address
  --product   the product ID
  --instance  what identifies this installation; made from the host name when left out
  --only      one step instead of all four
  --have      the version this program pretends to be
  --out       keep the downloaded update in this file
  --sha256    what the download must hash to, as the API Downloads page shows it

Exit codes: 0 done, 1 store not reached or wrong use, 2 refused, 3 not active, 4 download does not match its checksum.`;

/** A step that cannot go on: `text` is for the person, `code` for the shell. */
class Stop extends Error {
  constructor(text, code) {
    super(text);
    this.code = code;
  }
}

function readOptions(argv) {
  const names = ['key', 'url', 'product', 'instance', 'only', 'have', 'out', 'sha256'];
  const options = { help: { type: 'boolean' }, ...Object.fromEntries(names.map((name) => [name, { type: 'string' }])) };
  let values;
  try {
    ({ values } = parseArgs({ args: argv, options, strict: true }));
  } catch (error) {
    throw new Stop(`${error.message}\n\n${HELP}`, EXIT.fault);
  }
  if (values.help) throw new Stop(HELP, EXIT.ok);
  if (values.only !== undefined && !STEPS.includes(values.only)) {
    throw new Stop(`--only knows ${STEPS.join(', ')}.`, EXIT.fault);
  }
  // Before the store is asked for anything: what fails after the activation leaves its place taken.
  const obstacle = values.out ? obstacleAt(values.out) : undefined;
  if (obstacle) throw new Stop(`--out ${values.out} cannot be written: ${obstacle}.`, EXIT.fault);
  return values;
}

/** Why no file can be written here, or undefined. */
function obstacleAt(file) {
  const folder = path.dirname(path.resolve(file));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return `there is no folder ${folder}`;
  if (existsSync(file) && statSync(file).isDirectory()) return 'it is a folder';
  try {
    accessSync(existsSync(file) ? file : folder, constants.W_OK);
    return undefined;
  } catch {
    return 'this user may not write there';
  }
}

/** What the folder around this file knows: store.json in a download, demo.json in the data folder of a demo store. */
function readPresets() {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const dataDir = process.env.DATA_DIR || '.data';
  for (const file of [path.join(here, 'store.json'), path.resolve(dataDir, 'demo.json')]) {
    if (!existsSync(file)) continue;
    const { url, productId, productOrderApiKey, version } = readJson(file);
    return { url, product: productId, key: productOrderApiKey, version };
  }
  return {};
}

function readJson(file) {
  try {
    const facts = JSON.parse(readFileSync(file, 'utf8'));
    if (isObject(facts)) return facts;
  } catch {
    // Told below, with what is JSON and no facts.
  }
  throw new Stop(`${file} is damaged. Move it away and give --url, --key and --product here.`, EXIT.fault);
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether fetch can call it: a web address, and without a name and password, which fetch refuses. */
function isStoreAddress(text) {
  try {
    const { protocol, username, password } = new URL(text);
    return /^https?:$/.test(protocol) && !username && !password;
  } catch {
    return false;
  }
}

function readLicense(options) {
  const presets = readPresets();
  const license = {
    url: String(options.url ?? presets.url ?? ''),
    key: String(options.key ?? presets.key ?? ''),
    product: String(options.product ?? presets.product ?? ''),
    instance: options.instance ?? `demo-${createHash('sha256').update(hostname()).digest('hex').slice(0, 12)}`,
    version: String(options.have ?? presets.version ?? '1.0.0'),
  };
  const missing = ['url', 'key', 'product'].filter((name) => !license[name]);
  if (missing.length > 0) {
    throw new Stop(
      `Missing: ${missing.map((name) => `--${name}`).join(', ')}. Start the demo store with npm start, or give them here.`,
      EXIT.fault,
    );
  }
  if (!isStoreAddress(license.url)) {
    throw new Stop('--url takes a store’s address like https://store.example.com, without a password.', EXIT.fault);
  }
  return license;
}

/** One call of the client API: parameters in the query of a POST, as installed client software sends them. */
async function call(license, action, extra = {}) {
  const address = new URL(license.url);
  const parameters = {
    'wc-api': 'wc-am-api',
    wc_am_action: action,
    api_key: license.key,
    product_id: license.product,
    instance: license.instance,
    object: hostname(),
    ...extra,
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  const response = await reach(address, { method: 'POST' });
  if (!response.ok) throw new Stop(`The store answered ${response.status}. Try again later.`, EXIT.fault);
  const answer = await response.json().catch(() => undefined);
  if (isObject(answer)) return answer;
  throw new Stop('The store did not answer as a licence server does. Is the address right?', EXIT.fault);
}

async function reach(address, init = {}) {
  try {
    return await fetch(address, { ...init, signal: AbortSignal.timeout(WAIT_MS) });
  } catch (error) {
    throw noAnswer(address, error);
  }
}

function noAnswer(address, { name, cause }) {
  const why = name === 'TimeoutError' ? `nothing for ${WAIT_MS / 1000} seconds` : cause?.code || cause?.message || name;
  return new Stop(`The store at ${address.origin} did not answer (${why}).`, EXIT.fault);
}

const plain = (html) => String(html).replace(/<[^>]*>/g, '');

function refused(answer) {
  return new Stop(`The store refused: ${plain(answer.error ?? answer.data?.error ?? 'no reason given')}`, EXIT.refused);
}

const NOT_ACTIVE =
  'This installation is not active. Its activation was deleted in the account, or there never was one.\n' +
  '            Run this with --only activate to activate it again.';

async function activate(license) {
  const answer = await call(license, 'activate', { software_version: license.version });
  if (answer.success !== true || answer.activated !== true) throw refused(answer);
  say('activate', `done. ${answer.message}.`);
}

async function status(license) {
  const answer = await call(license, 'status', { version: license.version });
  if (answer.success !== true) throw refused(answer);
  if (answer.status_check !== 'active') throw new Stop(NOT_ACTIVE, EXIT.inactive);
  const {
    total_activations: used,
    total_activations_purchased: bought,
    unlimited_activations: unlimited,
  } = answer.data;
  say('status', `active. ${used} of ${unlimited ? 'unlimited' : bought} activations in use.`);
}

async function update(license, options) {
  const answer = await call(license, 'update', {
    slug: 'acme-backup-pro',
    plugin_name: 'acme-backup-pro/demo-client.mjs',
    version: license.version,
  });
  const found = answer.data?.package;
  if (answer.success !== true || !found) throw refused(answer);
  if (!found.new_version) return say('update', 'the store has no release of this product.');
  if (!isNewer(found.new_version, license.version)) return say('update', `${license.version} is the newest version.`);
  say('update', `${found.new_version} is available, this is ${license.version}.`);
  if (!found.package) throw new Stop(NOT_ACTIVE, EXIT.inactive);
  await download(new URL(found.package, license.url), options);
}

async function download(address, options) {
  const response = await reach(address);
  if (!response.ok) throw new Stop(`The download was refused with ${response.status}.`, EXIT.refused);
  const bytes = Buffer.from(
    await response.arrayBuffer().catch((error) => {
      throw noAnswer(address, error);
    }),
  );
  say('download', `${bytes.length} bytes.`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const promised = options.sha256?.toLowerCase() ?? promisedDigest(response.headers);
  if (promised === undefined) say('verify', `SHA-256 ${sha256}; the store named none to compare it with.`);
  else if (promised !== sha256) {
    throw new Stop(`The download hashes to ${sha256} and should to ${promised}. It was not kept.`, EXIT.badDownload);
  } else say('verify', `SHA-256 ${sha256} matches.`);
  if (options.out) keep(options.out, bytes);
}

function keep(file, bytes) {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new Stop(`The download could not be kept in ${file} (${error.code}).`, EXIT.fault);
  }
  say('keep', file);
}

/** The SHA-256 of RFC 9530's Repr-Digest header as hex, or undefined. */
function promisedDigest(headers) {
  const found = /sha-256=:([A-Za-z0-9+/=]+):/.exec(headers.get('repr-digest') ?? '');
  return found ? Buffer.from(found[1], 'base64').toString('hex') : undefined;
}

function isNewer(offered, own) {
  const parts = (version) => version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const [left, right] = [parts(offered), parts(own)];
  for (let n = 0; n < Math.max(left.length, right.length); n++) {
    const difference = (left[n] ?? 0) - (right[n] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

async function deactivate(license) {
  const answer = await call(license, 'deactivate');
  if (answer.success !== true || answer.deactivated !== true) throw refused(answer);
  say('deactivate', `done. ${answer.activations_remaining}.`);
}

function say(step, text) {
  console.log(`${step.padEnd(12)}${text}`);
}

const RUN = { activate, status, update, deactivate };

async function main() {
  let step = 'demo-client';
  try {
    const options = readOptions(process.argv.slice(2));
    const license = readLicense(options);
    say('store', license.url);
    say('product', `${license.product}, key …${license.key.slice(-4)}, instance ${license.instance}`);
    for (step of options.only ? [options.only] : STEPS) await RUN[step](license, options);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    if (error.code === EXIT.ok) console.log(error.message);
    else console.error(`${step.padEnd(12)}${error.message}`);
    return error.code;
  }
}

process.exitCode = await main();
