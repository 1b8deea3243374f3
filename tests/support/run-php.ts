import { execFileSync } from 'node:child_process';

/** Is there a PHP to ask? `REQUIRE_PHP=1` (CI sets it) makes its absence a failure instead of a reason to skip. */
export function hasPhp(): boolean {
  try {
    execFileSync('php', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env.REQUIRE_PHP === '1') throw new Error('REQUIRE_PHP=1, but there is no php on the PATH.');
    console.warn('Skipped: no php on the PATH (Debian: apt-get install php-cli), so PHP itself was not asked.');
    return false;
  }
}

/** Runs PHP code and gives back what it printed. Every notice and warning is a failure. */
export function runPhp(code: string, input: string): string {
  const strict = 'set_error_handler(function ($no, $text) { throw new ErrorException($text); });';
  return execFileSync('php', ['-d', 'display_errors=stderr', '-r', strict + code], { input, encoding: 'utf8' });
}
