import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useRef, type ReactNode } from 'react';

interface FileFieldProps {
  file: File | undefined;
  onFile: (file: File) => void;
  label: string;
  /** What the file may be. */
  help: string;
  accept: string;
}

/** One file, chosen or – on a phone – photographed. */
export function FileField({ file, onFile, label, help, accept }: FileFieldProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Box
      sx={{ border: '1.5px dashed', borderColor: 'tokens.accentLine', borderRadius: '8px', p: 2, textAlign: 'center' }}
    >
      <Button color="primary" startIcon={<UploadFileOutlined />} onClick={() => input.current?.click()}>
        {file === undefined ? label : file.name}
      </Button>
      <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
        {help}
      </Typography>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen !== undefined) onFile(chosen);
          // The same file may be chosen again after it was scanned anew.
          event.target.value = '';
        }}
      />
    </Box>
  );
}
