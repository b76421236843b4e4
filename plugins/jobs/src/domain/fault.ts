import { Problem } from '@linggong/core/domain';

/** Why a job failed, in words for its user. Never the raw text of a fault, which may quote personal data. */
export interface JobProblem {
  code: string;
  zh: string;
  en: string;
}

const unexpected: JobProblem = {
  code: 'job-fault',
  zh: '后台任务出现意外故障，已记录，请联系系统管理员',
  en: 'The job met an unexpected fault; it is on record, ask the system administrator',
};

/** Given to a run whose process died in each of its tries. */
export const lostProblem: JobProblem = {
  code: 'job-lost',
  zh: '执行任务的进程多次中断，任务已停止，请联系系统管理员',
  en: 'The process that worked on the job ended several times; the job was stopped, ask the system administrator',
};

/** What the user of a job is told about an error. */
export function problemOf(error: unknown): JobProblem {
  if (!(error instanceof Problem)) return unexpected;
  return { code: error.code, zh: error.text.zh, en: error.text.en };
}

/** An expected refusal (4xx) will be refused again: no further try. Faults and 5xx may pass. */
export function isFinal(error: unknown): boolean {
  return error instanceof Problem && error.status < 500;
}

/** An error for the log: its class, its SQLSTATE or code, and where it was thrown – not its message, which may quote data. */
export function faultText(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  if (error instanceof Problem) return error.code;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}`, ...frames.slice(0, 6)].join('\n');
}
