import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import type { ConsoleDataProvider } from '../provider';
import { EffectSheet, type Effect } from './effect-sheet';

/** An action of a lifecycle as a button and its sheet; the words are `action.{kind}.{name}.label|lead|done`. */
export interface LifeAction {
  name: string;
  reason: 'none' | 'optional' | 'required';
  /** The usual next step stands out; what ends or refuses is red on its sheet. */
  tone?: 'main' | 'danger';
  effects?: readonly Effect[];
  /** Said in the place of the usual lead. */
  lead?: string;
}

interface LifeActionsProps {
  kind: string;
  resource: string;
  id: number | string;
  actions: readonly LifeAction[];
  onDone: () => void;
  /** In a row of a list. */
  small?: boolean;
}

/** The next allowed actions as buttons, each with what it will do. */
export function LifeActions({ kind, resource, id, actions, onDone, small = false }: LifeActionsProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [open, setOpen] = useState<LifeAction | undefined>(undefined);
  const words = (part: string): string => translate(`action.${kind}.${open?.name ?? actions[0]?.name ?? ''}.${part}`);
  const ordered = [...actions].sort((left, right) => Number(left.tone === 'main') - Number(right.tone === 'main'));
  return (
    <>
      {ordered.map((action) => (
        <Button
          key={action.name}
          size={small ? 'small' : 'medium'}
          onClick={() => {
            setOpen(action);
          }}
          {...(action.tone === 'main'
            ? { variant: 'contained' as const, color: 'primary' as const, 'data-approve': '' }
            : {})}
          {...(action.tone === 'danger' ? { 'data-reject': '' } : {})}
        >
          {translate(`action.${kind}.${action.name}.label`)}
        </Button>
      ))}
      {actions.length > 0 && (
        <EffectSheet
          open={open !== undefined}
          onClose={() => {
            setOpen(undefined);
          }}
          title={words('label')}
          lead={open?.lead ?? words('lead')}
          effects={open?.effects ?? []}
          reason={open?.reason ?? 'none'}
          confirm={words('label')}
          danger={open?.tone === 'danger'}
          run={async ({ reason, key }) => {
            const answer = await provider.command(
              resource,
              id,
              open?.name ?? '',
              reason === undefined ? {} : { reason },
              key,
            );
            onDone();
            return answer;
          }}
        />
      )}
    </>
  );
}
