import { createHmac } from 'node:crypto';

/** A clinic's secret, with which it can tell an address or a message again without keeping it. */
export type MailKey = Readonly<{
  /**
   * Makes the digest of some texts: without the secret nobody can find out, by trying, what they were.
   * @param purpose keeps digests of different uses apart
   * @returns 64 hexadecimal digits
   */
  digest(purpose: string, texts: readonly string[]): string;
}>;

/** Uses a secret that is at hand. */
export function mailKeyOf(secret: Uint8Array): MailKey {
  return {
    digest: (purpose, texts) => {
      const hmac = createHmac('sha256', secret).update(purpose);
      // The length before each text keeps two lists apart that read alike when they are joined.
      for (const text of texts) hmac.update(`\0${Buffer.byteLength(text)}\0`).update(text);
      return hmac.digest('hex');
    },
  };
}
