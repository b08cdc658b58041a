import type { Problem } from '../../base/problem.js';
import { comparable, wordsOfNode } from '../spoken.js';
import type { Scene } from './scene.js';

const NOT_REVIEWED = 'sources.not-yet-reviewed';

/**
 * Judges whether a handout of the kind aftercare says where its rules come from, and that the clinic hasn't signed some of them off.
 * Reports `safety/hidden-source` and `safety/hidden-sign-off`.
 */
export function judgeShownSources({ subject, languages, start }: Scene): readonly Problem[] {
  const { topic, treatment, series, read, translator: translatorOf } = subject;
  if (topic.kind !== 'aftercare') return [];
  const words = comparable(read.document.children.map(wordsOfNode).join('\n'));
  const at = start && { at: start };
  return languages.flatMap((lang) => {
    const translator = translatorOf(lang);
    const isShown = (key: string): boolean => {
      const names = treatment.namespaces.map((id) => translator.qualify(key, id)).filter(translator.has);
      const texts = names.map((name) => comparable(translator.text(name, {}, () => undefined)));
      return texts.length === 0 || texts.some((text) => words.includes(text));
    };
    const labels = [...new Set(treatment.rules.flatMap(({ sources }) => sources))];
    const hidden = labels.filter((label) => !isShown(label));
    const isUnreviewed = treatment.rules.some(({ signOff }) => signOff === 'not-yet-reviewed');
    return [
      ...hidden.map((label): Problem => ({
        code: 'safety/hidden-source',
        severity: 'error',
        message: `The handout doesn't say where its rules come from: "${label}" (${lang}).`,
        ...at,
        hint: 'Put {{> partials/source-note}} into it.',
      })),
      ...(isUnreviewed && !isShown(NOT_REVIEWED)
        ? [
            {
              code: 'safety/hidden-sign-off',
              severity: 'error',
              message: `The handout doesn't say that the clinic hasn't reviewed some rules of "${series.id}" (${lang}).`,
              ...at,
              hint: 'Put {{> partials/source-note}} into it, or set signOff: reviewed where a clinician has.',
            } as const,
          ]
        : []),
    ];
  });
}
