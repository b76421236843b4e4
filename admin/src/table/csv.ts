import { exportCsv } from '@linggong/core/domain';

/** Hands rows to the browser as a CSV file. */
export function downloadRows(name: string, rows: readonly (readonly string[])[]): void {
  saveBlob(name, new Blob([exportCsv(rows)], { type: 'text/csv;charset=utf-8' }));
}

/** Hands a file to the browser. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
