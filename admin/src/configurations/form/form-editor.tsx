import { fieldTypeNames, fieldTypes, type Fault, type FieldType, type FormContent } from '@linggong/studio/domain';
import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { Card } from '../../parts/card';
import { useText2 } from '../../parts/text2';
import { addField, addSection, inOrder, removeField, replaceField } from './edit-content';
import { useFaultAt } from './faults-of';
import { FieldList } from './field-list';
import { FieldProperties } from './field-properties';
import { FormPreview } from './form-preview';
import { SectionFields } from './section-fields';
import { useWords } from './words';

interface FormEditorProps {
  /** Key of the configuration: what the platform reads of a record depends on it. */
  formKey: string;
  content: FormContent;
  onChange: (content: FormContent) => void;
  readOnly: boolean;
  faults: readonly Fault[];
  hints: readonly Fault[];
}

/**
 * The designer of forms (表单设计器): the fields at the left, what the chosen one is in the middle, the form as people will see it at the
 * right. Controlled; whoever mounts it keeps the draft. Usable without a mouse, and by somebody who has never seen JSON.
 */
export default function FormEditor({
  formKey,
  content: given,
  onChange,
  readOnly,
  faults,
  hints,
}: FormEditorProps): ReactNode {
  const word = useWords();
  const content = inOrder(given);
  const [chosen, setChosen] = useState(0);
  const faultAt = useFaultAt(faults);
  const hintAt = useFaultAt(hints);
  const field = content.fields[chosen];
  const path = `fields.${chosen.toString()}`;
  return (
    <Beside>
      <Card title={word('fields')}>
        <FieldList
          content={content}
          chosen={chosen}
          readOnly={readOnly}
          faultAt={faultAt}
          onChoose={setChosen}
          onChange={onChange}
        />
        {!readOnly && <Adding content={content} chosen={chosen} onChange={onChange} onChoose={setChosen} />}
      </Card>
      <Box sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
        <Card>
          {field === undefined ? (
            <Box sx={{ fontSize: 13, color: 'tokens.ink3' }}>{word('nothingChosen')}</Box>
          ) : (
            <FieldProperties
              key={chosen}
              formKey={formKey}
              content={content}
              field={field}
              path={path}
              readOnly={readOnly}
              faultAt={faultAt}
              hint={hintAt(path, false)}
              onChange={(next) => {
                onChange(inOrder(replaceField(content, chosen, next)));
              }}
              onRemove={() => {
                setChosen(Math.max(0, chosen - 1));
                onChange(removeField(content, chosen));
              }}
            />
          )}
        </Card>
        <SectionFields formKey={formKey} content={content} readOnly={readOnly} faultAt={faultAt} onChange={onChange} />
      </Box>
      <Box
        sx={{
          gridColumn: '1 / -1',
          minWidth: 0,
          // Stays beside the field that is worked on, however long the form is.
          [roomForThree]: {
            gridColumn: 'auto',
            position: 'sticky',
            top: 64,
            maxHeight: 'calc(100vh - 80px)',
            overflowY: 'auto',
          },
        }}
      >
        <FormPreview content={content} />
      </Box>
    </Beside>
  );
}

/** By the room that the page leaves, not by the window: the designer stands on narrow pages too. */
const roomForTwo = '@container (min-width: 520px)';
const roomForThree = '@container (min-width: 960px)';

function Beside({ children }: { children: ReactNode }): ReactNode {
  return (
    <Box sx={{ containerType: 'inline-size' }}>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          alignItems: 'start',
          gridTemplateColumns: 'minmax(0, 1fr)',
          [roomForTwo]: { gridTemplateColumns: '230px minmax(0, 1fr)' },
          [roomForThree]: { gridTemplateColumns: '230px minmax(0, 1fr) 360px' },
        }}
      >
        {children}
      </Box>
    </Box>
  );
}

interface AddingProps {
  content: FormContent;
  chosen: number;
  onChange: (content: FormContent) => void;
  onChoose: (index: number) => void;
}

function Adding({ content, chosen, onChange, onChoose }: AddingProps): ReactNode {
  const word = useWords();
  const text = useText2();
  const section = content.fields[chosen]?.section ?? content.sections[0]?.id ?? 'main';
  const add = (type: FieldType): void => {
    const next = inOrder(addField(content, type, section));
    const known = new Set(content.fields.map(({ id }) => id));
    onChange(next);
    onChoose(next.fields.findIndex(({ id }) => !known.has(id)));
  };
  return (
    <Box sx={{ display: 'grid', gap: 1, mt: 1.5 }}>
      <TextField
        select
        label={word('addField')}
        value=""
        onChange={({ target }) => {
          const type = fieldTypes.find((one) => one === target.value);
          if (type !== undefined) add(type);
        }}
      >
        {fieldTypes.map((type) => (
          <MenuItem key={type} value={type}>
            {text(fieldTypeNames[type])}
          </MenuItem>
        ))}
      </TextField>
      <Button
        variant="outlined"
        onClick={() => {
          onChange(addSection(content));
        }}
      >
        {word('addSection')}
      </Button>
    </Box>
  );
}
