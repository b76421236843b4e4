import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Facts } from '../parts/facts';
import { Instant } from '../parts/time';

interface EndFactsProps {
  lockedAt: string | null;
  keepsUntil: string | null;
  erasedAt?: string | null;
  certificate?: string | null;
}

/** When he left, until when he is kept, and that he is erased. */
export function EndFacts({ lockedAt, keepsUntil, erasedAt, certificate }: EndFactsProps): ReactNode {
  const translate = useTranslate();
  const label = (field: string): string => translate(`resources.locked-workers.fields.${field}`);
  return (
    <Facts
      facts={[
        { label: label('lockedAt'), value: <Instant at={lockedAt} /> },
        {
          label: label('keepsUntil'),
          value: keepsUntil === null ? translate('locked.unknown') : <Instant at={keepsUntil} />,
        },
        ...(erasedAt == null ? [] : [{ label: label('erasedAt'), value: <Instant at={erasedAt} /> }]),
        ...(certificate == null ? [] : [{ label: label('certificate'), value: certificate }]),
      ]}
    />
  );
}
