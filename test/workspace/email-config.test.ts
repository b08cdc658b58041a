import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { openWorkspace } from '../../src/workspace/workspace.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { builtInFiles } from './built-in.js';
import { printProblems } from './print-problem.js';

const ownNumbers = "clinic: { contact: { phone: '703-555-0142', afterHoursPhone: '703-555-0178' } }\n";

function openWith(email: string) {
  const dir = temporaryFolder({ 'handout.yaml': `${email}${ownNumbers}` });
  const { value, problems } = openWorkspace({ dir, builtIn: temporaryFolder(builtInFiles) });
  return { dir, email: value.config.email, printed: printProblems(problems) };
}

describe('the section “email”', () => {
  it('may be left out: messages go to a folder', () => {
    const { dir, email, printed } = openWith('');
    expect(printed).toBe('');
    expect(email).toEqual({
      from: undefined,
      replyTo: undefined,
      outboxDir: join(dir, 'output/outbox'),
      smtp: undefined,
      list: { columns: {}, delimiter: undefined },
      retry: { attempts: 5, firstPauseMs: 2000, longestPauseMs: 60_000 },
      journalDir: join(dir, '.handout/email'),
    });
  });

  it('takes names of columns, and how often messages are tried', () => {
    const { email, printed } = openWith(
      'email: { list: { columns: { to: Post, first-name: Name }, delimiter: tab }, retry: { attempts: 2, firstPauseSeconds: 0.5 } }\n',
    );
    expect(printed).toBe('');
    expect(email.list).toEqual({ columns: { to: 'Post', 'first-name': 'Name' }, delimiter: 'tab' });
    expect(email.retry).toEqual({ attempts: 2, firstPauseMs: 500, longestPauseMs: 60_000 });
  });

  it('needs no more of a server than its name', () => {
    const { email, printed } = openWith('email: { smtp: { host: smtp.example.org } }\n');
    expect(printed).toBe('');
    expect(email.smtp).toEqual({
      ...{ host: 'smtp.example.org', port: 587, security: 'starttls', user: undefined, login: 'password' },
      ...{ secretFile: undefined, caFile: undefined, connections: 2, messagesPerMinute: undefined },
      timeoutMs: 60_000,
    });
  });

  it('takes TLS from the port, and files from its own folder', () => {
    const { dir, email, printed } = openWith(
      'email:\n  from: care@example.org\n  replyTo: desk@example.org\n  smtp:\n    host: smtp.example.org\n    port: 465\n' +
        '    user: clinic\n    login: token\n    secretFile: secret/token\n    caFile: /etc/ca.pem\n    connections: 4\n' +
        '    messagesPerMinute: 30\n    timeoutSeconds: 20\n',
    );
    expect(printed).toBe('');
    expect(email).toMatchObject({ from: 'care@example.org', replyTo: 'desk@example.org' });
    expect(email.smtp).toEqual({
      ...{ host: 'smtp.example.org', port: 465, security: 'tls', user: 'clinic', login: 'token' },
      ...{
        secretFile: join(dir, 'secret/token'),
        caFile: '/etc/ca.pem',
        connections: 4,
        messagesPerMinute: 30,
      },
      timeoutMs: 20_000,
    });
  });

  it.each(['password: hunter2hunter2', 'token: hunter2hunter2'])(
    'refuses a secret, and shows nothing of it: %s',
    (line) => {
      const { printed, email } = openWith(`email:\n  smtp:\n    host: smtp.example.org\n    ${line}\n`);
      expect(printed).toBe(
        `handout.yaml:2:3 error workspace/forbidden-key\n“${line.split(':')[0]!}” may not stand in “smtp”.\n` +
          'Put it into the environment (HANDOUT_SMTP_PASSWORD or HANDOUT_SMTP_TOKEN) or into a file of its own named by “secretFile”.',
      );
      expect(email.smtp).toBeUndefined();
    },
  );

  it('names no forbidden key where it lists those that there are', () => {
    expect(openWith('email: { smtp: { host: a.example, xyz: 1 } }\n').printed).toBe(
      'handout.yaml:1:35 error workspace/unknown-key\n“xyz” is not a key of “smtp”.\n' +
        'The keys are “host”, “port”, “security”, “user”, “login”, “secretFile”, “caFile”, “connections”, “messagesPerMinute” and “timeoutSeconds”.',
    );
  });

  it('lets nothing go in the clear but to this machine', () => {
    const words =
      '“smtp”: expected security to be “tls” or “starttls”; “none” is for a server on this machine alone (localhost, 127.0.0.1 or ::1).';
    expect(openWith('email: { smtp: { host: smtp.example.org, security: none } }\n').printed).toContain(
      words,
    );
    for (const host of ['localhost', '127.0.0.1', "'::1'"]) {
      expect(openWith(`email: { smtp: { host: ${host}, security: none } }\n`).printed).toBe('');
    }
  });

  it.each([
    ['email: { from: me }\n', '“from” is “me”; expected an e-mail address.'],
    [
      'email: { smtp: { host: "a b" } }\n',
      '“host” is “a b”; expected the name of a server, such as “smtp.example.org”.',
    ],
    ['email: { smtp: { host: a.example, port: 0 } }\n', '“port” is the number 0; expected 1 or more.'],
    [
      'email: { smtp: { host: a.example, security: ssl } }\n',
      '“security” is “ssl”; expected “tls”, “starttls” or “none”.',
    ],
    ['email: { smtp: { port: 25 } }\n', '“host” is missing in “smtp”; expected text.'],
  ])('is refused for %j', (text, message) => {
    expect(openWith(text).printed).toContain(message);
  });
});
