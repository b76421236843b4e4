import { useTranslate } from 'react-admin';

/** Names of jobs as their plugins enqueue them, `settlement.check`; one that has no words yet is "background work". */
export function useJobName(): (name: string) => string {
  const translate = useTranslate();
  return (name) => translate(`job.names.${name.replace(/\./g, '-')}`, { _: translate('job.names.other') });
}
