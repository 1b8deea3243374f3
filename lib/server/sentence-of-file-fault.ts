import path from 'node:path';

/**
 * One sentence for a start that failed on the disk or on somebody else's file in the data folder; undefined for every other
 * error, which is a surprise and keeps its stack.
 */
export function sentenceOfFileFault(
  error: unknown,
  environment: { DATA_DIR?: string | undefined },
): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  const dataDir = path.resolve(environment.DATA_DIR || '.data');
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') {
    return `The disk of the data folder ${dataDir} is full (${error.code}). Free some space, or set DATA_DIR.`;
  }
  const file = 'path' in error && typeof error.path === 'string' ? path.resolve(error.path) : undefined;
  if (file === undefined || path.relative(dataDir, file).startsWith('..')) return undefined;
  if (error.code === 'EACCES' || error.code === 'EPERM') {
    return `${file} belongs to another user (${error.code}). Give the data folder and what is in it to the user of the store.`;
  }
  return error.code === 'EROFS' ? `${file} cannot be written, its disk is read-only. Set DATA_DIR.` : undefined;
}
