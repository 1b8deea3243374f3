// A real S3 server that checks signatures: OpenStack Swift's s3api from Debian, on free loopback ports in a temporary folder.
// Nothing of it outlives stop(). Needs root (to install) and Debian.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runQuietly } from '../lib/cli/run-quietly.mjs';

const PACKAGES = ['swift', 'swift-proxy', 'swift-account', 'swift-container', 'swift-object'];
const SERVERS = ['account', 'container', 'object', 'proxy'];
const INSTALL_TRIES = 4;
const READY_MS = 90_000;
const POLICY = '/usr/sbin/policy-rc.d';

export const CREDENTIALS = { accessKeyId: 'test:tester', secretAccessKey: 'testing', region: 'us-east-1' };

/** Installs Debian's packages when they are missing. Resolves to why Swift cannot run here, or to undefined when it can. */
export async function prepareSwift(say) {
  if (process.getuid?.() !== 0) return 'only root can install and start Swift';
  if (!existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get'))
    return 'Swift comes from Debian, and this is not Debian';
  if (isInstalled()) return undefined;
  const restorePolicy = keepServicesStopped();
  try {
    for (let attempt = 1; attempt <= INSTALL_TRIES; attempt++) {
      say(`Installing Swift (${attempt} of ${INSTALL_TRIES}) …`);
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      await runQuietly('apt-get', ['update'], { cwd: '/', env });
      const install = ['install', '-y', '--no-install-recommends', ...PACKAGES];
      const { ok, output } = await runQuietly('apt-get', install, { cwd: '/', env });
      if (ok && isInstalled()) return undefined;
      say(output.trim().split('\n').slice(-3).join('\n'));
      if (attempt < INSTALL_TRIES) await wait(10_000 * attempt);
    }
  } finally {
    restorePolicy();
  }
  return 'Debian’s packages of Swift could not be installed';
}

/** Starts the four servers. Resolves to the endpoint and `stop` once a signed world can begin. */
export async function startSwift() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'latchkey-swift-'));
  const children = [];
  const stop = async () => {
    for (const child of children) child.kill('SIGTERM');
    await Promise.all(children.map(ended));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const ports = await freePorts(SERVERS);
    writeConfigs(folder, ports);
    buildRings(folder, ports);
    execFileSync('chown', ['-R', 'swift:swift', folder]);
    for (const name of SERVERS) children.push(startServer(folder, name));
    const endpoint = `http://127.0.0.1:${ports.proxy}`;
    await untilReady({ folder, ports, children });
    return { endpoint, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function isInstalled() {
  return SERVERS.every((name) => existsSync(`/usr/bin/swift-${name}-server`));
}

/** Debian starts a service on installation unless this policy says no; one that was there before is put back. */
function keepServicesStopped() {
  const before = existsSync(POLICY) ? readFileSync(POLICY) : undefined;
  writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  return () => (before ? writeFileSync(POLICY, before, { mode: 0o755 }) : rmSync(POLICY, { force: true }));
}

function startServer(folder, name) {
  const log = openSync(path.join(folder, `${name}.log`), 'a');
  const args = [path.join(folder, `${name}-server.conf`)];
  return spawn(`/usr/bin/swift-${name}-server`, args, { cwd: folder, stdio: ['ignore', log, log] });
}

async function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await new Promise((resolve) => child.once('exit', resolve));
  clearTimeout(force);
}

function writeConfigs(folder, ports) {
  for (const name of ['account', 'container', 'object']) {
    mkdirSync(path.join(folder, 'disks', name, 'd1'), { recursive: true });
    const app = `${name}-server`;
    writeFileSync(
      path.join(folder, `${app}.conf`),
      `${common(folder, ports[name])}devices = ${folder}/disks/${name}\nmount_check = false\n` +
        `[pipeline:main]\npipeline = ${app}\n[app:${app}]\nuse = egg:swift#${name}\n`,
    );
  }
  const filters = ['catch_errors', 'gatekeeper', 'cache', 's3api', 'tempauth', 'bulk', 'slo', 'symlink'];
  filters.push('versioned_writes', 'copy');
  const eggs = { cache: 'memcache' };
  const options = { tempauth: 'user_test_tester = testing .admin\n', cache: 'memcache_servers = 127.0.0.1:1\n' };
  writeFileSync(
    path.join(folder, 'proxy-server.conf'),
    `${common(folder, ports.proxy)}[pipeline:main]\npipeline = ${filters.join(' ')} proxy-server\n` +
      '[app:proxy-server]\nuse = egg:swift#proxy\naccount_autocreate = true\n' +
      filters.map((name) => `[filter:${name}]\nuse = egg:swift#${eggs[name] ?? name}\n${options[name] ?? ''}`).join(''),
  );
}

function common(folder, port) {
  return (
    `[DEFAULT]\nbind_ip = 127.0.0.1\nbind_port = ${port}\nworkers = 0\nuser = swift\nswift_dir = ${folder}\n` +
    'log_statsd_host =\n'
  );
}

/** One Python process for the three rings: swift-ring-builder would be nine. */
function buildRings(folder, ports) {
  const script = `
import sys
from swift.common.ring import RingBuilder
folder = sys.argv[1]
for name, port in zip(('account', 'container', 'object'), map(int, sys.argv[2:])):
    ring = RingBuilder(4, 1, 1)
    ring.add_dev(dict(id=0, region=1, zone=1, ip='127.0.0.1', port=port, replication_ip='127.0.0.1',
                      replication_port=port, device='d1', weight=1.0, meta=''))
    ring.rebalance()
    ring.get_ring().save('%s/%s.ring.gz' % (folder, name))
`;
  const numbers = ['account', 'container', 'object'].map((name) => String(ports[name]));
  execFileSync('/usr/bin/python3', ['-c', script, folder, ...numbers], { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function untilReady({ folder, ports, children }) {
  const end = performance.now() + READY_MS;
  for (const name of SERVERS) {
    while (!(await answers(ports[name]))) {
      const gone = children.find((child) => child.exitCode !== null);
      if (gone || performance.now() > end)
        throw new Error(`Swift's ${name} server did not start:\n${logOf(folder, name)}`);
      await wait(100);
    }
  }
}

function logOf(folder, name) {
  const file = path.join(folder, `${name}.log`);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-15).join('\n') : '(no log)';
}

async function answers(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

async function freePorts(names) {
  const servers = await Promise.all(
    names.map(
      (name) =>
        new Promise((resolve) => {
          const server = net.createServer().listen(0, '127.0.0.1', () => resolve({ name, server }));
        }),
    ),
  );
  const ports = Object.fromEntries(servers.map(({ name, server }) => [name, server.address().port]));
  await Promise.all(servers.map(({ server }) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
