import { fieldTypeNames, sensitiveKindOf, type FormContent, type FormField } from '@linggong/studio/domain';
import { Alert, Box, Button, FormControlLabel, MenuItem, Switch, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText2 } from '../../parts/text2';
import { withProperty } from './edit-content';
import { CorePicker } from './core-picker';
import type { FaultAt } from './faults-of';
import { ShownIfFields } from './shown-if-fields';
import { Text2Fields } from './text2-fields';
import { TypeFields } from './type-fields';
import { useWords } from './words';

interface FieldPropertiesProps {
  formKey: string;
  content: FormContent;
  field: FormField;
  path: string;
  readOnly: boolean;
  faultAt: FaultAt;
  hint: string | undefined;
  onChange: (field: FormField) => void;
  onRemove: () => void;
}

/** What a field is: its words in both languages, whether it must be filled in, when it is asked, and what fits in it. */
export function FieldProperties(props: FieldPropertiesProps): ReactNode {
  const { content, field, path, readOnly, faultAt, hint, onChange, onRemove } = props;
  const word = useWords();
  const text = useText2();
  const set = (name: string, value: unknown): void => {
    onChange(withProperty(field, name, value));
  };
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Box sx={{ flex: 1, fontSize: 13, color: 'tokens.ink2' }}>
          {text(fieldTypeNames[field.type])}
          {sensitiveKindOf(field) !== undefined && ` · ${word('sealed')}`}
        </Box>
        {!readOnly && (
          <Button size="small" color="error" onClick={onRemove}>
            {word('remove')}
          </Button>
        )}
      </Box>
      {hint !== undefined && <Alert severity="info">{hint}</Alert>}
      <Text2Fields
        label={word('label')}
        value={field.label}
        readOnly={readOnly}
        error={faultAt(`${path}.label`)}
        onChange={(label) => {
          set('label', label);
        }}
      />
      <Text2Fields
        label={word('help')}
        value={field.help}
        readOnly={readOnly}
        multiline
        onChange={(help) => {
          set('help', help.zh === '' && help.en === '' ? undefined : help);
        }}
      />
      <Place {...props} set={set} />
      <TypeFields asked={field} path={path} readOnly={readOnly} faultAt={faultAt} onChange={onChange} />
      <ShownIfFields
        content={content}
        field={field}
        readOnly={readOnly}
        fault={faultAt(`${path}.shownIf`)}
        onChange={(shownIf) => {
          set('shownIf', shownIf);
        }}
      />
      <Box>
        {(['required', 'retired'] as const).map((name) => (
          <FormControlLabel
            key={name}
            label={word(name)}
            control={
              <Switch
                checked={field[name] === true}
                disabled={readOnly}
                onChange={({ target }) => {
                  set(name, name === 'required' ? target.checked : target.checked || undefined);
                }}
              />
            }
          />
        ))}
      </Box>
    </Box>
  );
}

type PlaceProps = FieldPropertiesProps & { set: (name: string, value: unknown) => void };

/** Where it stands: its id, its section, and the column of the house that it feeds. */
function Place(props: PlaceProps): ReactNode {
  const { content, field, path, readOnly, faultAt, set } = props;
  const word = useWords();
  const text = useText2();
  const whole = /^[a-z][a-zA-Z0-9-]{0,39}$/;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))', gap: 1 }}>
      <TextField
        label={word('id')}
        value={field.id}
        disabled={readOnly}
        error={faultAt(`${path}.id`) !== undefined}
        helperText={faultAt(`${path}.id`) ?? word('idHelp')}
        onChange={({ target }) => {
          if (whole.test(target.value)) set('id', target.value);
        }}
      />
      <TextField
        select
        label={word('section')}
        value={content.sections.some(({ id }) => id === field.section) ? field.section : ''}
        disabled={readOnly}
        error={faultAt(`${path}.section`) !== undefined}
        helperText={faultAt(`${path}.section`)}
        onChange={({ target }) => {
          set('section', target.value);
        }}
      >
        {content.sections.map(({ id, title }) => (
          <MenuItem key={id} value={id}>
            {text(title) || word('unnamed')}
          </MenuItem>
        ))}
      </TextField>
      <CorePicker {...props} />
    </Box>
  );
}
