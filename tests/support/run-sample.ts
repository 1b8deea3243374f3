import { execFile, execFileSync } from 'node:child_process';

export type Ran = { code: number; printed: string; complained: string };

/** Is there such a program? Where it is missing its tests are skipped, and say so. */
export function hasProgram(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn(`Skipped: no ${program} on the PATH, so the samples for it were not run.`);
    return false;
  }
}

/** Runs a program to its end while the store in this process goes on answering. */
export function run(program: string, args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: 30_000 }, (error, printed, complained) => {
      const code = typeof error?.code === 'number' ? error.code : 1;
      resolve({ code: error ? code : 0, printed, complained });
    });
  });
}
