import type { Queryable } from '@linggong/core';
import type { Day, Text2 } from '@linggong/core/domain';
import type { Json } from '../../domain';

/** Days of a past period, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** One thing of the past, as it was asked then. */
export interface ReplayItem {
  /** Place of this item in the order of the source; the next page begins after it. */
  readonly cursor: string;
  /** A business number, and where it is looked at; never a name or number of a person: both are kept. */
  readonly subject: { readonly label: string; readonly link?: string };
  readonly input: Json;
  /** What was decided then, as far as it is known. Absent: the version in force is asked as well. */
  readonly decided?: Json;
  /** Amount in fen that stands behind it. */
  readonly amountFen?: number;
}

/** A page of a replay. */
export interface AskedPage extends Period {
  readonly after: string | undefined;
  readonly limit: number;
  /** The contents that are compared, of the kind of the configuration: a source that sums up what it tells keeps apart what they part. */
  readonly contents?: readonly Json[];
}

/** Where the past of a configuration is (回放来源). */
export interface ReplaySource {
  readonly name: Text2;
  /** What of an outcome the consumer acts on; what was decided then is told in the same words. Absent: the whole outcome is compared. */
  readonly reads?: (outcome: Json) => Json;
  count(db: Queryable, period: Period): Promise<number>;
  /** Whether there is any past at all, of a source whose pages cost much: it is asked with each look at a version. Absent: a page of one item says so. */
  any?(db: Queryable): Promise<boolean>;
  /** The next items in the order of their cursors, `limit` at most; none where the period is over. */
  page(db: Queryable, asked: AskedPage): Promise<readonly ReplayItem[]>;
}
