import { createHash, randomBytes } from 'node:crypto';

/** Who prints, for printers that ask. */
export type Credentials = Readonly<{ user: string; password: string }>;

/** What a printer asks for. The schemes that this program doesn't know are left out. */
export type Challenge =
  | Readonly<{ scheme: 'basic' }>
  | Readonly<{
      scheme: 'digest';
      realm: string;
      nonce: string;
      opaque?: string;
      hash: 'sha256' | 'md5';
      qop: boolean;
    }>;

/** The request that an answer to a challenge is for. `count` is how often the nonce has been used, this time too. */
export type AuthenticatedRequest = Readonly<{
  method: string;
  path: string;
  count: number;
  clientNonce?: string;
}>;

/**
 * Picks the safest challenge of a `WWW-Authenticate` header: Digest by SHA-256, Digest by MD5, Basic.
 * @returns undefined when there is none that this program knows
 * @see RFC 7616 and RFC 7617
 */
export function readChallenge(header: string): Challenge | undefined {
  const challenges = splitChallenges(header).flatMap(({ scheme, parameters }): readonly Challenge[] => {
    if (scheme === 'basic') return [{ scheme }];
    return scheme === 'digest' ? digestChallenge(parameters) : [];
  });
  const rank = (each: Challenge): number => (each.scheme === 'basic' ? 2 : each.hash === 'md5' ? 1 : 0);
  return [...challenges].sort((one, other) => rank(one) - rank(other))[0];
}

/** Writes the value of the `Authorization` header that answers a challenge. */
export function answerChallenge(
  challenge: Challenge,
  { user, password }: Credentials,
  { method, path, count, clientNonce = randomBytes(16).toString('hex') }: AuthenticatedRequest,
): string {
  if (challenge.scheme === 'basic') return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const { realm, nonce, opaque, hash, qop } = challenge;
  const digest = (text: string): string => createHash(hash).update(text).digest('hex');
  const secret = digest(`${user}:${realm}:${password}`);
  const about = digest(`${method}:${path}`);
  const uses = count.toString(16).padStart(8, '0');
  const response = qop
    ? digest(`${secret}:${nonce}:${uses}:${clientNonce}:auth:${about}`)
    : digest(`${secret}:${nonce}:${about}`);
  const parts = [
    ...[
      `username=${quoted(user)}`,
      `realm=${quoted(realm)}`,
      `nonce=${quoted(nonce)}`,
      `uri=${quoted(path)}`,
    ],
    `response="${response}"`,
    `algorithm=${hash === 'sha256' ? 'SHA-256' : 'MD5'}`,
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
    ...(qop ? ['qop=auth', `nc=${uses}`, `cnonce="${clientNonce}"`] : []),
  ];
  return `Digest ${parts.join(', ')}`;
}

function digestChallenge(parameters: ReadonlyMap<string, string>): readonly Challenge[] {
  const { realm, nonce, algorithm = 'MD5', qop, opaque } = Object.fromEntries(parameters);
  const hashes = { 'SHA-256': 'sha256', MD5: 'md5' } as const;
  const hash = Object.entries(hashes).find(([name]) => name === algorithm.toUpperCase())?.[1];
  const offered = qop?.split(',').map((each) => each.trim().toLowerCase());
  if (realm === undefined || nonce === undefined || hash === undefined) return [];
  // The other quality, auth-int, is no printer's.
  if (offered !== undefined && !offered.includes('auth')) return [];
  const common = { scheme: 'digest', realm, nonce, hash, qop: offered !== undefined } as const;
  return [opaque === undefined ? common : { ...common, opaque }];
}

type RawChallenge = Readonly<{ scheme: string; parameters: ReadonlyMap<string, string> }>;

/** A header may hold several challenges, parted by commas as their own parameters are. */
function splitChallenges(header: string): readonly RawChallenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = [];
  const token =
    /\s*,?\s*(?:([!#$%&'*+.^`|~\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))|([!#$%&'*+.^`|~\w-]+))/gy;
  for (const [, name, inQuotes, plain, scheme] of header.matchAll(token)) {
    if (scheme !== undefined) challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() });
    else if (name !== undefined)
      challenges.at(-1)?.parameters.set(name.toLowerCase(), inQuotes?.replace(/\\(.)/g, '$1') ?? plain ?? '');
  }
  return challenges;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
