export { exportChunks, exportFormats, exportTypes, type ExportedList, type ExportFormat } from './export-file';
export { exportKinds, exportText, type ExportColumn, type ExportKind, type ExportValue } from './export-value';
export type { Deflate } from './zip';
