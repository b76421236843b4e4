import { Box, Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { EffectSheet } from '../parts/effect-sheet';
import { Chip, StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import { AttachFile } from '../sheets/attach-file';
import { FileTable } from './file-table';
import type { MaterialFinding, MaterialRecord } from './material';

interface FindingsProps {
  material: MaterialRecord;
  refresh: () => void;
}

/** What does not hold, by when it is put right, and with what proof it was. */
export function FindingsCard({ material, refresh }: FindingsProps): ReactNode {
  const translate = useTranslate();
  const { findings } = material;
  if (findings.length === 0) return null;
  return (
    <Card title={translate('materials.findings')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {findings.map((finding) => (
          <Finding key={finding.id} finding={finding} material={material} refresh={refresh} />
        ))}
      </Box>
    </Card>
  );
}

function Finding({ finding, material, refresh }: FindingsProps & { finding: MaterialFinding }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const may = useMay();
  const [sheet, setSheet] = useState<'proof' | 'rectify' | undefined>(undefined);
  const proofs = material.files.filter(({ findingId }) => findingId === finding.id);
  const isOpen = finding.state === 'open' && material.state !== 'withdrawn' && may('promotional-materials', 'rectify');
  const close = (): void => {
    setSheet(undefined);
  };
  return (
    <Box sx={{ fontSize: 13, '& + &': { borderTop: '1px solid', borderColor: 'tokens.line', pt: 2 } }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', mb: 0.5 }}>
        <StateChip kind="materialFinding" state={finding.state} />
        {finding.isLate && <Chip tone="bad">{translate('materials.late')}</Chip>}
        <span>{translate(`reviews.severity.${finding.severity}`)}</span>
        <Box component="span" sx={{ color: 'tokens.ink3' }}>
          {translate('materials.dueOn', { day: finding.dueOn })}
        </Box>
      </Box>
      <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{finding.text}</Box>
      <Box sx={{ color: 'tokens.ink2' }}>{text(finding.itemText)}</Box>
      {finding.rectification !== null && (
        <Box sx={{ mt: 0.5 }}>{translate('materials.rectified', { text: finding.rectification })}</Box>
      )}
      {proofs.length > 0 && (
        <Box sx={{ mt: 1 }}>
          <FileTable id={material.id} files={proofs} />
        </Box>
      )}
      {isOpen && (
        <Box sx={{ mt: 1, display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button
            size="small"
            onClick={() => {
              setSheet('proof');
            }}
          >
            {translate('materials.proof.title')}
          </Button>
          {proofs.length > 0 && (
            <Button
              size="small"
              variant="contained"
              color="primary"
              onClick={() => {
                setSheet('rectify');
              }}
            >
              {translate('materials.rectify.title')}
            </Button>
          )}
        </Box>
      )}
      {/* What came of them stays in sight when the finding is open no more. */}
      <AttachFile
        open={sheet === 'proof'}
        onClose={close}
        title={translate('materials.proof.title')}
        lead={translate('materials.proof.lead')}
        path={`/api/v1/promotional-materials/${material.id.toString()}/files`}
        fields={{ findingId: finding.id.toString() }}
        onDone={refresh}
      />
      <Rectify open={sheet === 'rectify'} onClose={close} material={material} finding={finding} refresh={refresh} />
    </Box>
  );
}

interface RectifyProps extends FindingsProps {
  open: boolean;
  onClose: () => void;
  finding: MaterialFinding;
}

function Rectify({ open, onClose, material, finding, refresh }: RectifyProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [told, setTold] = useState('');
  return (
    <EffectSheet
      open={open}
      onClose={() => {
        setTold('');
        onClose();
      }}
      title={translate('materials.rectify.title')}
      lead={translate('materials.rectify.lead')}
      ready={told.trim().length >= 2}
      confirm={translate('materials.rectify.title')}
      run={async ({ key }) => {
        const action = `findings/${finding.id.toString()}/rectify`;
        const done = await provider.command('promotional-materials', material.id, action, { text: told.trim() }, key);
        refresh();
        return done;
      }}
    >
      <TextField
        required
        multiline
        minRows={3}
        label={translate('materials.rectify.text')}
        value={told}
        onChange={(event) => {
          setTold(event.target.value);
        }}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
      />
    </EffectSheet>
  );
}
