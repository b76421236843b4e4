import { encode } from 'iconv-lite';

/** One way in which a text may stand in bytes; `exact` finds it whole, whatever stands around it. */
export interface Spelling {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Every spelling of a value that the hunt looks for (写法): encodings of sheets and databases, escapes of URLs, JSON and dumps, base64 at
 * its three offsets, and digits as people group them.
 */
export function spellingsOf(clear: string): Spelling[] {
  const utf8 = Buffer.from(clear, 'utf8');
  const hex = utf8.toString('hex');
  const found = [
    spelt('utf-8', utf8),
    spelt('utf-16le', Buffer.from(clear, 'utf16le')),
    spelt('utf-16le hex', Buffer.from(Buffer.from(clear, 'utf16le').toString('hex'))),
    spelt('hex', Buffer.from(hex)),
    spelt('hex', Buffer.from(hex.toUpperCase())),
    ...base64Of('base64', utf8),
  ];
  return isPlain(clear) ? [...found, ...groupedOf(clear)] : [...found, ...ofHan(clear)];
}

/** Only what is not ASCII looks otherwise in these. */
function ofHan(clear: string): Spelling[] {
  const gb18030 = encode(clear, 'gb18030');
  const percent = encodeURIComponent(clear);
  const escaped = [...clear].map((sign) => unicodeOf(sign)).join('');
  const upper = escaped.replace(/\\u[0-9a-f]+/g, (code) => `\\u${code.slice(2).toUpperCase()}`);
  return [
    spelt('gb18030', gb18030),
    spelt('gb18030 hex', Buffer.from(gb18030.toString('hex'))),
    ...base64Of('gb18030 base64', gb18030),
    spelt('percent', Buffer.from(percent)),
    spelt('percent', Buffer.from(percent.toLowerCase())),
    // In JSON that stands in JSON the backslash is escaped itself.
    ...[escaped, upper, escaped.replaceAll('\\', '\\\\'), upper.replaceAll('\\', '\\\\')].map((text) =>
      spelt('escape', Buffer.from(text)),
    ),
  ];
}

function unicodeOf(sign: string): string {
  return isPlain(sign) ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** `6222 0299 …`, `177-9900-…`, and the wide digits of Chinese keyboards. */
function groupedOf(clear: string): Spelling[] {
  const size = /^1\d{10}$/.test(clear) ? [3, 4, 4] : [];
  const parts = groups(clear, size);
  const wide = clear.replace(/[0-9X]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  return [
    spelt('grouped by blanks', Buffer.from(parts.join(' '))),
    spelt('grouped by dashes', Buffer.from(parts.join('-'))),
    spelt('wide digits', Buffer.from(wide)),
  ];
}

function groups(clear: string, sizes: readonly number[]): string[] {
  const found: string[] = [];
  for (let from = 0; from < clear.length; from += found.at(-1)?.length ?? 1) {
    found.push(clear.slice(from, from + (sizes[found.length] ?? 4)));
  }
  return found;
}

/** Base64 of the bytes where they begin at each of the three places within a group, without the signs that neighbours share. */
function base64Of(name: string, bytes: Buffer): Spelling[] {
  const texts = [0, 1, 2].map((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const firstWhole = offset === 0 ? 0 : offset + 1;
    const shared = (offset + bytes.length) % 3 === 0 ? 0 : 1;
    return whole.slice(firstWhole, whole.length - shared);
  });
  const url = texts.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  return [...new Set([...texts, ...url])].map((text) => spelt(name, Buffer.from(text)));
}

const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

const spelt = (name: string, bytes: Buffer): Spelling => ({ name, bytes });
