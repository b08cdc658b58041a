import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { openOutbox, outboxFile } from '../../src/delivery/outbox.js';
import { filesIn, temporaryFolder } from '../support/temporary-folder.js';
import { composeIn } from './sample-letters.js';

describe('the outbox', () => {
  it('holds each message once, for its owner alone, under a name that says nothing', async () => {
    const dir = join(temporaryFolder(), 'outbox');
    const message = await composeIn('es');
    const outbox = openOutbox(dir);
    expect(await outbox.send(message)).toEqual({ kind: 'sent' });
    expect(await outbox.send(message)).toEqual({ kind: 'sent' });
    const file = outboxFile(message);
    expect(file).toMatch(/^[0-9a-f]{40}\.eml$/);
    expect(filesIn(dir)).toEqual([file]);
    expect(statSync(join(dir, file)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dir, file), 'utf8')).toMatch(/^X-Unsent: 1\r\nContent-Language: es\r\n/);
  });
});
