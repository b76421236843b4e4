import { Box, Button, Tooltip, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { EffectSheet } from '../parts/effect-sheet';
import { JobProgress } from '../parts/job';
import { countText } from '../parts/money-text';
import { isRecord, type ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import { useSignatureService } from './use-signature-service';
import { useSigns } from '../parts/signs';

interface RequestSignatureProps {
  contractIds: readonly number[];
  onDone: () => void;
  small?: boolean;
  /** Whether the button stands there; the sheet stays while it is open. */
  isOffered?: boolean;
}

/** Asks workers for a reliable signature at the configured service; where none is, it says so instead of failing later. */
export function RequestSignature(props: RequestSignatureProps): ReactNode {
  const { contractIds, onDone, small = false, isOffered = true } = props;
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const may = useMay()('signature-requests', 'open');
  const [open, setOpen] = useState(false);
  const service = useSignatureService(may && isOffered);
  if (!may || contractIds.length === 0 || service === undefined) return null;
  const size = small ? { size: 'small' as const } : {};
  if (service === null) return isOffered && <NoService {...size} />;
  return (
    <>
      {isOffered && (
        <Button
          {...size}
          {...(small ? { color: 'primary' as const } : {})}
          onClick={() => {
            setOpen(true);
          }}
        >
          {translate('contract.request.action')}
        </Button>
      )}
      <EffectSheet
        open={open}
        onClose={() => {
          setOpen(false);
          onDone();
        }}
        title={translate('contract.request.action')}
        lead={translate('contract.request.lead')}
        effects={[{ label: translate('contract.request.count'), value: countText(contractIds.length), strong: true }]}
        notes={[translate('contract.request.note')]}
        confirm={translate('contract.request.confirm', { count: countText(contractIds.length) })}
        run={({ key }) => provider.command('contracts', undefined, 'signature-requests', { contractIds }, key)}
        done={(placed) => (
          <>
            <Typography sx={{ fontWeight: 600 }}>{translate('contract.request.done')}</Typography>
            {isRecord(placed) && typeof placed['jobId'] === 'string' && <JobProgress id={placed['jobId']} />}
          </>
        )}
      />
    </>
  );
}

function NoService({ size }: { size?: 'small' }): ReactNode {
  const translate = useTranslate();
  const signs = useSigns();
  const action = translate('contract.request.action');
  const why = translate('contract.request.noService');
  return (
    <Tooltip title={why}>
      <Box component="span" tabIndex={0} aria-label={`${action}${signs.colon}${why}`}>
        <Button disabled {...(size === undefined ? {} : { size })}>
          {action}
        </Button>
      </Box>
    </Tooltip>
  );
}
