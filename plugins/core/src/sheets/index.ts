export { CsvSplitter } from './csv-records';
export { inChunks } from './in-chunks';
export { readSheet } from './read-sheet';
export type { CellFault, CellFaultReason, ReadSheetOptions, Sheet, SheetColumn, SheetRow } from './sheet-types';
export { Spool } from './spool';
export { streamDigest } from './stream-digest';
