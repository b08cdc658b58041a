/** One font file at one weight, opened once per process. */
export type FontFace = Readonly<{
  /** Names the face in messages and in the PDF, for instance `SourceSans3-Regular`. */
  name: string;
  unitsPerEm: number;
}>;
