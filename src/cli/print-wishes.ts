import type { PaperName } from '../base/paper.js';
import { colorModes, MOST_COPIES, sidesNames } from '../base/print-setting.js';
import type { VariantName } from '../base/variant.js';
import type { PrintWishes, Wish } from '../delivery/print/wishes.js';
import type { HandoutRequest } from '../handout/request.js';
import type { Desk } from '../workspace/print-config.js';
import type { Workspace } from '../workspace/workspace.js';
import type { Arguments } from './command.js';
import { unknownName, UsageError } from './usage-error.js';

/** How the command line says to print; what it doesn't say is undefined. */
export type PrintOptions = Readonly<{
  copies: number | undefined;
  sides: (typeof sidesNames)[number] | undefined;
  media: string | undefined;
  color: (typeof colorModes)[number] | undefined;
}>;

/**
 * Reads the options that say how to print.
 * @throws {UsageError} for a value that there is not
 */
export function readPrintOptions({ texts }: Arguments): PrintOptions {
  return {
    copies: readCopies(texts.get('copies')),
    sides: readChoice('sides', texts.get('sides'), sidesNames),
    media: readMedia(texts.get('media')),
    color: readChoice('color', texts.get('color'), colorModes),
  };
}

/** What `handout.yaml` and the command line ask for together. */
export type WishSources = Readonly<{
  workspace: Workspace;
  desk: Desk | undefined;
  options: PrintOptions;
}>;

/** Adds to a request the variants that `handout.yaml` gives its handout, else its desk, unless the command line names some. */
export function withUsualVariants(request: HandoutRequest, { workspace, desk }: WishSources): HandoutRequest {
  if (request.variants !== undefined) return request;
  const own = workspace.config.print.handouts?.[request.handout];
  const variants: readonly VariantName[] = own?.variants ?? desk?.variants ?? [];
  return variants.length === 0 ? request : { ...request, variants };
}

/** How a handout is to be printed: as the command line says, else as `handout.yaml` says of the handout, else of the desk. */
export function wishesOf(request: HandoutRequest, { workspace, desk, options }: WishSources): PrintWishes {
  const own = workspace.config.print.handouts?.[request.handout];
  const paper: PaperName = desk?.paper ?? workspace.config.paper;
  return {
    copies: wish(options.copies, own?.copies ?? desk?.copies) ?? { value: 1, firm: false },
    sides: wish(options.sides, desk?.sides),
    media: wish(options.media, desk?.media),
    color: wish(options.color, desk?.color),
    paper: wish(request.paper, paper) ?? { value: paper, firm: false },
    isBooklet: request.variants?.includes('booklet') === true,
  };
}

/** Adds greys to how handouts differ from the usual copies. */
export function withGreys({
  variants = [],
}: Pick<HandoutRequest, 'variants'>): Readonly<{ variants: readonly VariantName[] }> {
  return { variants: [...new Set([...variants, 'greyscale' as const])] };
}

function wish<Value>(asked: Value | undefined, usual: Value | undefined): Wish<Value> | undefined {
  if (asked !== undefined) return { value: asked, firm: true };
  return usual === undefined ? undefined : { value: usual, firm: false };
}

function readCopies(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const copies = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (copies >= 1 && copies <= MOST_COPIES) return copies;
  throw new UsageError(
    '--copies is not a number of copies.',
    `Write a whole number from 1 to ${MOST_COPIES}.`,
  );
}

function readMedia(text: string | undefined): string | undefined {
  if (text === undefined || /^[a-z0-9][\w.+-]{0,254}$/i.test(text)) return text;
  throw new UsageError(
    '--media is not the name of a paper.',
    'Write it as iso_a4 or na_letter; “handout printers” lists what printers have.',
  );
}

function readChoice<Name extends string>(
  option: string,
  text: string | undefined,
  names: readonly Name[],
): Name | undefined {
  if (text === undefined) return undefined;
  const found = names.find((name) => name === text.toLowerCase());
  if (found === undefined) throw unknownName(`value of --${option}`, text, names);
  return found;
}
