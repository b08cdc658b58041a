import { join, resolve } from 'node:path';
import * as z from 'zod';

/** How messages to a server are kept from being read on the way; `none` is for a server on the same machine. */
const securities = ['tls', 'starttls', 'none'] as const;

const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1', '::1'];

const path = z.string().min(1);

/** What is in this file may be read by others, and be kept in places that nobody remembers. */
const secret = z
  .never(
    'Put it into the environment (HANDOUT_SMTP_PASSWORD or HANDOUT_SMTP_TOKEN) or into a file of its own named by “secretFile”.',
  )
  .optional()
  .describe('Never here: in the environment, or in a file of its own named by secretFile.');

const usual = { security: 'starttls', login: 'password', connections: 2, timeoutSeconds: 60 } as const;

const smtp = z
  .strictObject({
    host: z
      .string()
      .regex(/^[a-z0-9.:-]+$/i, 'expected the name of a server, such as “smtp.example.org”')
      .describe('The name of the clinic’s mail server.'),
    port: z.int().min(1).max(65_535).optional().describe('465 for tls and 587 for the others without it.'),
    security: z.enum(securities).optional().meta({
      description:
        'tls from the first byte, or starttls; neither is ever given up for a connection that others can read. none is for a server on this machine.',
      default: usual.security,
    }),
    user: z.string().min(1).optional().describe('Who logs in; without it nobody has to.'),
    password: secret,
    token: secret,
    login: z.enum(['password', 'token']).optional().meta({
      description: 'What the user proves themselves with: a password, or an OAuth 2 access token.',
      default: usual.login,
    }),
    secretFile: path
      .optional()
      .describe(
        'A file that only its owner can read, with the password or token; else the environment has it.',
      ),
    caFile: path.optional().describe('Certificates of an authority of the clinic’s own, in PEM.'),
    connections: z.int().min(1).max(20).optional().meta({
      description: 'How many messages are sent at the same time.',
      default: usual.connections,
    }),
    messagesPerMinute: z
      .int()
      .min(1)
      .max(10_000)
      .optional()
      .describe('How many at most; without it, as fast as the server takes them.'),
    timeoutSeconds: z.int().min(1).max(600).optional().meta({
      description: 'How long the server may keep silent.',
      default: usual.timeoutSeconds,
    }),
  })
  .refine(
    ({ security, host }) => security !== 'none' || loopbackHosts.includes(host),
    'expected security to be “tls” or “starttls”; “none” is for a server on this machine alone (localhost, 127.0.0.1 or ::1)',
  );

/** What a column of a list of visits may hold, by the names that settings and command lines use. */
export const visitFields = [
  'to',
  'handout',
  'lang',
  'treatments',
  'variant',
  'first-name',
  'treatment-date',
  'next-appointment',
  'clinician',
  'note',
  'personal',
  'visit',
] as const;

/** One of them. */
export type VisitField = (typeof visitFields)[number];

/** A quarter of a minute in all, on average, for a server that is busy. */
const usualRetry = { attempts: 5, firstPauseSeconds: 2, longestPauseSeconds: 60 } as const;

const delimiters = ['comma', 'semicolon', 'tab'] as const;

const list = z
  .strictObject({
    columns: z
      .partialRecord(z.enum(visitFields), z.string().min(1))
      .readonly()
      .optional()
      .meta({
        description: 'What the columns are called that have other names than the usual ones.',
        examples: [{ to: 'Patientenpost' }],
      }),
    delimiter: z
      .enum(delimiters)
      .optional()
      .describe('What stands between fields; without it, what the first line has most of.'),
  })
  .readonly();

const retry = z
  .strictObject({
    attempts: z
      .int()
      .min(1)
      .max(20)
      .optional()
      .meta({ description: 'How often a message is tried in all.', default: usualRetry.attempts }),
    firstPauseSeconds: z.number().min(0.1).max(600).optional().meta({
      description: 'The longest pause before the second attempt; it doubles with each one after that.',
      default: usualRetry.firstPauseSeconds,
    }),
    longestPauseSeconds: z
      .number()
      .min(0.1)
      .max(3600)
      .optional()
      .meta({ description: 'The longest pause of all.', default: usualRetry.longestPauseSeconds }),
  })
  .readonly();

/** What the section `email` of `handout.yaml` may hold. */
export const emailSchema = z
  .strictObject({
    from: z.email().optional().describe('The address that messages come from; the brand’s without it.'),
    replyTo: z.email().optional().describe('The address that answers go to; from without it.'),
    smtp: smtp
      .readonly()
      .optional()
      .describe('The clinic’s mail server; without it messages are written to a folder.'),
    list: list.optional().describe('The lists of visits that “handout email --csv” reads.'),
    retry: retry.optional().describe('What becomes of messages that the server doesn’t take now.'),
  })
  .readonly();

/** How a clinic sends e-mail. */
export type EmailConfig = Readonly<{
  /** Undefined: the address in the contact data of the brand. */
  from: string | undefined;
  replyTo: string | undefined;
  /** Absolute path of the folder of messages where there is no server. */
  outboxDir: string;
  /** Undefined: messages are written to that folder. */
  smtp: SmtpConfig | undefined;
  list: Readonly<{
    columns: Readonly<Partial<Record<VisitField, string>>>;
    delimiter: (typeof delimiters)[number] | undefined;
  }>;
  retry: Readonly<{ attempts: number; firstPauseMs: number; longestPauseMs: number }>;
  /** Absolute path of the folder of what must be remembered of messages. */
  journalDir: string;
}>;

/** A mail server, and how it is used. */
export type SmtpConfig = Readonly<{
  host: string;
  port: number;
  security: (typeof securities)[number];
  /** Undefined: nobody has to log in. */
  user: string | undefined;
  login: 'password' | 'token';
  /** Absolute paths. */
  secretFile: string | undefined;
  caFile: string | undefined;
  connections: number;
  /** Undefined: as fast as the server takes them. */
  messagesPerMinute: number | undefined;
  timeoutMs: number;
}>;

const TLS_PORT = 465;
const SUBMISSION_PORT = 587;
const MILLISECONDS_PER_SECOND = 1000;

/**
 * Fills in the defaults.
 * @param home the folder that files are named from
 */
export function completeEmail(
  settings: z.infer<typeof emailSchema> | undefined,
  { outputDir, home }: Readonly<{ outputDir: string; home: string }>,
): EmailConfig {
  return {
    from: settings?.from,
    replyTo: settings?.replyTo,
    outboxDir: join(outputDir, 'outbox'),
    smtp: settings?.smtp && completeSmtp(settings.smtp, home),
    list: { columns: settings?.list?.columns ?? {}, delimiter: settings?.list?.delimiter },
    retry: completeRetry(settings?.retry),
    // Not in the output folder, which anybody may empty.
    journalDir: join(home, '.handout', 'email'),
  };
}

function completeRetry({
  attempts = usualRetry.attempts,
  firstPauseSeconds = usualRetry.firstPauseSeconds,
  longestPauseSeconds = usualRetry.longestPauseSeconds,
}: z.infer<typeof retry> = {}): EmailConfig['retry'] {
  return {
    attempts,
    firstPauseMs: firstPauseSeconds * MILLISECONDS_PER_SECOND,
    longestPauseMs: longestPauseSeconds * MILLISECONDS_PER_SECOND,
  };
}

function completeSmtp(settings: z.infer<typeof smtp>, home: string): SmtpConfig {
  const { host, port, user, login, secretFile, caFile, connections, messagesPerMinute } = settings;
  const security = settings.security ?? (port === TLS_PORT ? 'tls' : usual.security);
  return {
    ...{ host, security, user },
    port: port ?? (security === 'tls' ? TLS_PORT : SUBMISSION_PORT),
    login: login ?? usual.login,
    secretFile: secretFile && resolve(home, secretFile),
    caFile: caFile && resolve(home, caFile),
    connections: connections ?? usual.connections,
    messagesPerMinute,
    timeoutMs: (settings.timeoutSeconds ?? usual.timeoutSeconds) * MILLISECONDS_PER_SECOND,
  };
}
