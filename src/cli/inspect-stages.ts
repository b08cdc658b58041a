/** The stages that `inspect` prints. */
export const inspectStages = ['html', 'document', 'lines', 'pages', 'tags'] as const;

/** One of the stages that `inspect` prints. */
export type InspectStage = (typeof inspectStages)[number];
