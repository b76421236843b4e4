import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { LifeAction } from './life-action';

interface LifeButtonsProps {
  kind: string;
  actions: readonly LifeAction[];
  onPick: (action: LifeAction) => void;
  small: boolean;
}

/** Actions of a lifecycle as buttons, the main one last. */
export function LifeButtons({ kind, actions, onPick, small }: LifeButtonsProps): ReactNode {
  const translate = useTranslate();
  const ordered = [...actions].sort((left, right) => Number(left.tone === 'main') - Number(right.tone === 'main'));
  return ordered.map((action) => (
    <Button
      key={action.name}
      size={small ? 'small' : 'medium'}
      onClick={() => {
        onPick(action);
      }}
      {...(action.tone === 'main'
        ? { variant: 'contained' as const, color: 'primary' as const, 'data-approve': '' }
        : {})}
      {...(action.tone === 'danger' ? { 'data-reject': '' } : {})}
    >
      {translate(`action.${kind}.${action.name}.label`)}
    </Button>
  ));
}
