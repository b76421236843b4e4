import { Box } from '@mui/material';
import { useGetList, useGetOne } from 'react-admin';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { useMay } from '../session/use-me';
import type { FormRecord, RecordRow } from './record';
import { RecordValues } from './record-values';
import { useWords } from './words';

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
  return row === undefined ? null : <Shown id={row.id} />;
}

function Shown({ id }: { id: number }): ReactNode {
  const word = useWords();
  const { data } = useGetOne<FormRecord>('form-records', { id, meta: { whole: true } });
  if (data?.content === undefined || data.content === null) return null;
  return (
    <>
      <RecordValues id={id} content={data.content} values={data.values} files={data.files} />
      <Card title={word('form')}>
        <Link to={`/form-records/${id.toString()}/show`}>{data.number}</Link>
        <Box component="span" sx={{ ml: 1.5, color: 'tokens.ink2' }}>
          {`${word('version')} ${data.versionNo.toString()}`}
        </Box>
      </Card>
    </>
  );
}
