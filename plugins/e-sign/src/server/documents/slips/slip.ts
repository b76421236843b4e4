import type { Text2 } from '@linggong/core/domain';
import type { PaperSeal } from '../paper';

/** A label and what stands beside it. */
export interface SlipFact {
  readonly label: Text2;
  readonly value: string;
  /** The figure that the sheet is about. */
  readonly isMain?: boolean;
}

export interface SlipColumn {
  readonly title: Text2;
  /** Points; `*` takes what is left. */
  readonly width: number | '*';
  readonly isAmount?: boolean;
}

export type SlipPart =
  /** Two facts a row; a lone one takes the row. */
  | { readonly kind: 'facts'; readonly heading?: Text2; readonly rows: readonly (readonly [SlipFact, SlipFact?])[] }
  | {
      readonly kind: 'table';
      readonly heading: Text2;
      readonly columns: readonly SlipColumn[];
      readonly rows: readonly (readonly string[])[];
      readonly total?: readonly string[];
    }
  /** A stamp across the sheet: what it is no longer good for. */
  | { readonly kind: 'warning'; readonly text: Text2 }
  | { readonly kind: 'note'; readonly text: Text2 };

export interface SlipSheet {
  readonly title: Text2;
  readonly number: string;
  readonly parts: readonly SlipPart[];
}

/**
 * A document of figures (单据): a receipt, a statement. Names of people are masked in it; it is sealed by the platform as contracts are, so that
 * whoever files it can tell that nobody has changed it.
 */
export interface Slip {
  readonly title: Text2;
  readonly number: string;
  readonly madeAt: Date;
  readonly platformName: Text2;
  readonly sheets: readonly SlipSheet[];
  /** Two on a page for receipts, which are cut; a sheet of one may go over several pages. */
  readonly perPage: 1 | 2;
  readonly seal: PaperSeal | null;
}
