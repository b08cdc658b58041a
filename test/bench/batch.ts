import { buildHandout, checkHandout, openPolicy, openWorkspace } from 'handout';
import type { Workspace } from 'handout';
import { openBaselineFonts, setBaseline } from './baseline.js';
import { mapStrings, patient, reletter } from './content.js';
import type { TextBlock } from './content.js';
import { measureBatch } from './measure.js';
import type { BatchResult, MadeDocument } from './measure.js';

/**
 * Runs in a process of its own, so that one maker's memory and compiled code don't count for the other's. Reads a
 * `BatchOrder` as JSON from its first argument and writes a list of `BatchResult` as JSON.
 */

/** What to make: by whom, with which texts, and how many documents in each of the measured batches. */
export type BatchOrder = Readonly<{
  /** `checked` makes handouts and checks each. */
  maker: 'handout' | 'checked' | 'pdfkit';
  texts: 'one' | 'all-different';
  handout: string;
  /** The clinic's folder; the built-in files alone without it. */
  workspace?: string;
  /** What the baseline sets, since it knows no templates. */
  blocks: readonly TextBlock[];
  warmUp: number;
  counts: readonly number[];
}>;

type Make = (number: number) => Promise<MadeDocument>;

function maker(order: BatchOrder): Make {
  return order.maker === 'pdfkit' ? baselineMaker(order) : handoutMaker(order);
}

function baselineMaker({ blocks, texts }: BatchOrder): Make {
  const fonts = openBaselineFonts();
  return (number) => {
    const { firstName, treatmentDate } = patient(number);
    const own = blocks.map(({ kind, text }) => ({
      kind,
      text: texts === 'one' ? text : reletter(text, number),
    }));
    return setBaseline([...own, { kind: 'p', text: `${firstName}, ${treatmentDate}` }], fonts);
  };
}

function handoutMaker({ handout, texts, workspace: dir, maker: kind }: BatchOrder): Make {
  const { value: workspace } = openWorkspace(dir === undefined ? {} : { dir });
  const policy = openPolicy(workspace);
  return async (number) => {
    const own = texts === 'one' ? workspace : withOtherTexts(workspace, number);
    const request = { handout, lang: 'en', personal: patient(number) };
    const { value, problems } = await (kind === 'checked'
      ? checkHandout(own, request, { policy })
      : buildHandout(own, request));
    if (!value) throw new Error(problems.map(({ code, message }) => `${code}: ${message}`).join('\n'));
    return { bytes: value.pdf.length, pageCount: value.pageCount };
  };
}

/** The workspace with every text in other letters: nothing that was set for another document fits. */
function withOtherTexts(workspace: Workspace, number: number): Workspace {
  return {
    ...workspace,
    readLocales: (languages) => {
      const { value, problems } = workspace.readLocales(languages);
      const locales = value.map((locale) => {
        if (locale.lang !== 'en') return locale;
        const texts = mapStrings(JSON.parse(locale.source.text), (text) => reletter(text, number));
        return { ...locale, source: { ...locale.source, text: JSON.stringify(texts) } };
      });
      return { value: locales, problems };
    },
  };
}

async function run(order: BatchOrder): Promise<readonly BatchResult[]> {
  const make = maker(order);
  await measureBatch(make, { from: 0, count: order.warmUp });
  const results: BatchResult[] = [];
  let from = order.warmUp;
  for (const count of order.counts) {
    results.push(await measureBatch(make, { from, count }));
    from += count;
  }
  return results;
}

const order = JSON.parse(process.argv[2] ?? '') as BatchOrder;
console.log(JSON.stringify(await run(order)));
