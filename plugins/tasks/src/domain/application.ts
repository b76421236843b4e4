import { problem, type Day, type Problem } from '@linggong/core/domain';
import type { EngagementState } from './engagement-lifecycle';
import type { TaskState } from './task-lifecycle';

/** Applications for one task that wait at once: nobody reads more of them, and closing the task answers all of them. */
export const APPLICATIONS_MAX = 1_000;

/** What a worker applies to, as it stands while its task is locked. */
export interface Opening {
  readonly state: TaskState;
  readonly endsOn: Day;
  readonly isEnterpriseActive: boolean;
  readonly headcount: number;
  /** Who works on it; applications take no place. */
  readonly engaged: number;
  readonly waiting: number;
}

/** The last engagement of the same worker in the same task. */
export interface Former {
  readonly id: number;
  readonly number: string;
  readonly state: EngagementState;
}

/** Who applies. */
export interface Applicant {
  readonly isActive: boolean;
  readonly former: Former | undefined;
}

/** Why a worker may not apply for a task on a day (R4.4), in words for himself; undefined where he may. */
export function applicationFault(opening: Opening, { isActive, former }: Applicant, today: Day): Problem | undefined {
  if (former !== undefined) {
    const fault = formerFault(former);
    if (fault) return fault;
  }
  if (opening.state !== 'published' || opening.endsOn < today || !opening.isEnterpriseActive) return taskNotOpen();
  if (!isActive) return workerNotActive();
  if (opening.engaged >= opening.headcount) return placesTaken();
  return opening.waiting >= APPLICATIONS_MAX ? applicationsFull() : undefined;
}

function formerFault({ id, number, state }: Former): Problem | undefined {
  if (state === 'withdrawn' || state === 'cancelled') return undefined;
  const extra = { engagementId: id, number };
  if (state === 'declined')
    return problem(
      409,
      'application-declined',
      {
        zh: `企业已答复过您对此任务的报名（${number}），不能再次报名`,
        en: `The enterprise has already answered your application for this task (${number})`,
      },
      { fix: { zh: '请看看其他任务', en: 'Please look at other tasks' }, extra },
    );
  return problem(
    409,
    'already-applied',
    {
      zh: `您已报名此任务，报名编号 ${number}，无需再次报名`,
      en: `You have already applied for this task; your application is ${number}`,
    },
    { fix: { zh: '可在“我的任务”中查看进展', en: 'See how it goes under My tasks' }, extra },
  );
}

function taskNotOpen(): Problem {
  return problem(
    409,
    'task-not-open',
    { zh: '任务已停止报名', en: 'The task takes no more applications' },
    { fix: { zh: '请看看其他任务', en: 'Please look at other tasks' } },
  );
}

function workerNotActive(): Problem {
  return problem(
    409,
    'worker-not-active',
    { zh: '您的登记尚未生效或已暂停，暂不能报名', en: 'Your registration is not active, so that you cannot apply now' },
    { fix: { zh: '请先完成实名认证，或联系平台客服', en: 'Have your identity verified first, or ask the platform' } },
  );
}

function placesTaken(): Problem {
  return problem(
    409,
    'places-taken',
    { zh: '名额已满', en: 'All places are taken' },
    { fix: { zh: '请看看其他任务', en: 'Please look at other tasks' } },
  );
}

function applicationsFull(): Problem {
  return problem(
    409,
    'applications-full',
    { zh: '报名人数已达上限，企业正在答复', en: 'So many have applied that no more are taken now' },
    { fix: { zh: '请稍后再来，或看看其他任务', en: 'Come back later, or look at other tasks' } },
  );
}
