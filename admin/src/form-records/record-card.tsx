import { useGetList } from 'react-admin';
import type { ReactNode } from 'react';
import { useMay } from '../session/use-me';
import type { RecordRow } from './record';
import RecordById from './record-by-id';

export interface RecordCardProps {
  /** Key of the form, such as `tasks.publication`. */
  form: string;
  subjectKind: string;
  subjectId: number;
}

/** What was filled in beside the columns of a thing (补充表单), on its own page; nothing where nothing was, or it may not be read. */
export default function RecordCard(props: RecordCardProps): ReactNode {
  const may = useMay();
  return may('form-records', 'list') && may('form-records', 'show') ? <Found {...props} /> : null;
}

function Found({ form, subjectKind, subjectId }: RecordCardProps): ReactNode {
  const { data } = useGetList<RecordRow>('form-records', {
    filter: { form, subjectKind, subjectId },
    pagination: { page: 1, perPage: 1 },
    sort: { field: 'id', order: 'DESC' },
  });
  const [row] = data ?? [];
  return row === undefined ? null : <RecordById id={row.id} />;
}
