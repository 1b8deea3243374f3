import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { Refused } from './refused.mjs';

const OLDEST_NODE = [20, 19];

// A full disk still takes a folder or an empty file.
const TRIAL_BYTES = 64 * 1024;

/** What must hold before anything is installed or made: Node's version, a free port, a data folder to write to. */
export async function checkGround({ environment, dataDir, nodeVersion = process.versions.node }) {
  checkNode(nodeVersion);
  await checkPort(Number(environment.PORT || 8080), environment.HOST || '0.0.0.0');
  checkFolder(dataDir);
}

function checkNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Refused(`Node ${version} is too old for this store; it needs Node ${OLDEST_NODE.join('.')} or newer.`);
}

/** A port that is not a number is reported with the rest of the environment. */
function checkPort(port, host) {
  if (!Number.isInteger(port) || port < 1 || port > 65535) return undefined;
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', ({ code }) => reject(new Refused(portRefusal(code, port, host))));
    server.listen(port, host, () => server.close(resolve));
  });
}

function portRefusal(code, port, host) {
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Stop it, or set PORT to a free port.`;
  if (code === 'EACCES') return `Port ${port} may not be opened by this user. Set PORT to 8080.`;
  if (code === 'EADDRNOTAVAIL') return `HOST ${host} is not an address of this machine.`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `HOST ${host} is not an address or a name that is known here.`;
  return `HOST ${host} cannot be listened on (${code}).`;
}

/** Tries it in earnest, because permissions, read-only disks and full ones look alike; leaves nothing behind. */
function checkFolder(folder) {
  let nearest = folder;
  while (!existsSync(nearest)) nearest = path.dirname(nearest);
  try {
    if (!statSync(nearest).isDirectory()) throw new Error('not a folder');
    accessSync(nearest, constants.W_OK | constants.X_OK);
    tryWriting(path.join(nearest, `.latchkey-${process.pid}`));
  } catch (error) {
    if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
      throw new Refused(`The disk of the data folder ${folder} is full. Free some space, or set DATA_DIR.`);
    }
    throw new Refused(`The data folder ${folder} cannot be written. Make it writable, or set DATA_DIR.`);
  }
}

function tryWriting(trial) {
  mkdirSync(trial);
  try {
    writeFileSync(path.join(trial, 'trial'), Buffer.alloc(TRIAL_BYTES, 1), { flush: true });
  } finally {
    rmSync(trial, { recursive: true });
  }
}
