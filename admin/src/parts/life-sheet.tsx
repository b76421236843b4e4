import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import type { ConsoleDataProvider } from '../provider';
import { LazyChecklist } from '../reviews/lazy-checklist';
import { unjudged, type Review, type Standing } from '../reviews/review';
import { EffectSheet } from './effect-sheet';
import type { LifeAction } from './life-action';

interface LifeSheetProps {
  kind: string;
  resource: string;
  id: number | string;
  /** What is asked for; absent while the sheet is closed. */
  action: LifeAction | undefined;
  onClose: () => void;
  onDone: () => void;
  review?: Review | undefined;
}

/** The sheet of an action of a lifecycle. It stands wherever its action was: what came of it is shown where nothing more may be done, too. */
export function LifeSheet({ kind, resource, id, action, onClose, onDone, review }: LifeSheetProps): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [judged, setJudged] = useState<Standing>(unjudged);
  const words = (part: string): string =>
    action === undefined ? '' : translate(`action.${kind}.${action.name}.${part}`);
  const judges = action?.judges !== undefined;
  return (
    <EffectSheet
      open={action !== undefined}
      onClose={() => {
        setJudged(unjudged);
        onClose();
      }}
      title={words('label')}
      lead={action?.lead ?? words('lead')}
      effects={action?.effects ?? []}
      reason={action?.reason ?? 'none'}
      confirm={words('label')}
      danger={action?.tone === 'danger'}
      ready={!judges || judged.ready}
      run={async ({ reason, key }) => {
        const body = {
          ...(reason === undefined ? {} : { reason }),
          ...(judges ? { criteria: judged.criteria } : {}),
        };
        const answer = await provider.command(resource, id, action?.path ?? action?.name ?? '', body, key);
        onDone();
        return answer;
      }}
    >
      <LazyChecklist review={review} verdict={action?.judges} onChange={setJudged} />
    </EffectSheet>
  );
}
