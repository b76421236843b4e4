import { canonical } from '../kinds/decision-table/canonical';

/** Name of the form of files of configurations; stands in the text that is signed, so that no other signature passes for one. */
export const transferFormat = 'linggong-configurations';

/** Bytes of a file, and configurations in it. */
export const transferBytesMax = 16 * 1024 * 1024;
export const transferItemsMax = 500;

/** What is signed: the format, and the body with its names in order, however the file prints it. */
export function signedText(body: object): string {
  return `${transferFormat} 1\n${canonical(body)}`;
}
