import type { RuleArea } from './rule.js';

/** Rules of the stage `workspace`. */
export const workspaceRules: RuleArea = {
  title: 'Files and settings',
  fixed:
    'Without a sound reading of its files and settings a handout isn’t built, or could carry the wrong clinic’s details.',
  rules: {
    'already-there': {
      what: 'The folder that a new workspace was to be made in already holds one.',
      why: 'Making it anew would write over a clinic’s settings.',
      fix: 'Choose another folder, or go on with the workspace that is there.',
    },
    'bad-language': {
      what: 'A folder of locales/ is not named by a language tag in its usual spelling.',
      why: 'The tag decides about letters, hyphens, direction and the voice of a screen reader, so a wrong one spoils all of them.',
      fix: 'Rename the folder to a tag such as “es”, “pt-BR” or “zh-Hant”.',
      source: 'BCP 47 (RFC 5646)',
    },
    'cannot-write': {
      what: 'The system doesn’t let the program write a file of the workspace.',
      why: 'The file that was there is left as it was; no half of a file takes its place.',
      fix: 'Choose a folder that you may write to, or free some space on the disk.',
    },
    'contradicting-rules': {
      what: 'Two treatments of one visit give opposite advice for the same time: one says to do what the other says to avoid.',
      why: 'A patient can’t follow both, and the program must not guess which is right, so the sheet isn’t built.',
      fix: 'Let a clinician decide: change from or until in one of the two rules, or give these treatments no common sheet.',
    },
    'duplicate-key': {
      what: 'A YAML file has the same key twice in one place.',
      why: 'Only one of the two values can count, and readers of the file disagree on which.',
      fix: 'Delete one of them.',
      source: 'YAML 1.2, 3.2.1.1: the keys of a mapping are unique',
    },
    'forbidden-key': {
      what: 'A settings file has a key that may not stand in it, such as a password.',
      why: 'Settings are copied, mailed and kept in histories, and whoever reads them could send messages in the clinic’s name.',
      fix: 'Take it out, change the password if others have seen the file, and do what the hint says.',
    },
    'linked-folder': {
      what: 'A link in the workspace leads to a folder, and such links are not followed.',
      why: 'A link could lead out of the workspace or in a circle.',
      fix: 'Copy the folder into the workspace, or link its files one by one.',
    },
    'missing-asset': {
      what: 'A picture that a template or a brand names is not in the templates folder.',
      why: 'The page would have a hole where a logo or a drawing belongs.',
      fix: 'Put the file there, or correct the name; it counts from templates/.',
    },
    'missing-key': {
      what: 'A settings file leaves out a value that has no default.',
      why: 'The program would have to invent a telephone number, a rule or a colour, and never does.',
      fix: 'Write the key; the message says what belongs in it.',
    },
    'no-workspace': {
      what: 'The folder that was named has no handout.yaml.',
      why: 'That file is what makes a folder a clinic’s workspace.',
      fix: 'Name the right folder, or make a workspace with “handout init”.',
    },
    'not-a-file': {
      what: 'A folder or a device stands where a file is expected.',
      why: 'There is nothing to read there.',
      fix: 'Put the file itself in this place.',
    },
    'not-a-sheet': {
      what: 'Several treatments were asked for in a handout that is about one.',
      why: 'Only a sheet has room for, and merges, the aftercare of several treatments.',
      fix: 'Name one of the sheets in the hint.',
    },
    'not-text': {
      what: 'A template or settings file isn’t text in UTF-8.',
      why: 'Accents and foreign letters would come out as other characters.',
      fix: 'Save the file as UTF-8 in your editor.',
      source: 'Unicode Standard, UTF-8 (RFC 3629)',
    },
    outside: {
      what: 'A path or a link leads out of the folder it belongs to.',
      why: 'A workspace that came from elsewhere could otherwise read any file of this machine into a handout.',
      fix: 'Copy the file into the workspace and name it from there.',
    },
    'sample-contact': {
      what: 'The workspace still has a telephone number of the sample clinic.',
      why: 'A patient with a problem after hours would call a number that nobody answers.',
      fix: 'Set your own under clinic: contact: in handout.yaml.',
      severity: 'warning',
    },
    'stray-file': {
      what: 'A file is named .yml, and only files named .yaml are read.',
      why: 'It is probably meant to change something and has no effect.',
      fix: 'Name it .yaml, or take it away.',
      severity: 'warning',
    },
    'too-large': {
      what: 'A file is larger than the program reads.',
      why: 'A text or a picture of this size is usually the wrong file, and would make handouts too large to mail.',
      fix: 'Use a smaller file; pictures for print need no more than 300 dots per inch.',
    },
    'unknown-brand': {
      what: 'There is no brand of this name in templates/brands/.',
      why: 'The brand carries the name and the telephone numbers of the clinic, so another can’t stand in for it.',
      fix: 'Correct the name; “handout build --help” and the hint name what there is.',
    },
    'unknown-desk': {
      what: 'The desk that print: desk: names in handout.yaml is none of print: desks:.',
      why: 'Handouts would come out of no printer, or of another desk’s.',
      fix: 'Correct the name to one of the desks.',
    },
    'unknown-handout': {
      what: 'No series has a topic or a sheet of this name.',
      why: 'There is nothing to build.',
      fix: 'Take a name from “handout list”.',
    },
    'unknown-key': {
      what: 'A settings file has a key that the program doesn’t know.',
      why: 'It is probably misspelt, and what it was meant to set would quietly keep its default.',
      fix: 'Correct it to the name in the hint, or delete it.',
    },
    'unknown-language': {
      what: 'The workspace has no translation in this language.',
      why: 'Another language is never put in its place, since the patient may not read that one.',
      fix: 'Correct the tag, or add a folder for it in locales/.',
    },
    'unknown-series': {
      what: 'The file handout.yaml names a series that has no file in templates/series/.',
      why: 'Its handouts would be missing from every build.',
      fix: 'Correct the name, or add the file.',
    },
    unreadable: {
      what: 'The system doesn’t let the program read a file.',
      why: 'What the file says would be missing from the handouts.',
      fix: 'Check that it is there and that you may read it.',
    },
    'unsayable-rule': {
      what: 'The same rule stands in several treatments, with a period in some and without in others.',
      why: 'No one period is then the strictest, so the sheet can’t say how long to follow it.',
      fix: 'Give from and until in all of them, or leave the same one out in all.',
    },
    'wrong-type': {
      what: 'A setting has a value of another kind than expected, such as a list instead of a text.',
      why: 'It can’t be used as it stands.',
      fix: 'Write what the message expects; put quotation marks around a text that looks like a number.',
    },
    'wrong-value': {
      what: 'A setting has a value outside those that are possible.',
      why: 'It can’t be used as it stands, and a default could be wrong for your patients.',
      fix: 'Write one of the values in the message.',
    },
    'yaml-aliases': {
      what: 'A YAML file refers to its own anchors more often than any honest file.',
      why: 'A few such lines can unfold to gigabytes.',
      fix: 'Write the values out where they are needed.',
    },
    'yaml-syntax': {
      what: 'A settings file is not valid YAML.',
      why: 'None of it can be read, so its handouts can’t be built.',
      fix: 'Look at the place in the message; most often the indentation, a colon or a quotation mark is wrong.',
      source: 'YAML 1.2',
    },
  },
};
