import type { Env } from '../env';
import type { Pages } from './open-pages';

/** Next with hot reload, in this thread: whoever develops wants one process to look into. */
export async function openDevPages({ root, env }: { root: string; env: Env }): Promise<Pages> {
  const { hostname } = new URL(env.publicUrl);
  // Only when it is wanted: Next changes its thread's clock, timers and promises as soon as it is loaded.
  const { default: next } = await import('next');
  const app = next({ dir: root, dev: true, hostname, port: env.port });
  await app.prepare();
  const answer = app.getRequestHandler();
  const upgrade = app.getUpgradeHandler();
  return {
    answer: (request, response) => answer(request, response),
    upgrade: (request, socket, head) => void upgrade(request, socket, head),
    stop: () => app.close(),
  };
}
