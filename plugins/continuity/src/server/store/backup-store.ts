/**
 * Where backups lie (备份存储端口): disk or S3. Names are paths such as `7380…/base/20261126T183000Z-3f9c/part-001`. An object
 * is there whole or not at all, and is never changed.
 */
export interface BackupStore {
  readonly kind: 'disk' | 's3';
  /** Where it is, for people; without secrets. */
  readonly place: string;
  /** @throws what the stream throws, leaving nothing under the name */
  put(name: string, chunks: AsyncIterable<Buffer>): Promise<void>;
  /** @throws ObjectMissing at the first read */
  get(name: string): AsyncIterable<Buffer>;
  /**
   * Every object under a prefix that ends with `/`, in no order.
   * @param withDrafts also what a killed writer left half written; for removal only
   */
  list(prefix: string, withDrafts?: boolean): AsyncIterable<StoredObject>;
  /** Does nothing where there is none. */
  remove(name: string): Promise<void>;
}

export interface StoredObject {
  readonly name: string;
  readonly bytes: number;
  readonly at: Date;
}

export class ObjectMissing extends Error {
  constructor(readonly object: string) {
    super(`the backup store holds no ${object}`);
    this.name = 'ObjectMissing';
  }
}

const part = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** @throws RangeError for a name that could leave the store's folder or prefix */
export function checkName(name: string): string {
  if (name.length > 500 || !name.split('/').every((one) => part.test(one))) {
    throw new RangeError('not the name of a backup object');
  }
  return name;
}
