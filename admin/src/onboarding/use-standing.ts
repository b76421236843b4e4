import { useGetList, useGetOne } from 'react-admin';
import type { EnterpriseRecord } from '../enterprises/enterprise';
import { whole } from '../parts/whole';
import { isJoining, type Standing } from './steps';

interface StandingFound {
  record: EnterpriseRecord | undefined;
  standing: Standing | undefined;
  error: unknown;
  refetch: () => void;
}

/** Where one's own enterprise stands; whether money came in is asked only of one that may receive it. */
export function useStanding(enterpriseId: number): StandingFound {
  const { data, error, refetch } = useGetOne<EnterpriseRecord>('enterprises', { id: enterpriseId, meta: whole });
  const works = data !== undefined && !isJoining(data);
  const deposits = useGetList<{ id: number }>(
    'deposits',
    { pagination: { page: 1, perPage: 1 }, sort: { field: 'id', order: 'DESC' }, filter: { enterpriseId } },
    { enabled: works },
  );
  const known = data !== undefined && (!works || deposits.data !== undefined);
  return {
    record: data,
    standing: known ? { enterprise: data, deposited: (deposits.data?.length ?? 0) > 0 } : undefined,
    error: error ?? deposits.error,
    refetch: () => {
      void refetch();
      if (works) void deposits.refetch();
    },
  };
}
