import type { ReactNode } from 'react';
import { useGetManyAggregate, type RaRecord } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../session/use-me';
import { nameOfRow } from '../table/relation';
import { isRowNumber, pageOfKind } from './row-page';

interface RowNameProps {
  /** `worker`, `settlement-batch`: as approvals and the audit log name it. */
  kind: string;
  id: string | number;
  /** What is said where the row has no name, or the reader may not see it. */
  otherwise: string;
  linked?: boolean;
}

/** A row by what people call it and not by its row number, as far as the reader may see it; the rows of a page are asked for at once. */
export function RowName({ kind, id, otherwise, linked = false }: RowNameProps): ReactNode {
  const page = pageOfKind(kind) ?? '';
  const may = useMay();
  const readable = page !== '' && may(page, 'show');
  const { data } = useGetManyAggregate<RaRecord>(
    page,
    { ids: [Number(id)] },
    { enabled: readable && may(page, 'list') && isRowNumber(String(id)), retry: false },
  );
  const [row] = data ?? [];
  const name = (row === undefined ? undefined : nameOfRow(row)) ?? otherwise;
  return linked && readable ? <Link to={`/${page}/${encodeURIComponent(id)}/show`}>{name}</Link> : name;
}
