import CheckOutlined from '@mui/icons-material/CheckOutlined';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import { IconButton } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';

/** So long the sign says that it was copied. */
const saidMs = 2_000;

/** Copies a clean value: without the blanks and separators that it is shown with. A browser that refuses leaves the sign as it is. */
export function CopyButton({ value, of }: { value: string; of: string }): ReactNode {
  const translate = useTranslate();
  const [done, setDone] = useState(false);
  useEffect(() => {
    if (!done) return undefined;
    const timer = setTimeout(() => {
      setDone(false);
    }, saidMs);
    return () => {
      clearTimeout(timer);
    };
  }, [done]);
  return (
    <IconButton
      size="small"
      aria-label={translate(done ? 'deposit.how.copied' : 'deposit.how.copy', { what: of })}
      onClick={() => {
        navigator.clipboard.writeText(value).then(
          () => {
            setDone(true);
          },
          () => undefined,
        );
      }}
      sx={{ minWidth: { xs: 44, sm: 0 }, minHeight: { xs: 44, sm: 0 } }}
    >
      {done ? <CheckOutlined fontSize="inherit" /> : <ContentCopyOutlined fontSize="inherit" />}
    </IconButton>
  );
}
