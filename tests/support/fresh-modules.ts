import { vi } from 'vitest';

/**
 * Runs before each test file. A worker runs many files one after another (ADR 0105): each begins without what the store's
 * modules and the tests of the file before have left behind, and loads the store's modules anew.
 */
const held = globalThis as typeof globalThis & { testEnvironment?: NodeJS.ProcessEnv } & Record<string, unknown>;
const atFirst = held.testEnvironment ?? { ...process.env };
held.testEnvironment = atFirst;

// What modules of the store share with a second copy of themselves: settings, connections, keyring, clock, counters.
for (const name of Object.keys(held)) {
  if (name.startsWith('latchkey')) delete held[name];
}
for (const name of Object.keys(process.env)) {
  // Vitest says by these which worker this is.
  if (!(name in atFirst) && !name.startsWith('VITEST')) delete process.env[name];
}
for (const [name, value] of Object.entries(atFirst)) {
  if (!name.startsWith('VITEST') && process.env[name] !== value) process.env[name] = value;
}
vi.useRealTimers();
vi.unstubAllGlobals();
vi.resetModules();
