import { sensitiveKindOf, type FormContent, type FormValues } from '@linggong/studio/domain';
import { Box, Button } from '@mui/material';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { formFileSender } from '../configurations/form/fill/form-file-sender';
import { problemsOf } from '../configurations/form/fill/refused-problems';
import { Card } from '../parts/card';
import { useLeaveGuard } from '../parts/leave-guard';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { call, useSendKey } from '../provider';
import type { FormRecord } from './record';
import { useWords } from './words';

const FormFill = lazy(() => import('../configurations/form/form-fill'));

interface RecordEditProps {
  record: FormRecord;
  onDone: () => void;
  onCancel: () => void;
}

/** Another revision of a record, by the form that it was filled in with; personal values stay unless they are typed anew. */
export function RecordEdit({ record: now, onDone, onCancel }: RecordEditProps): ReactNode {
  const word = useWords();
  // By the revision that it began with: where somebody hands in another meanwhile, the server says so, and what is typed stays.
  const [record] = useState(now);
  const { content } = record;
  const sealed = sealedFields(content, record.values);
  const [values, setValues] = useState(() => plainValues(record.values, sealed));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const { key, failed } = useSendKey();
  useLeaveGuard(true);
  if (content === null) return null;
  const send = async (): Promise<void> => {
    setTried(true);
    setBusy(true);
    setError(undefined);
    try {
      await call(`/api/v1/form-records/${record.id.toString()}`, {
        method: 'PUT',
        body: { revision: record.revision, values, kept: sealed.filter((field) => values[field] === undefined) },
        key,
      });
      onDone();
    } catch (refusal) {
      failed(refusal);
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={word('edit')}>
      <Box sx={{ mb: 2, color: 'tokens.ink2' }}>{word('editLead')}</Box>
      <Suspense fallback={<PageSkeleton />}>
        <FormFill
          form={content}
          value={values}
          onChange={setValues}
          showMissing={tried}
          stays={sealed}
          problems={problemsOf(error)}
          sendFile={formFileSender(record.form, record.versionId)}
        />
      </Suspense>
      {error !== undefined && <Trouble error={error} />}
      <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
        <Button variant="contained" color="primary" disabled={busy} onClick={() => void send()}>
          {word('save')}
        </Button>
        <Button disabled={busy} onClick={onCancel}>
          {word('cancel')}
        </Button>
      </Box>
    </Card>
  );
}

function sealedFields(content: FormContent | null, values: FormValues): string[] {
  const fields = content?.fields ?? [];
  return fields
    .filter((field) => sensitiveKindOf(field) !== undefined && values[field.id] !== undefined)
    .map(({ id }) => id);
}

/** Without the masks, which are no values. */
function plainValues(values: FormValues, sealed: readonly string[]): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([id]) => !sealed.includes(id)));
}
