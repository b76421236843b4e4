import { Box } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import type { LifeAction } from '../parts/life-action';
import { LifeButtons } from '../parts/life-buttons';
import { LifeSheet } from '../parts/life-sheet';

interface LeaveCardProps {
  id: number;
  actions: readonly LifeAction[];
  onDone: () => void;
}

/** A worker leaves by himself; the card goes when nothing more may be done, what came of it stays in sight. */
export function LeaveCard({ id, actions, onDone }: LeaveCardProps): ReactNode {
  const translate = useTranslate();
  const [picked, setPicked] = useState<LifeAction | undefined>(undefined);
  return (
    <>
      {actions.length > 0 && (
        <Card title={translate('worker.leave')}>
          <Box sx={{ fontSize: 13, color: 'tokens.ink2', mb: 1 }}>{translate('worker.leaveWhy')}</Box>
          <LifeButtons kind="worker" actions={actions} onPick={setPicked} small={false} />
        </Card>
      )}
      <LifeSheet
        kind="worker"
        resource="workers"
        id={id}
        action={picked}
        onClose={() => {
          setPicked(undefined);
        }}
        onDone={onDone}
      />
    </>
  );
}
