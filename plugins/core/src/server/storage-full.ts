import { problem, type Problem } from '../domain/problem';

/** SQLSTATE of PostgreSQL (disk_full) and the system's own word, for files. */
const fullCodes: ReadonlySet<unknown> = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/** Whether an error says that there is no room left, for rows or for files. */
export function isStorageFull(error: unknown): boolean {
  return error instanceof Error && fullCodes.has(Reflect.get(error, 'code'));
}

/** 503: nothing was done, and nothing will be until somebody makes room; reading goes on. */
export function storageFull(): Problem {
  return problem(
    503,
    'storage-full',
    { zh: '存储空间已满，操作未完成', en: 'There is no storage left; the operation was not completed' },
    {
      fix: {
        zh: '请联系系统管理员释放空间后重试；已提交的数据没有丢失',
        en: 'Ask the system administrator to make room, then try again; nothing that was committed is lost',
      },
      extra: { retryAfterSeconds: 30 },
    },
  );
}
