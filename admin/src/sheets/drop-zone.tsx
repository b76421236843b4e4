import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Typography, useMediaQuery } from '@mui/material';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { noDragging } from './no-dragging';
import { templateOf, type TemplateColumn } from './xlsx-template';
import { saveBlob } from '../table/csv';

interface DropZoneProps {
  /** The chosen file; undefined where none is, or where it is sent at once. */
  file?: File | undefined;
  onFile: (file: File) => void;
  /** What the sheet may be. */
  limits: string;
  /** An empty sheet to begin with, where there is one. */
  template?: SheetTemplate;
  /** What files may be chosen; sheets where nothing is said. */
  accept?: string;
  /** Why the chosen file cannot be sent, with what to do. */
  fault?: { title: string; fix: string } | undefined;
}

/** Chinese whatever the language of the screen: the server knows the Chinese titles, and so do those who fill it in. */
export interface SheetTemplate {
  readonly name: string;
  readonly columns: readonly (Omit<TemplateColumn, 'title'> & { readonly titles: readonly [string, ...string[]] })[];
}

const sheets = '.csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Drop a sheet here, or choose one; below it the template. */
export function DropZone({ file, onFile, limits, template, accept = sheets, fault }: DropZoneProps): ReactNode {
  const translate = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const touch = useMediaQuery(noDragging);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped !== undefined) onFile(dropped);
  };
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={drop}
      sx={{
        border: '1.5px dashed',
        borderColor: fault === undefined ? (over ? 'tokens.accent' : 'tokens.accentLine') : 'tokens.bad',
        bgcolor: over ? 'tokens.accentBg' : 'tokens.head',
        borderRadius: '8px',
        p: { xs: 2, sm: 4 },
        textAlign: 'center',
      }}
    >
      <UploadFileOutlined aria-hidden sx={{ color: 'tokens.accent', fontSize: 28 }} />
      <Typography sx={{ fontWeight: 600 }}>
        {file === undefined ? translate(touch ? 'file.pick' : 'file.drop') : file.name}
      </Typography>
      <Typography variant="body2" sx={{ color: 'tokens.ink2' }}>
        {limits}
      </Typography>
      {fault !== undefined && (
        <Box role="alert" sx={{ mt: 1, color: 'tokens.bad', fontSize: 13 }}>
          <Box component="b" sx={{ fontWeight: 600 }}>
            {fault.title}
          </Box>{' '}
          {fault.fix}
        </Box>
      )}
      <Box sx={{ mt: 1.5, display: 'flex', gap: 1, justifyContent: 'center', flexWrap: 'wrap' }}>
        <Button size="small" color="primary" onClick={() => input.current?.click()}>
          {translate(file === undefined ? 'file.choose' : 'file.other')}
        </Button>
        {template !== undefined && (
          <Button
            size="small"
            onClick={() => {
              saveTemplate(template);
            }}
          >
            {translate('file.template')}
          </Button>
        )}
      </Box>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={translate('file.choose')}
        accept={accept}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen !== undefined) onFile(chosen);
          // The same file may be chosen again after it was corrected.
          event.target.value = '';
        }}
      />
    </Box>
  );
}

function saveTemplate({ name, columns }: SheetTemplate): void {
  const titled = columns.map(({ titles, ...column }) => ({ ...column, title: titles[0] }));
  saveBlob(`${name}模板.xlsx`, templateOf(name, titled));
}
