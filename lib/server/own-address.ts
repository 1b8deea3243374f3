import type { Env } from '../env';

// Listening everywhere is no address to call; the loopback one is among them.
const EVERYWHERE: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

/** Where this machine reaches the store itself, whatever lies before it: `http://127.0.0.1:8080`. */
export function ownAddress({ host, port }: Pick<Env, 'host' | 'port'>): string {
  const reached = EVERYWHERE[host] ?? (host.includes(':') ? `[${host}]` : host);
  return `http://${reached}:${port}`;
}
