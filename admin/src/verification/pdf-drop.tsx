import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Typography, useMediaQuery } from '@mui/material';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { noDragging } from '../sheets/no-dragging';

/** Drop a PDF here, or choose one; it is sent at once. */
export function PdfDrop({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }): ReactNode {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const touch = useMediaQuery(noDragging);
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const dropped = event.dataTransfer.files[0];
        if (dropped !== undefined && !busy) onFile(dropped);
      }}
      sx={{
        border: '1.5px dashed',
        borderColor: over ? 'tokens.accent' : 'tokens.accentLine',
        bgcolor: over ? 'tokens.accentBg' : 'tokens.head',
        borderRadius: '8px',
        p: { xs: 2, sm: 3 },
        textAlign: 'center',
      }}
    >
      <UploadFileOutlined aria-hidden sx={{ color: 'tokens.accent', fontSize: 28 }} />
      <Typography sx={{ fontWeight: 600 }}>{translate(touch ? 'verify.pick' : 'verify.drop')}</Typography>
      <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
        {translate('verify.limits')}
      </Typography>
      <Button color="primary" disabled={busy} sx={{ mt: 1.5, minHeight: 44 }} onClick={() => input.current?.click()}>
        {translate(busy ? 'verify.busy' : 'verify.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".pdf,application/pdf"
        aria-label={translate('verify.choose')}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen !== undefined) onFile(chosen);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </Box>
  );
}
