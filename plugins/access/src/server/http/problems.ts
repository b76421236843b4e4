import { problem, type Problem } from '@linggong/core/domain';
import { fieldName } from './field-name';
import { jsonShape } from '../../domain/json-shape';

/** The refusals of the kit itself. Codes are stable: clients and the console tell them apart by code. */

export function notSignedIn(): Problem {
  return problem(
    401,
    'not-signed-in',
    { zh: '尚未登录，或登录已失效', en: 'Not signed in, or the session has ended' },
    { fix: { zh: '请重新登录', en: 'Sign in again' } },
  );
}

export function notAllowed(): Problem {
  return problem(
    403,
    'not-allowed',
    { zh: '您的角色无权执行此操作', en: 'Your role may not do this' },
    { fix: { zh: '如确有需要，请联系安全管理员', en: 'Ask the security administrator if you need it' } },
  );
}

export function bodyTooLarge(bytesMax: number): Problem {
  return problem(
    413,
    'body-too-large',
    { zh: `请求内容超过 ${bytesMax} 字节`, en: `The request body is larger than ${bytesMax} bytes` },
    { fix: { zh: '请减少内容或分批提交', en: 'Send less, or in parts' }, extra: { bytesMax } },
  );
}

export function bodyNotJson(): Problem {
  return problem(
    400,
    'body-not-json',
    { zh: '请求内容不是有效的 JSON', en: 'The request body is not valid JSON' },
    { fix: { zh: '请检查 JSON 语法', en: 'Check the JSON syntax' } },
  );
}

export function bodyShapeExcessive(): Problem {
  const { depthMax, keysMax } = jsonShape;
  return problem(
    400,
    'body-shape-excessive',
    {
      zh: `JSON 嵌套超过 ${depthMax} 层，或单个对象超过 ${keysMax} 个字段`,
      en: `The JSON is nested deeper than ${depthMax} levels, or one of its objects has more than ${keysMax} fields`,
    },
    { extra: { depthMax, keysMax } },
  );
}

export function mediaTypeUnknown(accepted: readonly string[]): Problem {
  const list = accepted.join(', ');
  return problem(
    415,
    'media-type-unknown',
    { zh: `不支持此内容类型，可用：${list}`, en: `This content type is not supported; use ${list}` },
    { fix: { zh: '请设置正确的 Content-Type', en: 'Set the Content-Type header' }, extra: { accepted } },
  );
}

export function bodyUnexpected(): Problem {
  return problem(400, 'body-unexpected', { zh: '此操作不接受请求内容', en: 'This operation takes no body' });
}

export function textNotStorable(field: string): Problem {
  const { zh, en } = fieldName(field);
  return problem(
    400,
    'text-not-storable',
    { zh: `${zh}：含有无法保存的字符`, en: `${en}: holds a character that cannot be stored` },
    { field, fix: { zh: '请删除不可见字符后重试', en: 'Remove invisible characters and try again' } },
  );
}

/** An invisible character that turns the direction of a text: what is read would not be what is stored. */
export function textTurned(field: string): Problem {
  const { zh, en } = fieldName(field);
  return problem(
    400,
    'text-turned',
    {
      zh: `${zh}：含有改变文字方向的不可见字符`,
      en: `${en}: holds an invisible character that turns the direction of the text`,
    },
    { field, fix: { zh: '请删除后重新输入这段文字', en: 'Delete this text and type it again' } },
  );
}

export function keyMalformed(): Problem {
  return problem(
    400,
    'idempotency-key-malformed',
    {
      zh: 'Idempotency-Key 应为 1 至 128 个可见 ASCII 字符',
      en: 'Idempotency-Key must be 1 to 128 visible ASCII characters',
    },
    { field: 'Idempotency-Key' },
  );
}

export function keyReused(): Problem {
  return problem(
    409,
    'idempotency-key-reused',
    {
      zh: '此 Idempotency-Key 已用于内容不同的请求',
      en: 'This Idempotency-Key was used for a request with other content',
    },
    { field: 'Idempotency-Key', fix: { zh: '新的请求请使用新的键', en: 'Use a new key for a new request' } },
  );
}

export function keyInProgress(): Problem {
  return problem(
    409,
    'idempotency-in-progress',
    { zh: '使用此键的上一个请求仍在处理', en: 'The first request with this key is still being worked on' },
    { fix: { zh: '请稍后用同一个键重试', en: 'Try again later with the same key' }, extra: { retryAfterSeconds: 5 } },
  );
}

export function keyOutcomeUnknown(): Problem {
  return problem(
    409,
    'idempotency-outcome-unknown',
    {
      zh: '使用此键的上一个请求中断，结果未知',
      en: 'The first request with this key broke off; its outcome is unknown',
    },
    {
      fix: {
        zh: '请先查询结果，若未生效再用新的键提交',
        en: 'Look up the result first; if nothing was done, send again with a new key',
      },
    },
  );
}

/** Reasons are kept in the audit log, which nobody can clear (R9.3). */
export function reasonPersonal(): Problem {
  return problem(
    400,
    'reason-personal',
    {
      zh: '理由中不能填写证件号码、手机号或银行卡号',
      en: 'A reason holds no identity, telephone or bank card number',
    },
    {
      field: 'reason',
      fix: {
        zh: '理由会永久记入操作记录，请改用业务编号说明',
        en: 'It is kept in the log for good; name the business number instead',
      },
    },
  );
}

export function unknownFault(): Problem {
  return problem(
    500,
    'fault',
    { zh: '系统内部错误，操作未完成', en: 'An internal fault; the operation was not completed' },
    { fix: { zh: '请重试；若再次发生，请提供追踪编号', en: 'Try again; if it happens again, report the trace id' } },
  );
}
