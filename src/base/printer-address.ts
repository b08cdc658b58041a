/** Where a printer is. */
export type PrinterAddress = Readonly<{
  /** As a printer knows itself: `ipp://…` or `ipps://…`, with its path. */
  uri: string;
  /** Whether the way there is encrypted from the first byte. */
  secure: boolean;
  /** A name or an IP address, an IPv6 one without brackets. */
  host: string;
  port: number;
  /** Begins with a slash. */
  path: string;
}>;

const USUAL_PORT = 631;
const USUAL_PATH = '/ipp/print';

/**
 * Reads the address of a printer, `ipp://host[:port][/path]` or the same with `ipps`. The port is 631 and the path
 * `/ipp/print` where it has none.
 * @returns undefined for any other text, such as an address with a user's name, a query or a fragment
 * @see RFC 3510 and RFC 7472, and PWG 5100.14 section 4.2 for the path
 */
export function readPrinterAddress(text: string): PrinterAddress | undefined {
  const match = /^(ipps?):\/\/(\[[\da-f:.]+\]|[^\s/:?#@[\]\\%]+)(?::(\d{1,5}))?(\/[^\s?#\\]*)?$/i.exec(text);
  if (match === null) return undefined;
  const [, scheme = '', written = '', digits, rest = '/'] = match;
  const port = digits === undefined ? USUAL_PORT : Number(digits);
  if (port < 1 || port > 65_535) return undefined;
  const secure = scheme.toLowerCase() === 'ipps';
  const url = parseUrl(`http://${written}${rest === '/' ? USUAL_PATH : rest}`);
  if (url === undefined) return undefined;
  return {
    uri: `${secure ? 'ipps' : 'ipp'}://${url.hostname}${port === USUAL_PORT ? '' : `:${port}`}${url.pathname}`,
    secure,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port,
    path: url.pathname,
  };
}

/** Tells whether a host is this machine itself. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
