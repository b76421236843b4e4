import type { Change, Fault, Json } from '@linggong/studio/domain';
import CloseIcon from '@mui/icons-material/Close';
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, IconButton, Tooltip } from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { countText } from '../../parts/money-text';
import { Bar } from '../../parts/progress';
import { Trouble } from '../../parts/states-of-page';
import { useText2 } from '../../parts/text2';
import { callForFile, newKey } from '../../provider';
import { sendFile } from '../../provider/send-file';
import { useMay } from '../../session/use-me';
import { DropZone } from '../../sheets/drop-zone';
import { saveBlob } from '../../table/csv';
import { ChangeList } from '../change-list';

export interface SheetButtonsProps {
  versionId: number;
  /** Something is typed that is not saved: a sheet goes out and is compared with what is saved. */
  dirty: boolean;
  /** Takes what a sheet holds as if it had been typed; undefined where nothing may be changed. */
  onTake: ((content: Json) => void) | undefined;
}

/** The table as a sheet (XLSX): out to Excel, and back with its differences shown before anything is taken. */
export function SheetButtons({ versionId, dirty, onTake }: SheetButtonsProps): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const [error, setError] = useState<unknown>(undefined);
  const [open, setOpen] = useState(false);
  const download = (): void => {
    setError(undefined);
    callForFile(pathOf(versionId)).then(({ name, blob }) => {
      saveBlob(name ?? 'table.xlsx', blob);
    }, setError);
  };
  return (
    <>
      {may('configuration-versions', 'take-sheet') && (
        <SavedFirst dirty={dirty} label={translate('decisionTable.sheet.out')} onClick={download} />
      )}
      {onTake !== undefined && may('configuration-versions', 'read-sheet') && (
        <SavedFirst
          dirty={dirty}
          label={translate('decisionTable.sheet.in')}
          onClick={() => {
            setOpen(true);
          }}
        />
      )}
      {error !== undefined && <Trouble error={error} />}
      {open && onTake !== undefined && (
        <SheetDialog
          versionId={versionId}
          onTake={onTake}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}

const pathOf = (versionId: number): string => `/api/v1/configuration-versions/${versionId.toString()}/sheet`;

function SavedFirst({ dirty, label, onClick }: { dirty: boolean; label: string; onClick: () => void }): ReactNode {
  const translate = useTranslate();
  const why = dirty ? translate('decisionTable.sheet.saveFirst') : '';
  return (
    <Tooltip title={why}>
      <span>
        <Button size="small" disabled={dirty} onClick={onClick}>
          {label}
        </Button>
      </span>
    </Tooltip>
  );
}

interface SheetRead {
  content: Json;
  faults: readonly Fault[];
  changes: readonly Change[];
  changesTotal: number;
}

type Phase = { at: 'choosing' } | { at: 'sending'; share: number } | { at: 'read'; name: string; read: SheetRead };

interface SheetDialogProps {
  versionId: number;
  onTake: (content: Json) => void;
  onClose: () => void;
}

function SheetDialog({ versionId, onTake, onClose }: SheetDialogProps): ReactNode {
  const translate = useTranslate();
  const titleId = useId();
  const [phase, setPhase] = useState<Phase>({ at: 'choosing' });
  const [error, setError] = useState<unknown>(undefined);
  const send = (file: File): void => {
    setError(undefined);
    setPhase({ at: 'sending', share: 0 });
    const onProgress = (share: number): void => {
      setPhase({ at: 'sending', share });
    };
    sendFile({ path: pathOf(versionId), file, key: newKey(), onProgress }).then(
      (json) => {
        // The route answers with the schema `tableSheetAnswer`.
        setPhase({ at: 'read', name: file.name, read: json as SheetRead });
      },
      (refusal: unknown) => {
        setError(refusal);
        setPhase({ at: 'choosing' });
      },
    );
  };
  const read = phase.at === 'read' ? phase.read : undefined;
  const isTakeable = read !== undefined && read.content !== null && read.changesTotal > 0;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="md">
      <DialogTitle id={titleId} sx={{ fontSize: 15, fontWeight: 600, display: 'flex', alignItems: 'center' }}>
        <Box sx={{ flex: 1 }}>{translate('decisionTable.sheet.in')}</Box>
        <IconButton aria-label={translate('ra.action.close')} onClick={onClose}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {error !== undefined && <Trouble error={error} />}
        {phase.at === 'choosing' && (
          <DropZone onFile={send} limits={translate('decisionTable.sheet.limits')} accept=".xlsx" />
        )}
        {phase.at === 'sending' && (
          <Bar done={phase.share * 100} total={100} width="100%" label={translate('decisionTable.sheet.reading')} />
        )}
        {phase.at === 'read' && <Found name={phase.name} read={phase.read} />}
      </DialogContent>
      {read !== undefined && (
        <DialogActions>
          <Button
            onClick={() => {
              setPhase({ at: 'choosing' });
            }}
          >
            {translate('file.other')}
          </Button>
          <Button
            variant="contained"
            color="primary"
            disabled={!isTakeable}
            onClick={() => {
              onTake(read.content);
              onClose();
            }}
          >
            {translate('decisionTable.sheet.take', { count: countText(read.changesTotal) })}
          </Button>
        </DialogActions>
      )}
    </Dialog>
  );
}

/** What a sheet would change, or why it cannot be read; a table with faults may be taken and mended in the grid. */
function Found({ name, read }: { name: string; read: SheetRead }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const { content, faults, changes, changesTotal } = read;
  return (
    <>
      <Box sx={{ fontSize: 13, color: 'tokens.ink2' }}>{name}</Box>
      {faults.length > 0 && (
        <Box role="alert" sx={{ fontSize: 13, color: 'tokens.bad' }}>
          {translate(content === null ? 'decisionTable.sheet.unreadable' : 'decisionTable.sheet.faulty', {
            count: countText(faults.length),
          })}
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {faults.slice(0, 50).map((fault, index) => (
              <li key={`${fault.path} ${index.toString()}`}>{text(fault.text)}</li>
            ))}
          </Box>
        </Box>
      )}
      {content !== null && (
        <ChangeList changes={changes} total={changesTotal} none={translate('decisionTable.sheet.same')} />
      )}
    </>
  );
}
