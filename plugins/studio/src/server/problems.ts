import { problem, type Day, type Problem } from '@linggong/core/domain';
import { versionStateNames, type VersionAct, type VersionState } from '../domain';

const acts: Readonly<Record<VersionAct, { readonly zh: string; readonly en: string }>> = {
  edit: { zh: '修改', en: 'be edited' },
  check: { zh: '检查', en: 'be checked' },
  replay: { zh: '回放', en: 'be replayed' },
  submit: { zh: '提交', en: 'be submitted' },
  approve: { zh: '批准', en: 'be approved' },
  reject: { zh: '驳回', en: 'be rejected' },
  withdraw: { zh: '撤回', en: 'be withdrawn' },
  discard: { zh: '放弃', en: 'be discarded' },
  'roll-back': { zh: '回退', en: 'be rolled back' },
};

export function cannot(act: VersionAct, state: VersionState): Problem {
  const { zh, en } = versionStateNames[state];
  return problem(
    409,
    'configuration-state',
    { zh: `该版本${zh}，不能${acts[act].zh}`, en: `The version is ${en.toLowerCase()} and cannot ${acts[act].en}` },
    { extra: { state, act }, fix: { zh: '请刷新后查看最新状态', en: 'Load it again and see how it stands' } },
  );
}

export function alreadyOpen(open: { readonly id: number; readonly versionNo: number }): Problem {
  return problem(
    409,
    'configuration-open',
    {
      zh: `该配置已有进行中的第 ${open.versionNo} 版`,
      en: `Version ${open.versionNo} of this configuration is under way already`,
    },
    {
      extra: { openId: open.id, openNo: open.versionNo },
      fix: { zh: '请在该版本上修改，或先放弃它', en: 'Go on with it, or discard it first' },
    },
  );
}

export function keyTaken(): Problem {
  return problem(
    409,
    'configuration-exists',
    { zh: '已有同类型、同键名的配置', en: 'There is a configuration of this kind and key already' },
    { field: 'key', fix: { zh: '请使用已有的配置，或另取键名', en: 'Use the one that is there, or another key' } },
  );
}

export function changedMeanwhile(now: { readonly revision: number; readonly updatedName: string }): Problem {
  return problem(
    409,
    'configuration-changed',
    {
      zh: `${now.updatedName} 已在您之后保存了第 ${now.revision} 次修改`,
      en: `${now.updatedName} saved revision ${now.revision} after you read it`,
    },
    {
      extra: { revision: now.revision, updatedBy: now.updatedName },
      fix: { zh: '请载入最新内容，核对后再保存', en: 'Load what stands there now and look at both before you save' },
    },
  );
}

export function untested(): Problem {
  return problem(
    409,
    'configuration-untested',
    { zh: '还没有测试用例', en: 'It has no test case yet' },
    {
      fix: {
        zh: '请至少写一个用例，说明输入与期望的结果',
        en: 'Write at least one: what is asked, and what should come out',
      },
    },
  );
}

export function notChecked(): Problem {
  return problem(
    409,
    'configuration-not-checked',
    { zh: '当前内容尚未通过检查', en: 'It has not passed its check as it stands' },
    { fix: { zh: '请先运行检查，全部用例通过后再提交', en: 'Run the check first; every case has to pass' } },
  );
}

export function notReplayed(): Problem {
  return problem(
    409,
    'configuration-not-replayed',
    { zh: '当前内容尚未在历史数据上回放', en: 'It has not been replayed on the past as it stands' },
    {
      fix: {
        zh: '请先回放一段历史，看清影响后再提交',
        en: 'Replay it on a past period first, and see what it would change',
      },
    },
  );
}

interface ReplayedAgainst {
  readonly against: { readonly versionNo: number } | null;
  readonly now: { readonly versionNo: number } | null;
}

/** What the replay was compared with is not in force any more: it was rolled back meanwhile. */
export function replayedAgainstOther({ against, now }: ReplayedAgainst, state: VersionState): Problem {
  const [then, other] = [against, now].map((one) =>
    one === null
      ? { zh: '无生效版本', en: 'no version' }
      : { zh: `第 ${one.versionNo} 版`, en: `version ${one.versionNo}` },
  );
  return problem(
    409,
    'configuration-replay-stale',
    {
      zh: `该版本的回放对照的是${then?.zh ?? ''}，现在生效的是${other?.zh ?? ''}`,
      en: `It was replayed against ${then?.en ?? ''}, and ${other?.en ?? ''} is in force now`,
    },
    {
      fix:
        state === 'submitted'
          ? {
              zh: '请驳回，或由提交人撤回；重新检查、回放后再提交',
              en: 'Reject it, or have it withdrawn; check it, replay it again and submit it anew',
            }
          : { zh: '请重新回放后再提交', en: 'Replay it again, then submit it' },
    },
  );
}

export function dayPassed(today: Day): Problem {
  return problem(
    409,
    'effective-day-passed',
    { zh: `生效日不能早于今天（${today}）`, en: `It cannot take effect before today, ${today}` },
    { field: 'effectiveFrom', fix: { zh: '请选择今天或以后的日期', en: 'Choose today or a later day' } },
  );
}

export function shadowTooLate(): Problem {
  return problem(
    409,
    'shadow-not-before',
    { zh: '影子运行须早于生效日开始', en: 'It runs beside the other before it takes effect, not from then on' },
    {
      field: 'shadowFrom',
      fix: { zh: '请提前影子运行的日期，或推迟生效日', en: 'Begin earlier, or take effect later' },
    },
  );
}

export const ownVersion = (): Problem =>
  problem(
    403,
    'second-person-needed',
    { zh: '不能审批自己编写或提交的版本', en: 'Nobody decides about what he wrote or submitted' },
    { fix: { zh: '请由另一位配置审批处理', en: 'Another configuration approver decides it' } },
  );

export const nothingBefore = (): Problem =>
  problem(
    409,
    'nothing-to-roll-back-to',
    { zh: '该配置没有可以恢复的上一版', en: 'There is no version before it that could be in force again' },
    { fix: { zh: '请编写新版本', en: 'Write a new version' } },
  );

export const noneToCopy = (): Problem =>
  problem(
    409,
    'nothing-to-copy',
    { zh: '该配置没有生效中的版本可供复制', en: 'No version of it is in force that could be copied' },
    { field: 'from', fix: { zh: '请指明以哪一版为底稿', en: 'Name the version to begin with' } },
  );
