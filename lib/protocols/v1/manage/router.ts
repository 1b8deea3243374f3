import type { Operation } from './operation';

export const BASE = '/api/v1';

export type Routed =
  | { ok: true; operation: Operation; path: Record<string, string> }
  | { ok: false; allow: readonly string[] };

type Node = { fixed: Map<string, Node>; named: Node | undefined; name: string; operations: Map<string, Operation> };

export type Router = (method: string, path: string) => Routed;

/**
 * Finds the operation of a request. A fixed part of a path is stronger than a parameter; parts are decoded one by one, so
 * an encoded slash never makes two of one. `allow` is empty when no operation has the path.
 */
export function routerOf(operations: readonly Operation[]): Router {
  const root = newNode('');
  for (const operation of operations) addTo(root, operation);
  return (method, path) => {
    const segments = path.slice(BASE.length + 1).split('/');
    // A slash at the end is forgiven, as the client calls do.
    if (segments.length > 1 && segments.at(-1) === '') segments.pop();
    const found = find(root, segments, 0);
    if (!found) return { ok: false, allow: [] };
    const wanted = method === 'HEAD' ? 'GET' : method;
    const operation = found.node.operations.get(wanted);
    return operation ? { ok: true, operation, path: found.path } : { ok: false, allow: methodsOf(found.node) };
  };
}

function newNode(name: string): Node {
  return { fixed: new Map(), named: undefined, name, operations: new Map() };
}

function addTo(root: Node, operation: Operation): void {
  let node = root;
  for (const segment of operation.path.slice(1).split('/')) node = stepInto(node, segment);
  if (node.operations.has(operation.method)) throw new Error(`Two operations at ${operation.method} ${operation.path}`);
  node.operations.set(operation.method, operation);
}

function stepInto(node: Node, segment: string): Node {
  const name = /^\{(\w+)\}$/.exec(segment)?.[1];
  if (name === undefined) {
    const next = node.fixed.get(segment) ?? newNode('');
    node.fixed.set(segment, next);
    return next;
  }
  node.named ??= newNode(name);
  if (node.named.name !== name) throw new Error(`One parameter has two names: ${name}, ${node.named.name}`);
  return node.named;
}

type Found = { node: Node; path: Record<string, string> };

function find(node: Node, segments: string[], depth: number): Found | undefined {
  const segment = segments[depth];
  if (segment === undefined) return node.operations.size > 0 ? { node, path: Object.create(null) } : undefined;
  const next = node.fixed.get(segment);
  const fixed = next && find(next, segments, depth + 1);
  if (fixed) return fixed;
  if (!node.named || segment === '') return undefined;
  const found = find(node.named, segments, depth + 1);
  const value = decode(segment);
  if (!found || value === undefined) return undefined;
  found.path[node.named.name] = value;
  return found;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function methodsOf(node: Node): string[] {
  const methods = [...node.operations.keys()];
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
}
