import CloseIcon from '@mui/icons-material/Close';
import { Box, Dialog, DialogContent, DialogTitle, IconButton } from '@mui/material';
import { useId, useState, type ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { Bar } from '../../parts/progress';
import { Trouble } from '../../parts/states-of-page';
import { useStillHere } from '../../parts/use-still-here';
import { isRecord } from '../../provider';
import { sendFileOnce } from '../../provider/send-file-once';
import { DropZone } from '../../sheets/drop-zone';

/** Sends a file of configurations; whose it is and what it would change stands on the page of the import. */
export function ImportFile({ open, onClose }: { open: boolean; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const navigate = useNavigate();
  const isHere = useStillHere(open);
  const refresh = useRefresh();
  const titleId = useId();
  const [share, setShare] = useState<number | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const send = (file: File): void => {
    setError(undefined);
    setShare(0);
    sendFileOnce({ path: '/api/v1/configuration-imports', file, onProgress: setShare }).then(
      (json) => {
        setShare(undefined);
        // Who closed it, or left the page, stays where he is: what he sent stands among the imports.
        if (!isHere()) {
          refresh();
          return;
        }
        onClose();
        const id = isRecord(json) && typeof json['id'] === 'number' ? json['id'] : undefined;
        navigate(id === undefined ? '/configuration-imports' : `/configuration-imports/${id.toString()}/show`);
      },
      (refusal: unknown) => {
        setError(refusal);
        setShare(undefined);
      },
    );
  };
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId} sx={{ fontSize: 15, fontWeight: 600, display: 'flex', alignItems: 'center' }}>
        <Box sx={{ flex: 1 }}>{translate('configuration.transfer.upload')}</Box>
        <IconButton aria-label={translate('ra.action.close')} onClick={onClose}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {error !== undefined && <Trouble error={error} />}
        {share === undefined ? (
          <DropZone onFile={send} limits={translate('configuration.transfer.limits')} accept=".json,application/json" />
        ) : (
          <Bar done={share * 100} total={100} width="100%" label={translate('configuration.transfer.sending')} />
        )}
      </DialogContent>
    </Dialog>
  );
}
