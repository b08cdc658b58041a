import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { soak } from '../support/mail/soak.js';

/**
 * `npm run soak [-- MESSAGES KILLS]` sends 1,000 messages through a real mail server on this machine, over a line that cuts every 13th
 * connection, and kills the sender 20 times at random instants. Ends with 1 if a patient got a message twice, or none without being
 * listed as unsure. It needs OpenSMTPD and the rights of root.
 */
const [messages = '1000', kills = '20'] = process.argv.slice(2);
const dir = mkdtempSync(join(tmpdir(), 'handout-soak-'));
try {
  const figures = await soak({
    dir,
    messages: Number(messages),
    kills: Number(kills),
    random: Math.random,
    log: (text) => process.stderr.write(`${text}\n`),
  });
  process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
  const wrong = Object.entries({ ...figures.unsure, 0: 0 }).filter(
    ([copies, of]) => Number(copies) > 1 && of > 0,
  );
  const isRight = figures.sure[1] === Object.values(figures.sure).reduce((sum, of) => sum + of, 0);
  process.exitCode = isRight && wrong.length === 0 ? 0 : 1;
} finally {
  rmSync(dir, { recursive: true, force: true });
}
