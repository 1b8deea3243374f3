import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';

export type UploadStore = {
  origin: string;
  /** The most memory it had (RSS, bytes) since the last `reset`. */
  peak: (word?: 'reset') => Promise<number>;
  /** Ends it as a power cut does. */
  kill: () => Promise<void>;
};

/** The store's listener in a process of its own, with the memory settings of `npm start`. */
export async function startUploadStore(variables: Record<string, string>): Promise<UploadStore> {
  const child = fork(path.resolve('.build/bench/upload-store.mjs'), {
    execArgv: ['--max-semi-space-size=32'],
    env: { ...process.env, NODE_ENV: 'production', ...variables },
  });
  const { port } = await told<{ port: number }>(child);
  return {
    origin: `http://127.0.0.1:${port}`,
    peak: async (word) => {
      child.send(word ?? 'peak');
      return (await told<{ peak: number }>(child)).peak;
    },
    kill: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}

function told<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T)); // the child says nothing else
    child.once('exit', (code) => reject(new Error(`The store under measurement ended with ${code}`)));
  });
}
