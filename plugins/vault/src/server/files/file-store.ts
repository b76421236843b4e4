/**
 * Where sealed files lie (文件存储端口). It sees ciphertext and random names only. Local disk today; an S3 store keeps the same
 * promises: a file is there whole or not at all, and is never written twice.
 */
export interface FileStore {
  /** @throws what the stream throws, leaving nothing behind */
  write(id: string, sealed: AsyncIterable<Buffer>): Promise<void>;
  /** @throws FileMissing at the first read */
  read(id: string): AsyncIterable<Buffer>;
  /** Removes a file; does nothing where there is none. */
  remove(id: string): Promise<void>;
  /** Names of all files that were complete before an instant. */
  list(before: Date): AsyncIterable<string>;
}

export class FileMissing extends Error {
  constructor() {
    super('the file is not in the store');
    this.name = 'FileMissing';
  }
}
