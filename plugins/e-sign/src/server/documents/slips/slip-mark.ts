import type { FileAnswer } from '../../../api';

/** Keyword of the file's properties by which a slip is told from a contract. No contract carries it. */
export const slipMark = 'linggong-slip';

const keywords = `<pdf:Keywords>${slipMark}</pdf:Keywords>`;

/**
 * What a slip says of itself in its properties (XMP, which the press leaves uncompressed); undefined for every other document. To be asked only of a
 * file whose seal is ours and whole: anybody may write such properties.
 */
export function readSlip(bytes: Buffer): FileAnswer['slip'] | undefined {
  const packet = packetOf(bytes);
  if (!packet.includes(keywords)) return undefined;
  const [zh, number] = partsOf(itemOf(packet, 'title'));
  const made = /<xmp:CreateDate>([^<]+)</.exec(packet)?.[1];
  return {
    title: { zh, en: itemOf(packet, 'description') },
    number,
    madeAt: made === undefined ? null : new Date(made),
  };
}

function packetOf(bytes: Buffer): string {
  const start = bytes.indexOf('<?xpacket begin=');
  const end = bytes.indexOf('<?xpacket end=', start);
  return start < 0 || end < 0 ? '' : bytes.toString('utf8', start, end);
}

function itemOf(packet: string, name: 'title' | 'description'): string {
  const item = new RegExp(`<dc:${name}>\\s*<rdf:Alt>\\s*<rdf:li[^>]*>([^<]*)<`).exec(packet);
  return item?.[1] ?? '';
}

/** Title and number, as they are printed: the number is the last word. */
function partsOf(title: string): [string, string] {
  const gap = title.lastIndexOf(' ');
  return [title.slice(0, gap), title.slice(gap + 1)];
}
