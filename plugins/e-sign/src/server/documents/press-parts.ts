import type { Covers } from '../../domain';
import type { Advance, Line } from './lines';
import type { FontShelf } from './paper-document';

/** What a thread prints with; its fonts are kept from paper to paper. */
export interface Press {
  readonly fonts: Readonly<Record<string, { normal: Buffer; bold: Buffer }>>;
  readonly covers: readonly Covers[];
  /** Of the first font. */
  readonly advance: Advance;
  /** Paragraphs that were set before; those of templates come back in every paper. */
  readonly paragraphs: Map<string, readonly Line[]>;
  readonly shelf: FontShelf;
}
