import { visitAnswers } from '@linggong/parties/domain';
import { Box, Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Choices } from '../inspections/choices';
import { useText2 } from '../parts/text2';
import { AttachFile } from '../sheets/attach-file';
import type { Said, VisitItem } from './visit';

interface AnswerItemProps {
  path: string;
  item: VisitItem;
  no: number;
  said: Said;
  change: (part: Partial<Said>) => void;
  again: () => void;
}

/** One item of the checklist, with buttons that a thumb hits and the camera beside them. */
export function AnswerItem({ path, item, no, said, change, again }: AnswerItemProps): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const [adding, setAdding] = useState(false);
  const title = text(item.text);
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0, minWidth: 0, display: 'grid', gap: 1 }}>
      <Box component="legend" sx={{ p: 0, fontWeight: 600, fontSize: 13 }}>
        {no}. {title}
        {!item.required && (
          <Box component="span" sx={{ color: 'tokens.ink3', fontWeight: 400 }}>
            {' '}
            {translate('visits.optional')}
          </Box>
        )}
      </Box>
      {item.help !== null && <Box sx={{ color: 'tokens.ink3', fontSize: 12 }}>{text(item.help)}</Box>}
      <Choices
        label={title}
        codes={visitAnswers}
        word={(answer) => translate(`visits.answer.${answer}`)}
        value={said.answer}
        onPick={(answer) => {
          change({ answer });
        }}
      />
      <TextField
        size="small"
        multiline
        label={translate('visits.itemNote')}
        value={said.note}
        onChange={(event) => {
          change({ note: event.target.value });
        }}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', fontSize: 13 }}>
        <Button
          size="small"
          aria-label={`${translate('visits.photo')} · ${title}`}
          onClick={() => {
            setAdding(true);
          }}
        >
          {translate('visits.photo')}
        </Button>
        <Box sx={{ color: 'tokens.ink3' }}>
          {translate(item.evidence ? 'visits.photosAsked' : 'visits.photos', { smart_count: item.files.length })}
        </Box>
      </Box>
      <AttachFile
        open={adding}
        onClose={() => {
          setAdding(false);
        }}
        title={translate('visits.photo')}
        lead={title}
        path={`${path}/files`}
        fields={{ item: item.id }}
        onDone={again}
      />
    </Box>
  );
}
