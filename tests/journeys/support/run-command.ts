import { spawn } from 'node:child_process';
import path from 'node:path';

export type CommandRun = { code: number; output: string };

/** Runs the demo client as `npm run demo:client` does, and answers its exit code and everything it printed. */
export function runClient(args: string[]): Promise<CommandRun> {
  return runNode('lib/cli/demo-client.mjs', args);
}

/** Runs another command against the store under test, as its npm script does. */
export function runCommand(name: string, args: string[]): Promise<CommandRun> {
  return runNode('lib/cli/run.mjs', [name, ...args]);
}

function runNode(script: string, args: string[]): Promise<CommandRun> {
  const root = path.resolve(__dirname, '../../..');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env: { ...process.env, DATA_DIR: process.env.JOURNEY_DATA_DIR },
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}
