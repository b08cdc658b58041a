import type { FormatName } from '../base/format.js';
import type { PaperName } from '../base/paper.js';
import type { VariantName } from '../base/variant.js';

/** What one patient's copy says beyond the general text. It is printed and goes nowhere else. */
export type PersonalDetails = Readonly<{
  firstName?: string;
  /** `YYYY-MM-DD`. */
  treatmentDate?: string;
  /** `YYYY-MM-DDTHH:mm`, on the clinic's clock. */
  nextAppointment?: string;
  /** Who treated the patient, as the clinic writes it. */
  clinician?: string;
  /** Plain text of the clinic's own; each line is a paragraph. */
  note?: string;
}>;

/** What goes with a handout in an e-mail; the letter says so. */
export type LetterRequest = Readonly<{
  /** Whether the handout's dates are attached as a calendar file. */
  hasCalendar: boolean;
  /**
   * Whether the PDF opens with a password only. The letter then says nothing of the handout or the patient, since what the
   * password keeps would stand beside it.
   */
  isLocked: boolean;
}>;

/** Which handout is wanted, and how. */
export type HandoutRequest = Readonly<{
  /** Series and topic or sheet, such as `microneedling/aftercare`. */
  handout: string;
  /** BCP 47 tag. */
  lang: string;
  /**
   * Other series that the patient was treated with in the same visit, by id; a sheet merges their aftercare. Their order
   * doesn't matter, and the handout's own series may be among them.
   */
  treatments?: readonly string[];
  brand?: string;
  paper?: PaperName;
  /** How it differs from the usual copy, for readers and printers with other needs. */
  variants?: readonly VariantName[];
  /** BCP 47 tag of a language set beside `lang`, such as the staff's. */
  bilingual?: string;
  personal?: PersonalDetails;
  /** The kinds of file to make; PDF alone without it. */
  formats?: readonly FormatName[];
  /** Writes the letter of an e-mail to it; none without it. */
  letter?: LetterRequest;
  /** Makes it even if its texts aren't reviewed as far as the workspace asks. */
  allowDrafts?: boolean;
}>;
