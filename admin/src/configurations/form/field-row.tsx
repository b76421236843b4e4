import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { fieldTypeNames, type FormField } from '@linggong/studio/domain';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import DragIndicatorOutlined from '@mui/icons-material/DragIndicatorOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import { Box, ButtonBase, IconButton, Tooltip } from '@mui/material';
import type { ReactNode } from 'react';
import { useText2 } from '../../parts/text2';
import { useWords } from './words';
import { signs } from '../../parts/signs';

interface FieldRowProps {
  place: string;
  field: FormField;
  chosen: boolean;
  readOnly: boolean;
  fault: string | undefined;
  onChoose: () => void;
  onDuplicate: () => void;
}

/** One field in the list: a handle to order it by, its label and type, and whether something is wrong with it. */
export function FieldRow({ place, field, chosen, readOnly, fault, onChoose, onDuplicate }: FieldRowProps): ReactNode {
  const word = useWords();
  const text = useText2();
  const { attributes, listeners, setNodeRef, transform, transition } = useSortable({ id: place, disabled: readOnly });
  const label = text(field.label) || word('unnamed');
  return (
    <Box
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      sx={{
        display: 'flex',
        alignItems: 'center',
        borderRadius: '6px',
        bgcolor: chosen ? 'action.selected' : 'transparent',
        opacity: field.retired === true ? 0.5 : 1,
      }}
    >
      {!readOnly && (
        <Tooltip title={word('move')}>
          <IconButton
            size="small"
            {...attributes}
            {...listeners}
            aria-label={`${label}${text(signs.colon)}${word('move')}`}
          >
            <DragIndicatorOutlined sx={{ fontSize: 16 }} />
          </IconButton>
        </Tooltip>
      )}
      <ButtonBase
        onClick={onChoose}
        aria-current={chosen}
        sx={{ flex: 1, minWidth: 0, justifyContent: 'flex-start', textAlign: 'left', py: '4px', px: '4px', gap: 0.5 }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Box sx={{ fontSize: 13, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {label}
            {field.required && ' *'}
          </Box>
          <Box sx={{ fontSize: 12, color: 'tokens.ink2' }}>{text(fieldTypeNames[field.type])}</Box>
        </Box>
      </ButtonBase>
      {fault !== undefined && (
        <Tooltip title={fault}>
          <ErrorOutlined role="img" aria-label={fault} sx={{ fontSize: 16, color: 'tokens.bad' }} />
        </Tooltip>
      )}
      {!readOnly && (
        <IconButton size="small" onClick={onDuplicate} aria-label={`${label}${text(signs.colon)}${word('duplicate')}`}>
          <ContentCopyOutlined sx={{ fontSize: 14 }} />
        </IconButton>
      )}
    </Box>
  );
}
