import type { Text2 } from '../domain';
import type { ZipDirectory } from './zip-directory';

const parts: readonly { readonly path: string; readonly kind: Text2 }[] = [
  { path: 'word/document.xml', kind: { zh: 'Word 文档', en: 'a Word document' } },
  { path: 'ppt/presentation.xml', kind: { zh: 'PowerPoint 演示文稿', en: 'a PowerPoint presentation' } },
  { path: 'xl/workbook.bin', kind: { zh: '二进制工作簿（XLSB）', en: 'a binary workbook (XLSB)' } },
  { path: 'META-INF/manifest.xml', kind: { zh: 'ODS 表格', en: 'an ODS sheet' } },
];

/** What a zip holds that is no XLSX; undefined where it may be one. */
export function otherZip(zip: ZipDirectory): Text2 | undefined {
  const known = parts.find(({ path }) => zip.has(path));
  if (known !== undefined) return known.kind;
  const isOffice = ['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'].some((path) => zip.has(path));
  return isOffice ? undefined : { zh: 'ZIP 压缩包', en: 'a ZIP archive' };
}
