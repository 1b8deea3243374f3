import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A server action of the admin area: what a browser names it by, and a page that carries it. */
export type AdminAction = { id: string; name: string; page: string };

type Manifest = { node: Record<string, { workers: Record<string, unknown>; exportedName: string; filename: string }> };

const root = path.resolve(__dirname, '../../..');
const readBuilt = (file: string) => JSON.parse(readFileSync(path.join(root, '.next/server', file), 'utf8')); // Next's own

/** Every action whose source lies in app/admin, as the build that is being served knows it. */
export function adminActions(): AdminAction[] {
  const { node }: Manifest = readBuilt('server-reference-manifest.json');
  return Object.entries(node)
    .filter(([, { filename }]) => filename.startsWith('app/admin/'))
    .map(([id, { workers, exportedName, filename }]) => {
      const page = Object.keys(workers).find((worker) => worker.startsWith('app/admin/')) ?? '';
      return { id, name: `${exportedName} (${filename})`, page: addressOf(page.replace(/^app/, '')) };
    });
}

/** The addresses of every page and route of the admin area, with some number or id in the places of its parameters. */
export function adminAddresses(): { pages: string[]; routes: string[] } {
  const built = Object.keys(readBuilt('app-paths-manifest.json')).filter((name) => name.startsWith('/admin'));
  const endingIn = (kind: string) => built.filter((name) => name.endsWith(`/${kind}`)).map(addressOf);
  return { pages: endingIn('page'), routes: endingIn('route') };
}

function addressOf(built: string): string {
  return built
    .replace(/\/(page|route)$/, '')
    .replace(/\/\([^)]+\)/g, '')
    .replace(/\[[^\]]+\]/g, '1');
}
