import { Box } from '@mui/material';
import { useGetOne } from 'react-admin';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import type { FormRecord } from './record';
import { RecordValues } from './record-values';
import { useWords } from './words';

/** What was filled in, with the way to the record; nothing until it is there. */
export default function RecordById({ id }: { id: number }): ReactNode {
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
