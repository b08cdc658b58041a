import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Problem, Staged } from '../base/problem.js';
import { OutsideError } from '../base/outside-error.js';
import { failureInWords } from './failure.js';
import { settingsFile } from './home.js';
import { writeWhole } from './write-whole.js';

/**
 * Makes a clinic's workspace: a folder with a `handout.yaml` that builds at once and says in its comments what can be changed.
 * A folder that is there already keeps its files. The file is written whole or not at all.
 * @param dir absolute path
 * @returns the path of the new `handout.yaml`; reports `workspace/already-there` if the folder has one
 * @throws {OutsideError} `workspace/cannot-write` where the system doesn't let us write
 */
export function initWorkspace(dir: string): Staged<string | undefined> {
  const path = join(dir, settingsFile);
  if (existsSync(path)) return { value: undefined, problems: [alreadyThere(path)] };
  try {
    mkdirSync(dir, { recursive: true });
    writeWhole(path, settingsTemplate);
  } catch (error) {
    const message = `“${path}” can't be written: ${failureInWords(error)}.`;
    throw new OutsideError('workspace/cannot-write', message, { cause: error });
  }
  return { value: path, problems: [] };
}

function alreadyThere(path: string): Problem {
  return {
    code: 'workspace/already-there',
    severity: 'error',
    message: `“${path}” is there already; it was left as it is.`,
    hint: 'Edit that file, or choose another folder.',
  };
}

const settingsTemplate = `# yaml-language-server: $schema=.handout/schemas/handout.json
# Settings of this clinic's handouts. Everything is optional: what isn't here comes from the built-in files.
# Take away the "# " in front of a line to use it, and run "handout build" to see the change.

# Languages to build; without this line, all there are.
# languages: [en, es, ar]

# The few languages that each page names as those it can be had in too; the code on it leads to all of them.
# namedLanguages: [en, es, vi, tl, ru, ar]

# a4, letter or a5.
paper: letter

# Series to build; without this line, all there are.
# series: [microneedling]

# Where the handouts are written: a folder beside this file.
output: output

# The look: default, harbour or clay, or a folder of your own in templates/brands.
brand: default

# What "handout check" makes of a rule's problems: off, warn or error. "handout explain" lists the rules.
# rules:
#   content/unused-key: off

# The least state of review that a translation needs: stale (its English has changed since), draft, translated, reviewed or
# approved. Pages that aren't reviewed or are stale say so; "handout status" shows what each language has.
# review:
#   build: stale
#   print: reviewed
#   email: reviewed

# The school grade whose pupils should be able to read a handout; "handout check" warns of those that are harder.
# readability:
#   grade: 6

# How "handout email" sends. Without a server, messages are written to output/outbox for a mail program. The password is never
# written here: put it into the environment as HANDOUT_SMTP_PASSWORD, or into a file that only you can read (secretFile).
# email:
#   from: care@clinic.example.org
#   smtp:
#     host: smtp.example.org
#     user: clinic

# Handouts that are given together: "handout pack new-patient" writes them into one file, and prints them as one job.
# packs:
#   new-patient:
#     handouts: [microneedling/what-it-is, microneedling/combined-aftercare]

# Where handouts are printed: a printer for each desk, an address or the name of a queue of this machine's print server, and how
# it prints unless the command line says otherwise; and what differs for a handout. "handout printers" lists the printers there are.
# print:
#   desk: front
#   desks:
#     front:
#       printer: ipps://printer.example.org/ipp/print
#       sides: two-sided-long-edge
#       media: na_letter
#       color: monochrome
#   handouts:
#     microneedling/combined-aftercare:
#       copies: 20

# Your own name, contact, logo and colours: any key of a brand's brand.yaml. What you leave out stays as it is.
# The telephone numbers are samples until you write yours here. Numbers stand in quotes.
# clinic:
#   name: Harbour Skin Clinic
#   logo: brands/default/logo.svg
#   contact:
#     phone: '202-555-0123'
#     afterHoursPhone: '202-555-0199'
#     emergency: '911'
#     email: care@clinic.example.org
#     website: https://clinic.example.org
#     address:
#       - 1 Harbour Street
#       - Springfield, VA 22150
#   colours:
#     accent: '#1d4f8a'

# To change a logo, put an SVG, PNG or JPEG file of at most 5 MB into templates/brands/default/ beside this file,
# and name it under "logo" above.
#
# To change a sentence, make locales/<language>/<file>.json beside this file, with only the strings that you change:
#   locales/en/common.json    { "clinic": { "hours": "Monday to Friday, 8 am to 4 pm" } }
# "handout schema --write" makes the schema of each such file. Named in it, an editor completes keys and shows their English:
# "$schema": "../../.handout/schemas/locales/en/common.json"
# A language that isn't built in is a new folder there.
#
# To change a template, put your version at the same path as the built-in one, such as templates/partials/footer.hbs.
# It replaces that one file; all others stay built in.
`;
