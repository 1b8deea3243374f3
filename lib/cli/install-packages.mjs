import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Refused } from './refused.mjs';
import { runQuietly } from './run-quietly.mjs';

const TRIES = 3;
const PAUSE_MS = 3_000;
const LINES_SHOWN = 15;

/** Installs exactly what package-lock.json names, unless node_modules already holds just that. */
export async function installPackages(root, say) {
  if (isInstalled(root)) return;
  say('Packages: installing (a minute or two, once) …');
  const started = performance.now();
  for (let attempt = 1; ; attempt++) {
    const { ok, output } = await npmCi(root);
    if (ok) break;
    if (attempt === TRIES) {
      console.error(output.trim().split('\n').slice(-LINES_SHOWN).join('\n'));
      throw new Refused('The packages could not be installed; npm says why above.');
    }
    say(`Packages: npm failed, trying again (${attempt + 1} of ${TRIES}) …`);
    await wait(PAUSE_MS * attempt);
  }
  say(`Packages: installed in ${Math.round((performance.now() - started) / 1000)} s`);
}

/** Install scripts stay off: no package of ours needs one, and each is a door into the machine. */
function npmCi(root) {
  // npm hands its own path to the scripts it runs; under plain node the one on the PATH is taken.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev'];
  const isWindows = process.platform === 'win32';
  const options = { cwd: root, env: process.env };
  return npm && /\.c?js$/.test(npm)
    ? runQuietly(process.execPath, [npm, ...args], options)
    : runQuietly(isWindows ? 'npm.cmd' : 'npm', args, options);
}

/** npm's own record inside node_modules names what is there; it is compared with the lock file, entry by entry. */
export function isInstalled(root) {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(record, 'utf8')).packages;
  const isAsWanted = ([name, entry]) => {
    const there = present[name];
    if (!there) return name === '' || entry.optional === true;
    return there.version === entry.version;
  };
  return Object.entries(wanted).every(isAsWanted);
}
