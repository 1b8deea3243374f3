import { hash, verify } from '@node-rs/argon2';
import { withTurn } from './turns';

export type PasswordRefusal = 'password_too_short' | 'password_too_long' | 'password_too_common';

// security.md 2.1. Each hash holds 19 MiB, so no more than two run at a time.
const MEMORY_KIB = 19 * 1024;
const PASSES = 2;
const LANES = 1;
const PARAMETERS = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/;

const MIN_LENGTH = 10;
const MAX_LENGTH = 200;
const COMMON = [
  '1234567890',
  'password',
  'qwertyuiop',
  'iloveyou',
  'letmein',
  'administrator',
  'qwerty1234',
  'passw0rd',
];

/** What is wrong with a new password, or undefined. Length counts characters as people see code points. */
export function passwordProblem(password: string): PasswordRefusal | undefined {
  const length = [...normalised(password)].length;
  if (length < MIN_LENGTH) return 'password_too_short';
  if (length > MAX_LENGTH) return 'password_too_long';
  return isCommon(normalised(password).toLowerCase()) ? 'password_too_common' : undefined;
}

/** argon2id in PHC form. The password has been found acceptable before. */
export function hashPassword(password: string): Promise<string> {
  // argon2id is the package's default algorithm; its enum cannot be named from an isolated module.
  return withTurn(() => hash(normalised(password), { memoryCost: MEMORY_KIB, timeCost: PASSES, parallelism: LANES }));
}

/**
 * Whether the password is the hashed one, and whether the hash was made with weaker parameters than today's. Without a
 * hash (unknown person, no password chosen yet) the same work is done and the answer is no (security.md T8, T9).
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<{ matches: boolean; isOutdated: boolean }> {
  if ([...password].length > MAX_LENGTH) return { matches: false, isOutdated: false };
  const against = passwordHash ?? (await decoyHash());
  const matches = await withTurn(() => verify(against, normalised(password)));
  return { matches: matches && passwordHash !== null, isOutdated: isOutdated(against) };
}

function isOutdated(passwordHash: string): boolean {
  const [, memory, passes] = PARAMETERS.exec(passwordHash) ?? [];
  return Number(memory ?? 0) < MEMORY_KIB || Number(passes ?? 0) < PASSES;
}

// One password typed on two keyboards may arrive composed or decomposed.
function normalised(password: string): string {
  return password.normalize('NFKC');
}

function isCommon(password: string): boolean {
  if (new Set(password).size <= 2) return true;
  return COMMON.some((common) => password.replace(/[\d!.?]+$/, '') === common || password === common);
}

let decoy: Promise<string> | undefined;

function decoyHash(): Promise<string> {
  decoy ??= hashPassword('a password that nobody has');
  return decoy;
}
