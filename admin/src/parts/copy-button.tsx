import CheckOutlined from '@mui/icons-material/CheckOutlined';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import { IconButton } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useCopied } from './use-copied';

/** Copies a clean value: without the blanks and separators that it is shown with. A browser that refuses leaves the sign as it is. */
export function CopyButton({ value, of }: { value: string; of: string }): ReactNode {
  const translate = useTranslate();
  const { copied, copy } = useCopied();
  return (
    <IconButton
      size="small"
      aria-label={translate(copied ? 'deposit.how.copied' : 'deposit.how.copy', { what: of })}
      onClick={() => {
        copy(value);
      }}
      // The line that it stands in does not grow with it.
      sx={{ fontSize: 15, my: { sm: '-6px' }, minWidth: { xs: 44, sm: 0 }, minHeight: { xs: 44, sm: 0 } }}
    >
      {copied ? <CheckOutlined fontSize="inherit" /> : <ContentCopyOutlined fontSize="inherit" />}
    </IconButton>
  );
}
