import type { ImportAnswer } from '../../api';
import type { PartiesTools } from '../tools';
import { importById } from './import-rows';

/** Nothing is half done: the sheet is registered in one transaction. */
const faulty = {
  code: 'import-fault',
  zh: '读取导入表时出现意外故障，没有登记任何人员。请重新上传；若再次失败，请系统管理员查看该后台任务。',
  en: 'An unexpected fault stopped the import and nobody was registered. Upload the sheet again; if it fails again, ask the system administrator to look at its job.',
} as const;

/**
 * An import as its sender sees it. A fault that no try of its job got over leaves the row `received`, so that repeating the
 * job still works it off; until then the import has failed, and says so.
 * @throws Problem `not-found`
 */
export async function importState({ database, jobs }: PartiesTools, id: string): Promise<ImportAnswer> {
  const stored = await importById(database, id);
  if (stored.state !== 'received' || stored.jobId === null) return stored;
  const run = await jobs.run(stored.jobId);
  // A run that is gone was cleared away half a year after its failure.
  if (run !== undefined && run.state !== 'failed') return stored;
  return { ...stored, state: 'failed', problem: faulty, finishedAt: run?.finishedAt ?? null };
}
