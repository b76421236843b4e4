import type { FormField, FormValues, Json } from '@linggong/studio/domain';
import { Box, Button, MenuItem, TextField } from '@mui/material';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { EffectSheet } from '../parts/effect-sheet';
import { PageSkeleton } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { call } from '../provider';
import { useForm, useForms } from './record';
import { useWords } from './words';

const FormFill = lazy(() => import('../configurations/form/form-fill'));

interface Found {
  id: number;
  number: string;
  createdAt: string;
  createdBy: string;
}

const searchable = ({ type }: FormField): boolean => type !== 'table' && type !== 'file';

/** Finds records by the whole value of one field, personal ones too; what is sought is sent in a body. */
export function FindRecords({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const word = useWords();
  const text = useText2();
  const forms = useForms();
  const [key, setKey] = useState('');
  const [field, setField] = useState('');
  const [values, setValues] = useState<FormValues>({});
  const fields = (useForm(key)?.content.fields ?? []).filter(searchable);
  const asked = fields.find(({ id }) => id === field);
  const value: Json | undefined = values[field];
  return (
    <EffectSheet<readonly Found[]>
      open={open}
      onClose={onClose}
      title={word('find')}
      lead={word('findLead')}
      confirm={word('search')}
      ready={value !== undefined}
      run={async () => {
        const { json } = await call('/api/v1/form-records/search', {
          method: 'POST',
          body: { form: key, field, value },
        });
        // The route answers with the schema `formRecordsFound`.
        return (json as { items: Found[] }).items;
      }}
      done={(found) => <FoundRecords found={found} onClose={onClose} />}
    >
      <TextField
        select
        label={word('form')}
        value={key}
        onChange={({ target }) => {
          setKey(target.value);
          setField('');
          setValues({});
        }}
      >
        {forms.map((form) => (
          <MenuItem key={form.key} value={form.key}>
            {text(form.name)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={word('field')}
        value={field}
        disabled={fields.length === 0}
        onChange={({ target }) => {
          setField(target.value);
          setValues({});
        }}
      >
        {fields.map((one) => (
          <MenuItem key={one.id} value={one.id}>
            {text(one.label)}
          </MenuItem>
        ))}
      </TextField>
      {asked !== undefined && (
        <Suspense fallback={<PageSkeleton />}>
          <FormFill form={soughtForm(asked)} value={values} onChange={setValues} />
        </Suspense>
      )}
    </EffectSheet>
  );
}

/** A form of the one field that is sought, whatever else it asks of who fills it in. */
function soughtForm(field: FormField) {
  const { shownIf: _, ...rest } = field;
  return { sections: [{ id: field.section, title: { zh: '', en: '' } }], fields: [{ ...rest, required: false }] };
}

function FoundRecords({ found, onClose }: { found: readonly Found[]; onClose: () => void }): ReactNode {
  const word = useWords();
  const actor = useActorText();
  if (found.length === 0) return <Box>{word('notFound')}</Box>;
  return (
    <Box>
      <Box sx={{ mb: 1 }}>{word('found')}</Box>
      {found.map(({ id, number, createdAt, createdBy }) => (
        <Box key={id} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'center' }}>
          <Button component={Link} to={`/form-records/${id.toString()}/show`} size="small" onClick={onClose}>
            {number}
          </Button>
          <Box component="span" sx={{ fontSize: 12, color: 'tokens.ink2' }}>
            <Instant at={createdAt} /> · {actor(createdBy)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
