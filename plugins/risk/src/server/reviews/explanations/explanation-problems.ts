import { problem } from '@linggong/core/domain';

/** Days within which an explanation is due. */
export const DUE_DAYS_MAX = 90;

export const dueUnfit = (): Error =>
  problem(
    422,
    'explanation-due',
    { zh: `期限须在今天之后、${DUE_DAYS_MAX} 天之内`, en: `It is due after today and within ${DUE_DAYS_MAX} days` },
    { field: 'dueOn' },
  );

export const partyMissing = (): Error =>
  problem(
    422,
    'explanation-party',
    { zh: '该案件不涉及所选的企业或灵工', en: 'The case is not about such a party' },
    { field: 'parties' },
  );

export const waiting = (): Error =>
  problem(409, 'explanation-waiting', {
    zh: '已要求该方说明，尚未答复',
    en: 'That party was asked already and has not answered',
  });

export const answered = (): Error =>
  problem(409, 'explanation-answered', { zh: '该说明已登记', en: 'The explanation was kept already' });

export const answeredLater = (): Error =>
  problem(
    422,
    'explanation-answered-later',
    { zh: '答复日期不能晚于今天', en: 'It was not answered after today' },
    { field: 'answeredOn' },
  );
