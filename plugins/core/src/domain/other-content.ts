import type { Text2 } from './problem';

/**
 * First bytes (as hex) of files that people upload for a sheet by mistake. Only beginnings that no table of text has: a CSV
 * starts with letters, digits, quotes or a byte order mark, a workbook is a zip.
 */
const beginnings: readonly { readonly hex: RegExp; readonly kind: Text2 }[] = [
  { hex: /^89504e470d0a1a0a/, kind: { zh: 'PNG 图片', en: 'a PNG image' } },
  { hex: /^ffd8ff/, kind: { zh: 'JPEG 图片', en: 'a JPEG image' } },
  { hex: /^47494638(37|39)61/, kind: { zh: 'GIF 图片', en: 'a GIF image' } },
  { hex: /^52494646.{8}57454250/, kind: { zh: 'WebP 图片', en: 'a WebP image' } },
  { hex: /^000000..66747970/, kind: { zh: '视频或 HEIC 照片', en: 'a video or a HEIC photo' } },
  { hex: /^255044462d/, kind: { zh: 'PDF 文档', en: 'a PDF document' } },
  { hex: /^526172211a07/, kind: { zh: 'RAR 压缩包', en: 'a RAR archive' } },
  { hex: /^377abcaf271c/, kind: { zh: '7z 压缩包', en: 'a 7z archive' } },
  { hex: /^1f8b08/, kind: { zh: 'GZIP 压缩包', en: 'a GZIP archive' } },
  { hex: /^7b5c727466/, kind: { zh: 'RTF 文档', en: 'an RTF document' } },
];

/** Bytes that must be there before the content can be told. */
export const contentHeadBytes = 12;

/** What a file holds that is no sheet, whatever its name says; undefined where it may be a sheet. */
export function otherContent(head: Uint8Array): Text2 | undefined {
  const hex = [...head].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return beginnings.find((beginning) => beginning.hex.test(hex))?.kind;
}
