import type { ReactNode } from 'react';
import { useGetManyAggregate, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { nothing } from '../parts/money-text';
import { useMay } from '../session/use-me';

/** The settlement batch a job is about, by its number; the batches of all rows are asked for at once. */
export function JobBatch({ id, linked = false }: { id: number | null | undefined; linked?: boolean }): ReactNode {
  const translate = useTranslate();
  const may = useMay()('settlement-batches', 'list');
  const known = id !== null && id !== undefined;
  const { data } = useGetManyAggregate<{ id: number; number: string }>(
    'settlement-batches',
    { ids: known ? [id] : [] },
    { enabled: known && may },
  );
  if (!known) return nothing;
  const number = data?.[0]?.number ?? translate('job.batch', { id: id.toString() });
  return linked && may ? <Link to={`/settlement-batches/${id.toString()}/show`}>{number}</Link> : number;
}
