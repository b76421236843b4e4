import { canBeDemanded, type FormContent } from '@linggong/studio/domain';
import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { Card } from '../../parts/card';
import { removeSection, withProperty } from './edit-content';
import type { FaultAt } from './faults-of';
import { Obligation } from './obligation';
import { Text2Fields } from './text2-fields';
import { useWords } from './words';

interface SectionFieldsProps {
  formKey: string;
  content: FormContent;
  readOnly: boolean;
  faultAt: FaultAt;
  onChange: (content: FormContent) => void;
}

/** Whether the form is demanded, and titles of its sections (分组); the fields of one that goes stay, in its neighbour. */
export function SectionFields({ formKey, content, readOnly, faultAt, onChange }: SectionFieldsProps): ReactNode {
  const word = useWords();
  return (
    <>
      {canBeDemanded(formKey) && <Obligation content={content} readOnly={readOnly} onChange={onChange} />}
      <Card title={word('section')}>
        <Box sx={{ display: 'grid', gap: 2 }}>
          {content.sections.map((section, index) => (
            <Box key={section.id} sx={{ display: 'grid', gap: 1 }}>
              <Text2Fields
                label={word('sectionTitle')}
                value={section.title}
                readOnly={readOnly}
                error={faultAt(`sections.${index.toString()}.title`)}
                onChange={(title) => {
                  onChange({ ...content, sections: content.sections.with(index, { ...section, title }) });
                }}
              />
              <Text2Fields
                label={word('help')}
                value={section.help}
                readOnly={readOnly}
                onChange={(help) => {
                  const none = help.zh === '' && help.en === '';
                  const next = withProperty(section, 'help', none ? undefined : help);
                  onChange({ ...content, sections: content.sections.with(index, next) });
                }}
              />
              {!readOnly && content.sections.length > 1 && (
                <Box>
                  <Button
                    size="small"
                    onClick={() => {
                      onChange(removeSection(content, index));
                    }}
                  >
                    {word('removeSection')}
                  </Button>
                </Box>
              )}
            </Box>
          ))}
        </Box>
      </Card>
    </>
  );
}
