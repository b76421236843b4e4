import { noticeKindOf, type Fault, type Json, type TemplateContent } from '@linggong/studio/domain';
import { Box } from '@mui/material';
import { useMemo, type ReactNode } from 'react';
import { Insertable } from '../kinds/insertable';
import KindEditor from '../kinds/kind-editor';
import { isOneText, NoticeEditor } from './notice-editor';
import { NoticePreview } from './notice-preview';
import { TemplatePreview } from './template-preview';

/** What only texts have that an operator of short messages carries. */
const operatorOnly = ['operatorTemplate'];

interface TemplateEditorProps {
  content: Json;
  faults: readonly Fault[];
  configurationKey: string;
  readOnly?: boolean;
  onChange?: (content: Json) => void;
}

/** The editor of texts (模板): articles at the left, variables picked into them, and at the right what their reader will see. */
export default function TemplateEditor(props: TemplateEditorProps): ReactNode {
  const { content, configurationKey, readOnly = false, onChange } = props;
  // A version holds nothing that its kind did not read.
  const template = content as unknown as TemplateContent;
  const { variables } = template;
  const message = noticeKindOf(configurationKey);
  const insertable = useMemo(
    () => variables.filter(({ name }) => name !== '').map(({ name, label }) => ({ name, label })),
    [variables],
  );
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        alignItems: 'start',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(320px, 2fr)' },
      }}
    >
      <Box sx={{ minWidth: 0, order: { xs: readOnly ? 2 : 1, lg: 1 } }}>
        <Insertable value={insertable}>
          {message && onChange && !readOnly && isOneText(template, message) ? (
            <NoticeEditor content={template} faults={props.faults} onChange={onChange} />
          ) : (
            <KindEditor kind="template" {...props} without={message === undefined ? operatorOnly : []} />
          )}
        </Insertable>
      </Box>
      <Box sx={{ minWidth: 0, order: { xs: readOnly ? 1 : 2, lg: 2 }, position: { lg: 'sticky' }, top: { lg: 72 } }}>
        {message === undefined ? (
          <TemplatePreview content={template} configurationKey={configurationKey} />
        ) : (
          <NoticePreview content={template} kind={message} />
        )}
      </Box>
    </Box>
  );
}
