import { kindNames, type KindName } from '@linggong/studio/domain';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';

/** What is to be configured, each kind with a sentence on what it is for. */
export function KindPicker({
  value,
  onPick,
}: {
  value: KindName | undefined;
  onPick: (kind: KindName) => void;
}): ReactNode {
  const translate = useTranslate();
  return (
    <Card title={translate('configuration.create.kind')}>
      <Box
        role="radiogroup"
        aria-label={translate('configuration.create.kind')}
        sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 1, mt: 1 }}
      >
        {kindNames.map((kind) => (
          <KindCard
            key={kind}
            kind={kind}
            on={kind === value}
            onPick={() => {
              onPick(kind);
            }}
          />
        ))}
      </Box>
    </Card>
  );
}

function KindCard({ kind, on, onPick }: { kind: KindName; on: boolean; onPick: () => void }): ReactNode {
  const translate = useTranslate();
  return (
    <Box
      component="label"
      sx={{
        display: 'grid',
        gridTemplateColumns: '18px minmax(0, 1fr)',
        columnGap: 1,
        p: '10px 12px',
        cursor: 'pointer',
        border: '1px solid',
        borderColor: on ? 'tokens.accent' : 'tokens.line',
        bgcolor: on ? 'tokens.accentBg' : 'tokens.card',
        borderRadius: '8px',
        '&:hover': { borderColor: 'tokens.accentLine' },
      }}
    >
      <Box
        component="input"
        type="radio"
        name="kind"
        checked={on}
        onChange={onPick}
        sx={{ m: 0, mt: '3px', accentColor: (theme) => theme.palette.tokens.accent }}
      />
      <span>
        <Box component="span" sx={{ display: 'block', fontWeight: 600 }}>
          {translate(`configuration.kind.${kind}.name`)}
        </Box>
        <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'tokens.ink2' }}>
          {translate(`configuration.kind.${kind}.purpose`)}
        </Box>
      </span>
    </Box>
  );
}
