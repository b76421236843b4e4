import type { ReactNode } from 'react';
import { RowName } from '../parts/row-name';
import { useText2, type Text2 } from '../parts/text2';

/** What records belong to that has no page of its own, or may not be read. */
const kinds: Readonly<Record<string, Text2>> = {
  engagement: { zh: '承接', en: 'Engagement' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  'inspection-item': { zh: '抽查样本', en: 'Item of an inspection' },
  interview: { zh: '电话回访', en: 'Phone interview' },
  task: { zh: '任务', en: 'Task' },
  worker: { zh: '灵工', en: 'Worker' },
};

/** What a record belongs to, by kind and row number alone: where nothing else is known of it. */
export function useSubjectText(): (kind: string, id: number) => string {
  const text = useText2();
  return (kind, id) => {
    const known = kinds[kind];
    return known === undefined ? id.toString() : `${text(known)} ${id.toString()}`;
  };
}

/** What a record belongs to, by its name where the reader may see it and else by what it is. */
export function Subject({ kind, id }: { kind: string; id: number }): ReactNode {
  const text = useSubjectText();
  return <RowName kind={kind} id={id} otherwise={text(kind, id)} linked />;
}
