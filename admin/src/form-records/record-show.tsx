import { Alert, Button, Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useGetRecordId } from 'react-admin';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { RecordPage } from '../parts/record-page';
import { RowName } from '../parts/row-name';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { call } from '../provider';
import { useMay } from '../session/use-me';
import { HandlingCard } from './handling-card';
import { JustReceived } from './just-received';
import { RecordEdit } from './record-edit';
import { RecordValues } from './record-values';
import { Subject } from './subject';
import { useForms, type FormRecord } from './record';
import { useWords } from './words';

/** What is handed in by this form is answered. */
const complaintForm = 'service.complaint';

/** One record: what was filled in, shown by the version of the form that it keeps, and what it was before. */
export default function RecordShow(): ReactNode {
  // What is edited, and the revision that is looked at, are of this record: the next one begins anew.
  return <RecordBody key={useGetRecordId()} />;
}

function RecordBody(): ReactNode {
  const word = useWords();
  const text = useText2();
  const may = useMay();
  const forms = useForms();
  const [editing, setEditing] = useState(false);
  const [revision, setRevision] = useState<number | undefined>(undefined);
  const nameOf = (key: string): string => {
    const known = forms.find((form) => form.key === key);
    return known === undefined ? key : text(known.name);
  };
  return (
    <RecordPage<FormRecord>
      resource="form-records"
      title={({ number }) => number}
      facts={({ form, versionNo }) => [nameOf(form), `${word('version')} ${versionNo.toString()}`]}
      actions={() =>
        may('form-records', 'change') && !editing ? (
          <Button
            variant="contained"
            color="primary"
            onClick={() => {
              setRevision(undefined);
              setEditing(true);
            }}
          >
            {word('edit')}
          </Button>
        ) : null
      }
      aside={(record) => (
        <Revisions record={record} shown={revision ?? record.revision} onPick={editing ? undefined : setRevision} />
      )}
    >
      {(record, refresh) => (
        <>
          {record.handling !== null ? (
            <HandlingCard handling={record.handling} />
          ) : (
            record.form === complaintForm && <JustReceived again={refresh} />
          )}
          <About record={record} />
          {editing ? (
            <RecordEdit
              record={record}
              onDone={() => {
                setEditing(false);
                refresh();
              }}
              onCancel={() => {
                setEditing(false);
              }}
            />
          ) : revision === undefined || revision === record.revision ? (
            record.content !== null && (
              <RecordValues id={record.id} content={record.content} values={record.values} files={record.files} />
            )
          ) : (
            <OldValues id={record.id} revision={revision} />
          )}
        </>
      )}
    </RecordPage>
  );
}

function About({ record }: { record: FormRecord }): ReactNode {
  const word = useWords();
  const actor = useActorText();
  const { aboutWhom, subjectKind, subjectId, createdAt, createdBy, updatedAt, updatedBy, versionId, versionNo } =
    record;
  const may = useMay();
  const text = useText2();
  const no = versionNo.toString();
  const version = text({ zh: `第 ${no} 版`, en: `Version ${no}` });
  return (
    <Card title={word('form')}>
      <Facts
        facts={[
          {
            label: word('version'),
            value: may('configuration-versions', 'show') ? (
              <Link to={`/configuration-versions/${versionId.toString()}/show`}>{version}</Link>
            ) : (
              version
            ),
          },
          ...(subjectKind === null || subjectId === null
            ? []
            : [
                {
                  label: word('about'),
                  value: <Subject kind={subjectKind} id={subjectId} />,
                },
              ]),
          ...(aboutWhom === null
            ? []
            : [
                {
                  label: word('aboutWhom'),
                  value: (
                    <RowName
                      kind={aboutWhom.kind}
                      id={aboutWhom.id}
                      otherwise={`${aboutWhom.name} ${aboutWhom.number}`}
                      linked
                    />
                  ),
                },
              ]),
          { label: word('by'), value: actor(createdBy) },
          { label: word('at'), value: <Instant at={createdAt} /> },
          {
            label: word('updated'),
            value: (
              <>
                <Instant at={updatedAt} /> · {actor(updatedBy)}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** What was handed in once; personal values as their masks. */
function OldValues({ id, revision }: { id: number; revision: number }): ReactNode {
  const word = useWords();
  const { data, error } = useQuery({
    queryKey: ['form-records', id, revision],
    // The route answers with the schema `formRecordAnswer`.
    queryFn: async ({ signal }) =>
      (await call(`/api/v1/form-records/${id.toString()}/revisions/${revision.toString()}`, { signal }))
        .json as FormRecord,
  });
  if (data === undefined) return error === null ? <PageSkeleton /> : <Trouble error={error} />;
  return (
    <>
      <Alert severity="info">{word('older')}</Alert>
      {data.content !== null && (
        <RecordValues id={id} content={data.content} values={data.values} files={data.files} current={false} />
      )}
    </>
  );
}

interface RevisionsProps {
  record: FormRecord;
  shown: number;
  onPick: ((revision: number) => void) | undefined;
}

function Revisions({ record, shown, onPick }: RevisionsProps): ReactNode {
  const word = useWords();
  const actor = useActorText();
  return (
    <Card title={word('revisions')}>
      {record.revisions.map(({ revision, at, by }) => (
        <Box key={revision} sx={{ py: 0.5 }}>
          <Button
            size="small"
            disabled={onPick === undefined}
            aria-current={revision === shown}
            sx={{ fontWeight: revision === shown ? 600 : 400 }}
            onClick={() => onPick?.(revision)}
          >
            {`${word('revision')} ${revision.toString()}`}
            {revision === record.revision && ` · ${word('current')}`}
          </Button>
          <Box sx={{ fontSize: 12, color: 'tokens.ink2', pl: 0.5 }}>
            <Instant at={at} /> · {actor(by)}
          </Box>
        </Box>
      ))}
    </Card>
  );
}
