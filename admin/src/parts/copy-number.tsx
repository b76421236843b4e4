import CheckIcon from '@mui/icons-material/Check';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import { IconButton } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { cleanValue } from './clean-value';
import { useCopied } from './use-copied';

/** Copies a number without the blanks that part it, and says so in place; nothing where the text is no number. */
export function CopyNumber({ text }: { text: string }): ReactNode {
  const translate = useTranslate();
  const { copied, copy } = useCopied();
  const value = cleanValue(text);
  // A page that was not opened over TLS has no clipboard.
  if (value === undefined || !('clipboard' in navigator)) return null;
  const Sign = copied ? CheckIcon : ContentCopyIcon;
  return (
    <IconButton
      size="small"
      aria-label={translate(copied ? 'list.copied' : 'list.copy', { value })}
      title={translate(copied ? 'list.copied' : 'list.copy', { value })}
      onClick={() => {
        copy(value);
      }}
      sx={{ color: 'tokens.ink3', p: '4px', my: '-4px' }}
    >
      <Sign sx={{ fontSize: 14 }} />
    </IconButton>
  );
}
