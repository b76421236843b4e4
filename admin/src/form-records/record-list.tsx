import { sensitiveKindOf, type FormField } from '@linggong/studio/domain';
import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { ActorWord } from '../parts/actor-word';
import { useText2 } from '../parts/text2';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import { RecordList } from '../table/record-list';
import { FindRecords } from './find-records';
import { useForm, useForms, type RecordRow } from './record';
import { Subject, useSubjectText } from './subject';
import { useRegionNames, valueText } from './value-text';
import { useWords } from './words';

/** Fields of a form that a list shows by itself beside its own columns; the others are chosen, and all of them leave in a file. */
const OWN_SHOWN = 4;

/** Records of forms (表单记录), of one form with its own columns. */
export default function RecordListPage(): ReactNode {
  const text = useText2();
  const word = useWords();
  const may = useMay();
  const actor = useActorText();
  const subject = useSubjectText();
  const forms = useForms();
  const [form, setForm] = useState<string | undefined>(undefined);
  const [finding, setFinding] = useState(false);
  const content = useForm(form)?.content;
  const names = useRegionNames(content?.fields.some(({ type }) => type === 'region') ?? false);
  const nameOf = (key: string): string => {
    const known = forms.find((one) => one.key === key);
    return known === undefined ? key : text(known.name);
  };
  const own = (content?.fields ?? [])
    .filter((field) => sensitiveKindOf(field) === undefined && field.core === undefined)
    .map((field, place) => ({
      ...ownColumn(field, text, (row) => valueText(field, row.values[field.id], text, names)),
      ...(place < OWN_SHOWN ? {} : { hidden: true }),
    }));
  const alone = forms.filter((one) => one.alone);
  const fill = may('form-records', 'submit') ? (
    <Button component={Link} to="/form-records/create" variant="contained" color="primary">
      {alone.length === 1 && alone[0] !== undefined ? text(alone[0].name) : word('fill')}
    </Button>
  ) : undefined;
  return (
    <>
      <RecordList<RecordRow>
        resource="form-records"
        columns={[...columns(nameOf, actor, subject), ...own]}
        filters={[
          { source: 'number', kind: 'text' },
          { source: 'form', kind: 'pick', options: forms.map(({ key, name }) => ({ value: key, label: text(name) })) },
          { source: 'createdAt_gte', kind: 'from' },
          { source: 'createdAt_lte', kind: 'until' },
        ]}
        onFilter={({ form: picked }) => {
          setForm(typeof picked === 'string' ? picked : undefined);
        }}
        sort={{ field: 'id', order: 'DESC' }}
        actions={
          <>
            {may('form-records', 'search') && (
              <Button
                onClick={() => {
                  setFinding(true);
                }}
              >
                {word('find')}
              </Button>
            )}
            {fill}
          </>
        }
        firstStep={fill}
      />
      <FindRecords
        open={finding}
        onClose={() => {
          setFinding(false);
        }}
      />
    </>
  );
}

function columns(
  nameOf: (key: string) => string,
  actor: (name: string) => string,
  subject: (kind: string, id: number) => string,
): Column<RecordRow>[] {
  return [
    { source: 'number', kind: 'number', sortable: true, phone: 'title' },
    {
      source: 'form',
      sortable: true,
      phone: 'note',
      render: ({ form }) => nameOf(form),
      text: ({ form }) => nameOf(form),
    },
    {
      source: 'subjectId',
      render: ({ subjectKind, subjectId }) =>
        subjectKind === null || subjectId === null ? '—' : <Subject kind={subjectKind} id={subjectId} />,
      text: ({ subjectKind, subjectId }) =>
        subjectKind === null || subjectId === null ? '' : subject(subjectKind, subjectId),
      names: ({ subjectKind: kind, subjectId: id }) => (kind === null || id === null ? undefined : { kind, id }),
    },
    {
      source: 'aboutId',
      hidden: true,
      render: ({ aboutKind, aboutId }) =>
        aboutKind === null || aboutId === null ? '—' : <Subject kind={aboutKind} id={aboutId} />,
      text: ({ aboutKind, aboutId }) => (aboutKind === null || aboutId === null ? '' : subject(aboutKind, aboutId)),
      names: ({ aboutKind: kind, aboutId: id }) => (kind === null || id === null ? undefined : { kind, id }),
    },
    { source: 'versionNo', kind: 'count', hidden: true },
    { source: 'revision', kind: 'count', hidden: true },
    {
      source: 'createdBy',
      render: ({ createdBy }) => <ActorWord name={createdBy} />,
      text: ({ createdBy }) => actor(createdBy),
    },
    { source: 'createdAt', kind: 'instant', sortable: true, phone: 'end' },
    { source: 'updatedAt', kind: 'instant', sortable: true, hidden: true },
  ];
}

function ownColumn(
  field: FormField,
  text: ReturnType<typeof useText2>,
  of: (row: RecordRow) => string,
): Column<RecordRow> {
  return { source: `values.${field.id}`, heading: text(field.label), render: of, text: of, kind: 'text', inFile: true };
}
