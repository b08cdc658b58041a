import { createCipheriv, createHash } from 'node:crypto';

/**
 * The standard security handler, revision 6: AES with a key of 256 bits, for which one password opens the file.
 * @see ISO 32000-2, 7.6.4
 */
export type StandardSecurity = Readonly<{
  /** The encryption dictionary, in PDF syntax. */
  dictionary: string;
  /** Encrypts a string or a stream. */
  encrypt(bytes: Uint8Array): Uint8Array;
}>;

/** Gives so many bytes that nobody can foresee. */
export type RandomBytes = (count: number) => Uint8Array;

const KEY_BYTES = 32;
const SALT_BYTES = 8;
const BLOCK_BYTES = 16;
const LONGEST_PASSWORD_BYTES = 127;
const NO_VECTOR = new Uint8Array(BLOCK_BYTES);

/**
 * Whoever opens the file may do all with it: read it to a screen reader (bit 10), print, copy. Bits 1 and 2 are always 0.
 * @see ISO 32000-2, table 22
 */
const PERMISSIONS = -4;

/**
 * Prepares a file's encryption. The password of an owner is drawn and forgotten, so that there is one password alone.
 * @param password what opens the file
 */
export function createStandardSecurity(password: string, random: RandomBytes): StandardSecurity {
  const fileKey = random(KEY_BYTES);
  const user = protectKey(fileKey, {
    password: preparePassword(password),
    random,
    userData: new Uint8Array(),
  });
  const owner = protectKey(fileKey, { password: random(KEY_BYTES), random, userData: user.check });
  const entries = [
    '/Filter/Standard/V 5/R 6/Length 256',
    '/CF<</StdCF<</Type/CryptFilter/CFM/AESV3/AuthEvent/DocOpen/Length 32>>>>/StmF/StdCF/StrF/StdCF',
    `/U${hexadecimal(user.check)}/UE${hexadecimal(user.key)}`,
    `/O${hexadecimal(owner.check)}/OE${hexadecimal(owner.key)}`,
    `/P ${PERMISSIONS}/Perms${hexadecimal(protectPermissions(fileKey, random))}`,
  ];
  return {
    dictionary: `<<${entries.join('')}>>`,
    encrypt: (bytes) => {
      const vector = random(BLOCK_BYTES);
      const cipher = createCipheriv('aes-256-cbc', fileKey, vector);
      return Buffer.concat([vector, cipher.update(bytes), cipher.final()]);
    },
  };
}

/** Writes bytes as a string of hexadecimal digits. */
export function hexadecimal(bytes: Uint8Array): string {
  return `<${Buffer.from(bytes).toString('hex')}>`;
}

/**
 * A password as readers make it of what is typed: letters in one form, spaces plain, and nothing that can't be seen.
 * @see RFC 4013, SASLprep
 */
function preparePassword(password: string): Uint8Array {
  const prepared = password
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u00ad\u034f\u1806\u200b-\u200d\u2060\ufeff]|[\u180b-\u180d]|[\ufe00-\ufe0f]/g, '')
    .normalize('NFKC');
  return Buffer.from(prepared, 'utf8').subarray(0, LONGEST_PASSWORD_BYTES);
}

type Protection = Readonly<{ password: Uint8Array; random: RandomBytes; userData: Uint8Array }>;

/**
 * Makes what a password is tested with, and the file's key encrypted with it.
 * @see ISO 32000-2, algorithms 8 and 9
 */
function protectKey(
  fileKey: Uint8Array,
  { password, random, userData }: Protection,
): Readonly<{ check: Uint8Array; key: Uint8Array }> {
  const [validation, keySalt] = [random(SALT_BYTES), random(SALT_BYTES)];
  const check = Buffer.concat([hash(password, validation, userData), validation, keySalt]);
  const key = hash(password, keySalt, userData);
  return { check, key: cipherBlocks('aes-256-cbc', { key, vector: NO_VECTOR, bytes: fileKey }) };
}

/** @see ISO 32000-2, algorithm 10 */
function protectPermissions(fileKey: Uint8Array, random: RandomBytes): Uint8Array {
  const bytes = Buffer.alloc(BLOCK_BYTES, 0xff);
  bytes.writeInt32LE(PERMISSIONS, 0);
  // “T”: the metadata is encrypted too, since a title tells of the treatment.
  bytes.write('Tadb', 8, 'latin1');
  bytes.set(random(4), 12);
  return cipherBlocks('aes-256-ecb', { key: fileKey, vector: null, bytes });
}

const LEAST_ROUNDS = 64;

/**
 * The hash of revision 6, which takes its time.
 * @see ISO 32000-2, algorithm 2.B
 */
function hash(password: Uint8Array, salt: Uint8Array, userData: Uint8Array): Uint8Array {
  let key: Uint8Array = digest('sha256', Buffer.concat([password, salt, userData]));
  for (let round = 0; ; round++) {
    const once = Buffer.concat([password, key, userData]);
    const bytes = Buffer.concat(Array.from({ length: 64 }, () => once));
    const mixed = cipherBlocks('aes-128-cbc', {
      key: key.subarray(0, 16),
      vector: key.subarray(16, 32),
      bytes,
    });
    // 256 leaves 1 when it is divided by 3, so a number leaves what the sum of its bytes does.
    const rest = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = digest(rest === 0 ? 'sha256' : rest === 1 ? 'sha384' : 'sha512', mixed);
    if (round + 1 >= LEAST_ROUNDS && mixed.at(-1)! <= round + 1 - 32) return key.subarray(0, KEY_BYTES);
  }
}

function digest(algorithm: string, bytes: Uint8Array): Uint8Array {
  return createHash(algorithm).update(bytes).digest();
}

type Blocks = Readonly<{ key: Uint8Array; vector: Uint8Array | null; bytes: Uint8Array }>;

/** Encrypts whole blocks without padding. */
function cipherBlocks(algorithm: string, { key, vector, bytes }: Blocks): Uint8Array {
  const cipher = createCipheriv(algorithm, key, vector).setAutoPadding(false);
  return Buffer.concat([cipher.update(bytes), cipher.final()]);
}
