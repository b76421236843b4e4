import iconv from 'iconv-lite';
import { FileFault, isXmlText, type BankProfile, type FileText } from '../../domain';

/** What a file of a profile can say, and how long that is in its bytes. */
export function fileTextOf(profile: BankProfile): FileText {
  return {
    bytesOf(text) {
      if (!isXmlText(text)) return undefined;
      if (profile.csv === null) return Buffer.byteLength(text, 'utf8');
      const bytes = encodeGb18030(text);
      if (bytes === undefined) return undefined;
      const isTooRare =
        profile.csv.characters === 'gbk' && [...text].some((one) => iconv.encode(one, 'gb18030').length > 2);
      return isTooRare ? undefined : bytes.length;
    },
  };
}

/** GB 18030 bytes of a text; undefined where it holds something that does not come back as itself. */
export function encodeGb18030(text: string): Buffer | undefined {
  const bytes = iconv.encode(text, 'gb18030');
  return iconv.decode(bytes, 'gb18030') === text ? bytes : undefined;
}

/** @throws FileFault `encoding-broken` where bytes stand for nothing: a character in their place would be a guess */
export function decodeGb18030(bytes: Buffer): string {
  const text = iconv.decode(bytes, 'gb18030');
  // iconv puts U+FFFD in the place of what it cannot read, and has no strict mode.
  if (text.includes('\uFFFD')) throw new FileFault('encoding-broken');
  return text;
}

/** @throws FileFault `encoding-broken` */
export function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileFault('encoding-broken');
  }
}
