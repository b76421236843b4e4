import { firstTexts, type MessageKind } from '@linggong/access/domain';
import { describedKinds, type AnyField, type Fault, type Json, type TemplateContent } from '@linggong/studio/domain';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useText2 } from '../../parts/text2';
import { FieldEditor } from '../kinds/field-editor';
import { titleNote, useWords } from './words';

interface NoticeEditorProps {
  content: TemplateContent;
  faults: readonly Fault[];
  onChange: (content: Json) => void;
}

/** A short message is one text: it is written at once, without clauses. What its sender fills in stands below and is not changed. */
export function NoticeEditor({ content, faults, onChange }: NoticeEditorProps): ReactNode {
  const word = useWords();
  const text = useText2();
  const [section] = content.sections;
  const change = (next: Partial<Record<keyof TemplateContent, unknown>>): void => {
    // Inputs of described fields make JSON of their shape; the server parses it again.
    onChange({ ...content, ...next } as unknown as Json);
  };
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      <FieldEditor
        field={bodyField}
        value={section?.body}
        path="sections.0.body"
        faults={faults}
        onChange={(body) => {
          change({ sections: [{ ...section, body }] });
        }}
      />
      <Box>
        <Box sx={{ fontSize: 13, color: 'tokens.ink2', mb: 0.5 }}>{word('filledIn')}</Box>
        {content.variables.length === 0 && <Box sx={{ fontSize: 14 }}>{word('nothingFilledIn')}</Box>}
        {content.variables.map(({ name, label }) => (
          <Box key={name} sx={{ fontSize: 14 }}>
            {text(label)} <code>{`{{${name}}}`}</code>
          </Box>
        ))}
      </Box>
      <FieldEditor
        field={fieldOf(described, 'operatorTemplate')}
        value={content.operatorTemplate ?? ''}
        path="operatorTemplate"
        faults={faults}
        onChange={(operatorTemplate) => {
          change({ operatorTemplate });
        }}
      />
      <FieldEditor
        field={{ ...fieldOf(described, 'title'), help: titleNote }}
        value={content.title}
        path="title"
        faults={faults}
        onChange={(title) => {
          change({ title });
        }}
      />
    </Box>
  );
}

/** Whether it can be written as one text. What came from elsewhere in another form is mended by the editor of all templates. */
export function isOneText({ purpose, sections, variables }: TemplateContent, kind: MessageKind): boolean {
  const [section, ...more] = sections;
  const names = variables.map(({ name }) => name).join();
  const given = firstTexts[kind].variables.map(({ name }) => name).join();
  const isBare = section !== undefined && more.length === 0 && section.heading.zh + section.heading.en === '';
  return purpose === 'notice' && isBare && names === given;
}

const described = describedKinds.find(({ kind }) => kind === 'template')?.contentField;
const sections = fieldOf(described, 'sections').control;
const bodyField = fieldOf(sections.type === 'list' ? sections.of : undefined, 'body');

function fieldOf(field: AnyField | undefined, name: string): AnyField {
  const member = field?.control.type === 'record' ? field.control.fields[name] : undefined;
  if (member === undefined) throw new RangeError(`a template has no ${name}`);
  return member;
}
