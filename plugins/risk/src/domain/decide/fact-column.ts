import type { Text2 } from '@linggong/core/domain';

/** A fact that code sends, as a column of a table. */
export interface FactColumn {
  readonly label: Text2;
  readonly type: 'money' | 'number' | 'choice';
  readonly choices?: readonly {
    readonly value: string;
    readonly label: { readonly zh: string; readonly en: string };
  }[];
}
